#include "onrecord/text/folded_text.h"

#include <algorithm>
#include <utility>

#include "onrecord/base/utf8.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/character_reference.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/composed_letters.h"

namespace onrecord {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

enum class Folding { keep, drop, replace, combine };

struct Folded {
  Folding folding = Folding::keep;
  char32_t by = 0;  // what is put in its place
};

bool is_dropped(char32_t code) {
  return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

bool is_odd_space(char32_t code) {
  return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
}

Folded fold(char32_t code) {
  if (is_dropped(code)) return {Folding::drop};
  if (is_combining_mark(code)) return {Folding::combine};
  if (is_odd_space(code)) return {Folding::replace, ' '};
  if (code == 0x2010 || code == 0x2011) return {Folding::replace, '-'};
  if (code >= 0xE000 && code <= 0xF8FF) return {Folding::replace, replacement_character};
  return {};
}

// Only these bytes begin a character that `fold` changes; all others are copied in runs.
constexpr ByteSet may_change("\r&\xC2\xCC\xCD\xE1\xE2\xE3\xEE\xEF");

Folded fold_at(std::string_view text, std::uint32_t offset, std::uint32_t& size) {
  if (text[offset] == '\r') {
    size = 1;
    const bool before_newline = offset + 1 < text.size() && text[offset + 1] == '\n';
    return before_newline ? Folded{Folding::drop} : Folded{Folding::replace, '\n'};
  }
  if (text[offset] == '&') {
    const Character referred = character_reference_at(text, offset);
    size = std::max<std::uint32_t>(1, referred.size);
    if (referred.size == 0) return {};
    const Folded folded = fold(referred.code);
    const bool changes = folded.folding == Folding::drop || folded.folding == Folding::replace;
    return changes ? folded : Folded{Folding::replace, referred.code};
  }
  const Character character = character_at(text, offset);
  size = character.size;
  return fold(character.code);
}

}  // namespace

// What is put in the place of one character or several is a piece of its own.
void FoldedText::add_replaced(std::uint32_t original, std::uint32_t original_end, std::string_view by) {
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), original, original_end, true});
  text_.append(by);
}

// Puts a mark on the character before it; it is dropped where there is none, or only dropped ones.
void FoldedText::put_mark(char32_t mark, std::uint32_t original, std::uint32_t original_end) {
  if (pieces_.empty() || !pieces_.back().replaced || pieces_.back().original_end != original) return;
  const char32_t letter = character_before(text_, static_cast<std::uint32_t>(text_.size())).code;
  text_.resize(pieces_.back().folded);
  append_utf8(text_, composed_letter(letter, mark));
  pieces_.back().original_end = original_end;
}

FoldedText::FoldedText(std::string_view original) {
  text_.reserve(original.size());
  std::uint32_t run = 0;  // start of the bytes that are copied as they are
  const auto end_run = [&](std::uint32_t end) {
    if (run == end) return;
    pieces_.push_back({static_cast<std::uint32_t>(text_.size()), run, end, false});
    text_.append(original.substr(run, end - run));
  };
  const auto size = static_cast<std::uint32_t>(original.size());
  std::string by;
  std::uint32_t offset = 0;
  while ((offset = static_cast<std::uint32_t>(may_change.find_in(original, offset))) < size) {
    std::uint32_t length = 1;
    const Folded folded = fold_at(original, offset, length);
    if (folded.folding == Folding::combine && run < offset) {
      const std::uint32_t letter = offset - character_before(original, offset).size;
      end_run(letter);
      add_replaced(letter, offset, original.substr(letter, offset - letter));
      run = offset;
    }
    if (folded.folding != Folding::keep) {
      end_run(offset);
      run = offset + length;
    }
    if (folded.folding == Folding::replace) {
      by.clear();
      append_utf8(by, folded.by);
      add_replaced(offset, offset + length, by);
    }
    if (folded.folding == Folding::combine) put_mark(character_at(original, offset).code, offset, offset + length);
    offset += length;
  }
  end_run(size);
}

void FoldedText::close(const std::vector<LineGap>& gaps) {
  FoldedText closed;
  closed.text_.reserve(text_.size());
  std::uint32_t at = 0;
  for (const LineGap& gap : gaps) {
    closed.append(*this, {at, gap.span.begin});
    const Span original = to_original(gap.span);
    if (!gap.inside_word) {
      closed.pieces_.push_back({static_cast<std::uint32_t>(closed.text_.size()), original.begin, original.end, true});
      closed.text_ += ' ';
    }
    at = gap.span.end;
  }
  closed.append(*this, {at, static_cast<std::uint32_t>(text_.size())});
  *this = std::move(closed);
}

// Appends a stretch of another text of the same original.
void FoldedText::append(const FoldedText& from, Span span) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Piece* piece = &from.piece_at(at);
    const bool is_last = piece == &from.pieces_.back();
    const std::uint32_t end = is_last ? span.end : std::min(span.end, (piece + 1)->folded);
    const Span original = from.to_original({at, end});
    pieces_.push_back({static_cast<std::uint32_t>(text_.size()), original.begin, original.end, piece->replaced});
    text_.append(from.text_, at, end - at);
    at = end;
  }
}

const FoldedText::Piece& FoldedText::piece_at(std::uint32_t folded) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), folded, [](std::uint32_t offset, const Piece& piece) { return offset < piece.folded; });
  return *(behind - 1);
}

std::string_view FoldedText::slice_within(Span folded) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  return slice({std::min(folded.begin, size), std::min(folded.end, size)});
}

std::string_view FoldedText::before(std::uint32_t offset, std::uint32_t count) const { return slice_within({offset - std::min(offset, count), offset}); }

Span FoldedText::to_original(Span folded) const {
  if (pieces_.empty()) return {0, 0};
  const auto start_of = [&](std::uint32_t offset) {
    if (offset >= text_.size()) return pieces_.back().original_end;
    const Piece& piece = piece_at(offset);
    return piece.replaced ? piece.original : piece.original + (offset - piece.folded);
  };
  const std::uint32_t begin = start_of(folded.begin);
  if (folded.empty()) return {begin, begin};
  const Piece& last = piece_at(folded.end - 1);
  return {begin, last.replaced ? last.original_end : last.original + (folded.end - last.folded)};
}

}  // namespace onrecord
