#include "onrecord/extract/names/body_initials.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest = 3;  // two letters stand for too much, but those of two words
constexpr std::size_t most = 8;

/// "ad" of "Anti-Defamation", "d" of "Defamation": what a word gives, its capitals behind a hyphen too.
void append_initials(std::string& initials, std::string_view word) {
  initials += small_letter(word.front());
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (word[i] == '-' && is_ascii_capital(word[i + 1])) initials += small_letter(word[i + 1]);
  }
}

std::string in_capitals(std::string initials) {
  for (char& c : initials) c = is_ascii_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return initials;
}

}  // namespace

std::vector<std::string> initials_of_body(const NameWords& words, const Document& document, Span name) {
  std::string all, capitals, behind_first;  // with small words and without; without the first word
  std::size_t count = 0;
  Span first;
  for (const Span span : document.words_in(name)) {
    const std::string_view word = document.folded.slice(span);
    if (!is_ascii_letter(word.front())) continue;
    append_initials(all, word);
    if (!is_ascii_capital(word.front()) || words.is_possessive(word)) continue;
    if (count++ == 0) first = span;
    else append_initials(behind_first, word);
    append_initials(capitals, word);
  }
  std::vector<std::string> result;
  const auto add = [&](std::string initials, std::size_t letters) {
    const bool fits = letters >= fewest && letters <= most && !words.is_place(in_capitals(initials));  // "USA" means the country
    if (fits && std::find(result.begin(), result.end(), initials) == result.end()) result.push_back(std::move(initials));
  };
  if (count < 2) return result;
  if (count == 2 && all.size() == 2) {
    const std::string letters = in_capitals(all);
    const bool taken =
        words.is_place(letters) || words.is_title(letters) || (words.is_listed_body(letters) && !words.is_listed_body(document.folded.slice(name)));
    return taken ? result : std::vector<std::string>{all};
  }
  const std::string_view opening = document.folded.slice(first);
  const bool from_place = words.is_place(opening) || words.is_demonym(opening);
  add(capitals, capitals.size());
  add(all, all.size());
  if (from_place) {
    add(behind_first, behind_first.size());
    add(lower_case(opening) + ' ' + behind_first, behind_first.size());
  }
  return result;
}

bool is_written_as_initials(std::string_view word) { return std::count_if(word.begin(), word.end(), is_ascii_capital) > 1; }

}  // namespace onrecord
