#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/extract/names/mention_heads.h"

namespace onrecord {

/// The words of a stretch of a mention between commas, dashes and brackets.
using MentionPiece = WordSpans;

/// The pieces of a mention, brackets left out. Commas inside names and numbers cut nothing. None is empty.
std::vector<MentionPiece> pieces_of(const Document& document, const Names& names, Span mention);

/// Whom the words of a piece name.
struct MentionHit {
  MentionHead head;
  std::size_t behind = 0;  ///< index of the first word of the piece behind it
};

/// What the words of a mention's pieces are. Refers to what it was made of.
class MentionWords {
 public:
  MentionWords(const NameWords& words, const Document& document, const Names& names)
      : words_(words), document_(document), names_(names), source_(document.folded.text()) {}

  std::string_view text(Span span) const { return slice(source_, span); }
  bool capital(Span word) const;
  bool is_person(Span word) const;
  bool is_known_person(const MentionHead& head) const;
  bool is_possessive(const MentionPiece& piece, std::size_t i) const { return i < piece.size() && words_.is_possessive(text(piece[i])); }
  /// A noun for somebody, in small letters.
  bool is_small_noun(const MentionPiece& piece, std::size_t i) const;
  /// A small word that carries on the noun phrase: not one that stands behind a finished one.
  bool carries_on(const MentionPiece& piece, std::size_t i) const;

  /// The mention in the table whose name or title covers the word; null: none.
  const NameMention* known_at(Span word) const;
  /// A known name that begins at word `i` of a piece, perhaps behind a role, and is no modifier of what follows.
  std::optional<MentionHit> name_opening(const MentionPiece& piece, std::size_t i) const;
  /// Who holds an office that begins at word `i`, behind the body it is of: "chief Ann Lee" of "Quilt chief Ann Lee".
  std::optional<MentionHit> holder_behind(const MentionPiece& piece, std::size_t i) const;
  /// "her husband", "the council of Port Hope": somebody whom a noun names, from word `i` on, behind a conjunction.
  std::optional<MentionHit> noun_opening(const MentionPiece& piece, std::size_t i) const;

  /// "Quiltware" of "the company and Quiltware": a word with a capital, from word `i` on, that ends the piece and that nothing knows.
  std::optional<MentionHit> unknown_ending(const MentionPiece& piece, std::size_t i) const;

  static MentionHead name_head(const NameMention& known);
  /// Index of the first word of the piece that begins at or behind `offset`.
  static std::size_t index_behind(const MentionPiece& piece, std::uint32_t offset);

 private:
  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const std::string& source_;
};

}  // namespace onrecord
