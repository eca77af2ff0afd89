#include "onrecord/extract/statements/quote_form.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/text/quotation_marks.h"

namespace onrecord {
namespace {

constexpr std::size_t most_title_words = 7;
constexpr std::size_t most_words_with_subtitle = 14;
constexpr std::uint32_t small_word = 4;  // letters a word of a title may have without a capital: "with"
constexpr std::uint32_t longest_before = 40;
constexpr std::size_t most_subheading_words = 6;

/// Whether a name may begin so: letters beyond ASCII may be capitals.
bool is_capital(char c) { return is_ascii_capital(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_title_case(const Document& document, Span inner) {
  const std::string_view text = document.folded.text();
  const WordSpans words = document.words_in(inner);
  const bool has_subtitle = document.folded.slice(inner).find(": ") != std::string_view::npos;
  if (words.empty() || words.size() > (has_subtitle ? most_words_with_subtitle : most_title_words)) return false;
  const auto has_capital = [&](Span word) { return is_capital(text[word.begin]) || is_ascii_digit(text[word.begin]); };
  return has_capital(words.front()) && has_capital(words.back()) &&
         std::all_of(words.begin(), words.end(), [&](Span word) { return has_capital(word) || word.size() <= small_word; });
}

}  // namespace

bool ends_like_speech(const Document& document, Span inner) {
  const auto ends = [](std::string_view last) { return !last.empty() && std::string_view(",.?!").find(last.front()) != std::string_view::npos; };
  const std::string_view text = document.folded.slice(inner);
  if (text.empty() || ends(text.substr(text.size() - 1))) return !text.empty();
  const std::uint32_t behind = inner.end + quotation_mark_size(document.folded.text(), inner.end);
  return behind > inner.end && ends(document.folded.slice_within({behind, behind + 1}));
}

bool is_full_quote(const Document& document, Span inner) {
  const std::string_view text = document.folded.slice(inner);
  return !text.empty() && (is_capital(text.front()) || text.front() == '[') && ends_like_speech(document, inner);
}

bool is_written_as_name(const Document& document, const Quotation& quotation) {
  const std::string_view inner = document.folded.slice(quotation.inner);
  if (inner.empty() || std::string_view("?!").find(inner.back()) != std::string_view::npos) return false;
  return is_title_case(document, quotation.inner);
}

bool is_work_title(const Document& document, const Quotation& quotation, const Lexicon* work_words) {
  const std::string_view text = document.folded.text();
  if (work_words == nullptr || !is_written_as_name(document, quotation)) return false;
  const std::uint32_t from = quotation.span.begin > longest_before ? quotation.span.begin - longest_before : 0;
  const WordSpans before = document.words_in({from, quotation.span.begin});
  if (before.empty()) return false;
  const std::string_view gap = slice(text, {before.back().end, quotation.span.begin});
  return (gap == " " || gap == ", " || gap.empty()) && work_words->find(slice(text, before.back())) != nullptr;
}

bool is_short_name(const Document& document, const Quotation& quotation) {
  constexpr std::uint32_t longest_opening = 24;
  constexpr std::size_t most_words = 4, most_words_before = 2;  // "collectively, the"
  const std::string_view text = document.folded.text();
  if (quotation.span.end >= text.size() || text[quotation.span.end] != ')' || document.words_in(quotation.inner).size() > most_words) return false;
  const std::uint32_t from = quotation.span.begin > longest_opening ? quotation.span.begin - longest_opening : 0;
  const std::size_t bracket = text.substr(from, quotation.span.begin - from).rfind('(');
  if (bracket == std::string_view::npos) return false;
  const Span before{from + static_cast<std::uint32_t>(bracket) + 1, quotation.span.begin};
  const std::size_t words = document.words_in(before).size();
  if (words > most_words_before || slice(text, before).find_first_of("():;.") != std::string_view::npos) return false;
  return words > 0 || is_written_as_name(document, quotation);
}

bool is_subheading(const Document& document, const Quotation& quotation) {
  const std::string& text = document.folded.text();
  const Span paragraph = document.lines[quotation.paragraph].span;
  if (text[quotation.span.begin] != '\'' || paragraph.begin != quotation.span.begin) return false;
  return paragraph.end <= quotation.span.end + 1 && document.words_in(quotation.inner).size() <= most_subheading_words;
}

}  // namespace onrecord
