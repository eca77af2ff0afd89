#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"

namespace onrecord {

/// A word form that begins an entry of some lexicon, as a number from 1 on; 0 is any other word.
using WordForm = std::uint32_t;

/// Gives numbers to words, from 1 on in the order in which they were added.
class WordTable {
 public:
  WordTable() = default;

  /// 0 where it was never added.
  WordForm find(std::string_view word) const;
  /// Has the memory brought near that `find` will look at, where the word is known some time before.
  void prefetch(std::string_view word) const;
  /// The word of a number; empty for 0.
  std::string_view word(WordForm form) const {
    return form == 0 ? std::string_view() : std::string_view(text_.data() + words_[form - 1].begin, words_[form - 1].size);
  }
  /// Numbers are smaller than this.
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()) + 1; }

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(text_, words_, slots_, longest_);
  }

 private:
  friend class WordTableBuilder;
  /// Tells all of a short word, so that to find one looks at one place in memory: tables are larger than what stays near.
  struct Slot {
    std::uint32_t hash = 0;   // its lowest byte is the length of the word, up to 255
    WordForm form = 0;        // 0: nothing stands here
    std::uint64_t start = 0;  // of the word: all of one of at most 8 bytes
  };
  struct Word {
    std::uint32_t begin;
    std::uint32_t size;
  };

  FlatArray<char> text_;  // all words, one behind the other
  FlatArray<Word> words_;
  FlatArray<Slot> slots_;  // open addressing; a power of two of them, at most half of them taken
  std::uint64_t longest_ = 0;
};

/// Collects the words of a `WordTable`.
class WordTableBuilder {
 public:
  /// The number of `word`; a new one where it has none yet.
  WordForm add(std::string_view word);
  /// 0 where it was never added.
  WordForm find(std::string_view word) const;
  /// The word of a number that `add` gave.
  std::string_view word(WordForm form) const;
  /// Numbers are smaller than this.
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()) + 1; }

  /// The table of what was added; nothing is left here.
  WordTable finish();

 private:
  void grow();

  std::vector<char> text_;
  std::vector<WordTable::Word> words_;
  std::vector<WordTable::Slot> slots_;
  std::uint64_t longest_ = 0;
};

}  // namespace onrecord
