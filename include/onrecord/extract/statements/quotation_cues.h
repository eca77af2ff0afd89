#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/statements/attribution.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {

/// Where the cues stand that tell who spoke each outermost quotation of a document, for those that several attributions hold: “He shouted:
/// “…,” the man said”. What stands behind a quotation tells better who spoke than what introduces it, and of that what stands next to it.
/// Refers to what it was made of.
class QuotationCues {
 public:
  QuotationCues(const RuleSet& rules, const Document& document, const OuterQuotations& outer);

  /// Takes all attributions before anything is asked.
  void note(const AttributionFound& found);

  /// Whether words right behind the quotation tell who spoke it.
  bool told_behind(std::uint32_t quotation) const { return told_behind_[quotation]; }
  /// Whether another attribution than `found`, which introduces the quotation, tells better who spoke it. A quotation `inside` a claim is only
  /// taken from it by who calls something so ("the plan against what Lee called “a trap”"), or whose words the claim reports ("the court heard that
  /// Lee had told them it was “a trap”"), or where the claim only tells the source ("According to the Post, Lee said: “…”").
  bool has_better(std::uint32_t quotation, const AttributionFound& found, bool inside) const;

 private:
  /// Whether somebody who is named or meant speaks, and does not believe, find or want something.
  bool is_spoken(const AttributionFound& found) const;

  /// Whether a preposition tells whose account it is: "according to".
  bool is_source(const AttributionFound& found) const;

  const RuleSet& rules_;
  const Lexicon* spoken_classes_;
  const Lexicon* source_prepositions_;
  const Document& document_;
  const OuterQuotations& outer_;
  Symbol stance_;  // what `AttributionFound::kind` is where somebody calls something so
  // Of each quotation:
  std::vector<bool> told_behind_;
  std::vector<std::uint32_t> introduced_at_;  // where the nearest cue before it begins
  std::vector<std::uint32_t> called_at_;      // where the cue of who calls something so, or says it within a claim, begins
};

}  // namespace onrecord
