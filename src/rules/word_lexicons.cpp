#include "onrecord/rules/word_lexicons.h"

#include <algorithm>
#include <string>
#include <utility>

#include "onrecord/rules/letter_case.h"

namespace onrecord {

WordLexicons::WordLexicons(const std::vector<std::unique_ptr<Lexicon>>& lexicons) {
  WordTableBuilder words;
  std::vector<std::pair<WordForm, std::uint32_t>> held;
  for (const auto& lexicon : lexicons) {
    if (!knows(*lexicon)) continue;
    for (const LexiconEntry& entry : lexicon->entries()) {
      const std::string_view word = lexicon->word(entry);
      held.emplace_back(words.add(word), lexicon->number());
      if (lexicon->casing() != Lexicon::Casing::initial) continue;
      if (const std::string capital = upper_case_first(word); !capital.empty()) held.emplace_back(words.add(capital), lexicon->number());
    }
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  std::vector<std::uint32_t> first(words.size(), 0), numbers;
  numbers.reserve(held.size());
  for (const auto& [word, number] : held) {
    ++first[word];
    numbers.push_back(number);
  }
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  words_ = words.finish();
  first_ = FlatArray<std::uint32_t>(std::move(first));
  lexicons_ = FlatArray<std::uint32_t>(std::move(numbers));
}

}  // namespace onrecord
