#include "onrecord/app/progress.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <utility>

#include "onrecord/app/messages.h"
#include "onrecord/input/input_size.h"

namespace onrecord {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds first_on_terminal{1000};
constexpr std::chrono::milliseconds between_on_terminal{200};
constexpr std::chrono::milliseconds between_plain_lines{10000};
constexpr const char* erase_line = "\r\x1b[K";

std::string bytes_as_text(double bytes) {
  for (const char* unit : {"B", "kB", "MB", "GB"}) {
    if (bytes < 1000) return fmt::format("{:.{}f} {}", bytes, *unit == 'B' ? 0 : 1, unit);
    bytes /= 1000;
  }
  return fmt::format("{:.1f} TB", bytes);
}

std::string time_as_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

}  // namespace

Progress::Progress(ProgressStyle style, InputOptions input) : style_(style), input_(std::move(input)) {
  if (style_ != ProgressStyle::none) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  if (style_ == ProgressStyle::none) return;
  {
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
  }
  ended_.notify_one();
  thread_.join();
}

void Progress::update(const RunSummary& summary) {
  if (style_ == ProgressStyle::none) return;
  const std::lock_guard lock(mutex_);
  if (documents_ == 0 && bytes_ == 0 && summary.units == 0) bytes_before_ = summary.bytes_in;
  documents_ = summary.documents + summary.skipped;
  errors_ = summary.error_count();
  bytes_ = summary.bytes_in;
}

void Progress::message(const Diagnostic& diagnostic) {
  const std::lock_guard lock(mutex_);
  if (std::exchange(is_shown_, false)) std::fputs(erase_line, stderr);
  onrecord::show(diagnostic);
}

std::string Progress::line(double seconds) const {
  const double rate = seconds > 0 ? static_cast<double>(bytes_ - bytes_before_) / seconds : 0;
  std::string text = fmt::format("onrecord: {} documents, {}", documents_, bytes_as_text(static_cast<double>(bytes_)));
  if (total_bytes_ && *total_bytes_ > 0)
    text += fmt::format(" of {} ({:.0f} %)", bytes_as_text(static_cast<double>(*total_bytes_)),
                        100.0 * static_cast<double>(bytes_) / static_cast<double>(*total_bytes_));
  text += fmt::format(", {}/s", bytes_as_text(rate));
  if (total_bytes_ && rate > 0 && *total_bytes_ > bytes_) text += fmt::format(", {} left", time_as_text(static_cast<double>(*total_bytes_ - bytes_) / rate));
  if (errors_ > 0) text += fmt::format(", {} error{}", errors_, errors_ == 1 ? "" : "s");
  return text;
}

/// A terminal shows nothing of a short run; a log gets one line at least.
void Progress::run() {
  const Clock::time_point start = Clock::now();
  const bool is_plain = style_ == ProgressStyle::plain;
  std::unique_lock lock(mutex_);
  bool ends = ended_.wait_for(lock, is_plain ? between_plain_lines : first_on_terminal, [this] { return has_ended_; });
  if (!ends || is_plain) {
    lock.unlock();
    const std::optional<std::uint64_t> total = input_size(input_);
    lock.lock();
    total_bytes_ = total;
  }
  while (!ends) {
    std::fputs(((is_plain ? "" : erase_line) + line(seconds_since(start)) + (is_plain ? "\n" : "")).c_str(), stderr);
    is_shown_ = !is_plain;
    ends = ended_.wait_for(lock, is_plain ? between_plain_lines : between_on_terminal, [this] { return has_ended_; });
  }
  if (is_plain) std::fputs((line(seconds_since(start)) + '\n').c_str(), stderr);
  else if (is_shown_) std::fputs(erase_line, stderr);
}

}  // namespace onrecord
