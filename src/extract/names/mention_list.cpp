#include "onrecord/extract/names/mention_list.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Whether nothing but a comma, and perhaps a bracket, stands between two names of a list.
bool goes_on_in_list(std::string_view between) {
  constexpr std::size_t longest = 24;
  const bool bracket = between.starts_with(" (") && between.ends_with("), ") && between.size() <= longest;
  return between == ", " || bracket;
}

}  // namespace

Span MentionList::without_pair_word(Span mention) const {
  const WordSpans words = document_.words_in(mention);
  const bool pair = words.size() > 2 && words_.is_pair_word(text(words.front())) &&
                    std::any_of(words.begin() + 2, words.end(), [&](Span word) { return words_.is_conjunction(text(word)); });
  return pair ? Span{words[1].begin, mention.end} : mention;
}

Span MentionList::around(Span mention, const std::vector<MentionHead>& heads) const {
  return with_names_behind(with_pronoun_before(with_bodies_before(with_names_before(mention, heads), heads)), heads);
}

/// A mention may be the end of a list: "Bo Li and Jo Doe" of "Ann Lee (Lisbon), Bo Li and Jo Doe".
Span MentionList::with_names_before(Span mention, const std::vector<MentionHead>& heads) const {
  const bool joint = heads.size() > 1 && std::all_of(heads.begin(), heads.end(), [](const MentionHead& head) { return head.kind == MentionHead::Kind::name; });
  if (!joint || heads.front().whole.begin != mention.begin) return mention;
  for (std::size_t i = names_.first_from(mention.begin); i > 0; --i) {
    const NameMention& before = names_.mentions()[i - 1];
    const bool person = names_.is_person(before);
    const std::string_view between = text({before.name.end, mention.begin});
    const bool opens = document_.opens_sentence(before.whole.begin) && joins_with_role({before.name.end, mention.begin});
    if (!person || !before.full || before.possessive || (!opens && !goes_on_in_list(between))) break;
    mention.begin = before.whole.begin;
    if (opens) break;
  }
  return mention;
}

/// The same of bodies, if the list opens a clause: "Quilt Board, Trask Fund and FBI", but not behind "in talks with".
Span MentionList::with_bodies_before(Span mention, const std::vector<MentionHead>& heads) const {
  const bool joint = heads.size() > 1 && std::all_of(heads.begin(), heads.end(), [&](const MentionHead& head) {
                       const bool is_person = head.named != Names::nobody && names_.all()[head.named].kind == Named::Kind::person;
                       return head.kind == MentionHead::Kind::name && !is_person;
                     });
  if (!joint || heads.front().named == Names::nobody || heads.front().whole.begin != behind_article(mention.begin)) return mention;
  Span list = mention;
  for (std::size_t i = names_.first_from(mention.begin); i > 0; --i) {
    const NameMention& before = names_.mentions()[i - 1];
    if (names_.is_person(before) || before.possessive || before.quoted || text({before.name.end, mention.begin}) != ", ") break;
    mention.begin = before_article(before.name.begin);
    if (opens_clause(mention.begin)) list = mention;
  }
  return list;
}

std::uint32_t MentionList::behind_article(std::uint32_t offset) const {
  const std::span<const Span> words = document_.words.from(offset);
  return words.size() > 1 && words[0].begin == offset && words_.is_article(text(words[0])) ? words[1].begin : offset;
}

std::uint32_t MentionList::before_article(std::uint32_t offset) const {
  constexpr std::uint32_t reach = 6;
  const WordSpans words = document_.words_in({offset - std::min(offset, reach), offset});
  return !words.empty() && words.back().end + 1 == offset && words_.is_article(text(words.back())) ? words.back().begin : offset;
}

/// A mention may be joined to a pronoun that opens the clause: "He and Ann Lee said".
Span MentionList::with_pronoun_before(Span mention) const {
  constexpr std::uint32_t reach = 10;
  const std::uint32_t from = mention.begin > reach ? mention.begin - reach : 0;
  const WordSpans words = document_.words_in({from, mention.begin});
  if (words.size() < 2 || text({words.back().end, mention.begin}) != " " || !words_.is_conjunction(text(words.back()))) return mention;
  const Span pronoun = words[words.size() - 2];
  const Pronoun kind = words_.pronoun(text(pronoun));
  const bool person = kind == Pronoun::man || kind == Pronoun::woman;
  return person && opens_clause(pronoun.begin) ? Span{pronoun.begin, mention.end} : mention;
}

/// Whether a sentence begins there, or a clause behind a comma or a quotation.
bool MentionList::opens_clause(std::uint32_t offset) const {
  if (document_.opens_sentence(offset)) return true;
  constexpr std::uint32_t longest_mark = 4;
  const std::string_view mark = document_.folded.before(offset, longest_mark);
  return mark.ends_with(", ") || mark.ends_with("\" ") || mark.ends_with("\u201D ");
}

/// A mention may be the start of a list: "Ann Lee" of "said Ann Lee, Bo Li and Jo Doe."
Span MentionList::with_names_behind(Span mention, const std::vector<MentionHead>& heads) const {
  const bool ends_in_name = !heads.empty() && heads.back().kind == MentionHead::Kind::name && heads.back().span.end == mention.end;
  std::uint32_t end = mention.end;
  for (std::size_t i = names_.first_from(end); ends_in_name && i < names_.mentions().size(); ++i) {
    const NameMention& next = names_.mentions()[i];
    const bool person = names_.is_person(next);
    if (!person || !next.full || next.possessive) break;
    const std::string_view between = text({end, next.whole.begin});
    if (end > mention.end && (is_conjunction(between) || (between.starts_with(",") && is_conjunction(between.substr(1)))) && ends_clause(next.name.end))
      return {mention.begin, next.name.end};
    if (!goes_on_in_list(between)) break;
    end = next.name.end;
  }
  return mention;
}

/// Whether a small word and nothing else joins two names.
bool MentionList::is_conjunction(std::string_view between) const {
  return between.size() > 2 && between.front() == ' ' && between.back() == ' ' && words_.is_conjunction(between.substr(1, between.size() - 2));
}

/// " and ", perhaps with what the next one is: " and council member ".
bool MentionList::joins_with_role(Span between) const {
  constexpr std::size_t most_words = 4;
  const WordSpans words = document_.words_in(between);
  if (words.empty() || words.size() > most_words || words.front().begin != between.begin + 1 || !words_.is_conjunction(text(words.front()))) return false;
  return std::all_of(words.begin(), words.end(),
                     [&](Span word) { return is_small_at(document_.folded.text(), word.begin) && !words_.is_finite_verb(text(word)); });
}

/// Whether the text ends there, or goes on with a mark or a new line.
bool MentionList::ends_clause(std::uint32_t offset) const {
  const std::string_view next = text({offset, offset + 1});
  return next.empty() || std::string_view(",.;:!?\n").find(next.front()) != std::string_view::npos;
}

}  // namespace onrecord
