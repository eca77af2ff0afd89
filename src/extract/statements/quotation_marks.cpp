#include "onrecord/extract/statements/quotation_marks.h"

#include <string_view>

#include "onrecord/base/ascii.h"

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
  while (!inner.empty() && (inner.front() == '\'' || inner.front() == '"' || inner.front() == '(' || inner.front() == '[' || inner.front() == '.'))
    inner.remove_prefix(1);
  if (inner.starts_with("\u2018") || inner.starts_with("\u2026")) inner.remove_prefix(3);
  if (inner.empty()) return "other";
  const char c = inner.front();
  if (is_ascii_capital(c)) return "capital";
  if (is_ascii_small(c)) return "small";
  return "other";
}

std::string_view size_of(std::size_t words) { return words <= 1 ? "word" : words <= 4 ? "phrase" : "long"; }

/// The fields of the type `quotation`, as far as the rule set has them.
class QuotationFields {
 public:
  QuotationFields(const RuleSet& rules, const Type& type)
      : rules_(rules), inner_(type.field("inner")), ending_(type.field("ending")), opening_(type.field("opening")), size_(type.field("size")) {}

  void fill(const Document& document, Span inner, std::vector<Value>& values) const {
    const std::string_view words = document.folded.slice(inner);
    if (inner_ != no_field) values[inner_].span = inner;
    choose(ending_, ending_of(words), values);
    choose(opening_, opening_of(words), values);
    choose(size_, size_of(document.words_in(inner).size()), values);
  }

 private:
  void choose(std::uint32_t field, std::string_view value, std::vector<Value>& values) const {
    if (field != no_field) values[field].symbol = rules_.symbol(value);
  }

  const RuleSet& rules_;
  std::uint32_t inner_, ending_, opening_, size_;
};

}  // namespace

void annotate_quotations(const RuleSet& rules, const Document& document, Annotations& annotations) {
  const TypeId id = rules.type("quotation");
  if (id == no_type) return;
  const Type& type = rules.types()[id];
  const QuotationFields fields(rules, type);
  std::vector<Value> values(type.fields.size());
  for (const Quotation& quotation : document.quotations) {
    if (quotation.depth > 0) continue;
    fields.fill(document, quotation.inner, values);
    annotations.add(id, no_rule, quotation.span, values);
  }
}

}  // namespace onrecord
