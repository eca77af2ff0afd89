#include "onrecord/app/messages.h"

#include <cstdio>

#include "onrecord/app/exit_code.h"
#include "onrecord/pipeline/output_file.h"

namespace onrecord {

void show(const Diagnostic& diagnostic) {
  const std::string text = render(diagnostic);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void show(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.items()) show(diagnostic);
}

int usage_error(std::string_view message) {
  Diagnostic diagnostic;
  diagnostic.file = "onrecord";
  diagnostic.message = message;
  show(diagnostic);
  return exit_usage;
}

int print_to_standard_output(std::string_view text) {
  Diagnostics diagnostics;
  OutputFile output = OutputFile::standard_output();
  if (output.write(text, diagnostics) && output.finish(diagnostics)) return exit_done;
  show(diagnostics);
  return exit_output;
}

}  // namespace onrecord
