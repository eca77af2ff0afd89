#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// A phrase of one of several lexicons.
struct Phrase {
  std::uint32_t lexicon = 0;     ///< index into the lexicons of its `PhraseIndex`
  std::uint32_t most_words = 1;  ///< it counts only if it takes no more words of the text than this
  std::uint32_t entry = 0;       ///< number of the lexicon's entry
  std::uint32_t rest_begin = 0;  ///< of what follows its first word, in the index
  std::uint32_t rest_size = 0;
  std::uint32_t rest_start = 0;  ///< its first four bytes, where it has so many: most phrases fail at them
};

/// What a list of lexicons knows, by first word. Says the same as asking each of them with `Lexicon::longest_from` and
/// `Lexicon::find`, and taking the longest answer.
class PhraseIndex {
 public:
  PhraseIndex() = default;
  /// Adds first words to `table`. None of the lexicons may have the casing "any".
  static PhraseIndex build(const std::vector<const Lexicon*>& lexicons, WordTableBuilder& table);

  /// Phrases that may begin with a word of this form: the longer ones first, of equals those of an earlier lexicon.
  std::span<const Phrase> beginning_with(WordForm form) const {
    if (form + 1 >= first_.size()) return {};
    return {phrases_.data() + first_[form], phrases_.data() + first_[form + 1]};
  }
  /// What follows the first word of a phrase of this index.
  std::string_view rest_of(const Phrase& phrase) const { return {rests_.data() + phrase.rest_begin, phrase.rest_size}; }
  /// Whether the rest of the phrase stands at `offset` of `text`, which is not behind its end.
  bool rest_stands_at(const Phrase& phrase, std::string_view text, std::size_t offset) const {
    if (text.size() - offset < phrase.rest_size) return false;
    if (phrase.rest_size >= sizeof phrase.rest_start && std::memcmp(text.data() + offset, &phrase.rest_start, sizeof phrase.rest_start) != 0) return false;
    return text.substr(offset, phrase.rest_size) == rest_of(phrase);
  }

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(phrases_, first_, rests_);
  }

 private:
  friend class PhraseCollector;
  PhraseIndex(std::vector<Phrase> phrases, std::vector<std::uint32_t> first, std::vector<char> rests)
      : phrases_(std::move(phrases)), first_(std::move(first)), rests_(std::move(rests)) {}

  FlatArray<Phrase> phrases_;
  FlatArray<std::uint32_t> first_;  // by form: where its phrases begin
  FlatArray<char> rests_;
};

}  // namespace onrecord
