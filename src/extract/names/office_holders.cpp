#include "onrecord/extract/names/office_holders.h"

#include <algorithm>
#include <span>

namespace onrecord {

const NameMention* OfficeHolders::holder_of(Span mention) const {
  constexpr std::uint32_t reach = 100;
  constexpr std::uint32_t comma = 2;  // with the space behind it
  const std::size_t next = names_.first_from(mention.begin);
  if (next == 0 || !document_.folded.stands_before(mention.begin, ", ") || !document_.folded.stands_at(mention.end, " ")) return nullptr;
  const NameMention& name = names_.mentions()[next - 1];
  const Span office{name.name.end + comma, mention.end};
  if (!names_.is_person(name) || !name.full || !opens_main_clause(name.whole.begin) || office.size() > reach) return nullptr;
  const WordSpans words = document_.words_in(office);
  const bool apposed = text({name.name.end, office.begin}) == ", " && !words.empty() && words.front().begin == office.begin;
  const bool of_what = apposed && (is_office_of(words) || is_office(words, mention.end)) && !cuts_clause(mention.end);
  return of_what && std::none_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(text(word)); }) ? &name : nullptr;
}

/// Whether a sentence begins there, or goes on behind what somebody does who comes then: "Reacting to the plan, Ann Lee".
bool OfficeHolders::opens_main_clause(std::uint32_t offset) const {
  if (document_.opens_sentence(offset)) return true;
  const std::span<const Span> words = document_.words.from(document_.sentences[document_.sentence_at(offset)].span.begin);
  return document_.folded.stands_before(offset, ", ") && !words.empty() && words.front().begin < offset && words_.is_participle(text(words.front()));
}

/// "Minister for Roads", "the public spokesman of the council": a role, behind an article perhaps with what is said of it, and of what it is.
bool OfficeHolders::is_office_of(const WordSpans& words) const {
  constexpr std::size_t most_before = 3;
  const std::size_t last = words_.is_determiner(text(words.front())) ? most_before : 0;
  for (std::size_t i = 0; i <= last && i + 1 < words.size(); ++i) {
    if (words_.is_preposition(text(words[i]))) return false;
    if (!words_.role_noun(text(words[i])).empty() && words_.is_preposition(text(words[i + 1]))) return true;
  }
  return false;
}

/// "a mason", "Operations Manager", "the council chairman": nothing but what somebody is, and no insertion behind which the clause of the name goes on,
/// as that of "Ann Lee, the chairman said on Monday, was late" does.
bool OfficeHolders::is_office(const WordSpans& words, std::uint32_t end) const {
  constexpr std::size_t most_words = 5;
  if (words.size() > most_words || words_.role_noun(text(words.back())).empty()) return false;
  const auto joins = [&](Span word) { return words_.is_preposition(text(word)) || words_.is_conjunction(text(word)) || words_.is_possessive(text(word)); };
  if (std::any_of(words.begin() + 1, words.end(), joins)) return false;
  const std::string_view rest = text({end, document_.sentences[document_.sentence_at(end)].span.end});
  return !words_.is_definite_article(text(words.front())) || rest.find(',') == std::string_view::npos;
}

/// Whether one word and a comma follow, as in "Ann Lee, the head of the council said, was late", where she does not speak.
bool OfficeHolders::cuts_clause(std::uint32_t end) const {
  const std::span<const Span> behind = document_.words.from(end);
  if (behind.empty() || behind.front().begin != end + 1) return false;
  constexpr std::uint32_t reach = 5;  // bytes, of a comma, a space and a mark
  const std::string_view rest = std::string_view(document_.folded.text()).substr(behind.front().end, reach);
  return rest.starts_with(",") && !rest.starts_with(", \"") && !rest.starts_with(", \u201C");
}

}  // namespace onrecord
