#include <algorithm>

#include "onrecord/extract/names/mention_words.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// What a piece may end at: brackets, commas, colons, dashes. Those beyond ASCII all begin with the same byte.
constexpr ByteSet may_cut("()[],;:-\xE2");

class PieceCutter {
 public:
  PieceCutter(const Document& document, const Names& names) : document_(document), names_(names), source_(document.folded.text()) {}

  std::vector<MentionPiece> cut(Span mention) {
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
    return std::move(pieces_);
  }

 private:
  bool separates(Character c, std::uint32_t i) const {
    if (names_.mention_at(i) != nullptr) return false;
    if (c.code == ',') { return !(is_digit(character_before(source_, i).code) && is_digit(character_at(source_, i + 1).code)); }
    if (c.code == ';' || c.code == ':' || c.code == 0x2014) return true;
    const bool dash = is_dash(c.code);
    return dash && (is_space(character_before(source_, i).code) || is_dash(character_before(source_, i).code));
  }

  void add_piece(Span span) {
    MentionPiece piece = document_.words_in(span);
    if (!piece.empty()) pieces_.push_back(std::move(piece));
  }

  const Document& document_;
  const Names& names_;
  const std::string& source_;
  std::vector<MentionPiece> pieces_;
};

}  // namespace

std::vector<MentionPiece> pieces_of(const Document& document, const Names& names, Span mention) { return PieceCutter(document, names).cut(mention); }

}  // namespace onrecord
