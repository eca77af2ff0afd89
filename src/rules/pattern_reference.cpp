#include "onrecord/rules/pattern_reference.h"

#include <algorithm>
#include <cstddef>

#include "onrecord/base/ascii.h"
#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

bool is_name_character(char c) { return is_ascii_word(c) || c == '.' || c == '-' || c == '|'; }

/// The parts between separators, without the white space around them.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

/// `column=a|b`, or `a|b`.
std::pair<std::string, std::vector<std::string>> parse_choice(std::string_view choice) {
  const std::size_t equals = choice.find('=');
  if (equals == std::string_view::npos) return {"", split(choice, '|')};
  return {std::string(trimmed(choice.substr(0, equals))), split(choice.substr(equals + 1), '|')};
}

}  // namespace

std::optional<PatternReference> parse_reference(std::string_view inside) {
  PatternReference result;
  const auto name_end = static_cast<std::size_t>(std::find_if_not(inside.begin(), inside.end(), is_name_character) - inside.begin());
  result.name = inside.substr(0, name_end);
  if (result.name.empty()) return std::nullopt;
  inside.remove_prefix(name_end);
  if (inside.starts_with('[')) {
    const std::size_t close = inside.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    for (const std::string& choice : split(inside.substr(1, close - 1), ',')) result.selection.push_back(parse_choice(choice));
    inside.remove_prefix(close + 1);
  }
  if (inside.empty()) return result;
  if (inside.front() != ':') return std::nullopt;
  result.field = inside.substr(1);
  return result;
}

std::vector<std::string> names_of_union(std::string_view name) { return split(name, '|'); }

}  // namespace onrecord
