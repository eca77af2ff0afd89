#include "onrecord/extract/statements/status.h"

#include "onrecord/extract/statements/clause_status.h"
#include "onrecord/extract/statements/cue_negation.h"

namespace onrecord {
namespace {

class StatusFinder {
 public:
  StatusFinder(const RuleSet& rules, const Document& document)
      : rules_(rules), cues_(rules.lexicon("status.cues")), words_(rules), negation_(rules, document), document_(document), stance_(rules.symbol("stance")) {}

  void find(Statement& claim) {
    const ClauseStatus clause = read_clause(words_, document_, claim.content);
    claim.negated = clause.negated;
    if (claim.attribution == Attribution::narrator) return;
    claim.modality = clause.modality;
    if (clause.is_condition) condition_ = claim.cue;
    else if (claim.cue == condition_ && !claim.cue.empty() && foretells(claim.modality)) claim.modality = Modality::conditional;
    const LexiconEntry* cue = cues_ == nullptr || claim.lemma == 0 ? nullptr : cues_->find(rules_.symbol(claim.lemma));
    const CueNegation::Found cue_status = negation_.of(claim);
    if (claim.modality == Modality::asserted) claim.modality = cue_status.modality;
    claim.polarity = polarity_of(cue_status, cue != nullptr && !cues_->attribute(*cue, "polarity").empty());
    if (cue != nullptr) take_cue(*cue, clause, claim);
  }

 private:
  static bool foretells(Modality modality) { return modality == Modality::predicted || modality == Modality::possible; }

  /// Who "would neither confirm nor deny" it does not affirm it.
  static Polarity polarity_of(const CueNegation::Found& cue_status, bool denies) {
    const bool denied = denies != cue_status.turned || (denies && cue_status.joined);
    return denied ? Polarity::denied : Polarity::affirmed;
  }

  void take_cue(const LexiconEntry& cue, const ClauseStatus& clause, Statement& claim) const {
    const std::string_view modality = cues_->attribute(cue, "modality");
    if (modality.empty()) return;
    // "told them the town planned to close it": a clause, whatever verb it has, asks for nothing.
    const std::string_view needs = cues_->attribute(cue, "needs");
    const bool asks_to_do = needs == "infinitive" && claim.claim_kind == stance_ && clause.asks_to_do;
    if (!needs.empty() && !clause.is_subjunctive && !asks_to_do) return;
    const Modality said = modality_named(modality);
    if (said == Modality::requested || claim.modality == Modality::asserted) claim.modality = said;
  }

  const RuleSet& rules_;
  const Lexicon* cues_;  ///< lemma -> modality, where ("infinitive"), polarity
  ClauseWords words_;
  CueNegation negation_;
  const Document& document_;
  Span condition_;  ///< the cue of the last claim that is a condition: "if it rains, Lee said, the bridge will fall"
  Symbol stance_;   ///< the kind of claims whose content is a noun phrase or an infinitive
};

}  // namespace

void find_status(const RuleSet& rules, const Document& document, std::vector<Statement>& statements) {
  StatusFinder finder(rules, document);
  for (Statement& statement : statements) {
    if (statement.kind == Statement::Kind::claim) finder.find(statement);
  }
}

}  // namespace onrecord
