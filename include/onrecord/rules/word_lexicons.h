#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// Which lexicons hold a word or a phrase. Says the same as asking each of them with `Lexicon::find`, in one look.
class WordLexicons {
 public:
  WordLexicons() = default;
  /// Of those that it knows (see there).
  explicit WordLexicons(const std::vector<std::unique_ptr<Lexicon>>& lexicons);

  /// Whether it knows what the lexicon holds: not of patterns, nor of words without regard to case.
  static bool knows(const Lexicon& lexicon) { return !lexicon.holds_patterns() && lexicon.casing() != Lexicon::Casing::any; }

  /// The numbers of those that hold `word`, ascending.
  std::span<const std::uint32_t> of(std::string_view word) const {
    const WordForm form = words_.find(word);
    if (form == 0) return {};
    return {lexicons_.data() + first_[form - 1], lexicons_.data() + first_[form]};
  }

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(words_, first_, lexicons_);
  }

 private:
  WordTable words_;
  FlatArray<std::uint32_t> first_;  // by word: where its lexicons begin
  FlatArray<std::uint32_t> lexicons_;
};

}  // namespace onrecord
