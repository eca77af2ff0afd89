#include "onrecord/extract/mention_heads.h"

#include <algorithm>
#include <optional>

#include "onrecord/extract/view.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// What a piece may end at: brackets, commas, colons, dashes. Those beyond ASCII all begin with the same byte.
constexpr ByteSet may_cut("()[],;:-\xE2");

/// Reads one mention. It is cut into pieces at commas, dashes and brackets; the first piece that has a head tells who is
/// meant, unless it is a common noun with a name right behind its comma. In a piece the last name before a preposition is
/// the head: names before it ("the Clinton adviser Bo Li") belong to it.
class MentionReader {
 public:
  MentionReader(const NameWords& words, const Document& document, const Names& names, Span mention)
      : words_(words), document_(document), names_(names), source_(document.folded.text()) {
    cut_into_pieces(mention);
  }

  std::vector<MentionHead> read() {
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      std::optional<Hit> hit = head_of(pieces_[p]);
      if (!hit) continue;
      std::size_t at = p;
      if (hit->head.kind == MentionHead::Kind::noun && p + 1 < pieces_.size()) {
        if (const auto name = name_opening(pieces_[p + 1], 0); name && names_the_noun(hit->head, *name)) {
          hit = name;
          at = p + 1;
        }
      }
      std::vector<MentionHead> heads{hit->head};
      if (hit->head.kind == MentionHead::Kind::name) add_joint(at, hit->behind, heads);
      else joined_in(pieces_[at], hit->behind, heads);
      return heads;
    }
    return pieces_.empty() ? std::vector<MentionHead>{} : share_of_people(pieces_.front());
  }

 private:
  using Piece = WordSpans;
  struct Hit {
    MentionHead head;
    std::size_t behind = 0;  // index of the first word of the piece behind it
  };

  std::string_view text(Span span) const { return slice(source_, span); }
  bool capital(Span word) const { return is_capital(character_at(source_, word.begin).code); }

  // ---- pieces

  void cut_into_pieces(Span mention) {
    std::uint32_t begin = mention.begin;
    int brackets = 0;
    const std::string_view text = std::string_view(source_).substr(0, mention.end);
    for (auto i = static_cast<std::uint32_t>(may_cut.find_in(text, mention.begin)); i < text.size(); i = static_cast<std::uint32_t>(may_cut.find_in(text, i))) {
      const Character c = character_at(source_, i);
      const bool opens = c.code == '(' || c.code == '[';
      const bool closes = c.code == ')' || c.code == ']';
      if (opens || closes || (brackets == 0 && separates(c, i))) {
        if (brackets == 0) add_piece({begin, i});
        brackets = opens ? brackets + 1 : closes && brackets > 0 ? brackets - 1 : brackets;
        begin = i + c.size;
      }
      i += c.size;
    }
    if (brackets == 0 && begin < mention.end) add_piece({begin, mention.end});
  }

  bool separates(Character c, std::uint32_t i) const {
    if (names_.mention_at(i) != nullptr) return false;
    if (c.code == ',') {
      return !(is_digit(character_before(source_, i).code) && is_digit(character_at(source_, i + 1).code));
    }
    if (c.code == ';' || c.code == ':' || c.code == 0x2014) return true;
    const bool dash = is_dash(c.code);
    return dash && (is_space(character_before(source_, i).code) || is_dash(character_before(source_, i).code));
  }

  void add_piece(Span span) {
    Piece piece = document_.words_in(span);
    if (!piece.empty()) pieces_.push_back(std::move(piece));
  }

  // ---- names in a piece

  /// The mention in the table whose name or title covers the word.
  const NameMention* known_at(Span word) const {
    const std::size_t first = names_.first_from(word.begin);
    if (first > 0 && names_.mentions()[first - 1].name.contains(word.begin)) return &names_.mentions()[first - 1];
    if (first < names_.mentions().size() && names_.mentions()[first].whole.contains(word.begin)) return &names_.mentions()[first];
    return nullptr;
  }

  static std::size_t index_behind(const Piece& piece, std::uint32_t offset) {
    return static_cast<std::size_t>(std::lower_bound(piece.begin(), piece.end(), offset, [](Span word, std::uint32_t at) { return word.begin < at; }) - piece.begin());
  }

  bool is_relative(std::string_view word) const {
    const Pronoun pronoun = words_.pronoun(word);
    return pronoun == Pronoun::relative || pronoun == Pronoun::relative_thing;
  }

  bool is_small_noun(const Piece& piece, std::size_t i) const {
    return i < piece.size() && !capital(piece[i]) && words_.source_noun(text(piece[i])) != SourceNoun::none;
  }

  bool is_possessive(const Piece& piece, std::size_t i) const { return i < piece.size() && words_.is_possessive(text(piece[i])); }

  /// A small word that carries on the noun phrase: not one that stands behind a finished one.
  bool carries_on(const Piece& piece, std::size_t i) const {
    if (i >= piece.size() || capital(piece[i])) return false;
    const std::string_view word = text(piece[i]);
    return !words_.is_preposition(word) && !words_.is_conjunction(word) && !words_.is_subordinator(word) && !words_.is_adverb(word) &&
           words_.pronoun(word) == Pronoun::none && !words_.is_finite_verb(word) && !words_.is_determiner(word);
  }

  static MentionHead name_head(const NameMention& known) {
    MentionHead head;
    head.kind = MentionHead::Kind::name;
    head.span = known.name;
    head.whole = known.whole;
    head.named = known.named;
    return head;
  }

  /// A known name that begins at word `i` of a piece and is no modifier of what follows.
  std::optional<Hit> name_opening(const Piece& piece, std::size_t i) const {
    constexpr std::size_t longest_role = 4;
    for (std::size_t skipped = 0; i < piece.size() && skipped <= longest_role; ++i, ++skipped) {
      if (const NameMention* known = known_at(piece[i])) {
        const std::size_t behind = index_behind(piece, known->name.end);
        if (is_possessive(piece, behind) || is_small_noun(piece, behind)) return std::nullopt;
        return Hit{name_head(*known), behind};
      }
      const bool role_word = words_.is_title(text(piece[i])) || words_.is_demonym(text(piece[i])) || words_.is_article(text(piece[i])) ||
                             ((skipped > 0 || is_small_noun(piece, i)) && carries_on(piece, i));
      if (!role_word) return std::nullopt;
    }
    return std::nullopt;
  }

  /// "the Quilt blogger, Ann Lee": a person's name tells who the noun means, a body's name what body.
  bool names_the_noun(const MentionHead& noun, const Hit& name) const {
    const SourceNoun what = noun.noun.empty() ? SourceNoun::none : words_.source_noun(text(noun.noun));
    const bool body = names_.all()[name.head.named].kind == Named::Kind::organization;
    return body == (what == SourceNoun::body);
  }

  // ---- the head of a piece

  std::optional<Hit> head_of(const Piece& piece) const {
    if (const auto pronoun = pronoun_of(piece)) return pronoun;
    State state;
    for (std::size_t i = 0; i < piece.size() && !state.done;) i = step(piece, i, state);
    if (state.name) return state.name;
    return noun_phrase(piece, state);
  }

  std::optional<Hit> pronoun_of(const Piece& piece) const {
    const std::string_view first = text(piece.front());
    const Pronoun pronoun = words_.pronoun(first);
    if (pronoun == Pronoun::none || pronoun == Pronoun::nobody || pronoun == Pronoun::of_man) return std::nullopt;
    if (piece.size() > 1 && words_.is_determiner(first)) return std::nullopt;
    MentionHead head;
    head.kind = MentionHead::Kind::pronoun;
    head.span = head.whole = piece.front();
    head.pronoun = pronoun;
    return Hit{head, 1};
  }

  struct State {
    std::optional<Hit> name;
    Span noun;
    std::size_t noun_end = 0;     // words of the noun phrase: all before this index
    bool object = false;          // directly behind a preposition: belongs to what stands before that
    bool behind_preposition = false;
    bool done = false;
  };

  /// Looks at word `i`; returns the index of the next word to look at.
  std::size_t step(const Piece& piece, std::size_t i, State& state) const {
    if (const NameMention* known = known_at(piece[i])) return step_name(piece, i, name_head(*known), index_behind(piece, known->name.end), state);
    const std::string_view word = text(piece[i]);
    if (is_relative(word) || (i > 0 && words_.is_subordinator(word))) {
      state.done = true;
      if (state.noun_end == 0) state.noun_end = i;
      return i + 1;
    }
    if (words_.is_preposition(word) && i > 0) {
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
    if (i > 0 && state.noun == piece[i - 1] && !state.behind_preposition && words_.is_participle(word) && !capital(piece[i])) {
      state.done = true;  // "a pastor supporting Ann Lee"
      state.noun_end = i;
      return i + 1;
    }
    if (capital(piece[i]) && !(i == 0 && (words_.never_starts_a_name(word) || words_.is_determiner(word)))) return step_capitals(piece, i, state);
    if (!state.behind_preposition && words_.source_noun(word) != SourceNoun::none && !is_possessive(piece, i + 1)) state.noun = piece[i];
    return i + 1;
  }

  /// "the mayor and Bo Li" are two, "the singer and mayor Bo Li" is one.
  bool joins_somebody(const Piece& piece, std::size_t i, const State& state) const {
    if (i == 0 || i + 1 == piece.size() || state.noun != piece[i - 1] || !words_.is_determiner(text(piece.front()))) return false;
    const NameMention* next = known_at(piece[i + 1]);
    return next != nullptr && next->whole.begin == next->name.begin && next->name.begin == piece[i + 1].begin && is_person(piece[i + 1]);
  }

  std::size_t step_name(const Piece& piece, std::size_t i, const MentionHead& head, std::size_t behind, State& state) const {
    behind = std::max(behind, i + 1);
    const bool modifier = is_possessive(piece, behind) || is_small_noun(piece, behind) || (!is_known_person(head) && carries_on(piece, behind));
    if (!modifier && !state.object) state.name = Hit{head, behind};
    state.object = false;
    return is_possessive(piece, behind) ? behind + 1 : behind;
  }

  /// A run of capitalised words that the table does not know.
  std::size_t step_capitals(const Piece& piece, std::size_t i, State& state) const {
    std::size_t end = i + 1;
    while (end < piece.size() && joins(piece, end) && known_at(piece[end]) == nullptr) ++end;
    std::size_t begin = i;
    while (begin < end && is_common(piece[begin])) ++begin;
    if (i > 0 && end == i + 1 && words_.never_starts_a_name(text(piece[i]))) return end;  // "began Sunday with …"
    if (begin == end) {
      const bool noun = words_.source_noun(text(piece[end - 1])) != SourceNoun::none || words_.is_title(text(piece[end - 1]));
      if (noun && !state.behind_preposition && !is_possessive(piece, end)) state.noun = piece[end - 1];
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

  bool joins(const Piece& piece, std::size_t i) const {
    return capital(piece[i]) && piece[i].begin <= piece[i - 1].end + 2;
  }

  /// A capitalised word that is no name by itself: a title, a people's name, a noun for people.
  bool is_common(Span word) const {
    const std::string_view form = text(word);
    if (words_.is_place(form) || words_.is_organisation(form)) return false;
    return words_.is_title(form) || words_.is_demonym(form) || words_.source_noun(form) != SourceNoun::none;
  }

  std::optional<Hit> noun_phrase(const Piece& piece, const State& state) const {
    std::size_t begin = 0;
    const bool article = words_.is_article(text(piece.front()));
    if (article && piece.size() > 1) begin = 1;
    std::size_t end = state.noun_end > begin ? state.noun_end : piece.size();
    if (!article && words_.is_preposition(text(piece.front())) && state.noun.empty()) return std::nullopt;
    MentionHead head;
    head.span = {piece[begin].begin, piece[end - 1].end};
    head.whole = {piece.front().begin, head.span.end};
    head.noun = state.noun.empty() ? piece[end - 1] : state.noun;
    head.definite = article && text(piece.front()).size() > 2;
    return Hit{head, end};
  }

  /// "About four in 10 voters": nothing but a noun for people tells that it is not an adjunct.
  std::vector<MentionHead> share_of_people(const Piece& piece) const {
    const Span last = piece.back();
    if (words_.source_noun(text(last)) != SourceNoun::people) return {};
    MentionHead head;
    head.span = head.whole = {piece.front().begin, last.end};
    head.noun = last;
    return {head};
  }

  // ---- joint speakers

  /// Goes on behind the main name: "Ted Lee of Ohio and Bo Li", "Ann Lee, head of the fund, and Bo Li", "Ann Lee, Bo Li and Jo Doe".
  void add_joint(std::size_t p, std::size_t i, std::vector<MentionHead>& heads) const {
    i = joined_in(pieces_[p], i, heads);
    std::vector<MentionHead> listed;
    for (std::size_t q = p + 1; q < pieces_.size(); ++q) {
      const Piece& piece = pieces_[q];
      const bool closes = words_.is_conjunction(text(piece.front()));
      const auto name = name_opening(piece, closes ? 1 : 0);
      if (!name || (!closes && known_at(piece.front()) == nullptr)) {
        listed.clear();
        continue;
      }
      std::vector<MentionHead> more;
      joined_in(piece, name->behind, more);
      if (!closes && more.empty()) {
        listed.push_back(name->head);
        continue;
      }
      heads.insert(heads.end(), listed.begin(), listed.end());
      heads.push_back(name->head);
      heads.insert(heads.end(), more.begin(), more.end());
      listed.clear();
    }
  }

  /// "her husband", "the council of Port Hope": somebody told by a noun, from word `i` on, behind a conjunction.
  std::optional<Hit> noun_opening(const Piece& piece, std::size_t i) const {
    constexpr std::size_t longest = 5;
    if (i >= piece.size() || capital(piece[i]) || !words_.is_determiner(text(piece[i]))) return std::nullopt;
    std::size_t end = i + 1;
    while (carries_on(piece, end) && end - i <= longest) ++end;
    if (end == i + 1 || (end < piece.size() && !words_.is_preposition(text(piece[end])))) return std::nullopt;
    const Span noun = piece[end - 1];
    if (words_.source_noun(text(noun)) == SourceNoun::none) return std::nullopt;
    MentionHead head;
    head.definite = words_.is_article(text(piece[i])) && text(piece[i]).size() > 2;
    head.span = {piece[words_.is_article(text(piece[i])) ? i + 1 : i].begin, noun.end};
    head.whole = {piece[i].begin, noun.end};
    head.noun = noun;
    return Hit{head, end};
  }

  /// Those joined to the one before word `i` by a conjunction, places they are from left aside.
  std::size_t joined_in(const Piece& piece, std::size_t i, std::vector<MentionHead>& heads) const {
    while (i < piece.size()) {
      if (words_.is_conjunction(text(piece[i]))) {
        auto next = name_opening(piece, i + 1);
        if (!next) next = noun_opening(piece, i + 1);
        if (!next) return i;
        heads.push_back(next->head);
        i = next->behind;
      } else if (words_.is_preposition(text(piece[i])) && i + 1 < piece.size() && capital(piece[i + 1]) && !is_person(piece[i + 1])) {
        ++i;
        while (i < piece.size() && capital(piece[i])) ++i;
      } else {
        return i;
      }
    }
    return i;
  }

  bool is_known_person(const MentionHead& head) const {
    return head.named != Names::nobody && names_.all()[head.named].kind == Named::Kind::person;
  }

  bool is_person(Span word) const {
    const NameMention* known = known_at(word);
    return known != nullptr && names_.all()[known->named].kind == Named::Kind::person;
  }

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const std::string& source_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<MentionHead> read_mention(const NameWords& words, const Document& document, const Names& names, Span mention) {
  return MentionReader(words, document, names, mention).read();
}

}  // namespace onrecord
