#include "onrecord/extract/subject_parts.h"

#include <algorithm>
#include <array>

#include "onrecord/text/characters.h"

namespace onrecord {

std::vector<Span> SubjectParts::of(Span mention) const {
  constexpr std::uint32_t comma = 2;  // with the space behind it
  constexpr std::uint32_t longest = 160;
  constexpr std::size_t most_words = 14;
  const std::vector<Span> alone{mention};
  const std::uint32_t begin = document_.sentences[document_.sentence_at(mention.begin)].span.begin;
  if (mention.begin < begin + comma + 1 || mention.begin - begin > longest || document_.folded.before(mention.begin, comma) != ", " || !are_places(mention)) return alone;
  const Span before{begin, mention.begin - comma};
  static constexpr std::array<std::string_view, 8> marks = {"\"", "\u201C", "\u201D", ";", ":", "(", "\u2014", "\u2013"};
  if (std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text(before).find(mark) != std::string_view::npos; })) return alone;
  const WordSpans words = document_.words_in(before);
  if (words.empty() || words.size() > most_words || words.front().begin != begin || std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(text(word)); })) return alone;
  if (are_places(before)) {
    std::vector<Span> parts;
    for (std::uint32_t from = before.begin; from < before.end;) {
      const std::size_t at = text({from, before.end}).find(", ");
      const std::uint32_t end = at == std::string_view::npos ? before.end : from + static_cast<std::uint32_t>(at);
      parts.push_back({from, end});
      from = end + comma;
    }
    const bool joint = !words_.is_place(text(mention));
    if (joint) parts.push_back(mention);
    return joint ? parts : alone;
  }
  return opens_noun_phrase(words) && ends_in_place_name(words) ? std::vector<Span>{before} : alone;
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
  const bool opens = words_.is_determiner(first) || words_.is_quantifier(first) || words_.source_noun(first) != SourceNoun::none || words_.is_title(first) || words_.is_demonym(first);
  return opens && !words_.is_preposition(first);
}

/// Whether behind the last preposition nothing but a name stands: "from Austin", "in Port Hope", "from Russia, France".
bool SubjectParts::ends_in_place_name(const WordSpans& words) const {
  std::size_t i = words.size();
  while (i > 0 && is_capital_at(document_.folded.text(), words[i - 1].begin)) --i;
  return i > 1 && i < words.size() && words_.is_preposition(text(words[i - 1]));
}

}  // namespace onrecord
