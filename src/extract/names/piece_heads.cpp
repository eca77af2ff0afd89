#include "onrecord/extract/names/piece_heads.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/words.h"

namespace onrecord {

std::optional<MentionHit> PieceHeads::of(const MentionPiece& piece) const {
  if (const auto pronoun = pronoun_of(piece)) return pronoun;
  State state;
  for (std::size_t i = 0; i < piece.size() && !state.done;) i = step(piece, i, state);
  if (state.name) return state.name;
  return noun_phrase(piece, state);
}

std::optional<MentionHit> PieceHeads::pronoun_of(const MentionPiece& piece) const {
  Span word = piece.front();
  if (const Span stem = stem_of(word); words_.pronoun(text(stem)) != Pronoun::none) word = stem;  // "We'll"
  const std::string_view first = text(word);
  const Pronoun form = words_.pronoun(first);
  if (form == Pronoun::none || form == Pronoun::nobody || form == Pronoun::reader) return std::nullopt;
  if (piece.size() > 1 && words_.is_determiner(first)) return std::nullopt;
  const Pronoun pronoun = form == Pronoun::of_man ? Pronoun::man : form == Pronoun::of_thing ? Pronoun::thing : form;  // "in his view", "in its view"
  MentionHead head;
  head.kind = MentionHead::Kind::pronoun;
  head.span = head.whole = word;
  head.pronoun = pronoun;
  return MentionHit{head, 1};
}

/// What stands before its apostrophe; all of it where it has none.
Span PieceHeads::stem_of(Span word) const { return {word.begin, word.begin + static_cast<std::uint32_t>(before_apostrophe(text(word)).size())}; }

std::size_t PieceHeads::step(const MentionPiece& piece, std::size_t i, State& state) const {
  if (i == 0 && opens_joint_modifier(piece)) return 2;
  if (const auto behind = step_known(piece, i, state)) return *behind;
  const std::string_view word = text(piece[i]);
  if (const Span stem = stem_of(piece[i]); stem != piece[i] && words_.pronoun(text(stem)) != Pronoun::none) return i + 1;  // "You'll"
  if ((opens_clause(word, i) && !is_in_share(piece, i)) || opens_examples(piece, i)) {
    state.done = true;
    if (state.noun_end == 0) state.noun_end = i;
  } else if (is_governing(piece, i)) {
    state.done = state.name.has_value();
    state.behind_preposition = state.object = true;
  } else if (words_.is_conjunction(word)) {
    return step_conjunction(piece, i, state);
  } else if (i > 0 && state.behind_preposition && !state.noun.empty() && words_.is_participle(word) && !read_.capital(piece[i])) {
    state.object = true;  // "a spokesman for the party backing Ann Lee"
  } else if (tells_what_noun_does(piece, i, state)) {
    state.done = true;
    state.noun_end = i;
  } else if (i + 1 < piece.size() && is_joined_modifier(piece[i])) {
    return i + 1;
  } else if (may_begin_name(piece, i)) {
    return step_capitals(piece, i, state);
  } else if (words_.source_noun(word) != SourceNoun::none && is_main_noun(piece, i + 1, state)) {
    state.noun = piece[i];
  }
  return i + 1;
}

/// "City and" of "City and county officials": what is joined to a small word before a noun for people only has its capital from the start of the
/// sentence, and names nobody.
bool PieceHeads::opens_joint_modifier(const MentionPiece& piece) const {
  if (piece.size() < 4 || !words_.is_conjunction(text(piece[1])) || !read_.capital(piece[0]) || read_.capital(piece[2])) return false;
  if (words_.source_noun(text(piece.back())) != SourceNoun::people || !document_.opens_sentence(piece.front().begin)) return false;
  const std::string first = lower_case(text(piece[0]));
  const auto modifies = [&](std::string_view word) { return words_.is_role_modifier(word) || words_.source_noun(word) == SourceNoun::body; };
  return words_.is_role_modifier(first) || (modifies(first) && modifies(text(piece[2])));
}

/// Names that lists or the table have; none: no such name begins here.
std::optional<std::size_t> PieceHeads::step_known(const MentionPiece& piece, std::size_t i, State& state) const {
  if (state.name && i == state.name->behind && words_.is_honour(text(piece[i]))) return state.name->behind = i + 1;
  if (const std::size_t size = state.object ? words_of_place(piece, i) : 0; size > 1) {
    state.object = false;
    return i + size;
  }
  const NameMention* known = read_.known_at(piece[i]);
  if (known == nullptr) return std::nullopt;
  const MentionHead head = with_unknown_words(piece, *known);
  return step_name(piece, i, head, read_.index_behind(piece, head.span.end), state);
}

std::size_t PieceHeads::step_conjunction(const MentionPiece& piece, std::size_t i, State& state) const {
  const bool is_behind_name = state.name && i > state.name->behind;  // even of what looks like a person: "Quilt Park President and …"
  if (state.name && (is_behind_name || !read_.is_known_person(state.name->head)) && offices_.joins_offices(piece, i)) {
    state.name.reset();
    return i + 1;
  }
  const bool joint = !state.name && joins_somebody(piece, i, state);
  if (joint) state.noun_end = i;
  state.done = state.name.has_value() || joint;
  // "officials in the Senate and the House": what is joined to an object is one.
  if (!state.done && state.behind_preposition && !state.noun.empty()) state.object = true;
  return i + 1;
}

std::size_t PieceHeads::step_name(const MentionPiece& piece, std::size_t i, const MentionHead& head, std::size_t behind, State& state) const {
  behind = std::max(behind, i + 1);
  if (state.object && !state.noun.empty() && offices_.is_held(state.noun, piece, i, head)) state.object = false;
  const bool modifier =
      read_.is_possessive(piece, behind) || read_.is_small_noun(piece, behind) || (!read_.is_known_person(head) && leads_to_noun(piece, behind));
  if (!modifier && !state.object) state.name = MentionHit{head, behind};
  // "the leader of Lisbon's Masons", "the head of the Quilt Red Cross"
  const bool body_behind = behind < piece.size() && read_.capital(piece[behind]) && read_.known_at(piece[behind]) != nullptr && !read_.is_person(piece[behind]);
  state.object = state.object && (body_behind || read_.is_possessive(piece, behind));
  return read_.is_possessive(piece, behind) ? behind + 1 : behind;
}

/// Whether the words from `i` on make what stands before them part of a noun phrase: "House Democratic leaders", "Senate Republicans".
bool PieceHeads::leads_to_noun(const MentionPiece& piece, std::size_t i) const {
  const std::size_t first = i;
  while (i < piece.size() && read_.capital(piece[i]) && read_.known_at(piece[i]) == nullptr && is_common(piece[i]) &&
         words_.source_noun(text(piece[i])) != SourceNoun::body)
    ++i;
  if (read_.carries_on(piece, i)) return true;
  if (i == first) return false;
  const bool office = i == piece.size() && words_.is_title(text(piece[i - 1])) && !words_.role_noun(text(piece[i - 1])).empty();  // "Quilt Bank CEO"
  return office || read_.is_small_noun(piece, i) || is_named_group(piece[i - 1]) || offices_.is_of_holder(piece, i);
}

/// "Republicans": a noun for people that has a capital wherever it stands.
bool PieceHeads::is_named_group(Span word) const {
  return words_.source_noun(text(word)) == SourceNoun::people && words_.source_noun(lower_case(text(word))) == SourceNoun::none;
}

/// A run of capitalised words that the table does not know.
std::size_t PieceHeads::step_capitals(const MentionPiece& piece, std::size_t i, State& state) const {
  std::size_t end = i + 1;
  while (end < piece.size() && joins(piece, end) && read_.known_at(piece[end]) == nullptr) ++end;
  std::size_t begin = i;
  while (begin < end && is_common(piece[begin])) ++begin;
  const Span last = piece[end - 1];
  if (i > 0 && end == i + 1 && words_.never_starts_a_name(text(piece[i]))) return end;  // "began Sunday with …"
  if (begin == end) {
    const bool noun = words_.source_noun(text(last)) != SourceNoun::none || words_.is_title(text(last));
    if (noun && is_main_noun(piece, end, state)) state.noun = last;
    return end;
  }
  const bool noun = offices_.is_office(piece, begin, end) || (end > begin + 1 && is_named_group(last));
  if (noun && is_main_noun(piece, end, state)) {
    state.noun = last;
    return end;
  }
  if (is_one_name(piece, i, begin, end)) begin = i;
  const bool body = words_.refuses_person(text(last));
  MentionHead head;
  head.kind = MentionHead::Kind::name;
  head.span = {piece[body ? i : begin].begin, last.end};
  head.whole = {piece[i].begin, head.span.end};
  head.named = names_.link(name_form(words_, document_, head.span), head.span.begin);
  return step_name(piece, i, head, end, state);
}

/// Whether a run of words up to `end` is one name though the words before the last are peoples' names as well: "Western Masonry", but not "Norwegian
/// Quimson".
bool PieceHeads::is_one_name(const MentionPiece& piece, std::size_t first, std::size_t begin, std::size_t end) const {
  if (begin == first || begin + 1 != end || words_.is_first_name(text(piece[begin]))) return false;
  for (std::size_t i = first; i < begin; ++i) {
    if (!words_.is_demonym(text(piece[i])) || !words_.is_thing_word(text(piece[i]))) return false;
  }
  return true;
}

/// How many words the longest name of a place has that begins with word `i`: three in "Rio de Janeiro"; 0: none does.
std::size_t PieceHeads::words_of_place(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t most = 4;
  for (std::size_t size = std::min(most, piece.size() - i); size > 0; --size) {
    if (words_.is_place(text({piece[i].begin, piece[i + size - 1].end}))) return size;
  }
  return 0;
}

bool PieceHeads::opens_clause(std::string_view word, std::size_t i) const {
  const Pronoun pronoun = words_.pronoun(word);
  return pronoun == Pronoun::relative || pronoun == Pronoun::relative_thing || (i > 0 && words_.is_subordinator(word));
}

/// "than" of "more than 600 people", with a number behind it.
bool PieceHeads::is_in_share(const MentionPiece& piece, std::size_t i) const {
  const bool quantified = i > 0 && i + 1 < piece.size() && words_.is_quantifier(text(piece[i - 1]));
  return quantified && words_.is_subordinator(text(piece[i])) && (is_ascii_digit(text(piece[i + 1]).front()) || words_.is_quantifier(text(piece[i + 1])));
}

/// A preposition of two words, and not a share ("nine out of 10"): who follows is not meant, as in "masons such as Ann Lee".
bool PieceHeads::opens_examples(const MentionPiece& piece, std::size_t i) const {
  return i > 0 && i + 1 < piece.size() && !words_.is_quantifier(text(piece[i - 1])) && words_.is_preposition(text({piece[i].begin, piece[i + 1].end}));
}

/// Whether what stands behind word `i` belongs to what stands before it.
bool PieceHeads::is_governing(const MentionPiece& piece, std::size_t i) const {
  const std::string_view word = text(piece[i]);
  return i > 0 && (words_.is_preposition(word) || (words_.is_to(word) && governs_person(piece, i)));
}

/// Whether a person, if any follows, stands right behind the word `i`: as in "people close to Lee", but not in "envoy to the U.N. Ann Lee".
bool PieceHeads::governs_person(const MentionPiece& piece, std::size_t i) const {
  constexpr std::size_t reach = 8;  // words: who stands farther behind is not meant
  for (std::size_t k = i + 1; k < std::min(piece.size(), i + 1 + reach); ++k) {
    const NameMention* known = read_.known_at(piece[k]);
    if (known == nullptr || !names_.is_person(*known)) continue;
    return known->name.begin <= piece[std::min(i + 2, k)].begin;
  }
  return true;
}

/// "the mayor and Bo Li", "the council and the ministry", "the company and Quilt" are two, "the singer and mayor Bo Li" is one.
bool PieceHeads::joins_somebody(const MentionPiece& piece, std::size_t i, const State& state) const {
  if (i == 0 || i + 1 == piece.size() || state.noun != piece[i - 1] || !words_.is_determiner(text(piece.front()))) return false;
  if (read_.noun_opening(piece, i + 1)) return true;
  const NameMention* next = read_.known_at(piece[i + 1]);
  if (next == nullptr) return !read_.capital(piece[i - 1]) && read_.unknown_ending(piece, i + 1).has_value();
  if (next->whole.begin != next->name.begin || next->name.begin != piece[i + 1].begin) return false;
  if (read_.is_person(piece[i + 1])) return true;
  // Neither "the council and Quilt officials" nor "the Teachers and Quilt Union".
  return !read_.capital(piece[i - 1]) && read_.index_behind(piece, next->name.end) == piece.size();
}

/// "a pastor supporting Ann Lee", but not "senior investigating officer"
bool PieceHeads::tells_what_noun_does(const MentionPiece& piece, std::size_t i, const State& state) const {
  const bool may = i > 0 && state.noun == piece[i - 1] && !state.behind_preposition && words_.is_participle(text(piece[i])) && !read_.capital(piece[i]);
  return may && (i + 1 == piece.size() || words_.source_noun(text(piece[i + 1])) != SourceNoun::person);
}

bool PieceHeads::may_begin_name(const MentionPiece& piece, std::size_t i) const {
  const std::string_view word = text(piece[i]);
  return read_.capital(piece[i]) && !(i == 0 && (words_.never_starts_a_name(word) || words_.is_determiner(word)));
}

/// "Lisbon-based" of "Lisbon-based Quilt Labs": a participle in small letters behind a hyphen.
bool PieceHeads::is_joined_modifier(Span word) const {
  constexpr std::size_t shortest_place = 2;
  const std::string_view form = text(word);
  const std::size_t hyphen = form.rfind('-');
  if (hyphen == std::string_view::npos || hyphen < shortest_place || hyphen + 1 == form.size()) return false;
  const std::string_view tail = form.substr(hyphen + 1);
  return is_small_at(tail, 0) && (words_.is_finite_verb(tail) || words_.is_participle(tail));
}

bool PieceHeads::opens_with_place(const MentionPiece& piece) const {
  const bool of_two = piece.size() > 1 && read_.capital(piece[0]) && read_.capital(piece[1]);
  return is_joined_modifier(piece.front()) || (of_two && is_joined_modifier(piece[1]));
}

/// Whether a noun that ends before word `behind` may be the one that the piece is about: it belongs to nothing else.
bool PieceHeads::is_main_noun(const MentionPiece& piece, std::size_t behind, const State& state) const {
  return !state.behind_preposition && !read_.is_possessive(piece, behind);
}

/// A capitalised word that is no name by itself: a title, a people's name, a noun for people.
bool PieceHeads::is_common(Span word) const {
  const std::string_view form = text(word);
  if (words_.is_place(form) || words_.is_organisation(form)) return false;
  return words_.is_title(form) || words_.is_demonym(form) || words_.source_noun(form) != SourceNoun::none;
}

bool PieceHeads::joins(const MentionPiece& piece, std::size_t i) const { return read_.capital(piece[i]) && piece[i].begin <= piece[i - 1].end + 2; }

/// "Quilt Bank Labs" where the table knows "Quilt Bank".
MentionHead PieceHeads::with_unknown_words(const MentionPiece& piece, const NameMention& known) const {
  MentionHead head = read_.name_head(known);
  std::size_t end = read_.index_behind(piece, known.name.end);
  if (read_.is_known_person(head) || end == 0) return head;
  for (; end < piece.size() && joins(piece, end) && piece[end].begin == piece[end - 1].end + 1; ++end) {
    const std::string_view word = text(piece[end]);
    if (read_.known_at(piece[end]) != nullptr || is_common(piece[end]) || words_.never_starts_a_name(word) || words_.is_first_name(word)) break;
    head.span.end = head.whole.end = piece[end].end;
    head.named = Names::nobody;
  }
  return head;
}

std::optional<MentionHit> PieceHeads::noun_phrase(const MentionPiece& piece, const State& state) const {
  std::size_t begin = 0;
  const bool article = words_.is_article(text(piece.front()));
  if (article && piece.size() > 1) begin = 1;
  std::size_t end = state.noun_end > begin ? state.noun_end : piece.size();
  if (!article && words_.is_preposition(text(piece.front())) && state.noun.empty()) return std::nullopt;
  if (end > begin + 1 && tells_when(piece[end - 2], piece[end - 1])) --end;
  MentionHead head;
  const bool percent = text({piece[end - 1].end, piece[end - 1].end + 1}) == "%";  // "95%": no part of the word
  head.span = {piece[begin].begin, piece[end - 1].end + (percent ? 1 : 0)};
  head.whole = {piece.front().begin, head.span.end};
  head.noun = state.noun.empty() ? piece[end - 1] : state.noun;
  head.definite = words_.is_definite_article(text(piece.front()));
  return MentionHit{head, end};
}

/// Whether the last word of a noun phrase tells when something was said: "the company today", but not "people of today", "a report
/// published Monday", "a reporter for USA Today".
bool PieceHeads::tells_when(Span before, Span last) const {
  const std::string_view word = text(before);
  return words_.is_day(text(last)) && !words_.is_preposition(word) && !words_.is_finite_verb(word) && !(read_.capital(before) && read_.capital(last));
}

}  // namespace onrecord
