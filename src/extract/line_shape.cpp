#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "onrecord/extract/page.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Words shorter than this may be small in a title ("of", "and", "the").
constexpr std::uint32_t title_word_characters = 4;

bool is_closing(char32_t code) {
  switch (code) {
    case U'"': case U'\'': case U'”': case U'’': case U'»': case U')': case U']': case U'*': case U'_': return true;
    default: return false;
  }
}

bool is_double_mark(char32_t code) { return code == U'"' || code == U'“' || code == U'”' || code == U'„' || code == U'«' || code == U'»'; }

bool ends_sentence(char32_t code) { return code == U'.' || code == U'!' || code == U'?' || code == U'…'; }

bool is_bullet(char32_t code) {
  switch (code) {
    case U'-': case U'–': case U'*': case U'•': case U'▪': case U'◦': case U'‣': case U'►': case U'▶': case U'✓': case U'✔': case U'·': return true;
    default: return false;
  }
}

/// "3." or "3)" before a space.
bool begins_with_number(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
  return i > 0 && i <= 3 && i + 1 < text.size() && (text[i] == '.' || text[i] == ')') && text[i + 1] == ' ';
}

bool begins_with_bullet(std::string_view text) {
  const Character first = character_at(text, 0);
  if (first.size == 0) return false;
  if (is_bullet(first.code)) return character_at(text, first.size).code == U' ';
  return begins_with_number(text);
}

char32_t last_character(std::string_view text) {
  auto end = static_cast<std::uint32_t>(text.size());
  while (end > 0) {
    const Character character = character_before(text, end);
    if (!is_closing(character.code) && !is_space(character.code)) return character.code;
    end -= character.size;
  }
  return 0;
}

bool is_small_ascii(char c) { return c >= 'a' && c <= 'z'; }

/// How many small ASCII letters stand from `begin` on; words are short, so sixteen bytes at once mostly tell.
std::uint32_t small_letters_from(std::string_view text, std::uint32_t begin) {
  std::uint32_t i = begin;
#if defined(__SSE2__)
  constexpr std::uint32_t step = 16;
  for (; i + step <= text.size(); i += step) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i small = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(bytes, _mm_set1_epi8('z' + 1)));
    const auto others = static_cast<unsigned>(_mm_movemask_epi8(small)) ^ 0xFFFFU;
    if (others != 0) return i + static_cast<std::uint32_t>(std::countr_zero(others)) - begin;
  }
#endif
  while (i < text.size() && is_small_ascii(text[i])) ++i;
  return i - begin;
}

/// Counts what needs a look at every character.
class Measure {
 public:
  explicit Measure(LineShape& shape) : shape_(shape) {}

  void take(char32_t code) {
    ++shape_.characters;
    if (code == U'|') ++shape_.bars;
    if (is_double_mark(code)) shape_.quoted = true;
    if (is_small(previous_) && is_capital(code)) ++shape_.glued;
    if (code == U' ' && before_previous_ == U' ' && (previous_ == U'>' || previous_ == U'/' || previous_ == U'›')) shape_.path = true;
    if (is_capital(code) && previous_ == U' ' && ends_sentence(before_previous_) && shape_.words > 0) shape_.several_sentences = true;
    if (is_space(code)) {
      end_word();
    } else {
      take_in_word(code);
    }
    before_previous_ = previous_;
    previous_ = code;
  }

  /// Takes the small ASCII letters that go on a word, which change nothing but counts. Returns how many there are.
  std::uint32_t take_small_letters(std::string_view text) {
    if (letters_ == 0) return 0;
    const std::uint32_t count = small_letters_from(text, 0);
    if (count == 0) return 0;
    shape_.characters += count;
    letters_ += count;
    before_previous_ = count > 1 ? static_cast<char32_t>(text[count - 2]) : previous_;
    previous_ = static_cast<char32_t>(text[count - 1]);
    return count;
  }

  /// Takes words of small ASCII letters behind such a letter and the spaces between them: most of a text. Returns how many bytes.
  std::uint32_t take_small_words(std::string_view text) {
    std::uint32_t taken = 0;
    while (taken + 1 < text.size() && text[taken] == ' ' && is_small_ascii(text[taken + 1])) {
      end_word();
      begins_small_ = true;
      letters_ = small_letters_from(text, taken + 1);
      taken += 1 + letters_;
    }
    if (taken == 0) return 0;
    shape_.characters += taken;
    before_previous_ = static_cast<char32_t>(text[taken - 2]);
    previous_ = static_cast<char32_t>(text[taken - 1]);
    return taken;
  }
  bool is_in_small_word() const { return letters_ > 0 && is_small_ascii(static_cast<char>(previous_)) && previous_ < ascii_end; }

  void finish() {
    end_word();
    shape_.symbols_only = !any_word_character_;
    shape_.title_case = all_capital_ && shape_.words > 0;
  }

 private:
  void take_in_word(char32_t code) {
    if (!is_word(code)) return;
    any_word_character_ = true;
    if (letters_ == 0) begins_small_ = is_small(code);
    ++letters_;
  }

  void end_word() {
    if (letters_ > 0) {
      if (begins_small_ && (shape_.words == 0 || letters_ >= title_word_characters)) all_capital_ = false;
      ++shape_.words;
    }
    letters_ = 0;
  }

  LineShape& shape_;
  char32_t previous_ = 0, before_previous_ = 0;
  std::uint32_t letters_ = 0;
  bool begins_small_ = false, all_capital_ = true, any_word_character_ = false;
};

}  // namespace

LineShape measure(std::string_view text) {
  LineShape shape;
  Measure measure(shape);
  for (std::uint32_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.size == 0) break;
    measure.take(character.code);
    i += character.size;
    i += measure.take_small_letters(text.substr(i));
    if (measure.is_in_small_word()) i += measure.take_small_words(text.substr(i));
  }
  measure.finish();
  shape.last = last_character(text);
  shape.ends_sentence = ends_sentence(shape.last);
  shape.bullet = begins_with_bullet(text);
  return shape;
}

}  // namespace onrecord
