#include "onrecord/extract/structure/transcript.h"

#include <algorithm>

namespace onrecord {

const Turn* Transcript::turn_at(std::uint32_t line) const {
  const auto turn = std::lower_bound(turns.begin(), turns.end(), line, [](const Turn& one, std::uint32_t i) { return one.line < i; });
  return turn != turns.end() && turn->line == line ? &*turn : nullptr;
}

std::vector<Span> Transcript::labels() const {
  std::vector<Span> result;
  for (const auto* some : {&turns, &posts}) {
    for (const Turn& turn : *some) result.push_back(turn.label);
  }
  std::sort(result.begin(), result.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return result;
}

}  // namespace onrecord
