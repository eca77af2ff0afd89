#include "onrecord/extract/statements/subject_parts.h"

#include <algorithm>
#include <array>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t comma = 2;  // with the space behind it

}  // namespace

std::vector<Span> SubjectParts::of(Span mention) const {
  const Span before = before_comma(mention);
  if (before.empty()) return {mention};
  if (are_places(before) && !words_.is_place(text(mention))) return parts_of_list(before, mention);
  const WordSpans words = document_.words_in(before);
  return opens_noun_phrase(words) && ends_in_place_name(words) ? std::vector<Span>{before} : std::vector<Span>{mention};
}

/// What stands in the sentence before a place and the comma before that: few words, no verb, no quotation; empty: something else stands there.
Span SubjectParts::before_comma(Span mention) const {
  constexpr std::uint32_t longest = 160;
  constexpr std::size_t most_words = 14;
  const std::uint32_t begin = document_.sentences[document_.sentence_at(mention.begin)].span.begin;
  const bool fits = mention.begin > begin + comma && mention.begin - begin <= longest && document_.folded.stands_before(mention.begin, ", ");
  if (!fits || !are_places(mention)) return {};
  const Span before{begin, mention.begin - comma};
  static constexpr std::array<std::string_view, 8> marks = {"\"", "\u201C", "\u201D", ";", ":", "(", "\u2014", "\u2013"};
  if (std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text(before).find(mark) != std::string_view::npos; })) return {};
  const WordSpans words = document_.words_in(before);
  const auto is_verb = [&](Span word) { return words_.is_finite_verb(text(word)); };
  const bool verbless = !words.empty() && words.size() <= most_words && words.front().begin == begin && std::none_of(words.begin(), words.end(), is_verb);
  return verbless ? before : Span{};
}

/// "Moscow", "Iran and Turkey"
std::vector<Span> SubjectParts::parts_of_list(Span before, Span last) const {
  std::vector<Span> parts;
  for (std::uint32_t from = before.begin; from < before.end;) {
    const std::size_t at = text({from, before.end}).find(", ");
    const std::uint32_t end = at == std::string_view::npos ? before.end : from + static_cast<std::uint32_t>(at);
    parts.push_back({from, end});
    from = end + comma;
  }
  parts.push_back(last);
  return parts;
}

/// "Texas", "Iran and Turkey", "Russia, Iran".
bool SubjectParts::are_places(Span span) const {
  const WordSpans words = document_.words_in(span);
  if (words.empty()) return false;
  std::size_t first = 0;
  const auto is_place = [&](std::size_t end) { return first < end && words_.is_place(text({words[first].begin, words[end - 1].end})); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool joins = words_.is_conjunction(text(words[i]));
    const bool behind_comma = i > 0 && text({words[i - 1].end, words[i].begin}) == ", ";
    if (!joins && !behind_comma) continue;
    if (!is_place(i)) return false;
    first = joins ? i + 1 : i;
  }
  return is_place(words.size());
}

/// "A man from", "Police in": not "In Austin", "Earlier in Austin".
bool SubjectParts::opens_noun_phrase(const WordSpans& words) const {
  const std::string_view first = text(words.front());
  const bool is_somebody = words_.source_noun(first) != SourceNoun::none || words_.is_title(first) || words_.is_demonym(first);
  return (is_somebody || words_.is_determiner(first) || words_.is_quantifier(first)) && !words_.is_preposition(first);
}

/// Whether behind the last preposition nothing but a name stands: "from Austin", "in Port Hope", "from Russia, France".
bool SubjectParts::ends_in_place_name(const WordSpans& words) const {
  std::size_t i = words.size();
  while (i > 0 && is_capital_at(document_.folded.text(), words[i - 1].begin)) --i;
  return i > 1 && i < words.size() && words_.is_preposition(text(words[i - 1]));
}

}  // namespace onrecord
