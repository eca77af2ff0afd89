#include <algorithm>

#include "onrecord/extract/record/content.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/extract/statements/attribution_speakers.h"
#include "onrecord/extract/statements/claim_contents.h"
#include "onrecord/extract/statements/floating.h"
#include "onrecord/extract/statements/listed_contents.h"
#include "onrecord/extract/statements/narrator.h"
#include "onrecord/extract/statements/quotation_beside.h"
#include "onrecord/extract/statements/quotation_cues.h"
#include "onrecord/extract/statements/quote_form.h"
#include "onrecord/extract/statements/quoted_subject.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/extract/statements/statement_order.h"
#include "onrecord/extract/statements/status.h"
#include "onrecord/extract/statements/transcript_labels.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/outer_quotations.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

constexpr std::uint32_t none = Statement::none;

constexpr std::string_view separators = " \t\n,;:";  // between what is said and what is not

/// Turns attributions into statements, in the order of their cues.
class StatementBuilder {
 public:
  StatementBuilder(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, const Subjects& subjects)
      : document_(document),
        structure_(structure),
        text_(document.folded.text()),
        stance_(rules.symbol("stance")),
        work_words_(rules.lexicon("work_words")),
        words_(rules),
        subjects_(rules, document, annotations, subjects),
        speakers_(document, words_, subjects_, rules.lexicon("source_preposition")),
        outer_(document),
        cues_(rules, document, outer_),
        taken_(document.quotations.size(), false) {}

  std::vector<Statement> build(const RuleSet& rules, const Annotations& annotations) {
    std::vector<AttributionFound> attributions = find_attributions(rules, document_, annotations, subjects_);
    read_labels(rules, words_, document_, structure_, annotations, attributions);
    for (AttributionFound& found : attributions) {
      if (found.speaker.empty() && found.from_subject) found.speaker = speakers_.contracted_before(found.cue);
    }
    for (const AttributionFound& found : attributions) cues_.note(found);
    for (const AttributionFound& found : attributions) add(found);
    for (const auto* turns : {&structure_.transcript.turns, &structure_.transcript.posts, &structure_.transcript.answers}) {
      for (const Turn& turn : *turns) add_turn(attributions_of(rules, document_, annotations, turn));
    }
    std::vector<std::uint32_t> left;
    for (const std::uint32_t quotation : outer_.all()) {
      if (!taken_[quotation]) left.push_back(quotation);
    }
    attribute_floating({document_, structure_, rules.symbol("stance"), subjects_, words_}, left, statements_);
    append_narrator_claims(rules, document_, structure_, annotations, statements_);
    find_status(rules, document_, statements_);
    return in_order(std::move(statements_));
  }

 private:
  /// Whether what is said to hold a stance cannot (“the recipe calls for salt”), or nobody is there who could (“when asking for a loaf”).
  bool is_of_nobody(const AttributionFound& found) const {
    const std::vector<Span> who = speakers_.of(found, statements_);
    if (who.empty()) return found.from_subject && outer_.overlapping(found.content).empty();
    return who.size() == 1 && is_plain_thing(document_, words_, who.front());
  }

  /// Whether all that tells who says it is a word for whoever reads: “you might think that the bridge is old”. In a transcript somebody is asked so.
  bool is_of_reader(const AttributionFound& found) const {
    if (!structure_.transcript.turns.empty() || !found.quote.empty()) return false;
    const std::vector<Span> who = speakers_.of(found, statements_);
    return who.size() == 1 && words_.pronoun(before_apostrophe(slice(text_, without_space(text_, who.front())))) == Pronoun::reader;
  }

  Statement common(const AttributionFound& found) const {
    Statement statement;
    statement.cue = found.cue;
    statement.lemma = found.lemma;
    statement.cue_class = found.cue_class;
    statement.claim_kind = found.kind;
    statement.by_label = tells_by_label(document_, found);
    statement.speakers = speakers_.of(found, statements_);
    statement.sentence = found.sentence;
    statement.rule = found.rule;
    return statement;
  }

  void add(const AttributionFound& found) {
    if ((found.kind == stance_ && is_of_nobody(found)) || is_of_reader(found)) return;
    const auto first = static_cast<std::uint32_t>(statements_.size());
    for (const Span quote : {found.quote, found.quote2}) {
      if (const std::uint32_t quotation = outer_.at(quote); quotation != none) add_quote(found, quotation, none);
    }
    for (const Span part : {found.content, found.content2}) add_content(found, structure_.behind_dateline(document_, part));
    if (found.quote.empty() && found.content.empty()) {
      const std::uint32_t quotation = quotation_beside(document_, outer_, found.sentence);
      if (quotation != none) add_quote(found, quotation, none);
      if (quotation == none && found.has_list_below)
        for (const Span item : listed_contents(document_, structure_, words_, found.sentence)) add_content(found, item);
    }
    const auto last = static_cast<std::uint32_t>(statements_.size());
    group_parts(first, last);
  }

  /// Comes behind all attributions: whoever is quoted in a turn speaks, and not who has the turn.
  void add_turn(const std::vector<AttributionFound>& paragraphs) {
    const auto first = static_cast<std::uint32_t>(statements_.size());
    for (const AttributionFound& found : paragraphs) add_content(found, found.content);
    group_parts(first, static_cast<std::uint32_t>(statements_.size()));
  }

  /// The stretches on both sides of one cue are one statement; quotes inside a claim are not parts of it.
  void group_parts(std::uint32_t first, std::uint32_t last) {
    std::uint32_t parts = 0;
    for (std::uint32_t i = first; i < last; ++i) parts += statements_[i].claim == none ? 1 : 0;
    if (parts < 2) return;
    for (std::uint32_t i = first; i < last; ++i) {
      if (statements_[i].claim == none) statements_[i].group = first;
    }
  }

  void add_quote(const AttributionFound& found, std::uint32_t quotation, std::uint32_t claim) {
    if (taken_[quotation] || is_work_title(document_, document_.quotations[quotation], work_words_) ||
        is_short_name(document_, document_.quotations[quotation]))
      return;
    if (cues_.has_better(quotation, found, claim != none)) return;
    Statement statement = common(found);
    statement.kind = Statement::Kind::quote;
    statement.claim = claim;
    const auto first = static_cast<std::uint32_t>(statements_.size());
    for (const std::uint32_t part : parts_of(quotation)) {
      taken_[part] = true;
      statement.quotation = part;
      statement.content = document_.quotations[part].inner;
      if (part == quotation || statements_.size() == first)
        statement.quote_kind = is_full_quote(document_, statement.content) && claim == none ? QuoteKind::full : QuoteKind::partial;
      statements_.push_back(statement);
    }
    const auto end = static_cast<std::uint32_t>(statements_.size());
    for (std::uint32_t i = first; end > first + 1 && i < end; ++i) statements_[i].group = first;
  }

  /// The quotation and its parts in the paragraphs above and below that nobody else is said to have spoken, by place.
  std::vector<std::uint32_t> parts_of(std::uint32_t quotation) const {
    std::vector<std::uint32_t> parts{quotation};
    char mark = mark_of(quotation);  // straight marks may hold a quotation in curly ones
    for (std::uint32_t part = outer_.part_before(quotation); part != none && !taken_[part] && !cues_.told_behind(part); part = outer_.part_before(part)) {
      const char other = mark_of(part);
      if (mark != 0 && other != 0 && other != mark) break;
      if (mark == 0) mark = other;
      parts.push_back(part);
    }
    std::reverse(parts.begin(), parts.end());
    for (std::uint32_t part = outer_.next_part(quotation); part != none; part = outer_.next_part(part)) {
      if (!taken_[part] && !cues_.told_behind(part)) parts.push_back(part);
    }
    return parts;
  }

  /// The first byte of its opening mark; 0: it goes on from the paragraph above, and has none.
  char mark_of(std::uint32_t quotation) const {
    const Quotation& whole = document_.quotations[quotation];
    return whole.span.begin == whole.inner.begin ? char{0} : text_[whole.span.begin];
  }

  void add_content(const AttributionFound& found, Span part) {
    const Span content = without_edges(text_, part, separators);
    if (content.empty()) return;
    const std::vector<std::uint32_t> inside = outer_.overlapping(content);
    if (inside.size() == 1 && is_only(text_, content, document_.quotations[inside[0]].span)) {
      add_quote(found, inside[0], none);
      return;
    }
    if (claims_.cross(content)) {  // it would say the same words twice
      for (const std::uint32_t quotation : inside) add_quote(found, quotation, none);
      return;
    }
    claims_.add(content);
    Statement claim = common(found);
    claim.content = content;
    const auto index = static_cast<std::uint32_t>(statements_.size());
    statements_.push_back(std::move(claim));
    for (const std::uint32_t quotation : inside) add_quote(found, quotation, index);
  }

  const Document& document_;
  const Structure& structure_;
  std::string_view text_;
  Symbol stance_;              // the kind of claims that no thing makes
  const Lexicon* work_words_;  // before the names of works
  NameWords words_;
  ClauseSubjects subjects_;
  AttributionSpeakers speakers_;
  OuterQuotations outer_;
  QuotationCues cues_;
  std::vector<bool> taken_;  // of each quotation: whether a statement has it
  ClaimContents claims_;
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> find_statements(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                                       const Subjects& subjects) {
  return StatementBuilder(rules, document, structure, annotations, subjects).build(rules, annotations);
}

}  // namespace onrecord
