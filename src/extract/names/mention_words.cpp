#include "onrecord/extract/names/mention_words.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {

bool MentionWords::capital(Span word) const { return is_capital_at(source_, word.begin); }

const NameMention* MentionWords::known_at(Span word) const {
  const std::size_t first = names_.first_from(word.begin);
  if (first > 0 && names_.mentions()[first - 1].name.contains(word.begin)) return &names_.mentions()[first - 1];
  if (first < names_.mentions().size() && names_.mentions()[first].whole.contains(word.begin)) return &names_.mentions()[first];
  return nullptr;
}

std::size_t MentionWords::index_behind(const MentionPiece& piece, std::uint32_t offset) {
  return static_cast<std::size_t>(std::lower_bound(piece.begin(), piece.end(), offset, [](Span word, std::uint32_t at) { return word.begin < at; }) -
                                  piece.begin());
}

bool MentionWords::is_small_noun(const MentionPiece& piece, std::size_t i) const {
  return i < piece.size() && !capital(piece[i]) && words_.source_noun(text(piece[i])) != SourceNoun::none;
}

bool MentionWords::carries_on(const MentionPiece& piece, std::size_t i) const {
  if (i >= piece.size() || capital(piece[i])) return false;
  const std::string_view word = text(piece[i]);
  return !words_.is_preposition(word) && !words_.is_conjunction(word) && !words_.is_subordinator(word) && !words_.is_adverb(word) &&
         words_.pronoun(word) == Pronoun::none && !words_.is_finite_verb(word) && !words_.is_determiner(word) && !words_.is_day(word);
}

MentionHead MentionWords::name_head(const NameMention& known) {
  MentionHead head;
  head.kind = MentionHead::Kind::name;
  head.span = known.name;
  head.whole = known.whole;
  head.named = known.named;
  return head;
}

std::optional<MentionHit> MentionWords::name_opening(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t longest_role = 4;
  for (std::size_t skipped = 0; i < piece.size() && skipped <= longest_role; ++i, ++skipped) {
    if (const NameMention* known = known_at(piece[i])) {
      const std::size_t behind = index_behind(piece, known->name.end);
      if (const auto holder = holder_behind(piece, behind); holder && !is_known_person(name_head(*known))) return holder;
      if (is_possessive(piece, behind) || is_small_noun(piece, behind)) return std::nullopt;
      return MentionHit{name_head(*known), behind};
    }
    const bool role_word = words_.is_title(text(piece[i])) || words_.is_demonym(text(piece[i])) || words_.is_article(text(piece[i])) ||
                           ((skipped > 0 || is_small_noun(piece, i)) && carries_on(piece, i));
    if (skipped == 0 && capital(piece[i]) && (is_possessive(piece, 1) || (is_possessive(piece, 2) && capital(piece[1])))) {
      i += is_possessive(piece, 1) ? 1 : 2;  // "Lisbon's Quilt Ltd"
      continue;
    }
    if (!role_word) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<MentionHit> MentionWords::holder_behind(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t longest_role = 4;
  const std::size_t first = i;
  const auto is_role = [&](Span word) {
    return words_.is_title(text(word)) || words_.is_role_modifier(text(word)) || words_.source_noun(text(word)) == SourceNoun::person;
  };
  while (i < piece.size() && i - first < longest_role && is_role(piece[i])) ++i;
  if (i == first || i == piece.size()) return std::nullopt;
  const NameMention* known = known_at(piece[i]);
  const bool holds = known != nullptr && known->name.begin == piece[i].begin && is_known_person(name_head(*known));
  const std::size_t behind = holds ? index_behind(piece, known->name.end) : i;
  return holds && !is_possessive(piece, behind) ? std::optional(MentionHit{name_head(*known), behind}) : std::nullopt;
}

std::optional<MentionHit> MentionWords::noun_opening(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t longest = 5;
  if (i >= piece.size() || capital(piece[i]) || !words_.is_determiner(text(piece[i]))) return std::nullopt;
  std::size_t end = i + 1;
  while (carries_on(piece, end) && end - i <= longest) ++end;
  if (end == i + 1 || (end < piece.size() && !words_.is_preposition(text(piece[end])))) return std::nullopt;
  const Span noun = piece[end - 1];
  if (words_.source_noun(text(noun)) == SourceNoun::none) return std::nullopt;
  MentionHead head;
  head.definite = words_.is_definite_article(text(piece[i]));
  head.span = {piece[words_.is_article(text(piece[i])) ? i + 1 : i].begin, noun.end};
  head.whole = {piece[i].begin, noun.end};
  head.noun = noun;
  return MentionHit{head, end};
}

std::optional<MentionHit> MentionWords::unknown_ending(const MentionPiece& piece, std::size_t i) const {
  if (i + 2 == piece.size() && words_.is_article(text(piece[i])) && text(piece[i + 1]).size() > 1 && is_ascii_capital(text(piece[i + 1])[1])) ++i;  // "the WQU"
  if (i + 1 != piece.size() || !capital(piece[i]) || known_at(piece[i]) != nullptr) return std::nullopt;
  const std::string_view word = text(piece[i]);
  const bool is_noun = words_.is_title(word) || words_.is_demonym(word) || words_.source_noun(word) != SourceNoun::none;
  if (is_noun || words_.never_starts_a_name(word) || words_.is_day(word)) return std::nullopt;
  MentionHead head;
  head.kind = MentionHead::Kind::name;
  head.span = head.whole = piece[i];
  head.named = names_.link(name_form(words_, document_, head.span), head.span.begin);
  return MentionHit{head, i + 1};
}

bool MentionWords::is_known_person(const MentionHead& head) const {
  return head.named != Names::nobody && names_.all()[head.named].kind == Named::Kind::person;
}

bool MentionWords::is_person(Span word) const {
  const NameMention* known = known_at(word);
  return known != nullptr && names_.is_person(*known);
}

}  // namespace onrecord
