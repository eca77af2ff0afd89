#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/symbol_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A word of the folded text, and what the lexicons call it.
struct Word {
  Span span;
  WordForm form = 0;
};

/// The words of all sentences of a document, each looked up once for all layers, and what views write in another way.
class SentenceWords {
 public:
  /// Refers to the rules and the document.
  SentenceWords(const RuleSet& rules, const Document& document);

  /// As `words_in` finds them in the sentence.
  std::span<const Word> of(std::size_t sentence) const { return {words_.data() + first_[sentence], words_.data() + first_[sentence + 1]}; }
  /// Offsets, in order, of inner dots and of white space that is no single space between two characters that are none;
  /// between them a view shows the text as it is.
  const std::vector<std::uint32_t>& rewritten() const { return rewritten_; }
  /// The characters of a sentence, and the lexicons that may tag one of its words.
  const SymbolSet& symbols(std::size_t sentence) const { return symbols_[sentence]; }
  const WordTable& table() const { return table_; }

 private:
  void find_rewritten(const Document& document);

  const WordTable& table_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> first_;
  std::vector<SymbolSet> symbols_;
  std::vector<std::uint32_t> rewritten_;
};

/// How many words from word `i` on the phrase takes, whose first word stands there; 0: other words follow. `text` is the
/// folded text.
std::size_t words_taken(const PhraseIndex& index, const Phrase& phrase, std::string_view text, std::span<const Word> words, std::size_t i);

/// White space as views know it.
inline bool is_view_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace onrecord
