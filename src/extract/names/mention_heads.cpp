#include "onrecord/extract/names/mention_heads.h"

#include <algorithm>
#include <optional>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/names/joint_speakers.h"
#include "onrecord/extract/names/mention_words.h"
#include "onrecord/extract/names/piece_heads.h"

namespace onrecord {
namespace {

/// Reads one mention. It is cut into pieces at commas, dashes and brackets; the first piece that has a head tells who is
/// meant, unless it is a common noun with a name right behind its comma.
class MentionReader {
 public:
  MentionReader(const NameWords& words, const Document& document, const Names& names, Span mention)
      : words_(words),
        document_(document),
        names_(names),
        read_(words, document, names),
        piece_heads_(words, document, names, read_),
        pieces_(pieces_of(document, names, mention)) {}

  std::vector<MentionHead> read() {
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      const bool is_last = p + 1 == pieces_.size();
      if (!is_last && (is_date(pieces_[p]) || is_deed(pieces_[p]) || is_part_of_place(p))) continue;
      if (const auto hit = piece_heads_.of(pieces_[p])) return heads_with(p, p > 0 && is_part_of_place(p - 1) ? with_place(*hit, pieces_[p - 1]) : *hit);
    }
    return pieces_.empty() ? std::vector<MentionHead>{} : share_of_people(pieces_.front());
  }

 private:
  std::string_view text(Span span) const { return read_.text(span); }

  /// The heads of a mention of which piece `p` is the first that has one.
  std::vector<MentionHead> heads_with(std::size_t p, MentionHit hit) const {
    if (const auto holder = behind_acronym(p, hit)) {
      hit = *holder;
      ++p;
    } else if (const auto name = name_of_noun(p, hit)) {
      hit = *name;
      ++p;
    }
    std::vector<MentionHead> heads{hit.head};
    const JointSpeakers joint(words_, read_, pieces_);
    if (hit.head.kind == MentionHead::Kind::name) joint.add(p, hit.behind, heads);
    else joint.joined_in(pieces_[p], hit.behind, heads);
    return heads;
  }

  /// "World Quilt Union (WQU) director Ann Lee": a body, its short form in brackets and a role tell who is named behind them.
  std::optional<MentionHit> behind_acronym(std::size_t p, const MentionHit& body) const {
    const bool bracket = p + 1 < pieces_.size() && document_.folded.stands_before(pieces_[p + 1].front().begin, ") ");
    if (!bracket || body.head.kind != MentionHead::Kind::name || read_.is_known_person(body.head) || body.behind < pieces_[p].size()) return std::nullopt;
    const Span next = pieces_[p + 1].front();
    const NameMention* named = read_.known_at(next);
    const bool begins_name = named != nullptr && named->whole.begin == next.begin;  // "Solicitor General (SG) Ann Lee"
    if (read_.capital(next) && !words_.is_title(text(next)) && !begins_name) return std::nullopt;
    const auto holder = piece_heads_.of(pieces_[p + 1]);
    return holder && read_.is_known_person(holder->head) ? holder : std::nullopt;
  }

  /// The end of a date before a comma: "2023" of "In early December 2023, Ann Lee".
  bool is_date(const MentionPiece& piece) const {
    const std::string_view word = text(piece.front());
    return piece.size() == 1 && std::all_of(word.begin(), word.end(), is_ascii_digit);
  }

  /// "The Lisbon" of "The Lisbon, Quilt-based company".
  bool is_part_of_place(std::size_t p) const {
    const bool begins_phrase = pieces_[p].size() > 1 && words_.is_determiner(text(pieces_[p].front())) && read_.capital(pieces_[p].back());
    return begins_phrase && p + 1 < pieces_.size() && piece_heads_.opens_with_place(pieces_[p + 1]);
  }

  static MentionHit with_place(MentionHit hit, const MentionPiece& place) {
    if (hit.head.kind != MentionHead::Kind::noun) return hit;
    hit.head.span.begin = place[1].begin;
    hit.head.whole.begin = place.front().begin;
    return hit;
  }

  /// What somebody does who comes behind the comma: "Giving evidence, the mason, Bo Li".
  bool is_deed(const MentionPiece& piece) const {
    return piece.size() > 1 && words_.is_participle(text(piece.front())) && read_.known_at(piece.front()) == nullptr && !read_.capital(piece[1]) &&
           words_.source_noun(text(piece.front())) == SourceNoun::none && !words_.is_place(text(piece.front()));
  }

  /// "the Quilt blogger, Ann Lee": a person's name right behind the comma tells who the noun means, a body's name what body.
  std::optional<MentionHit> name_of_noun(std::size_t p, const MentionHit& noun) const {
    if (noun.head.kind != MentionHead::Kind::noun || p + 1 == pieces_.size()) return std::nullopt;
    const auto name = read_.name_opening(pieces_[p + 1], 0);
    if (!name) return std::nullopt;
    const SourceNoun what = noun.head.noun.empty() ? SourceNoun::none : words_.source_noun(text(noun.head.noun));
    const bool is_body = names_.all()[name->head.named].kind == Named::Kind::organization;
    return is_body == (what == SourceNoun::body) ? name : std::nullopt;
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
  PieceHeads piece_heads_;
  std::vector<MentionPiece> pieces_;  // never empty ones
};

}  // namespace

std::vector<MentionHead> read_mention(const NameWords& words, const Document& document, const Names& names, Span mention) {
  return MentionReader(words, document, names, mention).read();
}

}  // namespace onrecord
