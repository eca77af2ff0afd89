// `new` and `delete` as src/memory.cpp has them: it is part of this program, so all other tests use them, too.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <new>
#include <set>
#include <thread>
#include <vector>

namespace onrecord {
namespace {

struct Block {
  void* at;
  std::size_t size;
};

Block take(std::size_t size, unsigned char fill) {
  void* at = ::operator new(size);
  std::memset(at, fill, size);
  return {at, size};
}

void give_back(const Block& block) { ::operator delete(block.at, block.size); }

bool is_filled(const Block& block, unsigned char fill) {
  const auto* bytes = static_cast<const unsigned char*>(block.at);
  for (std::size_t i = 0; i < block.size; ++i) {
    if (bytes[i] != fill) return false;
  }
  return true;
}

TEST(Memory, BlocksOfAllSizesAreApartAndAligned) {
  for (int round = 0; round < 3; ++round) {  // later rounds get what the first gave back
    std::vector<Block> blocks;
    for (std::size_t size = 0; size <= 1100; ++size) blocks.push_back(take(size, static_cast<unsigned char>(size)));
    std::set<void*> places;
    for (const Block& block : blocks) {
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(block.at) % alignof(std::max_align_t), 0U) << block.size;
      EXPECT_TRUE(is_filled(block, static_cast<unsigned char>(block.size))) << block.size;
      places.insert(block.at);
    }
    EXPECT_EQ(places.size(), blocks.size());
    for (const Block& block : blocks) give_back(block);
  }
}

#ifndef __SANITIZE_ADDRESS__
TEST(Memory, WhatWasGivenBackIsGivenOutAgain) {
  const Block first = take(100, 0);
  give_back(first);
  const Block again = take(98, 0);  // the same when rounded up
  EXPECT_EQ(again.at, first.at);
  give_back(again);
}
#endif

TEST(Memory, ABlockMayGoBackOnAnotherThread) {
  std::vector<Block> blocks;
  for (unsigned char i = 0; i < 200; ++i) blocks.push_back(take(200, i));
  std::thread([&blocks] {
    for (std::size_t i = 0; i < 100; ++i) give_back(blocks[i]);
  }).join();
  for (std::size_t i = 100; i < 200; ++i) {
    EXPECT_TRUE(is_filled(blocks[i], static_cast<unsigned char>(i)));
    give_back(blocks[i]);
  }
}

TEST(Memory, NothingMayBeGivenBack) {
  ::operator delete(nullptr);
  ::operator delete(nullptr, std::size_t{16});
}

TEST(Memory, WhatIsNotThereIsRefused) {
  volatile std::size_t more_than_there_is = SIZE_MAX / 2;
  EXPECT_THROW(::operator delete(::operator new(more_than_there_is)), std::bad_alloc);
}

}  // namespace
}  // namespace onrecord
