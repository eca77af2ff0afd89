#include "onrecord/extract/names/name_context.h"

#include <algorithm>

#include "onrecord/extract/matching/view.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {
namespace {

Gender gender_of(Pronoun pronoun) {
  if (pronoun == Pronoun::man || pronoun == Pronoun::of_man) return Gender::man;
  return pronoun == Pronoun::woman ? Gender::woman : Gender::unknown;
}

}  // namespace

std::uint32_t NameContext::quotation_at(std::uint32_t offset) const {
  const auto& quotations = document_.quotations;
  auto after =
      std::upper_bound(quotations.begin(), quotations.end(), offset, [](std::uint32_t at, const Quotation& quotation) { return at < quotation.span.begin; });
  while (after != quotations.begin()) {
    --after;
    if (after->depth == 0) return after->span.contains(offset) ? static_cast<std::uint32_t>(after - quotations.begin()) : OuterQuotations::none;
  }
  return OuterQuotations::none;
}

void NameContext::describe(NameMention& mention) const {
  const std::string& text = document_.folded.text();
  mention.paragraph = document_.line_at(mention.name.begin);
  mention.quoted = quotation_at(mention.name.begin) != OuterQuotations::none;
  const std::span<const Span> behind = document_.words.from(mention.name.end);
  mention.possessive = !behind.empty() && behind.front().begin == mention.name.end && words_.is_possessive(slice(text, behind.front()));
  mention.modifier = noun_behind(mention.name.end);
}

/// Whether a small noun for somebody follows.
bool NameContext::noun_behind(std::uint32_t end) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t longest_noun = 24;
  const std::span<const Span> words = document_.words.from(end);
  return !words.empty() && words.front().begin == end + 1 && words.front().end <= end + longest_noun && is_small_at(text, words.front().begin) &&
         words_.source_noun(slice(text, words.front())) != SourceNoun::none;
}

bool NameContext::has_pronoun_before(Gender gender, std::uint32_t offset) const {
  constexpr std::uint32_t reach = 10000;  // no paragraph that somebody wrote is longer
  if (document_.lines.empty()) return false;
  const std::uint32_t begin = std::max(document_.lines[document_.line_at(offset)].span.begin, offset > reach ? offset - reach : 0);
  const WordSpans words = document_.words_in({std::min(begin, offset), offset});
  return std::any_of(words.begin(), words.end(), [&](Span word) {
    return gender_of(words_.pronoun(slice(document_.folded.text(), word))) == gender && quotation_at(word.begin) == OuterQuotations::none;
  });
}

bool NameContext::are_joined(Span first, Span second) const {
  constexpr std::uint32_t longest_role = 30;  // "and her husband, Bo Li"
  if (second.begin < first.end || second.begin - first.end > longest_role) return false;
  const std::string& text = document_.folded.text();
  const WordSpans between = document_.words_in({first.end, second.begin});
  if (between.empty() || between.front().begin != first.end + 1 || !words_.is_conjunction(slice(text, between.front()))) return false;
  const bool verb = std::any_of(between.begin(), between.end(), [&](Span word) { return words_.is_finite_verb(slice(text, word)); });
  return !verb && slice(text, {first.end, second.begin}).find_first_of(".;:\n") == std::string_view::npos;
}

bool NameContext::agrees(std::uint32_t name) const {
  constexpr std::uint32_t reach = 30;
  const WordSpans words = document_.words_in({name - std::min(name, reach), name});
  const auto text = [&](std::size_t from_end) { return slice(document_.folded.text(), words[words.size() - from_end]); };
  return words.size() > 1 && words.back().end + 1 == name && words_.is_preposition(text(1)) && words_.is_agreeing(text(2));
}

Gender NameContext::gender_behind(Span name) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t reach = 80;
  constexpr std::size_t close_by = 5;
  const std::span<const Span> words = document_.words.from(name.end);
  const std::uint32_t next = document_.sentence_at(name.begin) + 1;
  const bool is_last = next >= document_.sentences.size();
  const std::uint32_t sentence_end = is_last ? static_cast<std::uint32_t>(text.size()) : document_.sentences[next].span.begin;
  for (std::size_t i = 0; i < std::min(words.size(), close_by) && words[i].begin < sentence_end && words[i].end <= name.end + reach; ++i) {
    const Pronoun pronoun = words_.pronoun(slice(text, words[i]));
    if (pronoun == Pronoun::of_man || pronoun == Pronoun::woman) return gender_of(pronoun);
  }
  if (is_last) return Gender::unknown;
  const std::span<const Span> opening = document_.words.from(sentence_end);
  constexpr std::uint32_t longest_opening = 6;  // of a pronoun and a mark before it
  return opening.empty() || opening.front().end > sentence_end + longest_opening ? Gender::unknown : gender_of(words_.pronoun(slice(text, opening.front())));
}

}  // namespace onrecord
