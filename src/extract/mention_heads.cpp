#include "onrecord/extract/mention_heads.h"

#include <algorithm>
#include <optional>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/joint_speakers.h"
#include "onrecord/extract/mention_words.h"

namespace onrecord {
namespace {

/// Reads one mention. It is cut into pieces at commas, dashes and brackets; the first piece that has a head tells who is
/// meant, unless it is a common noun with a name right behind its comma. In a piece the last name before a preposition is
/// the head: names before it ("the Clinton adviser Bo Li") belong to it.
class MentionReader {
 public:
  MentionReader(const NameWords& words, const Document& document, const Names& names, Span mention)
      : words_(words), document_(document), names_(names), read_(words, document, names), pieces_(pieces_of(document, names, mention)) {}

  std::vector<MentionHead> read() {
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      std::optional<MentionHit> hit = p + 1 < pieces_.size() && (is_date(pieces_[p]) || is_deed(pieces_[p])) ? std::nullopt : head_of(pieces_[p]);
      if (!hit) continue;
      std::size_t at = p;
      if (const auto holder = behind_acronym(p, *hit)) {
        hit = holder;
        at = p + 1;
      }
      if (hit->head.kind == MentionHead::Kind::noun && p + 1 < pieces_.size()) {
        if (const auto name = read_.name_opening(pieces_[p + 1], 0); name && names_the_noun(hit->head, *name)) {
          hit = name;
          at = p + 1;
        }
      }
      std::vector<MentionHead> heads{hit->head};
      const JointSpeakers joint(words_, read_, pieces_);
      if (hit->head.kind == MentionHead::Kind::name) joint.add(at, hit->behind, heads);
      else joint.joined_in(pieces_[at], hit->behind, heads);
      return heads;
    }
    return pieces_.empty() ? std::vector<MentionHead>{} : share_of_people(pieces_.front());
  }

 private:
  std::string_view text(Span span) const { return read_.text(span); }

  /// "World Quilt Union (WQU) director Ann Lee": a body, its short form in brackets and a role tell who is named behind them.
  std::optional<MentionHit> behind_acronym(std::size_t p, const MentionHit& body) const {
    const bool bracket = p + 1 < pieces_.size() && document_.folded.before(pieces_[p + 1].front().begin, 2) == ") ";
    if (!bracket || body.head.kind != MentionHead::Kind::name || read_.is_known_person(body.head) || body.behind < pieces_[p].size()) return std::nullopt;
    if (read_.capital(pieces_[p + 1].front())) return std::nullopt;
    const auto holder = head_of(pieces_[p + 1]);
    return holder && read_.is_known_person(holder->head) ? holder : std::nullopt;
  }

  /// The end of a date before a comma: "2023" of "In early December 2023, Ann Lee".
  bool is_date(const MentionPiece& piece) const {
    const std::string_view word = text(piece.front());
    return piece.size() == 1 && std::all_of(word.begin(), word.end(), is_ascii_digit);
  }

  /// What somebody does who comes behind the comma: "Giving evidence, the mason, Bo Li".
  bool is_deed(const MentionPiece& piece) const {
    return piece.size() > 1 && words_.is_participle(text(piece.front())) && read_.known_at(piece.front()) == nullptr && !read_.capital(piece[1]) &&
           words_.source_noun(text(piece.front())) == SourceNoun::none && !words_.is_place(text(piece.front()));
  }

  bool is_relative(std::string_view word) const {
    const Pronoun pronoun = words_.pronoun(word);
    return pronoun == Pronoun::relative || pronoun == Pronoun::relative_thing;
  }

  /// "the Quilt blogger, Ann Lee": a person's name tells who the noun means, a body's name what body.
  bool names_the_noun(const MentionHead& noun, const MentionHit& name) const {
    const SourceNoun what = noun.noun.empty() ? SourceNoun::none : words_.source_noun(text(noun.noun));
    const bool body = names_.all()[name.head.named].kind == Named::Kind::organization;
    return body == (what == SourceNoun::body);
  }

  // ---- the head of a piece

  std::optional<MentionHit> head_of(const MentionPiece& piece) const {
    if (const auto pronoun = pronoun_of(piece)) return pronoun;
    State state;
    for (std::size_t i = 0; i < piece.size() && !state.done;) i = step(piece, i, state);
    if (state.name) return state.name;
    return noun_phrase(piece, state);
  }

  std::optional<MentionHit> pronoun_of(const MentionPiece& piece) const {
    Span word = piece.front();
    if (const std::uint32_t apostrophe = apostrophe_in(word); words_.pronoun(text({word.begin, apostrophe})) != Pronoun::none) word.end = apostrophe;  // "We'll"
    const std::string_view first = text(word);
    const Pronoun pronoun = words_.pronoun(first);
    if (pronoun == Pronoun::none || pronoun == Pronoun::nobody || pronoun == Pronoun::of_man) return std::nullopt;
    if (piece.size() > 1 && words_.is_determiner(first)) return std::nullopt;
    MentionHead head;
    head.kind = MentionHead::Kind::pronoun;
    head.span = head.whole = word;
    head.pronoun = pronoun;
    return MentionHit{head, 1};
  }

  /// Where the first apostrophe of a word stands; its end: none.
  std::uint32_t apostrophe_in(Span word) const {
    const std::size_t at = std::min(text(word).find('\''), text(word).find("\u2019"));
    return at == std::string_view::npos ? word.end : word.begin + static_cast<std::uint32_t>(at);
  }

  struct State {
    std::optional<MentionHit> name;
    Span noun;
    std::size_t noun_end = 0;     // words of the noun phrase: all before this index
    bool object = false;          // directly behind a preposition: belongs to what stands before that
    bool behind_preposition = false;
    bool done = false;
  };

  /// Looks at word `i`; returns the index of the next word to look at.
  std::size_t step(const MentionPiece& piece, std::size_t i, State& state) const {
    if (state.name && i == state.name->behind && words_.is_honour(text(piece[i]))) return state.name->behind = i + 1;
    if (const std::size_t size = state.object ? words_of_place(piece, i) : 0; size > 1) {
      state.object = false;
      return i + size;
    }
    if (const NameMention* known = read_.known_at(piece[i])) {
      const MentionHead head = with_unknown_words(piece, *known);
      return step_name(piece, i, head, read_.index_behind(piece, head.span.end), state);
    }
    const std::string_view word = text(piece[i]);
    if (const std::uint32_t apostrophe = apostrophe_in(piece[i]); apostrophe < piece[i].end && words_.pronoun(text({piece[i].begin, apostrophe})) != Pronoun::none) return i + 1;  // "You'll"
    if (is_relative(word) || (i > 0 && words_.is_subordinator(word))) {
      state.done = true;
      if (state.noun_end == 0) state.noun_end = i;
      return i + 1;
    }
    if (i > 0 && (words_.is_preposition(word) || (words_.is_to(word) && governs_person(piece, i)))) {
      state.done = state.name.has_value();
      state.behind_preposition = state.object = true;
      return i + 1;
    }
    if (words_.is_conjunction(word)) {
      const bool joint = !state.name && joins_somebody(piece, i, state);
      if (joint) state.noun_end = i;
      state.done = state.name.has_value() || joint;
      return i + 1;
    }
    if (i > 0 && state.noun == piece[i - 1] && !state.behind_preposition && words_.is_participle(word) && !read_.capital(piece[i])) {
      state.done = true;  // "a pastor supporting Ann Lee"
      state.noun_end = i;
      return i + 1;
    }
    if (read_.capital(piece[i]) && !(i == 0 && (words_.never_starts_a_name(word) || words_.is_determiner(word)))) return step_capitals(piece, i, state);
    if (!state.behind_preposition && words_.source_noun(word) != SourceNoun::none && !read_.is_possessive(piece, i + 1)) state.noun = piece[i];
    return i + 1;
  }

  /// How many words the longest name of a place has that begins with word `i`: three in "Rio de Janeiro"; 0: none does.
  std::size_t words_of_place(const MentionPiece& piece, std::size_t i) const {
    constexpr std::size_t most = 4;
    for (std::size_t size = std::min(most, piece.size() - i); size > 0; --size) {
      if (words_.is_place(text({piece[i].begin, piece[i + size - 1].end}))) return size;
    }
    return 0;
  }

  /// Whether a person, if any follows, stands right behind the word `i`: as in "people close to Lee", but not in "envoy to the U.N. Ann Lee".
  bool governs_person(const MentionPiece& piece, std::size_t i) const {
    constexpr std::size_t reach = 8;  // words: who stands farther behind is not meant
    for (std::size_t k = i + 1; k < std::min(piece.size(), i + 1 + reach); ++k) {
      const NameMention* known = read_.known_at(piece[k]);
      if (known == nullptr || names_.all()[known->named].kind != Named::Kind::person) continue;
      return known->name.begin <= piece[std::min(i + 2, k)].begin;
    }
    return true;
  }

  /// "the mayor and Bo Li" are two, "the singer and mayor Bo Li" is one.
  bool joins_somebody(const MentionPiece& piece, std::size_t i, const State& state) const {
    if (i == 0 || i + 1 == piece.size() || state.noun != piece[i - 1] || !words_.is_determiner(text(piece.front()))) return false;
    const NameMention* next = read_.known_at(piece[i + 1]);
    return next != nullptr && next->whole.begin == next->name.begin && next->name.begin == piece[i + 1].begin && read_.is_person(piece[i + 1]);
  }

  /// "Quilt Bank Labs" where the table knows "Quilt Bank".
  MentionHead with_unknown_words(const MentionPiece& piece, const NameMention& known) const {
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

  std::size_t step_name(const MentionPiece& piece, std::size_t i, const MentionHead& head, std::size_t behind, State& state) const {
    behind = std::max(behind, i + 1);
    const bool modifier = read_.is_possessive(piece, behind) || read_.is_small_noun(piece, behind) || (!read_.is_known_person(head) && read_.carries_on(piece, behind));
    if (!modifier && !state.object) state.name = MentionHit{head, behind};
    state.object = false;
    return read_.is_possessive(piece, behind) ? behind + 1 : behind;
  }

  /// A run of capitalised words that the table does not know.
  std::size_t step_capitals(const MentionPiece& piece, std::size_t i, State& state) const {
    std::size_t end = i + 1;
    while (end < piece.size() && joins(piece, end) && read_.known_at(piece[end]) == nullptr) ++end;
    std::size_t begin = i;
    while (begin < end && is_common(piece[begin])) ++begin;
    if (i > 0 && end == i + 1 && words_.never_starts_a_name(text(piece[i]))) return end;  // "began Sunday with …"
    if (begin == end) {
      const bool noun = words_.source_noun(text(piece[end - 1])) != SourceNoun::none || words_.is_title(text(piece[end - 1]));
      if (noun && !state.behind_preposition && !read_.is_possessive(piece, end)) state.noun = piece[end - 1];
      return end;
    }
    if (is_office(piece, begin, end) && !state.behind_preposition && !read_.is_possessive(piece, end)) {
      state.noun = piece[end - 1];
      return end;
    }
    const bool body = words_.refuses_person(text(piece[end - 1]));
    MentionHead head;
    head.kind = MentionHead::Kind::name;
    head.span = {piece[body ? i : begin].begin, piece[end - 1].end};
    head.whole = {piece[i].begin, head.span.end};
    head.named = names_.link(name_form(words_, document_, head.span), head.span.begin);
    return step_name(piece, i, head, end, state);
  }

  /// "the Harbour Commissioner": behind an article, words with capitals of which the last is a title.
  bool is_office(const MentionPiece& piece, std::size_t begin, std::size_t end) const {
    const std::string_view last = text(piece[end - 1]);
    const bool article = begin == 1 && words_.is_article(text(piece.front()));
    return article && end - begin > 1 && words_.is_title(last) && words_.role_noun(last).size() > 0 && !words_.is_first_name(text(piece[begin]));
  }

  bool joins(const MentionPiece& piece, std::size_t i) const {
    return read_.capital(piece[i]) && piece[i].begin <= piece[i - 1].end + 2;
  }

  /// A capitalised word that is no name by itself: a title, a people's name, a noun for people.
  bool is_common(Span word) const {
    const std::string_view form = text(word);
    if (words_.is_place(form) || words_.is_organisation(form)) return false;
    return words_.is_title(form) || words_.is_demonym(form) || words_.source_noun(form) != SourceNoun::none;
  }

  std::optional<MentionHit> noun_phrase(const MentionPiece& piece, const State& state) const {
    std::size_t begin = 0;
    const bool article = words_.is_article(text(piece.front()));
    if (article && piece.size() > 1) begin = 1;
    std::size_t end = state.noun_end > begin ? state.noun_end : piece.size();
    if (!article && words_.is_preposition(text(piece.front())) && state.noun.empty()) return std::nullopt;
    if (end > begin + 1 && tells_when(piece[end - 2], piece[end - 1])) --end;
    MentionHead head;
    head.span = {piece[begin].begin, piece[end - 1].end};
    head.whole = {piece.front().begin, head.span.end};
    head.noun = state.noun.empty() ? piece[end - 1] : state.noun;
    head.definite = article && text(piece.front()).size() > 2;
    return MentionHit{head, end};
  }

  /// Whether the last word of a noun phrase tells when something was said: "the company today", but not "people of today", "a report
  /// published Monday", "a reporter for USA Today".
  bool tells_when(Span before, Span last) const {
    const std::string_view word = text(before);
    return words_.is_day(text(last)) && !words_.is_preposition(word) && !words_.is_finite_verb(word) && !(read_.capital(before) && read_.capital(last));
  }

  /// "About four in 10 voters": nothing but a noun for people tells that it is not an adjunct.
  std::vector<MentionHead> share_of_people(const MentionPiece& piece) const {
    const Span last = piece.back();
    if (words_.source_noun(text(last)) != SourceNoun::people) return {};
    MentionHead head;
    head.span = head.whole = {piece.front().begin, last.end};
    head.noun = last;
    return {head};
  }

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  MentionWords read_;
  std::vector<MentionPiece> pieces_;  // never empty ones
};

}  // namespace

std::vector<MentionHead> read_mention(const NameWords& words, const Document& document, const Names& names, Span mention) {
  return MentionReader(words, document, names, mention).read();
}

}  // namespace onrecord
