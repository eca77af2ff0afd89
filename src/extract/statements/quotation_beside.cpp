#include "onrecord/extract/statements/quotation_beside.h"

#include <algorithm>
#include <vector>

namespace onrecord {
namespace {

constexpr std::uint32_t none = OuterQuotations::none;

std::uint32_t quotation_before(const Document& document, const OuterQuotations& outer, const Sentence& sentence) {
  const std::uint32_t found = outer.last_before(sentence.span.begin);
  if (found == none) return none;
  const Quotation& quotation = document.quotations[found];
  // Of a paragraph that tells who speaks in it, the paragraph below tells nothing.
  const bool is_above = quotation.paragraph + 1 == sentence.paragraph && quotation.span.begin == document.lines[quotation.paragraph].span.begin;
  if (quotation.paragraph != sentence.paragraph && !is_above) return none;
  const std::uint32_t end = quotation.span.end;
  return is_only(document.folded.text(), {end, sentence.span.begin}, {end, end}) ? found : none;
}

std::uint32_t quotation_after(const Document& document, const OuterQuotations& outer, const Sentence& sentence) {
  const std::vector<std::uint32_t>& all = outer.all();
  const auto next =
      std::lower_bound(all.begin(), all.end(), sentence.span.end, [&](std::uint32_t i, std::uint32_t end) { return document.quotations[i].span.begin < end; });
  if (next == all.end()) return none;
  const Quotation& quotation = document.quotations[*next];
  const bool is_near = quotation.paragraph - sentence.paragraph <= 1;
  return is_near && is_only(document.folded.text(), {sentence.span.end, quotation.span.end}, quotation.span) ? *next : none;
}

/// Whether a sentence goes on behind itself: "She wrote:", "she wrote in her letter,", "What did she say?"
bool leads_on(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\n");
  return last != std::string_view::npos && (text[last] == ':' || text[last] == ',' || text[last] == '?');
}

}  // namespace

bool is_only(std::string_view text, Span outer, Span inner) {
  const auto blank = [&](Span part) { return slice(text, part).find_first_not_of(" \t\n,;:.!?") == std::string_view::npos; };
  return outer.contains(inner) && blank({outer.begin, inner.begin}) && blank({inner.end, outer.end});
}

std::uint32_t quotation_beside(const Document& document, const OuterQuotations& outer, std::uint32_t sentence) {
  const Sentence& own = document.sentences[sentence];
  return leads_on(document.folded.slice(own.span)) ? quotation_after(document, outer, own) : quotation_before(document, outer, own);
}

}  // namespace onrecord
