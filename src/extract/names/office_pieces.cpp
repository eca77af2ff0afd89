#include "onrecord/extract/names/office_pieces.h"

#include <algorithm>

namespace onrecord {

bool OfficePieces::is_office_word(Span word) const { return words_.is_title(text(word)) || words_.source_noun(text(word)) == SourceNoun::person; }

bool OfficePieces::is_office(const MentionPiece& piece, std::size_t begin, std::size_t end) const {
  const std::string_view last = text(piece[end - 1]);
  if (end - begin < 2 || !words_.is_title(last) || words_.role_noun(last).empty() || words_.is_first_name(text(piece[begin]))) return false;
  const bool article = begin == 1 && words_.is_article(text(piece.front()));
  return article || holder_behind(piece[end - 1].end) || is_of_holder(piece, end);
}

/// Whether a comma and the name of a person follow, or a second role and a name: "Harbour Commissioner and former mason Ann Lee".
bool OfficePieces::holder_behind(std::uint32_t end) const {
  constexpr std::uint32_t comma = 2;  // with the space behind it
  constexpr std::uint32_t longest_role = 40;
  const std::size_t next = names_.first_from(end);
  if (next == names_.mentions().size()) return false;
  const NameMention& holder = names_.mentions()[next];
  if (holder.possessive || holder.whole.begin > end + longest_role || !names_.is_person(holder)) return false;
  if (document_.folded.stands_at(end, ", ")) return holder.whole.begin == end + comma;
  const WordSpans role = document_.words_in({end, holder.name.begin});
  const bool joined = role.size() > 1 && role.front().begin == end + 1 && words_.is_conjunction(text(role.front()));
  return joined && role.back().end + 1 == holder.name.begin && std::all_of(role.begin(), role.end(), [&](Span word) { return !read_.capital(word); }) &&
         words_.source_noun(text(role.back())) == SourceNoun::person;
}

bool OfficePieces::joins_offices(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t reach = 6;  // words: of the second office
  if (!is_office_word(piece[i - 1])) return false;
  for (std::size_t k = i + 1; k < std::min(piece.size(), i + 2 + reach); ++k) {
    const std::string_view word = text(piece[k]);
    const NameMention* named = read_.known_at(piece[k]);
    const bool begins_name = named != nullptr && named->name.begin <= piece[k].begin;
    if (begins_name) return read_.is_person(piece[k]) && k > i + 1 && is_office_word(piece[k - 1]);
    if (words_.is_conjunction(word) || words_.is_preposition(word) || words_.is_determiner(word)) return false;
  }
  return false;
}

bool OfficePieces::is_of_holder(const MentionPiece& piece, std::size_t i) const {
  if (i == 0 || i + 2 >= piece.size() || !words_.is_preposition(text(piece[i])) || !is_office_word(piece[i - 1])) return false;
  const NameMention* holder = read_.known_at(piece.back());
  const bool person = holder != nullptr && holder->full && !holder->possessive && holder->name.end == piece.back().end && read_.is_person(piece.back());
  if (!person || holder->name.begin < piece[i + 2].begin) return false;  // "the envoy of Ann Lee"
  // "the mayor of Quilt and Ann Lee" are two.
  return std::none_of(piece.begin() + static_cast<std::ptrdiff_t>(i), piece.end(), [&](Span word) { return words_.is_conjunction(text(word)); });
}

bool OfficePieces::is_held(Span office, const MentionPiece& piece, std::size_t i, const MentionHead& holder) const {
  if (i < 2 || words_.role_noun(text(office)).empty() || !read_.is_known_person(holder) || document_.words_in(holder.span).size() < 2) return false;
  const Span before = piece[i - 1];
  const std::string_view word = text(before);
  const SourceNoun what = words_.source_noun(word);
  const bool somebody = what == SourceNoun::person || what == SourceNoun::people || !words_.role_noun(word).empty();
  const bool joins =
      words_.is_preposition(word) || words_.is_to(word) || words_.is_determiner(word) || words_.is_possessive(word) || words_.is_conjunction(word);
  return before.end + 1 == holder.whole.begin && !read_.capital(before) && !somebody && !joins && !words_.is_participle(word);
}

}  // namespace onrecord
