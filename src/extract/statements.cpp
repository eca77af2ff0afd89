#include <algorithm>
#include <numeric>
#include <optional>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/floating.h"
#include "onrecord/extract/narrator.h"
#include "onrecord/extract/statement.h"
#include "onrecord/extract/status.h"

namespace onrecord {
namespace {

constexpr std::uint32_t none = Statement::none;

bool is_edge(std::string_view text, std::size_t i) {
  return std::string_view(" \t\n,;:").find(text[i]) != std::string_view::npos;
}

/// Without white space and separators at both ends.
Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && is_edge(text, span.begin)) ++span.begin;
  while (!span.empty() && is_edge(text, span.end - 1)) --span.end;
  return span;
}

/// Whether `outer` holds nothing but `inner` and punctuation.
bool is_only(std::string_view text, Span outer, Span inner) {
  const auto blank = [&](Span part) {
    return std::all_of(text.begin() + part.begin, text.begin() + part.end, [](char c) { return std::string_view(" \t\n,;:.!?").find(c) != std::string_view::npos; });
  };
  return outer.contains(inner) && blank({outer.begin, inner.begin}) && blank({inner.end, outer.end});
}

/// Turns attributions into statements, in the order of their cues.
class StatementBuilder {
 public:
  StatementBuilder(const Document& document, const Structure& structure) : document_(document), structure_(structure), text_(document.folded.text()) {
    for (std::uint32_t i = 0; i < document.quotations.size(); ++i) {
      if (document.quotations[i].depth == 0) outer_.push_back(i);
    }
  }

  std::vector<Statement> build(const RuleSet& rules, const Annotations& annotations) {
    const std::vector<AttributionFound> attributions = find_attributions(rules, document_, annotations);
    for (const AttributionFound& found : attributions) add(found);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t quotation : outer_) {
      if (!is_taken(quotation)) left.push_back(quotation);
    }
    attribute_floating({document_, structure_, rules.symbol("stance"), main_subjects(rules, annotations)}, left, statements_);
    append_narrator_claims(rules, document_, annotations, statements_);
    find_status(rules, document_, statements_);
    return sorted();
  }

 private:
  bool is_taken(std::uint32_t quotation) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& statement) { return statement.quotation == quotation; });
  }

  Statement common(const AttributionFound& found) const {
    Statement statement;
    statement.cue = found.cue;
    statement.lemma = found.lemma;
    statement.cue_class = found.cue_class;
    statement.claim_kind = found.kind;
    statement.speakers = speakers_of(found);
    statement.sentence = found.sentence;
    statement.rule = found.rule;
    return statement;
  }

  /// The mention the attribution names; without one, the speaker of the statement before in its sentence, else the
  /// subject of the sentence.
  std::vector<Span> speakers_of(const AttributionFound& found) const {
    if (!found.speaker.empty()) return {found.speaker};
    if (!found.from_subject) return {};
    for (auto before = statements_.rbegin(); before != statements_.rend(); ++before) {
      if (before->sentence != found.sentence) break;
      if (before->cue.begin < found.cue.begin && !before->speakers.empty() && !is_reported_before(*before, found)) return before->speakers;
    }
    if (!found.subject.empty()) return {found.subject};
    return {};
  }

  /// Whether `inner` stands in what somebody else said, and that has ended before the attribution: its speaker does not
  /// go on speaking.
  bool is_reported_before(const Statement& inner, const AttributionFound& found) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& outer) {
      return outer.sentence == found.sentence && outer.content.contains(inner.cue) && outer.content.end <= found.cue.begin;
    });
  }

  void add(const AttributionFound& found) {
    const auto first = static_cast<std::uint32_t>(statements_.size());
    for (const Span quote : {found.quote, found.quote2}) {
      if (const std::uint32_t quotation = quotation_at(quote); quotation != none) add_quote(found, quotation, none);
    }
    for (const Span content : {found.content, found.content2}) add_content(found, trimmed(text_, content));
    if (found.quote.empty() && found.content.empty()) {
      if (const std::uint32_t quotation = quotation_before(found.sentence); quotation != none) add_quote(found, quotation, none);
    }
    const auto last = static_cast<std::uint32_t>(statements_.size());
    group_parts(first, last);
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

  std::uint32_t quotation_at(Span span) const {
    if (span.empty()) return none;
    for (const std::uint32_t i : outer_) {
      if (document_.quotations[i].inner == span || document_.quotations[i].span == span) return i;
    }
    return none;
  }

  /// The quotation that ends right before the sentence, in its paragraph or at the end of the one above.
  std::uint32_t quotation_before(std::uint32_t sentence) const {
    const Sentence& own = document_.sentences[sentence];
    for (const std::uint32_t i : outer_) {
      const Quotation& quotation = document_.quotations[i];
      if (own.paragraph - quotation.paragraph <= 1 && quotation.span.end <= own.span.begin && is_only(text_, {quotation.span.end, own.span.begin}, {quotation.span.end, quotation.span.end})) return i;
    }
    return none;
  }

  void add_quote(const AttributionFound& found, std::uint32_t quotation, std::uint32_t claim) {
    if (is_taken(quotation)) return;
    Statement statement = common(found);
    statement.kind = Statement::Kind::quote;
    statement.quotation = quotation;
    statement.content = document_.quotations[quotation].inner;
    statement.claim = claim;
    statement.quote_kind = is_full_quote(document_, statement.content) && claim == none ? QuoteKind::full : QuoteKind::partial;
    const auto index = static_cast<std::uint32_t>(statements_.size());
    statements_.push_back(std::move(statement));
    add_continuations(index, quotation);
  }

  /// The parts of the same quotation in the paragraphs below.
  void add_continuations(std::uint32_t index, std::uint32_t quotation) {
    for (const std::uint32_t other : outer_) {
      if (other <= quotation || document_.quotations[other].group != document_.quotations[quotation].group || is_taken(other)) continue;
      Statement statement = statements_[index];
      statement.quotation = other;
      statement.content = document_.quotations[other].inner;
      statement.group = index;
      statements_[index].group = index;
      statements_.push_back(std::move(statement));
    }
  }

  void add_content(const AttributionFound& found, Span content) {
    if (content.empty()) return;
    std::vector<std::uint32_t> inside;
    for (const std::uint32_t i : outer_) {
      if (content.overlaps(document_.quotations[i].span)) inside.push_back(i);
    }
    if (inside.size() == 1 && is_only(text_, content, document_.quotations[inside[0]].span)) {
      add_quote(found, inside[0], none);
      return;
    }
    if (overlaps_claim(content)) return;
    Statement claim = common(found);
    claim.content = content;
    const auto index = static_cast<std::uint32_t>(statements_.size());
    statements_.push_back(std::move(claim));
    for (const std::uint32_t quotation : inside) add_quote(found, quotation, index);
  }

  /// A claim that crosses another's borders would say the same words twice.
  bool overlaps_claim(Span content) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& other) {
      return other.kind == Statement::Kind::claim && other.content.overlaps(content) && !other.content.contains(content) && !content.contains(other.content);
    });
  }

  std::vector<Statement> sorted() {
    std::vector<std::uint32_t> order(statements_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Span x = statements_[a].content;
      const Span y = statements_[b].content;
      return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
    });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Statement> result;
    for (const std::uint32_t i : order) {
      Statement statement = std::move(statements_[i]);
      for (std::uint32_t* link : {&statement.claim, &statement.group, &statement.carried_from}) {
        if (*link != none) *link = place[*link];
      }
      result.push_back(std::move(statement));
    }
    return result;
  }

  const Document& document_;
  const Structure& structure_;
  std::string_view text_;
  std::vector<std::uint32_t> outer_;  // outermost quotations
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> find_statements(const RuleSet& rules, const Document& document, const Structure& structure, Annotations& annotations) {
  return StatementBuilder(document, structure).build(rules, annotations);
}

}  // namespace onrecord
