#include "onrecord/rules/phrases.h"

#include <algorithm>

#include "onrecord/rules/letter_case.h"

namespace onrecord {
/// Collects phrases in any order and sorts them by form.
class PhraseCollector {
 public:
  explicit PhraseCollector(WordTableBuilder& table) : table_(table) {}

  void add(std::uint32_t index, const Lexicon& lexicon) {
    for (const LexiconEntry& entry : lexicon.entries()) {
      const std::string_view word = lexicon.word(entry);
      if (lexicon.find(word) != &entry) continue;  // a repeated word: its first entry counts
      const std::uint32_t end = entry_words(word).first_size;
      if (end == 0) continue;
      add_form(index, lexicon, entry, end, word, false);
      if (lexicon.casing() != Lexicon::Casing::initial) continue;
      const std::string capital = upper_case_first(word);
      if (!capital.empty()) add_form(index, lexicon, entry, end, capital, true);
    }
  }

  PhraseIndex sorted() {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      if (a.form != b.form) return a.form < b.form;
      if (a.phrase.rest_size != b.phrase.rest_size) return a.phrase.rest_size > b.phrase.rest_size;
      if (a.phrase.lexicon != b.phrase.lexicon) return a.phrase.lexicon < b.phrase.lexicon;
      return a.folded < b.folded;
    });
    std::vector<std::uint32_t> first(table_.size() + 1);
    std::vector<Phrase> phrases;
    phrases.reserve(found_.size());
    for (const Found& found : found_) {
      ++first[found.form + 1];
      phrases.push_back(found.phrase);
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    return {std::move(phrases), std::move(first), std::move(rests_)};
  }

 private:
  struct Found {
    WordForm form;
    bool folded;  // found with another first letter than it is written with
    Phrase phrase;
  };

  void add_form(std::uint32_t index, const Lexicon& lexicon, const LexiconEntry& entry, std::uint32_t first_end, std::string_view written, bool folded) {
    const std::string_view first_word = written.substr(0, first_end);
    const std::uint32_t most_words = lexicon.longest_from(first_word);
    if (most_words == 0) return;
    const std::string_view rest = lexicon.word(entry).substr(first_end);
    Phrase phrase{index, most_words, entry.number, static_cast<std::uint32_t>(rests_.size()), static_cast<std::uint32_t>(rest.size()), 0};
    if (rest.size() >= sizeof phrase.rest_start) std::memcpy(&phrase.rest_start, rest.data(), sizeof phrase.rest_start);
    rests_.insert(rests_.end(), rest.begin(), rest.end());
    found_.push_back({table_.add(first_word), folded, phrase});
  }

  WordTableBuilder& table_;
  std::vector<Found> found_;
  std::vector<char> rests_;
};

PhraseIndex PhraseIndex::build(const std::vector<const Lexicon*>& lexicons, WordTableBuilder& table) {
  PhraseCollector collector(table);
  for (std::uint32_t i = 0; i < lexicons.size(); ++i) collector.add(i, *lexicons[i]);
  return collector.sorted();
}

}  // namespace onrecord
