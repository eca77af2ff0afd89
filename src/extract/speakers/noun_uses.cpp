#include "onrecord/extract/speakers/noun_uses.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {

bool NounUses::is_definite_at_first(Span noun) {
  const auto [known, is_new] = definite_at_first_.try_emplace(text(noun), false);
  if (is_new) known->second = has_definite_article(first(noun));
  return known->second;
}

std::uint32_t NounUses::first(std::string_view word, std::uint32_t end) const {
  const std::string_view text = document_.folded.text(), source = text.substr(0, end);
  for (std::size_t at = source.find(word); at != std::string_view::npos; at = source.find(word, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at);
    if (stands_alone(text, begin, begin + static_cast<std::uint32_t>(word.size()))) return begin;
  }
  return end;
}

bool NounUses::has_definite_article(std::uint32_t noun) const {
  constexpr std::uint32_t reach = 60;
  constexpr std::size_t most_words = 5;
  const WordSpans before = document_.words_in({noun - std::min(noun, reach), noun});
  for (std::size_t i = before.size(); i > 0 && before.size() - i < most_words; --i) {
    if (words_.is_article(text(before[i - 1]))) return words_.is_definite_article(text(before[i - 1]));
  }
  return false;
}

}  // namespace onrecord
