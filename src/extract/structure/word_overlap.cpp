#include "onrecord/extract/structure/word_overlap.h"

#include <algorithm>
#include <string>
#include <utility>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t lines_looked_at = 60;
constexpr std::uint32_t enough_lines = 3;     // lines that hold a word: more count no more
constexpr std::uint32_t fewest_words = 4;     // shorter lines are weighed as if they had so many
constexpr std::uint32_t word_characters = 4;  // shorter words tell nothing, unless they are numbers

/// Letters and digits one after the other, in small letters as far as ASCII goes.
struct ContentWord {
  std::string text;
  std::uint32_t characters = 0;
  bool number = true;

  void clear() {
    text.clear();
    characters = 0;
    number = true;
  }
  void take(char c) {
    text += is_ascii_capital(c) ? static_cast<char>(c | 0x20) : c;
    ++characters;
    number = number && is_ascii_digit(c);
  }
  void take(std::string_view character) {
    text += character;
    ++characters;
    number = false;
  }
  bool may_tell() const { return characters > 0 && (number || characters >= word_characters); }
};

/// Calls `take` with each word of `text` that is long enough to tell something.
template <typename Take>
void each_content_word(std::string_view text, Take take) {
  ContentWord word;
  for (std::uint32_t i = 0; i < text.size();) {
    for (; i < text.size() && is_ascii_letter_or_digit(text[i]); ++i) word.take(text[i]);
    const Character character = character_at(text, i);
    if (character.size > 0 && is_word(character.code)) {
      word.take(text.substr(i, character.size));
    } else {
      if (word.may_tell()) take(std::string_view(word.text));
      word.clear();
      if (character.size == 0) break;
    }
    i += character.size;
  }
  if (word.may_tell()) take(std::string_view(word.text));
}

}  // namespace

WordOverlap::WordOverlap(const Page& page, const Body& body, const Lexicon* stop_words) : stop_words_(stop_words) {
  std::uint32_t looked_at = 0;
  for (std::size_t i = body.first; i < page.size() && looked_at < lines_looked_at; ++i) {
    if (!body.is_long[i]) continue;
    ++looked_at;
    each_content_word(page.text(page.lines[i].span), [&](std::string_view word) {
      Known& found = known(word);
      if (std::exchange(found.last_line, looked_at) != looked_at) ++found.lines;
    });
  }
}

WordOverlap::Known& WordOverlap::known(std::string_view word) {
  const WordForm form = words_.add(word);
  if (form > known_.size()) known_.push_back({0, 0, stop_words_ != nullptr && stop_words_->find(word) != nullptr});
  return known_[form - 1];
}

double WordOverlap::share(std::string_view text) const {
  std::uint32_t sum = 0, count = 0;
  each_content_word(text, [&](std::string_view word) {
    const WordForm form = words_.find(word);
    const bool tells_nothing = form == 0 ? stop_words_ != nullptr && stop_words_->find(word) != nullptr : known_[form - 1].tells_nothing;
    if (tells_nothing) return;
    ++count;
    if (form != 0) sum += std::min(known_[form - 1].lines, enough_lines);
  });
  return static_cast<double>(sum) / (enough_lines * std::max(count, fewest_words));
}

}  // namespace onrecord
