#include "onrecord/extract/matching/anchor_fit.h"

#include <algorithm>

namespace onrecord {

void AnchorFit::find_patterns(const Layer& layer, const AnchoredPatterns& patterns, const ViewToken* token, std::vector<std::uint64_t>& fitting) const {
  const std::size_t count = patterns.patterns.size();
  fitting.assign(bits::words_for(count), ~std::uint64_t{0});
  if (count % word_bits != 0) fitting.back() >>= word_bits - count % word_bits;
  if (token == nullptr) return;
  for (const FittingPatterns& of_choice : patterns.fitting) {
    const auto& fit = of_choice.by_value[value_number(layer, *token, of_choice.choice)];
    for (std::size_t i = 0; i < fitting.size(); ++i) fitting[i] &= fit[i];
  }
}

/// The number of the value that a choice field of a token has, from 1 on; 0 where it has none.
std::size_t AnchorFit::value_number(const Layer& layer, const ViewToken& token, std::uint32_t choice) const {
  const MaskedType& masked = layer.vocabulary.masks[token.mask];
  const std::uint32_t field = masked.choices[choice].index;
  const auto& choices = rules_.types()[masked.type].fields[field].choices;
  const auto found = std::find(choices.begin(), choices.end(), annotations_.value(token.annotation, field).symbol);
  return found == choices.end() ? 0 : static_cast<std::size_t>(found - choices.begin()) + 1;
}

bool AnchorFit::choices_fit(const Layer& layer, const TokenQuery& query, const ViewToken& token) const {
  return std::all_of(query.choices.begin(), query.choices.end(), [&](const auto& wanted) {
    const std::size_t value = value_number(layer, token, wanted.first);
    return value != 0 && std::find(wanted.second.begin(), wanted.second.end(), value - 1) != wanted.second.end();
  });
}

bool AnchorFit::word_fits(const TokenQuery& query, const View& view, Span tag) {
  if (query.words.empty()) return true;
  constexpr std::uint32_t tag_bytes = 3;
  const std::string_view word = slice(view.text(), {tag.begin + tag_bytes, tag.end});
  return std::binary_search(query.words.begin(), query.words.end(), word);
}

bool AnchorFit::filters_accept(std::span<const AnchorFilter> filters, const ViewToken& token) const {
  return std::all_of(filters.begin(), filters.end(), [&](const AnchorFilter& filter) {
    const bool hit = filter.lexicon != nullptr ? filter.lexicon->find(document_.folded.slice(source_of(token))) != nullptr
                                               : filter.accepted[annotations_.value(token.annotation, filter.anchor_value).symbol];
    return hit != filter.refuses;
  });
}

Span AnchorFit::source_of(const ViewToken& token) const {
  const Annotation& annotation = annotations_.at(token.annotation);
  const auto& fields = rules_.types()[annotation.type].fields;
  const auto first = std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.kind == FieldKind::span; });
  if (first == fields.end()) return annotation.span;
  const Value& value = annotations_.value(token.annotation, static_cast<std::uint32_t>(first - fields.begin()));
  return value.present() ? value.span : annotation.span;
}

}  // namespace onrecord
