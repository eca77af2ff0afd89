#include "onrecord/unpack/header_lines.h"

#include <algorithm>

#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"

namespace onrecord {

void HeaderLines::add(std::string_view line) {
  if ((line.starts_with(' ') || line.starts_with('\t')) && !lines_.empty()) {
    lines_.back().second += ' ';
    lines_.back().second += trimmed(line);
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  lines_.emplace_back(small_letters(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string_view HeaderLines::value(std::string_view name) const {
  const auto found = std::find_if(lines_.begin(), lines_.end(), [name](const auto& line) { return line.first == name; });
  return found == lines_.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace onrecord
