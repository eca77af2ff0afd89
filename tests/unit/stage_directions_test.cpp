#include "onrecord/extract/structure/stage_directions.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(StageDirections, SayNothing) {
  EXPECT_TRUE(is_direction("(APPLAUSE)"));
  EXPECT_TRUE(is_direction("[Laughter]"));
  EXPECT_TRUE(is_direction("00:00:12,345 --> 00:00:14,000"));
  EXPECT_FALSE(is_direction("(Laughter.) It is safe."));
  EXPECT_FALSE(is_direction("At 10:48 it was safe."));
}

TEST(StageDirections, TellTimesOfLabels) {
  EXPECT_TRUE(holds_time("Ann Lee 0:12"));
  EXPECT_TRUE(holds_time("[00:12] Ann Lee:"));
  EXPECT_FALSE(holds_time("ANN LEE:"));
  EXPECT_FALSE(holds_time("Speaker 2:"));
  EXPECT_FALSE(holds_time(":"));
}

TEST(StageDirections, AreTakenOffWhatIsSaid) {
  const auto said = [](std::string_view text) { return std::string(slice(text, without_directions(text, {0, static_cast<std::uint32_t>(text.size())}))); };
  EXPECT_EQ(said(" (by video): It is safe. "), "It is safe.");
  EXPECT_EQ(said("It is safe. (Laughter.) [Applause.]"), "It is safe.");
  EXPECT_EQ(said("It is safe (for now)"), "It is safe (for now)");
  EXPECT_EQ(said("It is safe. (So it was in May of last year.)"), "It is safe. (So it was in May of last year.)");
}

}  // namespace
}  // namespace onrecord
