#include "onrecord/extract/statements/quotation_cues.h"

#include <algorithm>

namespace onrecord {

QuotationCues::QuotationCues(const RuleSet& rules, const Document& document, const OuterQuotations& outer)
    : rules_(rules),
      spoken_classes_(rules.lexicon("spoken_classes")),
      source_prepositions_(rules.lexicon("source_preposition")),
      document_(document),
      outer_(outer),
      stance_(rules.symbol("stance")),
      told_behind_(document.quotations.size(), false),
      introduced_at_(document.quotations.size(), 0),
      called_at_(document.quotations.size(), 0) {}

void QuotationCues::note(const AttributionFound& found) {
  const Span told = found.kind == stance_ ? found.content2 : is_spoken(found) ? found.content : Span{};
  if (!told.empty() && found.cue.end <= told.begin) {
    for (const std::uint32_t quotation : outer_.overlapping(told)) called_at_[quotation] = std::max(called_at_[quotation], found.cue.begin);
  }
  if (found.quote.empty()) return;
  const std::uint32_t quotation = outer_.at(found.quote);
  if (quotation == OuterQuotations::none) return;
  if (found.cue.begin >= found.quote.end) told_behind_[quotation] = told_behind_[quotation] || !found.speaker.empty();
  else if (found.kind == stance_) called_at_[quotation] = std::max(called_at_[quotation], found.cue.begin);
  else if (found.lemma != 0) introduced_at_[quotation] = std::max(introduced_at_[quotation], found.cue.begin);  // a colon alone tells less
}

bool QuotationCues::is_spoken(const AttributionFound& found) const {
  return spoken_classes_ != nullptr && !found.speaker.empty() && spoken_classes_->find(rules_.symbol(found.cue_class)) != nullptr;
}

bool QuotationCues::has_better(std::uint32_t quotation, const AttributionFound& found, bool inside) const {
  if (found.cue.end > document_.quotations[quotation].span.begin) return false;
  if (found.cue.begin < called_at_[quotation]) return true;
  return (!inside || is_source(found)) && (told_behind_[quotation] || found.cue.begin < introduced_at_[quotation]);
}

bool QuotationCues::is_source(const AttributionFound& found) const {
  return source_prepositions_ != nullptr && source_prepositions_->find(document_.folded.slice(found.cue)) != nullptr;
}

}  // namespace onrecord
