#include "onrecord/text/broken_sentences.h"

#include <algorithm>
#include <utility>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_words = 7;  // of a sentence: less is a list or a menu
constexpr std::size_t few = 10;          // one line of so many goes on in the next, or none is believed to: pages have such lines in their forms
constexpr std::string_view opening = "\u201C", closing = "\u201D";

}  // namespace

BrokenSentences::BrokenSentences(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines), joins_(lines.size(), false) {
  std::size_t joined = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (joins_[i] || !may_go_on(i) || begins_small(i)) continue;
    std::size_t last = i;
    while (may_go_on(last) && begins_small(last + 1)) ++last;
    const bool quoted = last == i && opens_quotation(i) && closes_quotation(i + 1);
    if (quoted) ++last;
    if (last == i || !has_end_mark(last) || words(i, last) < fewest_words || is_list(i + 1, last) || is_repeated(i)) continue;
    std::fill(joins_.begin() + static_cast<std::ptrdiff_t>(i), joins_.begin() + static_cast<std::ptrdiff_t>(last), true);
    joined += last - i;
  }
  if (joined * few < lines.size()) joins_.assign(lines.size(), false);
}

bool BrokenSentences::may_go_on(std::size_t upper) const { return upper + 1 < lines_.size() && lines_[upper + 1].blank_before == 0 && !has_end_mark(upper); }

/// Before marks that close.
bool BrokenSentences::has_end_mark(std::size_t line) const {
  std::uint32_t end = lines_[line].span.end;
  Character last = character_before(text_, end);
  while (end > lines_[line].span.begin && (last.code == '"' || last.code == U'\u201D' || last.code == U'\u2019' || last.code == ')' || last.code == ']')) {
    end -= last.size;
    last = character_before(text_, end);
  }
  return last.code == '.' || last.code == '!' || last.code == '?' || last.code == ':' || last.code == ';' || last.code == U'\u2026';
}

/// Not with the name of a thing: “iPhone”.
bool BrokenSentences::begins_small(std::size_t line) const {
  const std::string_view word = first_word(line);
  std::uint32_t at = 0;
  while (at < word.size() && is_small_at(word, at)) at += character_at(word, at).size;
  return at > 0 && (at == word.size() || !is_word(character_at(word, at).code));
}

bool BrokenSentences::is_repeated(std::size_t line) {
  constexpr std::uint32_t longest = 40;
  if (lines_[line].span.size() > longest) return false;
  if (!std::exchange(counted_, true)) {
    std::unordered_set<std::string_view> seen;
    for (const Line& one : lines_) {
      const std::string_view text = slice(text_, one.span);
      if (text.size() <= longest && !seen.insert(text).second) repeated_.insert(text);
    }
  }
  return repeated_.contains(slice(text_, lines_[line].span));
}

/// Whether two lines, one below the other, begin with the same word.
bool BrokenSentences::is_list(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (first_word(i) == first_word(i + 1)) return true;
  }
  return false;
}

std::string_view BrokenSentences::first_word(std::size_t line) const {
  const std::string_view text = slice(text_, lines_[line].span);
  return text.substr(0, text.find(' '));
}

bool BrokenSentences::opens_quotation(std::size_t line) const {
  const std::string_view text = slice(text_, lines_[line].span);
  return text.starts_with(opening) && text.find(closing) == std::string_view::npos;
}

bool BrokenSentences::closes_quotation(std::size_t line) const {
  const std::string_view text = slice(text_, lines_[line].span);
  return text.find(closing) < text.find(opening);
}

std::size_t BrokenSentences::words(std::size_t first, std::size_t last) const {
  const std::string_view text = slice(text_, {lines_[first].span.begin, lines_[last].span.end});
  return 1 + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }));
}

}  // namespace onrecord
