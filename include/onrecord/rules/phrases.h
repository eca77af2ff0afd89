#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// A word form that begins an entry of some lexicon, as a number from 1 on; 0 is any other word.
using WordForm = std::uint32_t;

/// Gives numbers to word forms: one look-up answers for all lexicons at once.
class WordTable {
 public:
  /// The number of `word`; a new one where it has none yet.
  WordForm add(std::string_view word);
  /// 0 where it was never added.
  WordForm find(std::string_view word) const;
  /// Numbers are smaller than this.
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()) + 1; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    WordForm form = 0;
  };
  struct Word {
    std::uint32_t begin;
    std::uint32_t size;
  };
  std::string_view word(WordForm form) const { return std::string_view(text_).substr(words_[form - 1].begin, words_[form - 1].size); }
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::string text_;  // all words, one behind the other
  std::vector<Word> words_;
  std::vector<Slot> slots_;  // open addressing; a power of two of them, at most half of them taken
  std::size_t longest_ = 0;
};

/// A phrase of one of several lexicons.
struct Phrase {
  std::uint32_t lexicon = 0;     ///< index into the lexicons of its `PhraseIndex`
  std::uint32_t most_words = 1;  ///< it counts only if it takes no more words of the text than this
  const LexiconEntry* entry = nullptr;
  std::string_view rest;  ///< what follows its first word; belongs to the entry
};

/// What a list of lexicons knows, by first word. Says the same as asking each of them with `Lexicon::longest_from` and
/// `Lexicon::find`.
class PhraseIndex {
 public:
  /// Adds first words to `table`. None of the lexicons may have the casing "any".
  static PhraseIndex build(const std::vector<const Lexicon*>& lexicons, WordTable& table);

  /// Phrases that may begin with a word of this form: those of an earlier lexicon first, then longer ones.
  std::span<const Phrase> beginning_with(WordForm form) const {
    if (form + 1 >= first_.size()) return {};
    return {phrases_.data() + first_[form], phrases_.data() + first_[form + 1]};
  }

 private:
  std::vector<Phrase> phrases_;
  std::vector<std::uint32_t> first_;  // by form: where its phrases begin
};

}  // namespace onrecord
