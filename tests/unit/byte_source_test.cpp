#include "onrecord/unpack/byte_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <vector>

namespace onrecord {
namespace {

using Outcome = ByteSource::Outcome;

/// Bytes that come in portions, as from a pipe; before an empty one there is a wait, and it ends with `last`.
class Portions : public ByteLayer {
 public:
  explicit Portions(std::deque<std::string> portions, Status last = Status::at_end) : portions_(std::move(portions)), last_(last) {}

  Result read(char* to, std::size_t size) override {
    if (!portions_.empty() && portions_.front().empty()) portions_.pop_front();
    if (portions_.empty()) return {last_, 0};
    std::string& portion = portions_.front();
    const std::size_t count = std::min(size, portion.size());
    std::memcpy(to, portion.data(), count);
    portion.erase(0, count);
    if (portion.empty()) portions_.pop_front();
    return {Status::bytes, count};
  }
  bool may_wait() const override { return true; }
  bool is_ready() override { return portions_.empty() || !portions_.front().empty(); }
  ReadFailure failure() const override { return {"read_failed", "broken"}; }

 private:
  std::deque<std::string> portions_;
  Status last_;
};

ByteSource source(std::deque<std::string> portions, ByteLayer::Status last = ByteLayer::Status::at_end) {
  return ByteSource(std::make_unique<Portions>(std::move(portions), last));
}

/// All that `read_lines` gives, a string a call; "…" stands for a line that was too long, "!" for a failure.
std::vector<std::string> blocks(ByteSource from, std::size_t wanted, std::uint64_t limit = 100) {
  std::vector<std::string> all;
  std::string lines;
  while (true) {
    switch (from.read_lines(lines, wanted, limit)) {
      case Outcome::done: all.push_back(lines); break;
      case Outcome::too_long: all.emplace_back("…"); break;
      case Outcome::failed: all.emplace_back("!"); return all;
      case Outcome::stopped: all.emplace_back("stopped"); return all;
      case Outcome::at_end: return all;
    }
  }
}

using Blocks = std::vector<std::string>;

TEST(ByteSource, GivesWholeLines) {
  EXPECT_EQ(blocks(source({"a\nb\nc"}), 1), (Blocks{"a\nb\n", "c"}));
  EXPECT_EQ(blocks(source({"a", "b\n", "c\n"}), 1), (Blocks{"ab\n", "c\n"}));
  EXPECT_EQ(blocks(source({"a\n", "b\n", "c\n"}), 4), (Blocks{"a\nb\n", "c\n"}));
  EXPECT_EQ(blocks(source({"\n\n"}), 1), (Blocks{"\n\n"}));
  EXPECT_EQ(blocks(source({}), 1), Blocks{});
}

TEST(ByteSource, GivesWhatThereIsBeforeItWaits) { EXPECT_EQ(blocks(source({"a\n", "", "b\nc", "", "d\n"}), 100), (Blocks{"a\n", "b\n", "cd\n"})); }

TEST(ByteSource, PassesOverLinesThatAreTooLong) {
  const std::string line(101, 'x');
  EXPECT_EQ(blocks(source({"a\n", line, line, "\nb\n"}), 1), (Blocks{"a\n", "…", "b\n"}));
  EXPECT_EQ(blocks(source({line}), 1), (Blocks{"…"}));
}

TEST(ByteSource, GivesNoHalfLineBeforeAFailureOrAStop) {
  EXPECT_EQ(blocks(source({"a\nb"}, ByteLayer::Status::failed), 1), (Blocks{"a\n", "!"}));
  EXPECT_EQ(blocks(source({"a\nb"}, ByteLayer::Status::stopped), 1), (Blocks{"a\n", "stopped"}));
}

TEST(ByteSource, ShowsBytesAndKeepsThem) {
  ByteSource from = source({"a", "b", "c\nd"});
  EXPECT_EQ(from.peek(2), "ab");
  EXPECT_EQ(from.peek(9), "abc\nd");
  from.skip(1);
  std::string line;
  EXPECT_EQ(from.read_line(line, '\n', 100), Outcome::done);
  EXPECT_EQ(line, "bc");
  EXPECT_EQ(from.read_all(line, 100), Outcome::done);
  EXPECT_EQ(line, "d");
}

TEST(ByteSource, ReadsAllUpToALimit) {
  std::string all;
  EXPECT_EQ(source({"abc", "de"}).read_all(all, 5), Outcome::done);
  EXPECT_EQ(all, "abcde");
  EXPECT_EQ(source({"abc", "def"}).read_all(all, 5), Outcome::too_long);
  EXPECT_EQ(source({"abc"}, ByteLayer::Status::failed).read_all(all, 5), Outcome::failed);
}

}  // namespace
}  // namespace onrecord
