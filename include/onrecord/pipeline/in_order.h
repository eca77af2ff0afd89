#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace onrecord {

/// Works on tasks side by side and takes what comes of them in the order of the tasks.
template <typename Task, typename Result>
struct OrderedWork {
  std::function<std::optional<Task>()> next;  ///< the next task; none at the end. One call at a time
  std::function<Result(Task)> work;           ///< called by several threads at once
  std::function<bool(Result)> take;           ///< in order, one call at a time; false: take no more, and end
  std::function<bool()> is_at_end = {};       ///< asked after `next`: whether it is known that there is no further task; may be empty
};

/// Runs the work on up to `threads` threads, the calling one among them. A thread reads, works, and takes what is next in
/// order, so a `next` that waits holds up no result. At most two tasks a thread are between `next` and `take`: memory
/// does not grow with the input. What the functions throw ends the work and is thrown here.
template <typename Task, typename Result>
class InOrder {
 public:
  /// `functions` must outlive it.
  InOrder(const OrderedWork<Task, Result>& functions, std::size_t threads)
      : functions_(functions), results_(2 * std::max<std::size_t>(threads, 1)), most_threads_(std::max<std::size_t>(threads, 1)) {}

  /// Returns once all is taken, or `take` said to end. To be called once.
  void run() {
    work_on_tasks();
    // Now no thread starts another.
    for (std::thread& thread : threads_) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work_on_tasks() {
    try {
      while (auto task = next_task()) put(task->first, functions_.work(std::move(task->second)));
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      end();
    }
  }

  /// The next task with its number. Each thread that gets one sees to it that there is another to get the next, unless it is known to be the last.
  std::optional<std::pair<std::uint64_t, Task>> next_task() {
    const std::lock_guard reading(reading_);
    {
      std::unique_lock lock(mutex_);
      has_room_.wait(lock, [this] { return has_ended_ || read_ - taken_ < results_.size(); });
      if (has_ended_) return std::nullopt;
    }
    std::optional<Task> task = functions_.next();
    const bool is_last = functions_.is_at_end && functions_.is_at_end();
    const std::lock_guard lock(mutex_);
    if (!task) end();
    if (has_ended_) return std::nullopt;
    if (is_last) end();
    else if (threads_.size() + 1 < most_threads_) start_thread();
    return std::pair(read_++, std::move(*task));
  }

  /// Where the system gives no more threads, those that there are do the work.
  void start_thread() {
    try {
      threads_.emplace_back([this] { work_on_tasks(); });
    } catch (const std::system_error&) { most_threads_ = threads_.size() + 1; }
  }

  /// Puts a result in its place. If nobody is taking, takes all that are next in order.
  void put(std::uint64_t number, Result result) {
    std::unique_lock lock(mutex_);
    results_[number % results_.size()] = std::move(result);
    if (std::exchange(is_taking_, true)) return;
    while (auto next = std::exchange(results_[taken_ % results_.size()], std::nullopt)) {
      if (takes_) {
        lock.unlock();
        const bool goes_on = functions_.take(*std::move(next));
        lock.lock();
        if (!goes_on) end();
        takes_ = takes_ && goes_on;
      }
      ++taken_;
      has_room_.notify_one();
    }
    is_taking_ = false;
  }

  void end() {
    has_ended_ = true;
    has_room_.notify_one();
  }

  const OrderedWork<Task, Result>& functions_;
  std::mutex reading_;  // held by the thread that is in `next`
  std::mutex mutex_;    // of all that follows
  std::condition_variable has_room_;
  std::vector<std::optional<Result>> results_;  // of the tasks not taken yet, a place for each number
  std::vector<std::thread> threads_;
  std::size_t most_threads_;
  std::uint64_t read_ = 0;
  std::uint64_t taken_ = 0;
  std::exception_ptr failure_;
  bool has_ended_ = false;  // nothing more is read
  bool takes_ = true;
  bool is_taking_ = false;
};

}  // namespace onrecord
