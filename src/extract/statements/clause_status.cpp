#include "onrecord/extract/statements/clause_status.h"

#include <algorithm>
#include <array>
#include <utility>

#include "onrecord/text/characters.h"

// What a claim's main clause says is decided at its first finite verb: an auxiliary, a modal or a verb of a short list.
// Words are gone through from the left; an opening subordinate clause is skipped up to its comma, the verb of each
// relative clause on the way is passed over, and so is a participle ("the men held by the police will be freed"). The
// words themselves are data (lexicons `status.*`).

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
constexpr LexiconBits::Bits speech = 1U << 14U;       // "said"
constexpr LexiconBits::Bits joiner = 1U << 15U;       // "but": before what opens a clause
constexpr LexiconBits::Bits opener = 1U << 16U;       // "once": opens a clause, and is often something else elsewhere
constexpr LexiconBits::Bits conjunction = 1U << 17U;  // "and"
constexpr LexiconBits::Bits asking = 1U << 18U;       // "if": a condition, or what was asked
constexpr LexiconBits::Bits subjunctive = 1U << 19U;  // "be"
constexpr LexiconBits::Bits gerund = 1U << 20U;       // "having": no finite verb where it opens the content
}  // namespace word_kind

/// In the order of the bits of `word_kind`.
LexiconBits kinds_of(const RuleSet& rules) {
  const std::array<const Lexicon*, 21> lists = {rules.lexicon("status.negation"),
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
                                                rules.lexicon("speech_forms"),
                                                rules.lexicon("status.joiners"),
                                                rules.lexicon("status.openers"),
                                                rules.lexicon("conjunction"),
                                                rules.lexicon("status.asking"),
                                                rules.lexicon("status.subjunctive"),
                                                rules.lexicon("status.gerunds")};
  return {rules, lists};
}

/// Reads the words of one claim's content.
class ClauseReader {
 public:
  ClauseReader(const ClauseWords& words, const Document& document, Span content)
      : words_(words), text_(document.folded.text()), spans_(document.words_in(head_of(content))) {}

  ClauseStatus read() {
    const bool told = is(word_kind::complementizer, next_);  // "asked if": no condition
    if (told) ++next_;
    if (is(word_kind::joiner, next_)) next_ += is(word_kind::complementizer, next_ + 1) ? 2 : 1;  // "but that is not so"
    if (is(word_kind::infinitive, next_)) ++next_;
    skip_opening_clause(told || is_capital(character_at(word(0), 0).code) || !is(word_kind::asking, next_));
    status_.negated = is(word_kind::nothing, next_) || negates(next_) || opens_with_nothing();
    find_verb();
    if (opening_condition_ && status_.modality == Modality::asserted && modal_follows()) status_.modality = Modality::conditional;
    // What should be done if it rains is asked for all the same.
    const bool foretells = status_.modality != Modality::asserted && status_.modality != Modality::requested;
    if (foretells && (opening_condition_ || condition_follows())) status_.modality = Modality::conditional;
    status_.asks_to_do = asks_to_do();
    status_.is_condition = opening_condition_;
    return status_;
  }

 private:
  /// Whether an infinitive comes before any finite verb: "the council to act". A clause ("that he stopped to look") asks nothing.
  bool asks_to_do() const {
    if (is(word_kind::complementizer, 0)) return false;
    for (std::size_t i = 0; i < spans_.size() && !is(word_kind::finite, i); ++i) {
      if (is(word_kind::infinitive, i)) return true;
    }
    return false;
  }

  /// What is read of it: it ends at a space.
  Span head_of(Span content) const {
    if (content.size() <= most_bytes) return content;
    const std::size_t space = text_.find(' ', content.begin + most_bytes);
    return {content.begin, static_cast<std::uint32_t>(std::min<std::size_t>(space, content.end))};
  }

  std::string_view word(std::size_t index) const { return index < spans_.size() ? slice(text_, spans_[index]) : std::string_view{}; }

  bool is(LexiconBits::Bits kind, std::size_t index) const { return (words_.kinds(word(index)) & kind) != 0; }

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
    const bool opens = is(word_kind::opener, next_);
    if (!condition && !opens && !is(word_kind::subordinator, next_)) return;
    for (std::size_t i = next_ + 1; i < spans_.size(); ++i) {
      if (!comma_before(i)) continue;
      if (opens && !verb_follows(i)) return;  // "after the flood the bridge was closed, for good"
      next_ = i;
      opening_condition_ = condition;
      return;
    }
    opening_condition_ = condition && sure;
  }

  bool verb_follows(std::size_t index) const {
    for (; index < spans_.size(); ++index) {
      if (is(word_kind::finite, index)) return true;
    }
    return false;
  }

  /// "the men held by the police will be freed": a preposition behind it, then an auxiliary that no other clause has.
  bool is_participle(std::size_t index) const {
    if (is(word_kind::auxiliary | word_kind::speech, index) || !is(word_kind::preposition, index + 1)) return false;
    constexpr LexiconBits::Bits other_clause =
        word_kind::conjunction | word_kind::joiner | word_kind::relative | word_kind::subordinator | word_kind::condition;
    for (std::size_t i = index + 2; i < spans_.size() && !comma_before(i); ++i) {
      if (is(other_clause, i)) return false;
      if (is(word_kind::finite, i)) return is(word_kind::auxiliary, i);
    }
    return false;
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

  bool is_infinitive(std::size_t index) const { return index > 0 && is(word_kind::infinitive, index - 1); }

  /// "Having a plan will help": the verb is still to come. Not in "denied having said so".
  bool is_opening_gerund(std::size_t index) const { return index == 0 && is(word_kind::gerund, 0) && is_capital(character_at(word(0), 0).code); }

  void find_verb() {
    std::size_t relative_clauses = 0;  // whose verbs are still to come
    if (is_opening_gerund(next_)) ++next_;
    for (; next_ < spans_.size(); ++next_) {
      const LexiconBits::Bits here = words_.kinds(word(next_));
      std::size_t count = 1;
      const LexiconEntry* modal = is_name(next_) ? nullptr : phrase_at(words_.modals, next_, count);
      if (modal != nullptr || ((here & word_kind::finite) != 0 && !is_noun(next_))) {
        if (modal == nullptr && is_participle(next_)) continue;
        if (relative_clauses > 0) {
          --relative_clauses;
          const LexiconBits::Bits of_that_verb = word_kind::negation | (is(word_kind::auxiliary, next_) ? word_kind::auxiliary : 0);
          while (is(of_that_verb, next_ + 1)) ++next_;
          continue;
        }
        return take_verb(modal, std::max<std::size_t>(count, 1));
      }
      if ((here & word_kind::relative) != 0) ++relative_clauses;
      else if ((here & word_kind::subordinator) != 0) return;
      else if (relative_clauses == 0 && (here & word_kind::negation) != 0) status_.negated = status_.negated || negates(next_);
      else if (relative_clauses == 0 && !is_of_noun(next_)) next_ += take_hedge(next_) - 1;
    }
  }

  void take_verb(const LexiconEntry* modal, std::size_t count) {
    if (modal != nullptr) status_.modality = modality_named(words_.modals->attribute(*modal, "modality"));
    const bool perfect = is(word_kind::perfect, next_);
    status_.is_subjunctive = modal == nullptr && is(word_kind::subjunctive, next_) && !is_infinitive(next_);
    for (; count > 0; --count, ++next_) {
      if (negates(next_)) status_.negated = true;
    }
    // "There is no sign", "she is in no doubt", "they have found no sign"
    const bool passes_one = is(word_kind::preposition, next_) || (perfect && !is(word_kind::speech | word_kind::determiner, next_));
    if (is(word_kind::nothing, next_) || (passes_one && is(word_kind::nothing, next_ + 1))) status_.negated = true;
    // What stands behind "and" has a verb group of its own, or is something else that is said.
    const auto ends = [&](std::size_t i) { return comma_before(i) || is(word_kind::conjunction, i); };
    for (std::size_t i = next_; i < std::min(next_ + nearby, spans_.size()) && !ends(i);) {
      if (negates(i)) status_.negated = true;
      i += is_of_noun(i) ? 1 : take_hedge(i);
    }
  }

  /// "a likely winner": behind a determiner a hedge tells of a noun.
  bool is_of_noun(std::size_t index) const { return index > 0 && is(word_kind::determiner, index - 1); }

  /// How many words to go on by: "as soon as possible" hedges nothing.
  std::size_t take_hedge(std::size_t index) {
    std::size_t count = 0;
    const LexiconEntry* hedge = phrase_at(words_.hedges, index, count);
    if (hedge == nullptr) return 1;
    if (status_.modality == Modality::asserted) status_.modality = modality_named(words_.hedges->attribute(*hedge, "modality"));
    return count;
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
      std::size_t count = 0;
      if (is(word_kind::condition, i) || phrase_at(words_.conditions, i, count) != nullptr) return true;
    }
    return false;
  }

  const ClauseWords& words_;
  std::string_view text_;
  WordSpans spans_;
  std::size_t next_ = 0;
  bool opening_condition_ = false;
  ClauseStatus status_;
};

}  // namespace

ClauseWords::ClauseWords(const RuleSet& rules)
    : modals(rules.lexicon("status.modals")),
      hedges(rules.lexicon("status.hedges")),
      conditions(rules.lexicon("status.condition_phrases")),
      kinds_(kinds_of(rules)) {}

Modality modality_named(std::string_view name) {
  const auto found = std::find_if(modalities.begin(), modalities.end(), [&](const auto& each) { return each.first == name; });
  return found == modalities.end() ? Modality::asserted : found->second;
}

ClauseStatus read_clause(const ClauseWords& words, const Document& document, Span content) { return ClauseReader(words, document, content).read(); }

}  // namespace onrecord
