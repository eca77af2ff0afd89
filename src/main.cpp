#include <cstdio>
#include <cstdlib>

#include "onrecord/app/app.h"

int main(int argument_count, char** arguments) {
  const int code = onrecord::run(argument_count, arguments);
#ifdef __SANITIZE_ADDRESS__
  return code;  // so that leaks are looked for
#else
  // All output is written. What threads and libraries still hold goes with the process; to give it back piece by piece would take longer
  // than to extract the records of a short article.
  std::fflush(nullptr);
  std::_Exit(code);
#endif
}
