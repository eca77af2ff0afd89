#include "onrecord/extract/word_overlap.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t lines_looked_at = 60;
constexpr std::uint32_t enough_lines = 3;     // lines that hold a word: more count no more
constexpr std::uint32_t fewest_words = 4;     // shorter lines are weighed as if they had so many
constexpr std::uint32_t word_characters = 4;  // shorter words tell nothing, unless they are numbers

/// Calls `take` with each word of `text` that may tell something, in small letters as far as ASCII goes.
template <typename Take>
void each_content_word(std::string_view text, const Lexicon* stop_words, Take take) {
  std::string word;
  std::uint32_t characters = 0;
  bool number = true;
  const auto finish = [&] {
    if (!word.empty() && (number || characters >= word_characters) && (stop_words == nullptr || stop_words->find(word) == nullptr)) take(word);
    word.clear();
    characters = 0;
    number = true;
  };
  for (std::uint32_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (character.size == 0) break;
    if (is_word(character.code)) {
      const bool ascii_capital = character.code >= U'A' && character.code <= U'Z';
      if (ascii_capital) {
        word += static_cast<char>(character.code - U'A' + U'a');
      } else {
        word.append(text.substr(i, character.size));
      }
      ++characters;
      number = number && is_digit(character.code);
    } else {
      finish();
    }
    i += character.size;
  }
  finish();
}

}  // namespace

WordOverlap::WordOverlap(const Page& page, const Body& body, const Lexicon* stop_words) : stop_words_(stop_words) {
  std::unordered_set<std::string> seen;
  std::size_t looked_at = 0;
  for (std::size_t i = body.first; i < page.size() && looked_at < lines_looked_at; ++i) {
    if (!body.is_long[i]) continue;
    ++looked_at;
    seen.clear();
    each_content_word(page.text(page.lines[i].span), stop_words_, [&](const std::string& word) {
      if (seen.insert(word).second) ++lines_with_[word];
    });
  }
}

double WordOverlap::share(std::string_view text) const {
  std::uint32_t sum = 0, count = 0;
  each_content_word(text, stop_words_, [&](const std::string& word) {
    ++count;
    if (const auto found = lines_with_.find(word); found != lines_with_.end()) sum += std::min(found->second, enough_lines);
  });
  return static_cast<double>(sum) / (enough_lines * std::max(count, fewest_words));
}

}  // namespace onrecord
