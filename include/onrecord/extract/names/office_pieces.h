#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "onrecord/extract/names/mention_words.h"

namespace onrecord {

/// Tells where words of a mention's piece are an office, which belongs to who is named behind it. Refers to what it was made of.
class OfficePieces {
 public:
  OfficePieces(const NameWords& words, const Document& document, const Names& names, const MentionWords& read)
      : words_(words), document_(document), names_(names), read_(read) {}

  /// A title, or a noun for one person.
  bool is_office_word(Span word) const;
  /// "the Harbour Commissioner", "Harbour Commissioner, Ann Lee,", "Harbour Commissioner for the Old Pier Ann Lee": behind an article, or before who has
  /// the office, words with capitals of which the last is a title.
  bool is_office(const MentionPiece& piece, std::size_t begin, std::size_t end) const;
  /// "President and CEO Ann Lee", where word `i` is the conjunction: both offices are those of who is named behind them.
  bool joins_offices(const MentionPiece& piece, std::size_t i) const;
  /// Whether word `i` is a preposition that tells of what the office before it is, and the person who has it ends the piece: "of" in "Bishop of
  /// Quilt Ann Lee".
  bool is_of_holder(const MentionPiece& piece, std::size_t i) const;
  /// Whether the person whose name begins with word `i` has the office, told with no comma between what it is for and the name: "leader of the council
  /// Cllr Ann Lee", "cabinet member for transport Ann Lee". Not "the lawyer for defendant Ann Lee".
  bool is_held(Span office, const MentionPiece& piece, std::size_t i, const MentionHead& holder) const;

 private:
  std::string_view text(Span span) const { return read_.text(span); }
  bool holder_behind(std::uint32_t end) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const MentionWords& read_;
};

}  // namespace onrecord
