#include "onrecord/base/white_space.h"

#include <algorithm>

namespace onrecord {

std::string_view trimmed(std::string_view text) {
  text = trimmed_at_start(text);
  return text.substr(0, text.find_last_not_of(white_space) + 1);
}

std::string_view trimmed_at_start(std::string_view text, std::string_view spaces) {
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  return text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(white_space) == std::string_view::npos; }

std::string single_spaced(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) result += c;
    else if (!result.empty() && result.back() != ' ') result += ' ';
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace onrecord
