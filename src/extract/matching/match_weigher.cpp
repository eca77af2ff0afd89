#include "onrecord/extract/matching/match_weigher.h"

#include <algorithm>

#include "onrecord/extract/matching/match_observer.h"

namespace onrecord {

void MatchWeigher::add_groups(const Part& part, const std::vector<Span>& groups, std::uint32_t offset) {
  for (const FieldGroup& group : part.groups) {
    const Span span = groups[static_cast<std::size_t>(group.group)];
    if (span != no_match) fields_.emplace_back(group.field, Span{span.begin + offset, span.end + offset});
  }
}

bool MatchWeigher::weigh(const Rule& rule, std::uint32_t pattern, Span in_view) {
  values_.assign(rule.field_count, {});
  for (const auto& [field, span] : fields_) {
    if (field == no_field) in_view = span;
    else if (!values_[field].present() && !fill(rule, field, span)) return refuse(rule, pattern, unit_.view().to_source(in_view), {"until", field});
  }
  for (const auto& [field, symbol] : rule.set) values_[field].symbol = symbol;
  const Span span = unit_.view().to_source(in_view);
  if (observer_ != nullptr) observer_->matched(rule, pattern, in_view, span);
  if (!conditions_.fits_unit(rule, unit_.span())) return refuse(rule, pattern, span, {"limit"});
  if (const auto broken = conditions_.broken_by_values(rule, values_)) return refuse(rule, pattern, span, broken);
  if (const auto broken = conditions_.broken_by_sides(rule, unit_.view().text(), in_view)) return refuse(rule, pattern, span, broken);
  if (const auto broken = conditions_.broken_by_place(rule, span)) return refuse(rule, pattern, span, broken);
  put_up(rule, pattern, span);
  return true;
}

/// False where a cut leaves nothing of the field.
bool MatchWeigher::fill(const Rule& rule, std::uint32_t field, Span span) {
  const Span uncut = span;
  if (!unit_.end_early(rule, field, span)) return false;
  values_[field].span = span == uncut ? source_of(span) : unit_.view().to_source(span);
  if (std::find(rule.copy.begin(), rule.copy.end(), field) != rule.copy.end()) copy_fields(rule, span);
  return true;
}

bool MatchWeigher::weigh_word(const Rule& rule, Span span, const LexiconEntry& entry) {
  const Type& type = rules_.types()[rule.emits];
  values_.assign(rule.field_count, {});
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (type.fields[i].kind == FieldKind::span) values_[i].span = span;
    else if (rule.word_columns[i] != no_field) values_[i].symbol = rules_.attribute(*rule.words, entry, rule.word_columns[i]);
  }
  if (!conditions_.fits_unit(rule, unit_.span())) return refuse(rule, 0, span, {"limit"});
  if (const auto broken = conditions_.broken_by_values(rule, values_)) return refuse(rule, 0, span, broken);
  if (const auto broken = conditions_.broken_by_place(rule, span)) return refuse(rule, 0, span, broken);
  if (rule.not_left || rule.not_right) {
    const View& view = unit_.view();
    const Span in_view{view.from_source(span.begin), view.from_source(span.end)};
    if (const auto broken = conditions_.broken_by_sides(rule, view.text(), in_view)) return refuse(rule, 0, span, broken);
  }
  put_up(rule, 0, span);
  return true;
}

void MatchWeigher::add_best() {
  if (!candidates_.empty()) candidates_.add_best(unit_.layer().pick, annotations_, observer_);
}

bool MatchWeigher::refuse(const Rule& rule, std::uint32_t pattern, Span span, const BrokenCondition& broken) const {
  if (observer_ != nullptr) observer_->refused(rule, pattern, span, broken, broken.field == no_field ? "" : conditions_.text_of(values_[broken.field]));
  return false;
}

/// A group that is exactly one token means that annotation's first span field, else the text it covers. What a cut leaves of a longer group
/// is text: of "to appeal, saying so" stays "to appeal", not the verb alone.
Span MatchWeigher::source_of(Span view_span) {
  const ViewToken* token = unit_.view().token_at(view_span);
  return token == nullptr ? unit_.view().to_source(view_span) : anchor_fit_.source_of(*token);
}

void MatchWeigher::copy_fields(const Rule& rule, Span view_span) {
  const ViewToken* token = unit_.view().token_at(view_span);
  if (token == nullptr) return;
  for (const auto& [own, other] : shared_fields(rule.emits, annotations_.at(token->annotation).type)) {
    if (values_[own].symbol == 0) values_[own].symbol = annotations_.value(token->annotation, other).symbol;
  }
}

/// The fields that two types have in common by name, spans aside: numbers in the one and the other.
const MatchWeigher::FieldNumbers& MatchWeigher::shared_fields(TypeId own, TypeId other) {
  const auto known =
      std::find_if(shared_fields_.begin(), shared_fields_.end(), [&](const SharedFields& shared) { return shared.own == own && shared.other == other; });
  if (known != shared_fields_.end()) return known->numbers;
  SharedFields shared{own, other, {}};
  const Type& type = rules_.types()[own];
  const auto& fields = rules_.types()[other].fields;
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    const std::uint32_t number = type.field(fields[i].name);
    if (fields[i].kind != FieldKind::span && number != no_field && type.fields[number].kind != FieldKind::span) shared.numbers.emplace_back(number, i);
  }
  return shared_fields_.emplace_back(std::move(shared)).numbers;
}

void MatchWeigher::put_up(const Rule& rule, std::uint32_t pattern, Span span) {
  const std::uint32_t unique = rules_.types()[rule.emits].unique;
  const Span key = unique == no_field || values_[unique].span.empty() ? span : values_[unique].span;
  candidates_.add(rule, pattern, span, key, values_);
}

}  // namespace onrecord
