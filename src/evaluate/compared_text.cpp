#include "onrecord/evaluate/compared_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>

#include "onrecord/base/ascii.h"
#include "onrecord/base/utf8.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

std::vector<char32_t> compatibility_form(std::string_view text) {
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const utf8proc_ssize_t needed = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (needed <= 0) return {};
  std::vector<utf8proc_int32_t> buffer(static_cast<std::size_t>(needed) + 1);
  utf8proc_decompose(bytes, size, buffer.data(), needed, options);
  const utf8proc_ssize_t length = utf8proc_normalize_utf32(buffer.data(), needed, options);
  return {buffer.begin(), buffer.begin() + std::max<utf8proc_ssize_t>(length, 0)};
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x2028 || c == 0x2029 ||
         utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

/// 0: it is left out.
char32_t plain(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019: return '\'';
    case 0x201C:
    case 0x201D: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014: return '-';
    case 0xAD: return 0;
    default: return c;
  }
}

std::u32string compared_characters(std::string_view text) {
  std::u32string out;
  for (char32_t c : compatibility_form(text)) {
    c = plain(c);
    if (c == 0) continue;
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string in_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

bool is_letter(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_numeric(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

bool is_word_character(char32_t c) { return is_letter(c) || is_numeric(c) || c == '_'; }

}  // namespace

std::string compared_text(std::string_view text) { return in_utf8(compared_characters(text)); }

std::vector<std::string> compared_words(std::string_view text) {
  const std::u32string characters = compared_characters(text);
  std::vector<std::string> words;
  for (auto at = characters.begin(); at != characters.end();) {
    const auto begin = std::find_if(at, characters.end(), is_word_character);
    at = std::find_if_not(begin, characters.end(), is_word_character);
    if (begin != at) words.push_back(in_utf8({&*begin, static_cast<std::size_t>(at - begin)}));
  }
  return words;
}

std::string last_name_word(std::string_view name) {
  const std::string text = compared_text(name);
  const std::vector<Span> words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto last = std::find_if(words.rbegin(), words.rend(), [&](Span word) { return text[word.begin] != '\'' && !is_ascii_digit(text[word.begin]); });
  return last == words.rend() ? std::string() : std::string(slice(text, *last));
}

double shared_words(std::string_view a, std::string_view b) {
  std::vector<std::string> first = compared_words(a), second = compared_words(b), common;
  std::sort(first.begin(), first.end());
  std::sort(second.begin(), second.end());
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
  if (common.empty()) return 0;
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(first.size() + second.size());
}

}  // namespace onrecord
