#include "onrecord/extract/record/content.h"

#include <algorithm>
#include <string_view>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Whether the dot at the end of `text` ends letters with dots between them ("the U.S."): it belongs to the word.
bool ends_in_initials(std::string_view text) {
  const std::size_t n = text.size();
  return n >= 4 && is_ascii_letter(text[n - 2]) && text[n - 3] == '.' && is_ascii_letter(text[n - 4]);
}

/// Without one full stop at the end; the dots of an ellipsis and of an abbreviation stay.
Span without_full_stop(const Document& document, Span span) {
  const std::string_view text = document.folded.slice(span);
  if (!text.ends_with('.') || text.ends_with("..") || ends_in_initials(text)) return span;
  const auto& dots = document.inner_dots;
  if (!std::binary_search(dots.begin(), dots.end(), span.end - 1)) --span.end;
  return span;
}

/// Whether a bracket closes at the end that opens before the text: of "(Lee said that it rained.)".
bool closes_outside(std::string_view text) {
  return text.ends_with(')') && std::count(text.begin(), text.end(), '(') < std::count(text.begin(), text.end(), ')');
}

}  // namespace

Span without_edges(std::string_view text, Span span, std::string_view edge) {
  while (!span.empty() && edge.find(text[span.begin]) != std::string_view::npos) ++span.begin;
  while (!span.empty() && edge.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

Span quote_content(const Document& document, Span inner, QuoteKind kind) {
  Span span = without_space(document.folded.text(), inner);
  const std::string_view text = document.folded.slice(span);
  if (text.ends_with(',')) --span.end;
  else if (kind != QuoteKind::full) span = without_full_stop(document, span);
  return without_space(document.folded.text(), span);
}

Span claim_content(const Document& document, Span span) {
  span = without_edges(document.folded.text(), span, " \t\n\r\v\f,;");
  span = without_space(document.folded.text(), without_full_stop(document, span));
  if (!closes_outside(document.folded.slice(span))) return span;
  return without_space(document.folded.text(), without_full_stop(document, {span.begin, span.end - 1}));
}

}  // namespace onrecord
