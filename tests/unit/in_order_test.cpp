#include "onrecord/pipeline/in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>

namespace onrecord {
namespace {

/// Work that takes longer the further a task stands from a multiple of 5, so that results come out of order.
int work_unevenly(int task) {
  std::this_thread::sleep_for(std::chrono::microseconds(200 * (task % 5)));
  return task;
}

std::function<std::optional<int>()> counter(int end) {
  return [n = 0, end]() mutable -> std::optional<int> {
    if (n == end) return std::nullopt;
    return n++;
  };
}

class InOrderTest : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Threads, InOrderTest, testing::Values(1, 2, 3, 4, 9));

TEST_P(InOrderTest, TakesAllInOrder) {
  std::vector<int> taken;
  const OrderedWork<int, int> work = {counter(200), work_unevenly, [&](int result) {
                                        taken.push_back(result);
                                        return true;
                                      }};
  InOrder(work, GetParam()).run();
  std::vector<int> all(200);
  std::iota(all.begin(), all.end(), 0);
  EXPECT_EQ(taken, all);
}

TEST_P(InOrderTest, TakesNothingAfterTheLastOneWanted) {
  int taken = 0;
  const OrderedWork<int, int> work = {counter(200), work_unevenly, [&](int) { return ++taken < 7; }};
  InOrder(work, GetParam()).run();
  EXPECT_EQ(taken, 7);
}

TEST_P(InOrderTest, ReadsNoFurtherThanTwoTasksAThreadAhead) {
  std::atomic<int> read = 0;
  int taken = 0;
  int most_ahead = 0;
  const OrderedWork<int, int> work = {[&, next = counter(100)]() mutable {
                                        ++read;
                                        return next();
                                      },
                                      work_unevenly,
                                      [&](int) {
                                        most_ahead = std::max(most_ahead, read.load() - taken++);
                                        return true;
                                      }};
  InOrder(work, GetParam()).run();
  EXPECT_EQ(taken, 100);
  EXPECT_LE(most_ahead, static_cast<int>(2 * GetParam()));
}

TEST_P(InOrderTest, ThrowsWhatTheWorkThrows) {
  const OrderedWork<int, int> work = {counter(50), [](int task) { return task == 20 ? throw std::runtime_error("twenty") : task; }, [](int) { return true; }};
  EXPECT_THROW(InOrder(work, GetParam()).run(), std::runtime_error);
}

// Whoever asks for more would wait for it.
TEST_P(InOrderTest, AsksForNoTaskBehindTheLast) {
  std::atomic<int> asked = 0;
  int taken = 0;
  const OrderedWork<int, int> work = {[&]() -> std::optional<int> { return asked++; }, work_unevenly, [&](int) { return ++taken, true; },
                                      [&] { return asked == 3; }};
  InOrder(work, GetParam()).run();
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(taken, 3);
}

TEST_P(InOrderTest, TakesNothingOfNothing) {
  const OrderedWork<int, int> work = {counter(0), work_unevenly, [](int) { return ADD_FAILURE() << "nothing to take", false; }};
  InOrder(work, GetParam()).run();
}

}  // namespace
}  // namespace onrecord
