#include "onrecord/rules/definition.h"

namespace onrecord {

Place PatternText::place_of(std::size_t offset) const {
  Place place = at;
  if (!verbatim) return place;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    ++place.column;
    if (text[i] != '\n') continue;
    ++place.line;
    place.column = 1;
  }
  return place;
}

}  // namespace onrecord
