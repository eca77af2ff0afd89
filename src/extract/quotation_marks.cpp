#include "onrecord/extract/quotation_marks.h"

#include <string_view>

#include "onrecord/extract/view.h"

namespace onrecord {
namespace {

std::string_view ending_of(std::string_view inner) {
  while (!inner.empty() && (inner.back() == '\'' || inner.back() == '"' || inner.back() == ')')) inner.remove_suffix(1);
  if (inner.ends_with("\u2019") || inner.ends_with("\u201D")) inner.remove_suffix(3);
  if (inner.empty()) return "none";
  if (inner.ends_with("\u2014") || inner.ends_with("\u2013") || inner.ends_with("--")) return "dash";
  if (inner.ends_with("\u2026")) return "stop";
  switch (inner.back()) {
    case ',': return "comma";
    case '.': return "stop";
    case '?':
    case '!': return "question";
    case '-': return "dash";
    default: return "none";
  }
}

std::string_view opening_of(std::string_view inner) {
  while (!inner.empty() && (inner.front() == '\'' || inner.front() == '"' || inner.front() == '(' || inner.front() == '[' || inner.front() == '.')) inner.remove_prefix(1);
  if (inner.starts_with("\u2018") || inner.starts_with("\u2026")) inner.remove_prefix(3);
  if (inner.empty()) return "other";
  const char c = inner.front();
  if (c >= 'A' && c <= 'Z') return "capital";
  if (c >= 'a' && c <= 'z') return "small";
  return "other";
}

std::string_view size_of(std::size_t words) { return words <= 1 ? "word" : words <= 4 ? "phrase" : "long"; }

/// Sets the choice field `name`, where the type has it and knows the value.
void choose(const RuleSet& rules, const Type& type, std::string_view name, std::string_view value, std::vector<Value>& values) {
  if (const std::uint32_t field = type.field(name); field != no_field) values[field].symbol = rules.symbol(value);
}

}  // namespace

void annotate_quotations(const RuleSet& rules, const Document& document, Annotations& annotations) {
  const TypeId id = rules.type("quotation");
  if (id == no_type) return;
  const Type& type = rules.types()[id];
  for (const Quotation& quotation : document.quotations) {
    if (quotation.depth > 0) continue;
    std::vector<Value> values(type.fields.size());
    const std::string_view inner = document.folded.slice(quotation.inner);
    if (const std::uint32_t field = type.field("inner"); field != no_field) values[field].span = quotation.inner;
    choose(rules, type, "ending", ending_of(inner), values);
    choose(rules, type, "opening", opening_of(inner), values);
    choose(rules, type, "size", size_of(words_in(document.folded.text(), quotation.inner).size()), values);
    annotations.add(id, no_rule, quotation.span, values);
  }
}

}  // namespace onrecord
