#include "onrecord/extract/matching/unit_symbols.h"

#include <algorithm>

namespace onrecord {
namespace {

/// What a view holds beside the text's own characters and tokens: see `ViewWriter`.
SymbolSet made_symbols(std::string_view characters) {
  SymbolSet symbols;
  symbols.add_text(characters);
  symbols.add_text(view_code::inner_dot);
  return symbols;
}

/// Those of `marks` (tokens or tags of a view) that begin in the stretch.
template <typename Mark, typename Found>
void for_each_in(const std::vector<Mark>& marks, Span stretch, const Found& found) {
  const auto first = std::lower_bound(marks.begin(), marks.end(), stretch.begin, [](const Mark& mark, std::uint32_t begin) { return mark.span.begin < begin; });
  for (auto mark = first; mark != marks.end() && mark->span.begin < stretch.end; ++mark) found(*mark);
}

}  // namespace

SymbolSet UnitSymbols::of_unit(const Layer& layer, UnitSpan unit) const {
  static const SymbolSet in_every_view = made_symbols(" _");
  static const SymbolSet in_tokens = made_symbols("0123456789");
  SymbolSet symbols = in_every_view;
  if (words_ != nullptr && layer.unit == Unit::sentence && layer.phrases) {
    symbols.add(words_->symbols(unit.sentence));
  } else {
    symbols.add_text(slice(document_.folded.text(), unit.span));
    symbols.add_all_lexicons();
  }
  for (const MaskedType& mask : layer.vocabulary.masks) {
    if (!holds(mask.type, unit.span)) continue;
    symbols.add_type(mask.type);
    symbols.add(in_tokens);
  }
  return symbols;
}

bool UnitSymbols::holds(TypeId type, Span unit) const {
  const auto& of_type = annotations_.of(type);
  const auto first = std::lower_bound(of_type.begin(), of_type.end(), unit.begin,
                                      [&](std::uint32_t at, std::uint32_t begin) { return annotations_.at(at).span.begin < begin; });
  return first != of_type.end() && annotations_.at(*first).span.begin < unit.end;
}

SymbolSet UnitSymbols::of_stretch(const Layer& layer, const View& view, Span stretch, const SymbolSet& whole) const {
  SymbolSet symbols = whole;
  symbols.clear_types_and_lexicons();
  for_each_in(view.tokens(), stretch, [&](const ViewToken& token) { symbols.add_type(layer.vocabulary.masks[token.mask].type); });
  for_each_in(view.tags(), stretch, [&](const ViewTag& tag) { symbols.add_lexicon(layer.vocabulary.tags[tag.tag]->number()); });
  return symbols;
}

}  // namespace onrecord
