#include "onrecord/rules/pattern_places.h"

#include <cstdint>
#include <utility>

namespace onrecord {
namespace {

/// Only in a pattern that stands in the file byte by byte is it known how far a stretch of it goes.
std::uint32_t width_of(const PatternPlace& at) { return at.pattern->verbatim ? static_cast<std::uint32_t>(at.width) : 1; }

}  // namespace

void point_at(Diagnostic& diagnostic, const PatternPlace& at, const std::vector<PatternPlace>& inside) {
  const Place place = at.pattern->place_of(at.offset);
  diagnostic.file = place.file;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.width = width_of(at);
  for (auto reference = inside.rbegin(); reference != inside.rend(); ++reference) {
    const Place from = reference->pattern->place_of(reference->offset);
    diagnostic.notes.push_back({from.file, from.line, from.column, width_of(*reference), "expanded from here", {}});
  }
}

void PatternReporter::error(const PatternPlace& at, std::string code, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  point_at(diagnostic, at, inside_);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostics_.add(std::move(diagnostic));
}

}  // namespace onrecord
