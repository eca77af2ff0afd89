#include "onrecord/rules/equal_instructions.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace onrecord {
namespace {

using Index = RegexProgram::Index;

/// Numbers for different keys, in the order in which they come.
class Numbers {
 public:
  explicit Numbers(std::size_t most) : places_(std::bit_ceil(2 * most + 1)) {}
  void clear() {
    std::fill(places_.begin(), places_.end(), Place{});
    count_ = 0;
  }
  std::size_t count() const { return count_; }
  Index of(std::uint64_t key) {
    std::size_t i = static_cast<std::size_t>(key * 0x9E3779B97F4A7C15 >> 32);
    for (;; ++i) {
      Place& place = places_[i & (places_.size() - 1)];
      if (place.key == key + 1) return place.number;
      if (place.key != 0) continue;
      place = {key + 1, static_cast<Index>(count_++)};
      return place.number;
    }
  }

 private:
  struct Place {
    std::uint64_t key = 0;  // and 1 more; 0: free
    Index number = 0;
  };
  std::vector<Place> places_;
  std::size_t count_ = 0;
};

std::uint64_t pack(std::uint64_t own, std::uint64_t next, std::uint64_t other) { return own << 32 | next << 16 | other; }

}  // namespace

/// All are taken for the same, loops too, until something tells them apart (E. F. Moore, "Gedanken-experiments on sequential machines", 1956).
std::vector<Index> equal_instructions(std::span<const RegexProgram::Instruction> instructions) {
  std::vector<Index> result(instructions.size());
  Numbers known(result.size());
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = known.of(pack(0, static_cast<std::uint64_t>(instructions[i].op), instructions[i].number));
  const auto of = [&](Index index) { return index == RegexProgram::none ? index : result[index]; };
  for (std::size_t count = 0; count != known.count();) {
    count = known.count();
    known.clear();
    std::vector<Index> finer(result.size());
    for (std::size_t i = 0; i < result.size(); ++i) finer[i] = known.of(pack(result[i], of(instructions[i].next), of(instructions[i].other)));
    result = std::move(finer);
  }
  return result;
}

}  // namespace onrecord
