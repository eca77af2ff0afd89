#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/extract/names/mention_words.h"
#include "onrecord/extract/names/office_pieces.h"

namespace onrecord {

/// Finds whom a piece of a mention is about: the last name before a preposition, as names before it ("the Clinton adviser Bo Li") belong to it;
/// without a name the noun phrase that the piece begins with. Refers to what it was made of.
class PieceHeads {
 public:
  PieceHeads(const NameWords& words, const Document& document, const Names& names, const MentionWords& read)
      : words_(words), document_(document), names_(names), read_(read), offices_(words, document, names, read) {}

  /// None where the piece is an adjunct. A piece is never empty.
  std::optional<MentionHit> of(const MentionPiece& piece) const;
  /// "Quilt-based company", "New Quilt-based company".
  bool opens_with_place(const MentionPiece& piece) const;

 private:
  /// What is known of a piece from the words before the one that is looked at.
  struct State {
    std::optional<MentionHit> name;
    Span noun;
    std::size_t noun_end = 0;  // words of the noun phrase: all before this index
    bool object = false;       // directly behind a preposition: belongs to what stands before that
    bool behind_preposition = false;
    bool done = false;
  };

  std::string_view text(Span span) const { return read_.text(span); }
  std::optional<MentionHit> pronoun_of(const MentionPiece& piece) const;
  std::optional<MentionHit> noun_phrase(const MentionPiece& piece, const State& state) const;

  // Each looks at word `i`, and returns the index of the next word to look at.
  std::size_t step(const MentionPiece& piece, std::size_t i, State& state) const;
  std::size_t step_conjunction(const MentionPiece& piece, std::size_t i, State& state) const;
  std::size_t step_capitals(const MentionPiece& piece, std::size_t i, State& state) const;
  std::size_t step_name(const MentionPiece& piece, std::size_t i, const MentionHead& head, std::size_t behind, State& state) const;
  std::optional<std::size_t> step_known(const MentionPiece& piece, std::size_t i, State& state) const;

  Span stem_of(Span word) const;
  bool is_one_name(const MentionPiece& piece, std::size_t first, std::size_t begin, std::size_t end) const;
  std::size_t words_of_place(const MentionPiece& piece, std::size_t i) const;
  bool opens_joint_modifier(const MentionPiece& piece) const;
  bool opens_clause(std::string_view word, std::size_t i) const;
  bool is_governing(const MentionPiece& piece, std::size_t i) const;
  bool governs_person(const MentionPiece& piece, std::size_t i) const;
  bool opens_examples(const MentionPiece& piece, std::size_t i) const;
  bool is_in_share(const MentionPiece& piece, std::size_t i) const;
  bool joins_somebody(const MentionPiece& piece, std::size_t i, const State& state) const;
  bool tells_what_noun_does(const MentionPiece& piece, std::size_t i, const State& state) const;
  bool is_joined_modifier(Span word) const;
  bool may_begin_name(const MentionPiece& piece, std::size_t i) const;
  bool is_main_noun(const MentionPiece& piece, std::size_t behind, const State& state) const;
  bool leads_to_noun(const MentionPiece& piece, std::size_t i) const;
  bool is_named_group(Span word) const;
  bool is_common(Span word) const;
  bool joins(const MentionPiece& piece, std::size_t i) const;
  bool tells_when(Span before, Span last) const;
  MentionHead with_unknown_words(const MentionPiece& piece, const NameMention& known) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const MentionWords& read_;
  OfficePieces offices_;
};

}  // namespace onrecord
