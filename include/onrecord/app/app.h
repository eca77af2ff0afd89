#pragma once

namespace onrecord {

/// The command line: runs what `arguments` ask for and returns the exit code. Nothing is thrown.
int run(int argument_count, char** arguments);

}  // namespace onrecord
