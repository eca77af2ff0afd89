// `new` and `delete` of the program. An article takes tens of thousands of small blocks, most of them strings that live as long as it does, and the
// next article wants the same again. malloc keeps seven of a size for a thread before it goes the long way; here a thread keeps as many as it
// used, up to a bound. Small programs and tests that do not link this file use those of the library: blocks come from malloc either way.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t step = 16;  // sizes are rounded up to it; malloc aligns to it
constexpr std::size_t largest = 1024;
constexpr std::size_t most_kept = 16 * 1024;  // bytes of a size: of all sizes together at most 1 MB for a thread

/// A block that is free begins with where the next one is.
struct FreeBlock {
  FreeBlock* next;
};

struct FreeBlocks {
  FreeBlock* first;
  std::size_t bytes;
};

/// By size. What a thread keeps when it ends is lost; threads of this program end with it.
thread_local std::array<FreeBlocks, largest / step + 1> free_blocks;

constexpr std::size_t steps_of(std::size_t size) { return (size + step - 1) / step; }

}  // namespace

void* operator new(std::size_t size) {
  if (size <= largest) {
    const std::size_t steps = steps_of(size);
    FreeBlocks& blocks = free_blocks[steps];
    if (FreeBlock* block = blocks.first; block != nullptr) {
      blocks.first = block->next;
      blocks.bytes -= steps * step;
      return block;
    }
    size = steps == 0 ? step : steps * step;
  }
  if (void* block = std::malloc(size); block != nullptr) return block;
  throw std::bad_alloc();
}

/// Libraries that were compiled without sizes come here.
void operator delete(void* block) noexcept { std::free(block); }

void operator delete(void* block, std::size_t size) noexcept {
  const std::size_t steps = steps_of(size);
  if (block == nullptr || size > largest || free_blocks[steps].bytes >= most_kept) {
    std::free(block);
    return;
  }
  FreeBlocks& blocks = free_blocks[steps];
  blocks.first = ::new (block) FreeBlock{blocks.first};
  blocks.bytes += steps * step;
}
