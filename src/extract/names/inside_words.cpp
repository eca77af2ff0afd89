#include "onrecord/extract/names/inside_words.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {

bool InsideWords::has(std::string_view word) {
  if (const auto found = known_.find(word); found != known_.end()) return found->second;
  return known_.size() < most_searches && known_.emplace(word, stands_inside(word)).first->second;
}

bool InsideWords::stands_inside(std::string_view word) const {
  constexpr std::uint32_t longest_before = 20;
  const std::string& source = document_.folded.text();
  for (std::size_t at = source.find(word); at != std::string::npos; at = source.find(word, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at), end = begin + static_cast<std::uint32_t>(word.size());
    if (!stands_alone(source, begin, end)) continue;
    const WordSpans before = document_.words_in({begin - std::min(begin, longest_before), begin});
    if (!before.empty() && before.back().end + 1 == begin && source[before.back().end] == ' ' && is_small_at(source, before.back().begin)) return true;
  }
  return false;
}

}  // namespace onrecord
