#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// White space between two lines that belong together, in folded text.
struct LineGap {
  Span span;
  bool inside_word = false;  ///< behind the hyphen of a word that goes on in the next line
};

/// The text that rules match on, and the way back to the text as it was read.
///
/// Folding: U+00A0, U+202F, U+2009 and their like become a space, U+2010 and U+2011 a hyphen; soft hyphens, zero-width
/// characters and the '\r' of "\r\n" are dropped; a lone '\r' becomes '\n'; a letter and the marks behind it (U+0300 to
/// U+036F) become the one character that stands for both, or the letter; references of HTML that were left in a text (`&rsquo;`, see
/// `character_reference_at`) become what they stand for; private-use characters U+E000 to U+F8FF, which the engine keeps for
/// itself, become U+FFFD.
class FoldedText {
 public:
  FoldedText() = default;
  /// Folds `original`, which must be valid UTF-8.
  explicit FoldedText(std::string_view original);

  /// Makes of each gap one space, inside words nothing. `gaps`: in order, not empty, apart from each other.
  void close(const std::vector<LineGap>& gaps);

  const std::string& text() const { return text_; }
  std::string_view slice(Span folded) const { return onrecord::slice(text_, folded); }
  /// As much of a span as lies in the text.
  std::string_view slice_within(Span folded) const;
  /// What stands before `offset`, at most `count` bytes.
  std::string_view before(std::uint32_t offset, std::uint32_t count) const;
  /// Whether `what` ends at `offset`.
  bool stands_before(std::uint32_t offset, std::string_view what) const { return before(offset, static_cast<std::uint32_t>(what.size())) == what; }
  /// Whether `what` begins at `offset`, which may lie behind the end.
  bool stands_at(std::uint32_t offset, std::string_view what) const { return slice_within({offset, offset + static_cast<std::uint32_t>(what.size())}) == what; }

  /// Where `folded` lies in the original: from the first byte of its first character to behind the last byte of its
  /// last one. An empty span maps to an empty span.
  Span to_original(Span folded) const;

 private:
  struct Piece {  // text_[folded, next.folded) came from the bytes from `original` on
    std::uint32_t folded;
    std::uint32_t original;
    std::uint32_t original_end;  // behind the piece's last character: dropped ones after it do not belong to it
    bool replaced;               // one character for others, perhaps of another length
  };
  void append(const FoldedText& from, Span span);
  const Piece& piece_at(std::uint32_t folded) const;
  void add_replaced(std::uint32_t original, std::uint32_t original_end, std::string_view by);
  void put_mark(char32_t mark, std::uint32_t original, std::uint32_t original_end);

  std::string text_;
  std::vector<Piece> pieces_;
};

}  // namespace onrecord
