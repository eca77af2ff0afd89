#include "onrecord/app/app.h"

int main(int argument_count, char** arguments) { return onrecord::run(argument_count, arguments); }
