#pragma once

#include "onrecord/extract/matching/lexicon_bits.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells whether the words around a cue turn it round: "did not say that …", "refused to say that …", "nor has she said that …". Two of
/// them leave it as it is ("never failed to say"). And whether it is only what somebody may or will say, or a condition. The words are those
/// of the lexicons `status.*`, of auxiliaries and of adverbs. Refers to the rule set and the document.
class CueNegation {
 public:
  CueNegation(const RuleSet& rules, const Document& document);

  /// What they do to a cue.
  struct Found {
    bool turned = false;                     ///< somebody is said not to say so
    bool joined = false;                     ///< by way of another verb: "would neither confirm nor deny"
    Modality modality = Modality::asserted;  ///< "may say", "is expected to say", "if she says"
  };
  /// Of the cue of `statement`; its speakers are those that the attribution names.
  Found of(const Statement& statement) const;

 private:
  const Document& document_;
  LexiconBits kinds_;
  const Lexicon* endings_;  // of adverbs
};

}  // namespace onrecord
