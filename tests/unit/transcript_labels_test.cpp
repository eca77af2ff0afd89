#include "onrecord/extract/statements/transcript_labels.h"

#include <gtest/gtest.h>

#include "onrecord/extract/structure/transcript.h"
#include "test_rules.h"
#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;

TEST(TranscriptLabels, StandInsideQuotations) {
  struct LabelRow {
    const char* text;
    const char* label;
  };
  for (const LabelRow& row : {LabelRow{"“MR. LEE: The bridge is safe.”", "MR. LEE"},
                              {"“Ann Lee: The bridge is safe.”", "Ann Lee"},
                              {"He wrote “Ann Lee: The bridge is safe.”", ""},
                              {"“Look: the bridge is safe.”", ""},
                              {"“The bridge is safe: we built it.”", ""},
                              {"“The bridge is safe.”", ""}}) {
    const Document document = segmented(row.text);
    ASSERT_EQ(document.quotations.size(), 1U) << row.text;
    EXPECT_EQ(document.folded.slice(label_inside(document, document.quotations[0])), row.label) << row.text;
  }
}

TEST(Transcript, TellsWhoseTurnALineIs) {
  Transcript transcript;
  transcript.turns = {{2, {10, 14}, {10, 13}, 0, {}}, {5, {40, 44}, {40, 43}, 1, {}}};
  transcript.posts = {{3, {20, 25}, {20, 25}, 2, {}}};
  EXPECT_EQ(transcript.turn_at(2), transcript.turns.data());
  EXPECT_EQ(transcript.turn_at(3), nullptr);
  EXPECT_EQ(transcript.turn_at(5), &transcript.turns[1]);
  EXPECT_EQ(transcript.turn_at(9), nullptr);
  EXPECT_EQ(transcript.labels(), (std::vector<Span>{{10, 14}, {20, 25}, {40, 44}}));
}

}  // namespace
}  // namespace onrecord
