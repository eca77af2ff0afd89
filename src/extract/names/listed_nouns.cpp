#include "onrecord/extract/names/listed_nouns.h"

#include <algorithm>

namespace onrecord {
namespace {

/// Whether a stretch is a few words of which the last is a noun for people, in small letters but for the start of a sentence: "Police", "city prosecutors".
bool is_group(const NameWords& words, const Document& document, Span stretch) {
  constexpr std::size_t most_words = 3;
  const WordSpans parts = document.words_in(stretch);
  if (parts.empty() || parts.size() > most_words || parts.front().begin != stretch.begin || parts.back().end != stretch.end) return false;
  const std::string_view last = document.folded.slice_within(parts.back());
  const bool joined = std::any_of(parts.begin(), parts.end(), [&](Span word) { return words.is_preposition(document.folded.slice_within(word)); });
  return !joined && words.source_noun(last) == SourceNoun::people;
}

/// "builders and drivers from the town", "masons and the council": the last of a list is a group, whatever is told of it, or a body.
bool ends_in_group(const NameWords& words, const Document& document, const MentionHead& head, Span last) {
  const SourceNoun noun = words.source_noun(document.folded.slice_within(last));
  if (noun == SourceNoun::people || noun == SourceNoun::body) return true;
  return !head.noun.empty() && words.source_noun(document.folded.slice_within(head.noun)) == SourceNoun::people;
}

}  // namespace

Span with_groups_before(const NameWords& words, const Document& document, const MentionHead& head, Span mention) {
  constexpr std::uint32_t comma = 2;  // with the space behind it
  constexpr std::uint32_t reach = 80;
  if (head.kind != MentionHead::Kind::noun || document.folded.before(mention.begin, comma) != ", ") return mention;
  const WordSpans parts = document.words_in(mention);
  const bool closes = std::any_of(parts.begin(), parts.end(), [&](Span word) { return words.is_conjunction(document.folded.slice_within(word)); });
  if (!closes || !ends_in_group(words, document, head, parts.back())) return mention;
  std::uint32_t begin = mention.begin;
  while (mention.begin - begin < reach && document.folded.before(begin, comma) == ", ") {
    const std::string_view before = document.folded.before(begin - comma, reach);
    const std::uint32_t sentence = document.sentences[document.sentence_at(begin)].span.begin;
    const std::size_t other = before.rfind(", ");
    const std::uint32_t from =
        std::max(sentence, other == std::string_view::npos ? sentence : static_cast<std::uint32_t>(begin - comma - before.size() + other + comma));
    if (from >= begin - comma || !is_group(words, document, {from, begin - comma})) return mention;
    begin = from;
    if (document.opens_sentence(begin)) return {begin, mention.end};
  }
  return mention;
}

}  // namespace onrecord
