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
  const std::string_view source = std::string_view(document_.folded.text()).substr(0, end);
  const auto stands_alone = [&](std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(at);
    return !is_word(character_before(source, begin).code) &&
           !is_word(character_at(document_.folded.text(), begin + static_cast<std::uint32_t>(word.size())).code);
  };
  std::size_t at = source.find(word);
  while (at != std::string_view::npos && !stands_alone(at)) at = source.find(word, at + 1);
  return at == std::string_view::npos ? end : static_cast<std::uint32_t>(at);
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
