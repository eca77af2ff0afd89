#include <bit>
#include <string>

#include "onrecord/extract/page/page.h"
#include "onrecord/text/bullet.h"
#include "onrecord/text/byte_block.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Words shorter than this may be small in a title ("of", "and", "the").
constexpr std::uint32_t title_word_characters = 4;

bool is_closing(char32_t code) {
  switch (code) {
    case U'"':
    case U'\'':
    case U'“':
    case U'”':
    case U'’':
    case U'»':
    case U')':
    case U']':
    case U'*':
    case U'_': return true;
    default: return false;
  }
}

bool is_double_mark(char32_t code) { return code == U'"' || code == U'“' || code == U'”' || code == U'„' || code == U'«' || code == U'»'; }

bool ends_sentence(char32_t code) { return code == U'.' || code == U'!' || code == U'?' || code == U'…'; }

char32_t last_character(std::string_view text) {
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > 0) {
    const Character character = character_before(text, end);
    if (!is_closing(character.code) && !is_space(character.code)) return character.code;
    end -= character.size;
  }
  return 0;
}

/// A byte of ASCII that stands for a character beyond it: what is measured cannot tell them apart.
char stand_in(char32_t code) {
  if (is_capital(code)) return 'A';
  if (is_letter(code)) return 'a';
  if (is_space(code)) return '\t';
  if (is_double_mark(code)) return '"';
  if (ends_sentence(code)) return '.';
  return code == U'›' ? '>' : '#';
}

/// The text with a byte for each character; itself where it has nothing else.
std::string_view as_ascii(std::string_view text, std::string& buffer) {
  std::size_t begin = 0;  // of what is not copied yet
  for (std::size_t base = 0; base < text.size(); base += ByteBlock::size) {
    for (std::uint64_t leads = ByteBlock(text, base).leads(); leads != 0; leads &= leads - 1) {
      const auto at = base + static_cast<std::size_t>(std::countr_zero(leads));
      const Character character = character_at(text, static_cast<std::uint32_t>(at));
      buffer.append(text, begin, at - begin) += stand_in(character.code);
      begin = at + character.size;
    }
  }
  if (begin == 0) return text;
  return buffer.append(text, begin);
}

/// Counts what needs a look at every character: of a text in ASCII, 64 characters at a time.
class Measure {
 public:
  explicit Measure(LineShape& shape) : shape_(shape) {}

  void take(std::string_view text) {
    for (std::size_t base = 0; base < text.size(); base += ByteBlock::size) take_block(ByteBlock(text, base), text.size() - base);
    shape_.characters = static_cast<std::uint32_t>(text.size());
    shape_.symbols_only = !any_word_character_;
  }

 private:
  /// The bits moved to the character behind; the first one is that of the block before.
  static std::uint64_t behind(std::uint64_t bits, std::uint64_t& last) {
    const std::uint64_t moved = bits << 1 | last;
    last = bits >> (ByteBlock::size - 1);
    return moved;
  }

  /// `rest` tells how many characters of the block are of the text.
  void take_block(const ByteBlock& block, std::size_t rest) {
    const std::uint64_t small = block.between('a', 'z'), capital = block.between('A', 'Z');
    const std::uint64_t words = small | capital | block.between('0', '9');
    const std::uint64_t blank = block.equal(' ');
    std::uint64_t spaces = blank | block.between('\t', '\r');
    if (rest < ByteBlock::size) spaces |= ~std::uint64_t{0} << rest;
    shape_.bars += static_cast<std::uint32_t>(std::popcount(block.equal('|')));
    if (block.equal('"') != 0) shape_.quoted = true;
    shape_.glued += static_cast<std::uint32_t>(std::popcount(capital & behind(small, last_small_)));
    const std::uint64_t behind_blank = behind(blank, last_blank_);
    find_path(block, blank, behind_blank);
    find_sentence(block, capital, words, behind_blank);
    count_words(words, spaces);
  }

  /// A lone '>' or '/' between two blanks.
  void find_path(const ByteBlock& block, std::uint64_t blank, std::uint64_t behind_blank) {
    const std::uint64_t signs = block.equal('>') | block.equal('/');
    if ((behind(signs & behind_blank, last_sign_) & blank) != 0) shape_.path = true;
  }

  /// A capital behind a blank behind an end mark, and a word before them.
  void find_sentence(const ByteBlock& block, std::uint64_t capital, std::uint64_t words, std::uint64_t behind_blank) {
    const std::uint64_t ends = block.equal('.') | block.equal('!') | block.equal('?');
    const std::uint64_t behind_end = behind(behind(ends, last_end_), end_before_last_);
    const std::uint64_t begins = capital & behind_blank & behind_end;
    // Of the first word nothing stands before its first character.
    if ((any_word_character_ ? begins : begins & ~(words ^ (words - 1))) != 0) shape_.several_sentences = true;
    any_word_character_ = any_word_character_ || words != 0;
  }

  /// Counts the stretches without white space that hold a letter or digit.
  void count_words(std::uint64_t words, std::uint64_t spaces) {
    std::uint64_t begins = ~spaces & behind(spaces, last_space_);
    if (open_) begins |= ~spaces & 1;  // it goes on from the block before, where it has no letter yet
    shape_.words += static_cast<std::uint32_t>(std::popcount(begins & words));
    open_ = false;
    for (std::uint64_t others = begins & ~words; others != 0; others &= others - 1) {
      const std::uint64_t from_here = others ^ (others - 1);  // up to its first character
      const std::uint64_t next_word = words & ~from_here, next_space = spaces & ~from_here;
      const bool has_word = next_word != 0 && (next_space == 0 || std::countr_zero(next_word) < std::countr_zero(next_space));
      shape_.words += has_word;
      open_ = !has_word && next_space == 0;
    }
  }

  LineShape& shape_;
  std::uint64_t last_small_ = 0, last_blank_ = 0, last_sign_ = 0, last_end_ = 0, end_before_last_ = 0, last_space_ = 1;  // of the block before
  bool open_ = false, any_word_character_ = false;
};

/// Whether all longer words and the first one begin with a capital or a digit. Of a sentence the first few tell.
bool is_title_case(std::string_view text) {
  std::uint32_t letters = 0;  // and digits of the word
  bool begins_small = false, is_first = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char32_t code = i < text.size() ? static_cast<unsigned char>(text[i]) : U' ';
    if (is_word(code)) {
      if (letters++ == 0) begins_small = is_small(code);
    } else if (is_space(code) && letters > 0) {
      if (begins_small && (is_first || letters >= title_word_characters)) return false;
      is_first = false;
      letters = 0;
    }
  }
  return !is_first;
}

}  // namespace

LineShape measure(std::string_view text) {
  LineShape shape;
  std::string buffer;
  const std::string_view ascii = as_ascii(text, buffer);
  Measure(shape).take(ascii);
  shape.title_case = is_title_case(ascii);
  shape.last = last_character(text);
  shape.ends_sentence = ends_sentence(shape.last);
  shape.bullet = bullet_size(text) > 0;
  return shape;
}

}  // namespace onrecord
