#include "onrecord/extract/statements/status.h"

#include <algorithm>
#include <array>
#include <utility>

#include "onrecord/extract/matching/lexicon_bits.h"
#include "onrecord/extract/statements/cue_negation.h"
#include "onrecord/text/characters.h"

// What a claim's main clause says is decided at its first finite verb: an auxiliary, a modal or a verb of a short list.
// Words are gone through from the left; an opening subordinate clause is skipped up to its comma, the verb of each
// relative clause on the way is passed over. The words themselves are data (lexicons `status.*`).

namespace onrecord {
namespace {

constexpr std::size_t nearby = 3;           // words behind an auxiliary that may belong to its verb group
constexpr std::uint32_t most_bytes = 1500;  // of a claim that are read: no main clause goes on without a verb for so long

constexpr std::array<std::pair<std::string_view, Modality>, 5> modalities = {{
    {"asserted", Modality::asserted},
    {"possible", Modality::possible},
    {"predicted", Modality::predicted},
    {"conditional", Modality::conditional},
    {"requested", Modality::requested},
}};

/// What a word may be here: bits, as several lists hold some words.
namespace word_kind {
constexpr LexiconBits::Bits negation = 1U << 0U;        // "not", "won't"
constexpr LexiconBits::Bits nothing = 1U << 1U;         // "no", "nobody": negate as the first word
constexpr LexiconBits::Bits condition = 1U << 2U;       // "if"
constexpr LexiconBits::Bits relative = 1U << 3U;        // "who"
constexpr LexiconBits::Bits subordinator = 1U << 4U;    // "because"
constexpr LexiconBits::Bits complementizer = 1U << 5U;  // "that": may open the content
constexpr LexiconBits::Bits infinitive = 1U << 6U;      // "to"
constexpr LexiconBits::Bits determiner = 1U << 7U;      // "a": what follows is no verb
constexpr LexiconBits::Bits auxiliary = 7U << 8U;       // of three lists
constexpr LexiconBits::Bits perfect = 1U << 9U;         // the second of them
constexpr LexiconBits::Bits finite = auxiliary | 1U << 11U;
constexpr LexiconBits::Bits focus = 1U << 12U;  // "only": behind a negation, there is none
constexpr LexiconBits::Bits preposition = 1U << 13U;
constexpr LexiconBits::Bits speech = 1U << 14U;  // "said"
}  // namespace word_kind

class StatusWords {
 public:
  explicit StatusWords(const RuleSet& rules)
      : cues(rules.lexicon("status.cues")), modals(rules.lexicon("status.modals")), hedges(rules.lexicon("status.hedges")), kinds_(kinds_of(rules)) {}

  bool is(LexiconBits::Bits kind, std::string_view word) const { return (kinds_.of(word) & kind) != 0; }
  LexiconBits::Bits kinds(std::string_view word) const { return kinds_.of(word); }

  const Lexicon* cues;    ///< lemma -> modality, where ("infinitive"), polarity
  const Lexicon* modals;  ///< "might" -> modality
  const Lexicon* hedges;  ///< "likely", "perhaps" -> modality

 private:
  /// In the order of the bits of `word_kind`.
  static LexiconBits kinds_of(const RuleSet& rules) {
    const std::array<const Lexicon*, 15> lists = {rules.lexicon("status.negation"),
                                                  rules.lexicon("status.nothing"),
                                                  rules.lexicon("status.conditions"),
                                                  rules.lexicon("status.relatives"),
                                                  rules.lexicon("status.subordinators"),
                                                  rules.lexicon("status.complementizers"),
                                                  rules.lexicon("to"),
                                                  rules.lexicon("determiner"),
                                                  rules.lexicon("auxiliary_be"),
                                                  rules.lexicon("auxiliary_have"),
                                                  rules.lexicon("auxiliary_modal"),
                                                  rules.lexicon("finite"),
                                                  rules.lexicon("status.focus"),
                                                  rules.lexicon("preposition"),
                                                  rules.lexicon("speech_forms")};
    return {rules, lists};
  }

  LexiconBits kinds_;
};

struct ClauseStatus {
  Modality modality = Modality::asserted;
  bool negated = false;
};

/// Reads the words of one claim's content.
class ClauseReader {
 public:
  ClauseReader(const StatusWords& words, const Document& document, Span content)
      : words_(words), text_(document.folded.text()), spans_(document.words_in(head_of(content))) {}

  ClauseStatus read() {
    const bool told = is(word_kind::complementizer, next_);  // "asked if": no condition
    if (told) ++next_;
    if (is(word_kind::infinitive, next_)) ++next_;
    status_.negated = is(word_kind::nothing, next_) || negates(next_) || opens_with_nothing();
    skip_opening_clause(told || is_capital(character_at(word(0), 0).code));
    find_verb();
    if (opening_condition_ && status_.modality == Modality::asserted && modal_follows()) status_.modality = Modality::conditional;
    if (status_.modality != Modality::asserted && (opening_condition_ || condition_follows())) { status_.modality = Modality::conditional; }
    return status_;
  }

  /// Whether an infinitive comes before any finite verb: "the council to act". A clause ("that he stopped to look") asks nothing.
  bool asks_to_do() const {
    if (is(word_kind::complementizer, 0)) return false;
    for (std::size_t i = 0; i < spans_.size() && !is(word_kind::finite, i); ++i) {
      if (is(word_kind::infinitive, i)) return true;
    }
    return false;
  }

 private:
  /// What is read of it: it ends at a space.
  Span head_of(Span content) const {
    if (content.size() <= most_bytes) return content;
    const std::size_t space = text_.find(' ', content.begin + most_bytes);
    return {content.begin, static_cast<std::uint32_t>(std::min<std::size_t>(space, content.end))};
  }

  std::string_view word(std::size_t index) const { return index < spans_.size() ? slice(text_, spans_[index]) : std::string_view{}; }

  bool is(LexiconBits::Bits kind, std::size_t index) const { return words_.is(kind, word(index)); }

  bool comma_before(std::size_t index) const {
    return index > 0 && slice(text_, {spans_[index - 1].end, spans_[index].begin}).find(',') != std::string_view::npos;
  }

  /// A negation that no "only" takes back.
  bool negates(std::size_t index) const { return is(word_kind::negation, index) && !is(word_kind::focus, index + 1); }

  /// "at no time was the bridge safe": the verb behind it comes before its subject.
  bool opens_with_nothing() const { return is(word_kind::preposition, next_) && is(word_kind::nothing, next_ + 1) && is(word_kind::auxiliary, next_ + 3); }

  /// "if it rains, …", "because it rained, …". A condition that is `sure` to be one may lack its comma.
  void skip_opening_clause(bool sure) {
    const bool condition = is(word_kind::condition, next_);
    if (!condition && !is(word_kind::subordinator, next_)) return;
    for (std::size_t i = next_ + 1; i < spans_.size(); ++i) {
      if (!comma_before(i)) continue;
      next_ = i;
      opening_condition_ = condition;
      return;
    }
    opening_condition_ = condition && sure;
  }

  /// The longest phrase of `lexicon` that begins at `index`; null if there is none. `count` gets its length in words.
  const LexiconEntry* phrase_at(const Lexicon* lexicon, std::size_t index, std::size_t& count) const {
    if (lexicon == nullptr) return nullptr;
    for (count = std::min<std::size_t>(lexicon->longest_from(word(index)), spans_.size() - index); count > 0; --count) {
      const Span phrase{spans_[index].begin, spans_[index + count - 1].end};
      if (const LexiconEntry* entry = lexicon->find(slice(text_, phrase))) return entry;
    }
    return nullptr;
  }

  /// "a cut": behind a determiner only auxiliaries are verbs.
  bool is_noun(std::size_t index) const { return index > 0 && is(word_kind::determiner, index - 1) && !is(word_kind::auxiliary, index); }

  /// A capital inside a clause: the month of May is no modal.
  bool is_name(std::size_t index) const { return index > 0 && is_capital(character_at(word(index), 0).code); }

  void find_verb() {
    std::size_t relative_clauses = 0;  // whose verbs are still to come
    for (; next_ < spans_.size(); ++next_) {
      const LexiconBits::Bits here = words_.kinds(word(next_));
      std::size_t count = 1;
      const LexiconEntry* modal = is_name(next_) ? nullptr : phrase_at(words_.modals, next_, count);
      if (modal != nullptr || ((here & word_kind::finite) != 0 && !is_noun(next_))) {
        if (relative_clauses > 0) {
          --relative_clauses;
          while (is(word_kind::negation, next_ + 1)) ++next_;  // of that verb
          continue;
        }
        return take_verb(modal, std::max<std::size_t>(count, 1));
      }
      if ((here & word_kind::relative) != 0) ++relative_clauses;
      else if ((here & word_kind::subordinator) != 0) return;
      else if (relative_clauses == 0 && (here & word_kind::negation) != 0) status_.negated = status_.negated || negates(next_);
      else if (relative_clauses == 0) take_hedge(next_);
    }
  }

  void take_verb(const LexiconEntry* modal, std::size_t count) {
    if (modal != nullptr) status_.modality = modality_named(words_.modals->attribute(*modal, "modality"));
    const bool perfect = is(word_kind::perfect, next_);
    if (negates(next_)) status_.negated = true;
    next_ += count;
    // "There is no sign", "she is in no doubt", "they have found no sign"
    const bool passes_one = is(word_kind::preposition, next_) || (perfect && !is(word_kind::speech | word_kind::determiner, next_));
    if (is(word_kind::nothing, next_) || (passes_one && is(word_kind::nothing, next_ + 1))) status_.negated = true;
    for (std::size_t i = next_; i < std::min(next_ + nearby, spans_.size()) && !comma_before(i); ++i) {
      if (negates(i)) status_.negated = true;
      take_hedge(i);
    }
  }

  void take_hedge(std::size_t index) {
    std::size_t count = 0;
    const LexiconEntry* hedge = phrase_at(words_.hedges, index, count);
    if (hedge == nullptr || status_.modality != Modality::asserted) return;
    status_.modality = modality_named(words_.hedges->attribute(*hedge, "modality"));
  }

  bool modal_follows() const {
    for (std::size_t i = next_; i < spans_.size(); ++i) {
      std::size_t count = 0;
      if (!is_name(i) && phrase_at(words_.modals, i, count) != nullptr) return true;
    }
    return false;
  }

  bool condition_follows() const {
    for (std::size_t i = next_; i < spans_.size(); ++i) {
      if (is(word_kind::condition, i)) return true;
    }
    return false;
  }

  const StatusWords& words_;
  std::string_view text_;
  WordSpans spans_;
  std::size_t next_ = 0;
  bool opening_condition_ = false;
  ClauseStatus status_;
};

class StatusFinder {
 public:
  StatusFinder(const RuleSet& rules, const Document& document)
      : rules_(rules), words_(rules), negation_(rules, document), document_(document), stance_(rules.symbol("stance")) {}

  void find(Statement& claim) const {
    ClauseReader reader(words_, document_, claim.content);
    const ClauseStatus clause = reader.read();
    claim.negated = clause.negated;
    if (claim.attribution == Attribution::narrator) return;
    claim.modality = clause.modality;
    const LexiconEntry* cue = words_.cues == nullptr || claim.lemma == 0 ? nullptr : words_.cues->find(rules_.symbol(claim.lemma));
    const CueNegation::Found cue_status = negation_.of(claim);
    if (claim.modality == Modality::asserted) claim.modality = cue_status.modality;
    claim.polarity = polarity_of(cue_status, cue != nullptr && !words_.cues->attribute(*cue, "polarity").empty());
    if (cue != nullptr) take_cue(*cue, reader, claim);
  }

 private:
  /// Who "would neither confirm nor deny" it does not affirm it.
  static Polarity polarity_of(const CueNegation::Found& cue_status, bool denies) {
    const bool denied = denies != cue_status.turned || (denies && cue_status.joined);
    return denied ? Polarity::denied : Polarity::affirmed;
  }

  void take_cue(const LexiconEntry& cue, const ClauseReader& reader, Statement& claim) const {
    const std::string_view modality = words_.cues->attribute(cue, "modality");
    if (modality.empty()) return;
    // "told them the town planned to close it": a clause, whatever verb it has, asks for nothing.
    const bool needs_infinitive = !words_.cues->attribute(cue, "needs").empty();
    if (needs_infinitive && (claim.claim_kind != stance_ || !reader.asks_to_do())) return;
    const Modality said = modality_named(modality);
    if (said == Modality::requested || claim.modality == Modality::asserted) claim.modality = said;
  }

  const RuleSet& rules_;
  StatusWords words_;
  CueNegation negation_;
  const Document& document_;
  Symbol stance_;  ///< the kind of claims whose content is a noun phrase or an infinitive
};

}  // namespace

Modality modality_named(std::string_view name) {
  const auto found = std::find_if(modalities.begin(), modalities.end(), [&](const auto& each) { return each.first == name; });
  return found == modalities.end() ? Modality::asserted : found->second;
}

void find_status(const RuleSet& rules, const Document& document, std::vector<Statement>& statements) {
  const StatusFinder finder(rules, document);
  for (Statement& statement : statements) {
    if (statement.kind == Statement::Kind::claim) finder.find(statement);
  }
}

}  // namespace onrecord
