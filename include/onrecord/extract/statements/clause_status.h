#pragma once

#include <cstddef>
#include <string_view>

#include "onrecord/extract/matching/lexicon_bits.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The modality that rules and records call `name`; `asserted` for any other word.
Modality modality_named(std::string_view name);

/// The words that tell how a clause is meant: lexicons `status.*`, and those of auxiliaries. Valid as long as the rules are.
class ClauseWords {
 public:
  explicit ClauseWords(const RuleSet& rules);

  /// The lists that hold `word`, as bits.
  LexiconBits::Bits kinds(std::string_view word) const { return kinds_.of(word); }

  const Lexicon* modals;      ///< "might" -> modality
  const Lexicon* hedges;      ///< "likely", "perhaps" -> modality
  const Lexicon* conditions;  ///< "provided that"

 private:
  LexiconBits kinds_;
};

/// How a clause is meant.
struct ClauseStatus {
  Modality modality = Modality::asserted;
  bool negated = false;
  bool is_condition = false;    ///< it begins with one: "if it rains"
  bool is_subjunctive = false;  ///< its verb is that of a demand: "that the bridge be closed"
  bool asks_to_do = false;      ///< an infinitive comes before any finite verb: "the council to act"
};

/// Reads the words of `content`, what somebody says.
ClauseStatus read_clause(const ClauseWords& words, const Document& document, Span content);

}  // namespace onrecord
