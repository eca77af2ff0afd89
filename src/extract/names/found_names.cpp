#include "onrecord/extract/names/found_names.h"

#include "onrecord/text/characters.h"

namespace onrecord {

Span without_possessive(const NameWords& words, const Document& document, Span name) {
  const WordSpans parts = document.words_in(name);
  if (parts.size() > 1 && words.is_possessive(document.folded.slice(parts.back()))) name.end = parts.back().begin;
  return name;
}

Gender gender_of_title(const NameWords& words, const Document& document, Span title) {
  for (const Span word : document.words_in(title)) {
    if (const Gender gender = words.title_gender(document.folded.slice(word)); gender != Gender::unknown) return gender;
  }
  return Gender::unknown;
}

Span behind_small_part(const Document& document, Span word) {
  constexpr std::uint32_t longest = 4;  // of the part, with the hyphen
  const std::string_view form = document.folded.slice(word);
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos || hyphen >= longest || !is_small_at(form, 0)) return {};
  const Span rest{word.begin + static_cast<std::uint32_t>(hyphen) + 1, word.end};
  return !rest.empty() && is_capital_at(document.folded.text(), rest.begin) ? rest : Span{};
}

}  // namespace onrecord
