#include "onrecord/rules/phrases.h"

#include <algorithm>
#include <cstring>

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

constexpr std::size_t first_slots = 1024;

template <typename Integer>
Integer load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// Takes length, start and end of the word; words that agree in them merely share a slot.
std::uint32_t hash_of(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t value = word.size();
  if (word.size() >= 8) {
    value ^= load<std::uint64_t>(word.data()) * factor;
    value ^= load<std::uint64_t>(word.data() + word.size() - 8);
  } else if (word.size() >= 4) {
    value ^= load<std::uint32_t>(word.data()) | std::uint64_t{load<std::uint32_t>(word.data() + word.size() - 4)} << 32;
  } else {
    for (const char c : word) value = value << 8 | static_cast<unsigned char>(c);
  }
  value *= factor;
  return static_cast<std::uint32_t>(value >> 32) | 1;
}

/// Where the first word of an entry ends; 0 where it begins with what is no word.
std::uint32_t first_word_end(std::string_view entry, std::vector<Span>& words) {
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    if (entry.substr(0, entry.find(' ')) == possessive) return static_cast<std::uint32_t>(possessive.size());
  }
  words.clear();
  append_words(entry, {0, static_cast<std::uint32_t>(entry.size())}, words);
  return words.empty() || words.front().begin > 0 ? 0 : words.front().end;
}

}  // namespace

std::size_t WordTable::slot_of(std::string_view wanted, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash >> 8) & mask;
  while (slots_[slot].form != 0 && (slots_[slot].hash != hash || word(slots_[slot].form) != wanted)) slot = (slot + 1) & mask;
  return slot;
}

void WordTable::grow() {
  std::vector<Slot> old(std::max(first_slots, slots_.size() * 4));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.form != 0) slots_[slot_of(word(slot.form), slot.hash)] = slot;
  }
}

WordForm WordTable::add(std::string_view wanted) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(wanted);
  Slot& slot = slots_[slot_of(wanted, hash)];
  if (slot.form != 0) return slot.form;
  words_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(wanted.size())});
  text_ += wanted;
  longest_ = std::max(longest_, wanted.size());
  slot = {hash, static_cast<WordForm>(words_.size())};
  return slot.form;
}

WordForm WordTable::find(std::string_view wanted) const {
  if (wanted.size() > longest_) return 0;
  return slots_[slot_of(wanted, hash_of(wanted))].form;
}

/// Collects phrases in any order and sorts them by form.
class PhraseCollector {
 public:
  explicit PhraseCollector(WordTable& table) : table_(table) {}

  void add(std::uint32_t index, const Lexicon& lexicon) {
    const auto& entries = lexicon.entries();
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
      if (lexicon.find(entries[i].word) != &entries[i]) continue;  // a repeated word: its first entry counts
      const std::uint32_t end = first_word_end(entries[i].word, words_);
      if (end == 0) continue;
      add_form(index, lexicon, entries[i], end, entries[i].word, false);
      if (lexicon.definition().casing != "initial") continue;
      const std::string capital = upper_case_first(entries[i].word);
      if (!capital.empty()) add_form(index, lexicon, entries[i], end, capital, true);
    }
  }

  std::vector<Phrase> sorted(std::vector<std::uint32_t>& first) {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      if (a.form != b.form) return a.form < b.form;
      if (a.phrase.lexicon != b.phrase.lexicon) return a.phrase.lexicon < b.phrase.lexicon;
      if (a.phrase.rest.size() != b.phrase.rest.size()) return a.phrase.rest.size() > b.phrase.rest.size();
      return a.folded < b.folded;
    });
    first.assign(table_.size() + 1, 0);
    std::vector<Phrase> phrases;
    phrases.reserve(found_.size());
    for (const Found& found : found_) {
      ++first[found.form + 1];
      phrases.push_back(found.phrase);
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    return phrases;
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
    const std::string_view rest = std::string_view(entry.word).substr(first_end);
    found_.push_back({table_.add(first_word), folded, {index, most_words, &entry, rest}});
  }

  WordTable& table_;
  std::vector<Found> found_;
  std::vector<Span> words_;
};

PhraseIndex PhraseIndex::build(const std::vector<const Lexicon*>& lexicons, WordTable& table) {
  PhraseCollector collector(table);
  for (std::uint32_t i = 0; i < lexicons.size(); ++i) collector.add(i, *lexicons[i]);
  PhraseIndex index;
  index.phrases_ = collector.sorted(index.first_);
  return index;
}

}  // namespace onrecord
