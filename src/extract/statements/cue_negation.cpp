#include "onrecord/extract/statements/cue_negation.h"

#include <algorithm>
#include <array>

#include "onrecord/extract/matching/view.h"

// Words are read from the cue to the left: its auxiliaries and adverbs, then what governs it ("refused to", "stopped short of"), the
// auxiliaries of that, and at last the subject where it stands there. Nothing is read beyond a sign of punctuation.

namespace onrecord {
namespace {

constexpr std::uint32_t most_bytes = 150;  // before a cue that are read
constexpr int most_governors = 2;

/// What a word may be here, in the order of the lexicons.
namespace word_kind {
constexpr LexiconBits::Bits negation = 1U << 0U;     // "not", "won't"
constexpr LexiconBits::Bits nothing = 1U << 1U;      // "nobody", "neither"
constexpr LexiconBits::Bits focus = 1U << 2U;        // "only": behind a negation, there is none
constexpr LexiconBits::Bits withholding = 1U << 3U;  // "refused": "to say"
constexpr LexiconBits::Bits gainsaying = 1U << 4U;   // "without", "denied": "saying"
constexpr LexiconBits::Bits alternative = 1U << 5U;  // "or": a verb before it shares what negates it
constexpr LexiconBits::Bits joint = 1U << 6U;        // "nor"
constexpr LexiconBits::Bits possible = 1U << 7U;     // "may"
constexpr LexiconBits::Bits foreseen = 1U << 8U;     // "will", "expected" before "to"
constexpr LexiconBits::Bits condition = 1U << 9U;    // "if"
constexpr LexiconBits::Bits infinitive = 1U << 10U;  // "to"
constexpr LexiconBits::Bits determiner = 1U << 11U;
constexpr LexiconBits::Bits preposition = 1U << 12U;
constexpr LexiconBits::Bits adverb = 1U << 13U;
constexpr LexiconBits::Bits auxiliary = 7U << 14U;       // of three lists
constexpr LexiconBits::Bits complementizer = 1U << 17U;  // "that"
}  // namespace word_kind

LexiconBits kinds_of(const RuleSet& rules) {
  const std::array<const Lexicon*, 18> lists = {rules.lexicon("status.negation"),
                                                rules.lexicon("status.nothing"),
                                                rules.lexicon("status.focus"),
                                                rules.lexicon("status.withholding"),
                                                rules.lexicon("status.gainsaying"),
                                                rules.lexicon("status.alternative"),
                                                rules.lexicon("status.joint"),
                                                rules.lexicon("status.may_say"),
                                                rules.lexicon("status.will_say"),
                                                rules.lexicon("status.conditions"),
                                                rules.lexicon("to"),
                                                rules.lexicon("determiner"),
                                                rules.lexicon("preposition"),
                                                rules.lexicon("adverb"),
                                                rules.lexicon("auxiliary_be"),
                                                rules.lexicon("auxiliary_have"),
                                                rules.lexicon("auxiliary_modal"),
                                                rules.lexicon("status.complementizers")};
  return {rules, lists};
}

/// Reads the words left of one cue.
class LeftReader {
 public:
  LeftReader(const LexiconBits& kinds, const Lexicon* endings, const Document& document, Span cue)
      : kinds_(kinds),
        endings_(endings),
        text_(document.folded.text()),
        words_(document.words_in(before(document, cue))),
        left_(words_.size()),
        right_(cue.begin) {
    for (const Span word : document.words_in(cue)) turns_ += (kinds.of(slice(text_, word)) & word_kind::negation) != 0 ? 1 : 0;
  }

  CueNegation::Found read(const std::vector<Span>& speakers) {
    pass_group();
    for (int i = 0; i < most_governors && pass_governor(); ++i) pass_group();
    if (!speakers.empty()) pass_subject(speakers.front());
    return {turns_ % 2 == 1, joined_, modality_};
  }

 private:
  static Span before(const Document& document, Span cue) {
    const std::uint32_t line = document.lines[document.line_at(cue.begin)].span.begin;
    return {cue.begin - line <= most_bytes ? line : cue.begin - most_bytes, cue.begin};
  }

  /// What the word of that number may be; the last few are kept in mind, as several questions are asked of each.
  LexiconBits::Bits kinds_at(std::size_t word) const {
    Looked& looked = looked_[word % looked_.size()];
    if (looked.behind != word + 1) looked = {word + 1, kinds_.of(slice(text_, words_[word]))};
    return looked.kinds;
  }

  /// Whether the word that was read last is of a kind.
  bool is_last(LexiconBits::Bits kind) const { return left_ < words_.size() && (kinds_at(left_) & kind) != 0; }

  /// Whether the word `back` words left of what was read is of a kind, with nothing but space between.
  bool is_left(std::size_t back, LexiconBits::Bits kind) const { return touches(back) && (kinds_at(left_ - 1 - back) & kind) != 0; }

  bool touches(std::size_t back) const {
    if (left_ <= back) return false;
    for (std::size_t i = 0; i <= back; ++i) {
      const std::uint32_t end = words_[left_ - 1 - i].end;
      const std::uint32_t next = i == 0 ? right_ : words_[left_ - i].begin;
      if (slice(text_, {end, next}).find_first_not_of(' ') != std::string_view::npos) return false;
    }
    return true;
  }

  void pass(std::size_t count) {
    left_ -= count;
    right_ = words_[left_].begin;
  }

  /// Auxiliaries, adverbs and negations.
  void pass_group() {
    while (touches(0)) {
      const LexiconBits::Bits kinds = kinds_at(left_ - 1);
      if ((kinds & word_kind::negation) != 0) {
        turns_ += is_last(word_kind::focus) ? 0 : 1;
      } else if ((kinds & (word_kind::auxiliary | word_kind::adverb | word_kind::focus)) == 0 && !ends_as_adverb(words_[left_ - 1])) {
        return;
      }
      if ((kinds & word_kind::possible) != 0) modality_ = Modality::possible;
      if ((kinds & word_kind::foreseen) != 0) modality_ = Modality::predicted;
      pass(1);
    }
  }

  bool ends_as_adverb(Span word) const {
    if (endings_ == nullptr) return false;
    const std::string_view form = slice(text_, word);
    return std::any_of(endings_->entries().begin(), endings_->entries().end(), [&](const auto& entry) { return form.ends_with(endings_->word(entry)); });
  }

  /// "refused to", "was not able to", "had no reason to", "stopped short of", "avoided", "denied the", "confirm or". Whether there was one
  /// whose own group is to be read.
  bool pass_governor() {
    if (is_left(0, word_kind::joint)) return join(true);
    if (is_left(0, word_kind::alternative)) return join(false);
    if (is_left(0, word_kind::gainsaying)) return turn(1);
    if (is_left(0, word_kind::determiner)) return is_left(1, word_kind::gainsaying) && turn(2);
    const bool to = is_left(0, word_kind::infinitive);
    if ((to || is_left(0, word_kind::preposition)) && is_left(1, word_kind::withholding)) return turn(2);
    if (!to || !touches(1)) return false;
    pass(2);
    if (is_last(word_kind::foreseen)) modality_ = Modality::predicted;
    if (is_left(0, word_kind::nothing)) turn(1);
    return true;
  }

  bool turn(std::size_t words) {
    ++turns_;
    pass(words);
    return true;
  }

  /// Goes on left of the other verb. "nor" negates by itself, so that nothing is left to read.
  bool join(bool negates) {
    joined_ = true;
    if (negates) return turn(1) && false;
    if (!touches(1)) return false;
    pass(2);
    return true;
  }

  /// "No mason said", "Neither the mayor nor the council said", "Nor did the mayor say", "denied that she said".
  void pass_subject(Span subject) {
    if (!touches(0) || subject.end != words_[left_ - 1].end) return;
    while (left_ > 0 && words_[left_ - 1].begin >= subject.begin) pass(1);
    const bool inverted = is_left(0, word_kind::auxiliary) && is_left(1, word_kind::joint | word_kind::nothing | word_kind::negation);
    if (is_left(0, word_kind::condition)) modality_ = Modality::conditional;
    if (is_last(word_kind::nothing) || is_left(0, word_kind::joint) || inverted) ++turns_;
    if (is_left(0, word_kind::complementizer) && is_left(1, word_kind::gainsaying)) ++turns_;
  }

  const LexiconBits& kinds_;
  const Lexicon* endings_;
  std::string_view text_;
  WordSpans words_;
  std::size_t left_;     // how many of them are not read
  std::uint32_t right_;  // where what was read begins
  struct Looked {
    std::size_t behind = 0;  // number of the word behind it; 0: none was looked at
    LexiconBits::Bits kinds = 0;
  };
  mutable std::array<Looked, 4> looked_{};
  int turns_ = 0;
  bool joined_ = false;
  Modality modality_ = Modality::asserted;
};

}  // namespace

CueNegation::CueNegation(const RuleSet& rules, const Document& document)
    : document_(document), kinds_(kinds_of(rules)), endings_(rules.lexicon("status.adverb_endings")) {}

CueNegation::Found CueNegation::of(const Statement& statement) const {
  if (statement.cue.empty()) return {};
  return LeftReader(kinds_, endings_, document_, statement.cue).read(statement.speakers);
}

}  // namespace onrecord
