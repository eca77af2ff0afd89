#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "test_rules.h"

namespace onrecord {
namespace {

using onrecord::testing::structured;
using onrecord::testing::StructuredPage;

const std::string text =
    "Masons found in May that several stones of the bridge had come loose in the flood, and that the river had washed out the ground below them.\n\n"
    "A ferry runs in the meantime for those who work on the other side, and the town pays for it with the money that it had put aside for a crane.";

struct Case {
  const char* name;
  const char* lines;  // above the text
  const char* title;
};

// So that lists of tests show names.
void PrintTo(const Case& given, std::ostream* out) { *out << given.name; }

class TitleForms : public ::testing::TestWithParam<Case> {};

TEST_P(TitleForms, IsFound) {
  const StructuredPage page = structured(GetParam().lines + ("\n\n" + text));
  EXPECT_EQ(page.text(page.structure.title), GetParam().title);
}

const Case cases[] = {
    {"first_sentence_is_none", "The council closed the bridge on Monday after masons found loose stones in the two arches that stand on the east side.", ""},
    {"first_sentence_with_a_quotation_is_none", "The mayor of the small town on the river says that the masons of the town are “ready to mend it at once.”",
     ""},
    {"short_sentence_may_be_one", "Masons say the old bridge is cracked.", "Masons say the old bridge is cracked."},
    {"month_of_a_year", "The bridges of December 2019\n\nBy Ann Lee", "The bridges of December 2019"},
    {"date_above_the_byline", "Monday, May 3, 2021\n\nBy Ann Lee", ""},
    {"date_in_the_title", "Bridge closed on 3 May 2021 to open again\n\nBy Ann Lee", "Bridge closed on 3 May 2021 to open again"},
    {"date_at_the_end_of_the_title", "Bridge closes on 3 May 2026", "Bridge closes on 3 May 2026"},
    {"date_and_place", "Port Hope, Monday 3 May 2026", ""},
    {"item_of_a_list", "• Opening time: 10:00 AM - 07:00 PM, Monday closed\n\nThe old bridge and its stones", "The old bridge and its stones"},
    {"numbered_question", "1) What do you want people to know of the bridge?", ""},
    {"first_question_of_an_interview",
     "What do you think of the old bridge?\n\nIt is old, and it is loud.\n\nHow often do you cross it?\n\nEvery day, and twice on Sundays.\n\nWill you miss "
     "it?\n\nNot at all.",
     ""},
    {"line_for_printers", "Print-friendly icon Print this page\n\nThe bridge and the flood", "The bridge and the flood"},
    {"brands_with_capitals_inside", "WordPress and JavaScript keep the bridge of the old town open",
     "WordPress and JavaScript keep the bridge of the old town open"},
    {"name_link_and_date_below", "A crane and a lie\n\nAnn Lee\n\nFollow\n\nMay 3, 2021 · 18 min read\n\nHow the masons of the bridge came to mend the stones",
     "A crane and a lie"},
    {"slogan_of_the_paper", "Your Hometown News Source\n\nBridge closed until the flood has gone", "Bridge closed until the flood has gone"},
    {"caption_over_its_credit", "Town closes old bridge\n\n4\n\nShare\n\nThe old bridge in the flood of last May\n\nImage: Port Pictures\n\nBy Ann Lee",
     "Town closes old bridge"},
    {"caption_with_a_button", "Town closes old bridge\n\nPrint\n\nThe old bridge in the flood of last May | AP Photo Close\n\nBy Ann Lee",
     "Town closes old bridge"},
    {"first_paragraph_with_a_colon",
     "The old bridge is closed, and boats cannot pass below it for now, said the town on Monday. Here is what is known so far:", ""},
    {"glued_menu", "HomeNewsPorts and BridgesSports", ""},
    {"time_first", "Live-blogging the flood of the river\n\n10:09–The river is at nine feet. Can the bridge hold?", "Live-blogging the flood of the river"},
};

INSTANTIATE_TEST_SUITE_P(Lines, TitleForms, ::testing::ValuesIn(cases), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace onrecord
