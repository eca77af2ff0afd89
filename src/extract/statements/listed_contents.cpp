#include "onrecord/extract/statements/listed_contents.h"

#include <algorithm>

#include "onrecord/text/bullet.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_items = 64;
constexpr std::uint32_t longest_item = 400;  // bytes

bool may_be_item(const Document& document, const Structure& structure, std::uint32_t line) {
  const LineClass kind = structure.of_line(line);
  return (kind == LineClass::body || kind == LineClass::heading) && document.lines[line].span.size() <= longest_item;
}

/// The line behind the list that begins with `first`; `first`: none does.
std::uint32_t end_of_list(const Document& document, const Structure& structure, std::uint32_t first) {
  const auto count = static_cast<std::uint32_t>(document.lines.size());
  const auto has_bullet = [&](std::uint32_t line) { return bullet_size(document.folded.slice(document.lines[line].span)) > 0; };
  const bool marked = first < count && has_bullet(first);
  std::uint32_t end = first;
  while (end < count && end - first < most_items && may_be_item(document, structure, end) &&
         (marked ? has_bullet(end) : end == first || document.lines[end].blank_before == 0))
    ++end;
  const bool set_apart = end - first > 1 && document.lines[first].blank_before > 0 && (end == count || document.lines[end].blank_before > 0);
  return marked || set_apart ? end : first;
}

/// With a verb, or several words and a full stop or a semicolon: many verbs are nouns, too, so that no list has them.
bool is_clause(const Document& document, const NameWords& words, Span item) {
  constexpr std::size_t fewest_words = 4;
  const WordSpans all = document.words_in(item);
  const char last = document.folded.slice(item).back();
  if (all.size() >= fewest_words && (last == '.' || last == ';')) return true;
  return std::any_of(all.begin(), all.end(), [&](Span word) { return words.is_finite_verb(document.folded.slice(word)); });
}

}  // namespace

std::vector<Span> listed_contents(const Document& document, const Structure& structure, const NameWords& words, std::uint32_t sentence) {
  const Sentence& lead = document.sentences[sentence];
  const Line& own = document.lines[lead.paragraph];
  if (lead.span.end != own.span.end || !document.folded.slice(lead.span).ends_with(':')) return {};
  std::vector<Span> contents;
  const std::uint32_t end = end_of_list(document, structure, lead.paragraph + 1);
  const auto behind =
      std::find_if(document.sentences.begin() + sentence, document.sentences.end(), [&](const Sentence& next) { return next.paragraph > lead.paragraph; });
  for (auto item = behind; item != document.sentences.end() && item->paragraph < end;) {
    const auto next = std::find_if(item, document.sentences.end(), [&](const Sentence& other) { return other.paragraph > item->paragraph; });
    if (const Span whole = cover(item->span, (next - 1)->span); is_clause(document, words, whole)) contents.push_back(whole);
    item = next;
  }
  return contents;
}

}  // namespace onrecord
