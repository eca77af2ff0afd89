#include <gtest/gtest.h>

#include <string>

#include "faq_testing.h"

namespace onrecord {
namespace {

using Case = onrecord::testing::FaqCase;
using onrecord::testing::pairs_of;

class FaqLists : public ::testing::TestWithParam<Case> {};

TEST_P(FaqLists, FindsPairs) { EXPECT_EQ(pairs_of(GetParam().text), GetParam().pairs); }

// Questions with labels, numbers and bullets.
const Case cases[] = {
    {"short_topics_behind_labels", "FAQ\n\nQ: Dogs\n\nA: Dogs may come.\n\nQ: Fees?\n\nA: There are none.",
     "Dogs => Dogs may come.\nFees? => There are none.\n"},
    {"outline_of_groups",
     "FAQ\n\n• Kinds of berths\n\n• Question: What is a berth for a guest?\n\n• Answer:\n\nOne that is let by the day.\n\n• Boats and their crews\n\n• "
     "Question: What is a long boat?\n\n• Answer:\n\nOne of more than twenty meters.",
     "What is a berth for a guest? => One that is let by the day.\nWhat is a long boat? => One of more than twenty meters.\n"},
    {"two_headings_over_each_other",
     "FAQ\n\nWhat does a berth cost?\n\nTwo dollars a day.\n\nIt is paid at once.\n\nMooring\n\nMooring with your guests\n\nWhere may guests moor?\n\nAt the "
     "northern quay.",
     "What does a berth cost? => Two dollars a day. | It is paid at once.\nWhere may guests moor? => At the northern quay.\n"},
    {"long_and_quoting_questions_with_numbers",
     "1. What is a \"mole,\" and who owns it?\n\nA mole is a wall of stone that keeps the waves out of the harbor, and the town owns all of them but the one "
     "at "
     "the old pier.\n\n2. Why is it good for those who own a boat, or have a share in one, to come to the meetings of the harbor in which the fees for the "
     "next "
     "year are set?\n\nThe fees are set by those who come, so that whoever stays at home pays what others think is right, and that is more each year.\n\n3. "
     "When "
     "does the office open?\n\nThe office opens at dawn on all days but Sundays, and it stays open for as long as a boat may come in, which may be late.",
     "What is a \"mole,\" and who owns it? => A mole is a wall of stone that keeps the waves out of the harbor, and the town owns all of them but the one at "
     "the "
     "old pier.\nWhy is it good for those who own a boat, or have a share in one, to come to the meetings of the harbor in which the fees for the next year "
     "are "
     "set? => The fees are set by those who come, so that whoever stays at home pays what others think is right, and that is more each year.\nWhen does the "
     "office open? => The office opens at dawn on all days but Sundays, and it stays open for as long as a boat may come in, which may be late.\n"},
    {"numbers_behind_heading_marks",
     "FAQ\n\n### 1. Opening hours\n\nThe quay is open from dawn to dusk.\n\n### 2. Dogs and horses\n\nBoth may cross if they are on a lead.\n\n### 3. Lost "
     "keys\n\nThe office will cut you a new one.",
     "Opening hours => The quay is open from dawn to dusk.\nDogs and horses => Both may cross if they are on a lead.\nLost keys => The office will cut you a "
     "new "
     "one.\n"},
};

INSTANTIATE_TEST_SUITE_P(Layouts, FaqLists, ::testing::ValuesIn(cases), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace onrecord
