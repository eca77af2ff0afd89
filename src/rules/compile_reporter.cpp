#include "onrecord/rules/compile_reporter.h"

#include <cstdint>

namespace onrecord {

void CompileReporter::add(Diagnostic diagnostic) {
  diagnostic.rule = rule_;
  diagnostics_.add(std::move(diagnostic));
}

void CompileReporter::error(const ValuePlace& place, std::string code, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.file = place.at.file;
  diagnostic.line = place.at.line;
  diagnostic.column = place.at.column;
  diagnostic.width = static_cast<std::uint32_t>(place.width);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  add(std::move(diagnostic));
}

void CompileReporter::error(const NamedBelow& where, std::string_view word, std::string code, std::string message, std::string hint) {
  error(place_of_value(files_, where.table, where.key, word), std::move(code), std::move(message), std::move(hint));
}

}  // namespace onrecord
