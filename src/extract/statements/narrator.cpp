#include "onrecord/extract/statements/narrator.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "onrecord/extract/record/content.h"
#include "onrecord/extract/statements/clause_status.h"

namespace onrecord {
namespace {

/// Stretches of text that are taken.
class Taken {
 public:
  explicit Taken(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end());
    std::uint32_t reach = 0;
    for (const Span span : spans_) reach_.push_back(reach = std::max(reach, span.end));
  }

  bool overlaps(Span span) const {
    const auto behind = std::lower_bound(spans_.begin(), spans_.end(), span.end, [](Span taken, std::uint32_t end) { return taken.begin < end; });
    return behind != spans_.begin() && reach_[static_cast<std::size_t>(behind - spans_.begin()) - 1] > span.begin;
  }
  /// Whether one of them, of which none overlaps another, contains the span.
  bool hold(Span span) const {
    const auto behind = std::upper_bound(spans_.begin(), spans_.end(), span.begin, [](std::uint32_t begin, Span taken) { return begin < taken.begin; });
    return behind != spans_.begin() && std::prev(behind)->contains(span);
  }

 private:
  std::vector<Span> spans_;
  std::vector<std::uint32_t> reach_;  // for each span: the furthest end up to it
};

std::vector<Span> said_by_somebody(const std::vector<Statement>& statements) {
  std::vector<Span> spans;
  for (const Statement& statement : statements) {
    if (statement.kind == Statement::Kind::quote && statement.quote_kind == QuoteKind::term) continue;
    spans.push_back(statement.content);
    if (!statement.cue.empty()) spans.push_back(statement.cue);
  }
  return spans;
}

std::vector<Span> spans_of(const RuleSet& rules, const Annotations& annotations, std::string_view name) {
  std::vector<Span> spans;
  const TypeId type = rules.type(name);
  if (type == no_type) return spans;
  for (const std::uint32_t index : annotations.of(type)) spans.push_back(annotations.at(index).span);
  return spans;
}

/// Where somebody else speaks, or nobody claims anything: no claim of the writer.
class Bars {
 public:
  /// `asides`: clauses that a claim may hold, whoever speaks in them.
  Bars(std::vector<Span> bars, std::vector<Span> asides) : asides_(std::move(asides)), outside_(outside_of(bars)), all_(std::move(bars)) {}

  /// Whether they bar a claim that the words at `cue` make. What an aside holds is barred as anything else.
  bool meet(Span claim, Span cue) const { return (asides_.overlaps(cue) ? all_ : outside_).overlaps(claim); }

 private:
  std::vector<Span> outside_of(const std::vector<Span>& bars) const {
    std::vector<Span> outside;
    std::copy_if(bars.begin(), bars.end(), std::back_inserter(outside), [this](Span bar) { return !asides_.hold(bar); });
    return outside;
  }

  Taken asides_, outside_, all_;
};

/// Reads annotations of type `narrator_claim`.
class ClaimReader {
 public:
  ClaimReader(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, TypeId type)
      : rules_(rules), document_(document), structure_(structure), annotations_(annotations), type_(rules.types()[type]) {}

  Statement read(std::uint32_t index) const {
    Statement claim;
    claim.attribution = Attribution::narrator;
    const Value start = value(index, "start");
    const Span first = start.present() ? start.span : value(index, "cue").span;
    const Span clause = structure_.behind_dateline(document_, cover(first, value(index, "rest").span));
    claim.content = without_edges(document_.folded.text(), clause, " \t\n,;:.!");
    claim.claim_kind = value(index, "kind").symbol;
    claim.modality = modality_named(rules_.symbol(value(index, "modality").symbol));
    claim.sentence = document_.sentence_at(claim.content.begin);
    claim.rule = annotations_.at(index).rule;
    return claim;
  }
  /// The words that make it one.
  Span cue_of(std::uint32_t index) const { return value(index, "cue").span; }

 private:
  Value value(std::uint32_t index, std::string_view name) const {
    const std::uint32_t field = type_.field(name);
    return field == no_field ? Value{} : annotations_.value(index, field);
  }

  const RuleSet& rules_;
  const Document& document_;
  const Structure& structure_;
  const Annotations& annotations_;
  const Type& type_;
};

}  // namespace

void append_narrator_claims(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                            std::vector<Statement>& statements) {
  const TypeId type = rules.type("narrator_claim");
  if (type == no_type) return;
  const ClaimReader reader(rules, document, structure, annotations, type);
  std::vector<std::pair<Statement, Span>> claims;  // with their cues
  for (const std::uint32_t index : annotations.of(type)) claims.emplace_back(reader.read(index), reader.cue_of(index));
  std::stable_sort(claims.begin(), claims.end(), [](const auto& one, const auto& other) {
    const Span a = one.first.content, b = other.first.content;
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Span> bars = said_by_somebody(statements);
  const std::vector<Span> barred = spans_of(rules, annotations, "claim_bar");
  bars.insert(bars.end(), barred.begin(), barred.end());
  const Bars all_bars(std::move(bars), spans_of(rules, annotations, "claim_aside"));
  std::uint32_t end = 0;  // of the last claim taken
  for (auto& [claim, cue] : claims) {
    if (claim.content.empty() || claim.content.begin < end || all_bars.meet(claim.content, cue)) continue;
    end = claim.content.end;
    statements.push_back(std::move(claim));
  }
}

}  // namespace onrecord
