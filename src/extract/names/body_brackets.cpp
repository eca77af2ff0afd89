#include "onrecord/extract/names/body_brackets.h"

#include <algorithm>
#include <span>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t fewest_letters = 2, most_letters = 8;

/// Reads a name backwards from the bracket behind it.
class NameBeforeLetters {
 public:
  NameBeforeLetters(const NameWords& words, const Document& document, Span letters)
      : words_(words), document_(document), letters_(text(letters)), before_(words_before(document, letters.begin - 2)) {}

  /// Empty: the letters are not those of the words before them.
  Span name() const {
    if (before_.size() < 2) return {};
    std::size_t left = letters_.size(), count = 0;
    std::uint32_t next = before_.back().end;
    Span head = before_.back();  // what a name with a preposition is the name of
    for (std::size_t i = before_.size(); i-- > 0 && left > 0;) {
      const std::string_view word = text(before_[i]);
      if (before_[i].end != next && (before_[i].end + 1 != next || document_.folded.text()[before_[i].end] != ' ')) return {};
      next = before_[i].begin;
      if (small_letter(word.front()) == small_letter(letters_[left - 1]) && (is_ascii_capital(word.front()) || !is_ascii_capital(letters_[left - 1]))) {
        --left;
        ++count;
      } else if (!joins(word)) {
        return {};
      }
      if (words_.is_preposition(word) && i > 0) head = before_[i - 1];
    }
    const bool is_person = !words_.role_noun(text(head)).empty() || words_.source_noun(text(head)) == SourceNoun::person;
    const bool whole = left == 0 && count > 1 && !is_person && is_ascii_capital(document_.folded.text()[next]);
    return whole ? Span{next, before_.back().end} : Span{};
  }

 private:
  static WordSpans words_before(const Document& document, std::uint32_t end) {
    constexpr std::uint32_t reach = 100;
    return document.words_in({std::max(document.lines[document.line_at(end)].span.begin, end - std::min(end, reach)), end});
  }

  std::string_view text(Span span) const { return document_.folded.slice(span); }

  /// A small word inside a name, which may have no letter.
  bool joins(std::string_view word) const {
    return words_.is_possessive(word) ||
           (!is_ascii_capital(word.front()) && (words_.is_preposition(word) || words_.is_conjunction(word) || words_.is_article(word)));
  }

  const NameWords& words_;
  const Document& document_;
  std::string_view letters_;
  WordSpans before_;
};

/// The letters that the text uses as a name, "the QRI", and no list knows.
std::vector<std::string_view> letters_with_article(const NameWords& words, const Document& document, std::span<const Span> all) {
  constexpr std::size_t fewest = 3;  // two stand for too much
  constexpr std::size_t most = 16;   // an article has fewer; each is held against all words
  std::vector<std::string_view> result;
  for (std::size_t i = 1; i < all.size() && result.size() < most; ++i) {
    if (all[i].size() < fewest || all[i].size() > most_letters || !is_ascii_capital(document.folded.text()[all[i].begin])) continue;
    const std::string_view word = document.folded.slice(all[i]);
    if (!std::all_of(word.begin(), word.end(), is_ascii_capital) || !words.is_definite_article(document.folded.slice(all[i - 1]))) continue;
    if (words.is_place(word) || words.is_listed_body(word) || words.is_title(word)) continue;
    if (std::find(result.begin(), result.end(), word) == result.end()) result.push_back(word);
  }
  return result;
}

/// As many of the words as there are letters, if they begin with them; empty: they do not.
Span name_of_letters(const Document& document, std::span<const Span> words, std::string_view letters) {
  if (words.size() < letters.size()) return {};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (document.folded.text()[words[i].begin] != letters[i] || words[i].size() < 2) return {};
    if (i > 0 && document.folded.slice({words[i - 1].end, words[i].begin}) != " ") return {};
  }
  return {words[0].begin, words[letters.size() - 1].end};
}

std::vector<Span> names_of_letters(const NameWords& words, const Document& document) {
  std::vector<Span> result;
  const std::span<const Span> all = document.words.from(0);
  const std::vector<std::string_view> known = letters_with_article(words, document, all);
  if (known.empty()) return result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::string_view letters : known) {
      if (const Span name = name_of_letters(document, all.subspan(i), letters); !name.empty()) result.push_back(name);
    }
  }
  return result;
}

std::vector<Span> names_before_letters(const NameWords& words, const Document& document) {
  std::vector<Span> result;
  const std::string& source = document.folded.text();
  for (std::size_t at = source.find(" ("); at != std::string::npos; at = source.find(" (", at + 2)) {
    const auto end = static_cast<std::uint32_t>(at);
    const Span letters = letters_behind(document, {end, end});
    if (letters.empty() || words.is_place(document.folded.slice(letters))) continue;
    if (const Span name = NameBeforeLetters(words, document, letters).name(); !name.empty()) result.push_back(name);
  }
  return result;
}

}  // namespace

Span letters_behind(const Document& document, Span name) {
  const std::string_view rest = std::string_view(document.folded.text()).substr(name.end, most_letters + 3);
  if (!rest.starts_with(" (")) return {};
  const std::size_t close = rest.find(')');
  if (close == std::string_view::npos || close < fewest_letters + 2) return {};
  const std::string_view letters = rest.substr(2, close - 2);
  const bool capitals = is_ascii_capital(letters.front()) && is_ascii_capital(letters.back());
  if (!capitals || !std::all_of(letters.begin(), letters.end(), is_ascii_letter)) return {};
  return {name.end + 2, name.end + static_cast<std::uint32_t>(close)};
}

bool overlaps_one(const std::vector<Span>& by_place, Span span) {
  const auto behind = std::lower_bound(by_place.begin(), by_place.end(), span.end, [](Span one, std::uint32_t at) { return one.begin < at; });
  return behind != by_place.begin() && (behind - 1)->overlaps(span);
}

std::vector<Span> names_with_letters(const NameWords& words, const Document& document) {
  std::vector<Span> all = names_before_letters(words, document);
  const std::vector<Span> more = names_of_letters(words, document);
  all.insert(all.end(), more.begin(), more.end());
  // Of two that overlap the first, and of two that begin together the longer.
  std::sort(all.begin(), all.end(), [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Span> result;
  for (const Span name : all) {
    if (result.empty() || !result.back().overlaps(name)) result.push_back(name);
  }
  return result;
}

}  // namespace onrecord
