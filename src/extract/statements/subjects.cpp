#include "onrecord/extract/statements/subjects.h"

#include <algorithm>

#include "onrecord/rules/layers_on_demand.h"

namespace onrecord {

Subjects::Subjects(const RuleSet& rules, const Document& document, const Annotations& annotations, DocumentLayers* layers)
    : document_(document), annotations_(annotations), layers_(layers), type_(rules.type(demanded_type)), found_(document.sentences.size()) {
  if (type_ == no_type) return;
  const Type& type = rules.types()[type_];
  name_ = type.field("name");
  relative_ = type.field("relative");
  of_ = type.field("of");
}

std::span<const ClauseSubject> Subjects::in(std::uint32_t sentence) const {
  if (type_ == no_type || sentence >= found_.size()) return {};
  auto& found = found_[sentence];
  if (!found) found = read(sentence);
  return *found;
}

std::vector<ClauseSubject> Subjects::read(std::uint32_t sentence) const {
  if (layers_ != nullptr) layers_->need(sentence);
  const Span span = document_.sentences[sentence].span;
  const auto& all = annotations_.of(type_);
  const auto begins_before = [&](std::uint32_t index, std::uint32_t at) { return annotations_.at(index).span.begin < at; };
  const auto value = [&](std::uint32_t index, std::uint32_t field) { return field == no_field ? Value{} : annotations_.value(index, field); };
  std::vector<ClauseSubject> result;
  for (auto next = std::lower_bound(all.begin(), all.end(), span.begin, begins_before); next != all.end() && annotations_.at(*next).span.begin < span.end;
       ++next) {
    result.push_back({annotations_.at(*next).span, value(*next, name_).span, value(*next, relative_).present(), value(*next, of_).span});
  }
  return result;
}

}  // namespace onrecord
