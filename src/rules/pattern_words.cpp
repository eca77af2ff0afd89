#include "onrecord/rules/pattern_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/view_code.h"

namespace onrecord {

std::string quote_meta(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string pattern_code(char32_t code) { return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(code)); }

std::string view_form(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c == '.') out += view_code::inner_dot;
    else out += c;
  }
  return out;
}

std::string tagged_form(std::string_view word) {
  std::string form = view_form(word);
  std::replace(form.begin(), form.end(), ' ', '_');
  const bool shouts = word.size() > 1 && is_ascii_capital(word[1]);
  if (!word.empty() && is_ascii_capital(word[0]) && !shouts) form[0] = static_cast<char>(form[0] - 'A' + 'a');
  return form;
}

std::string alternation(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), std::greater<>());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out = "(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += '|';
    out += quote_meta(words[i]);
  }
  return out + ")";
}

}  // namespace onrecord
