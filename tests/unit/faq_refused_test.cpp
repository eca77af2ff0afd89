#include <gtest/gtest.h>

#include <string>

#include "faq_testing.h"

namespace onrecord {
namespace {

using Case = onrecord::testing::FaqCase;
using onrecord::testing::pairs_of;

class FaqOrNot : public ::testing::TestWithParam<Case> {};

TEST_P(FaqOrNot, FindsPairs) { EXPECT_EQ(pairs_of(GetParam().text), GetParam().pairs); }

// What looks like a FAQ and is none.
const Case others[] = {
    {"examination_in_court",
     "Q: Where did you see the boat?\n\nA: It lay at the quay. The crane stood above it.\n\nTHE COURT: Which quay?\n\nQ: Was the lamp lit?\n\nA: It was lit "
     "all night.\n\nPROSECUTOR: No more of that.\n\nTHE COURT: Go on.",
     ""},
    {"examination_in_court_with_small_letters",
     "Q. You sold the boat because it was old; is that right?\n\nA. It was old and it leaked.\n\nDefense Attorney: That is hearsay.\n\nThe Court: It is "
     "not.\n\nQ. Was the lamp lit?\n\nA. It was lit all night.\n\n"
     "Defense Attorney: Nobody saw it.\n\nThe Court: He did.",
     ""},
    {"notes_in_answers_are_no_turns",
     "FAQ\n\nQ: Where do I pay?\n\nA: At the gate.\n\nNOTE: The gate is shut on Sundays.\n\nQ: Is the lamp lit?\n\nA: It is lit all night.\n\nNOTE: Not in "
     "May.\n\nQ: May I fish?\n\nA: You may.",
     "Where do I pay? => At the gate. | NOTE: The gate is shut on Sundays.\nIs the lamp lit? => It is lit all night. | NOTE: Not in May.\nMay I fish? => You "
     "may.\n"},
    {"interview_of_what_was_said_before",
     "You said it is old?\n\nI did, and I think so.\n\nThen you told them in May?\n\nI told them, I think.\n\nQ: What are they waiting for?\nI think it is the "
     "ice.",
     ""},
    {"interview_with_labels_of_questions",
     "Q: You said it is old?\nIt is. I think so.\nQ: Then you will tell them in May?\nI think in June.\nQ: What are you waiting for?\nI wait for the ice to "
     "go.",
     ""},
    {"interview_on_tastes",
     "From a Q & A with the mason:\n\nWith which mason would you most like to have dinner?\n\nOld Lee, but he is dead.\n\nWhat is your favorite bridge?\n\nMy "
     "favorite bridge is the old one.\n\nWhat is your favorite stone?\n\nGranite from the north.",
     ""},
    {"letters_that_ask_for_advice",
     "Dear Ann,\n\nMy boat leaks every day.\n\nWhat should I do?\n\nTired in Oslo\n\nDear Tired,\n\nBuy a new one. It is your only hope.\n\nDear Ann,\n\nWhat "
     "about my dog?\n\nDear Tired,\n\nIt can swim.",
     ""},
    {"parts_of_a_page_below_its_menu",
     "Home\n\nFAQ\n\nAbout us\n\nWe are masons and have built bridges for years.\n\nServices\n\nWe mend bridges and quays, and we cut stones.\n\nPrices\n\nWe "
     "ask for two dollars a stone.",
     ""},
    {"quiz",
     "Questions and Answers\n\n1) The quay was built of what?\n\nAnswer: Granite.\n\n2) How many cranes does it have?\n\nAnswer: 6.\n\n3) Which two towns "
     "share it?\n\nAnswer: Oslo and Bergen.\n\n4) Who built it?\n\nAnswer: Ann Lee.",
     ""},
    {"quiz_with_explanations",
     "The great harbor quiz\n\nQuestion 1\n\nHow many cranes does it have?\n\nWho knows that? There are nine of them on the north side.\n\nQuestion 2\n\nWhich "
     "quay is the oldest?\n\nThe oldest one is said to be that of the fishermen.",
     ""},
};

INSTANTIATE_TEST_SUITE_P(Others, FaqOrNot, ::testing::ValuesIn(others), [](const auto& given) { return std::string(given.param.name); });

// What is one, in forms of its own.
const Case forms[] = {
    {"signs_before_labels", "FAQ\n\n🟣 Q: Who owns the quay?\n🟢 A: The town owns it.\nIt bought it in May.\n🟣 Q: When does it open?\n🟢 A: At dawn.",
     "Who owns the quay? => The town owns it. | It bought it in May.\nWhen does it open? => At dawn.\n"},
    {"signs_before_questions", "FAQ\n\n❓ Who owns the quay?\n\nThe town owns it.\n\n❓ When does it open?\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"labels_with_spaces",
     "FAQ\n\nQuestion : Fees of the quay\nAns:\nTwo dollars a night.\n\nQuestion: The ferry\nAns :\nIt runs all day.\nIt is free.\n\nQuestion: Boats for "
     "hire\nAns :\nAsk at the gate.",
     "Fees of the quay => Two dollars a night.\nThe ferry => It runs all day. | It is free.\nBoats for hire => Ask at the gate.\n"},
    {"rows_with_bars", "FAQ\n\n| Who owns the quay? |\n- The town owns it, and the port runs it.\n|\n| When does it open? |\n- At dawn, but not on Sundays.\n|",
     "Who owns the quay? => - The town owns it, and the port runs it.\nWhen does it open? => - At dawn, but not on Sundays.\n"},
    {"question_without_its_mark",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nHow to pay the fee\n\nWith coins, or with a card.\n\nWhen does it open?\n\nAt dawn.\n\nWhat is a "
     "berth\n\nA place for one boat.",
     "Who owns the quay? => The town owns it.\nHow to pay the fee => With coins, or with a card.\nWhen does it open? => At dawn.\nWhat is a berth => A place "
     "for one boat.\n"},
    {"topics_in_place_of_questions",
     "Frequently asked questions\n\n1. Opening hours of the quay\n\nThe quay is open from dawn to ten at night.\n\n2. Dogs and other animals\n\nDogs may come "
     "along on a lead.\n\nHorses must wait for the ferry.\n\n3. **Lost tickets**\n\nAsk for a new one at the gate.\n\nRelated articles",
     "Opening hours of the quay => The quay is open from dawn to ten at night.\nDogs and other animals => Dogs may come along on a lead. | Horses must wait "
     "for the ferry.\nLost tickets => Ask for a new one at the gate.\n"},
    {"topics_with_numbers_that_count_them",
     "FAQ\n\n#1: Hours of the quay\n\nThe quay is open from dawn to ten at night.\n\n#2: 24 berths for guests\n\nGuests find them next to the crane.\n\n#3: "
     "Lost tickets (all sorts)\n\nAsk for a new one at the gate.",
     "Hours of the quay => The quay is open from dawn to ten at night.\n24 berths for guests => Guests find them next to the crane.\nLost tickets (all sorts) "
     "=> Ask for a new one at the gate.\n"},
    {"row_of_a_table_without_its_mark",
     "FAQ\n\nWho owns the quay?\tThe town owns it.\nHow do I pay the fee\tWith coins.\nMay I fish?\tYes, from the north side.\nWhat is a berth\tA place for "
     "one boat.",
     "Who owns the quay? => The town owns it.\nHow do I pay the fee => With coins.\nMay I fish? => Yes, from the north side.\nWhat is a berth => A place for "
     "one boat.\n"},
    {"what_is_wrong_in_place_of_a_question",
     "FAQ\n\nHow do I pay?\n\nWith coins.\n\nI lost my ticket.\n\nAsk for a new one at the gate, and bring something with your name.\n\nWhen does it "
     "open?\n\nAt dawn.",
     "How do I pay? => With coins.\nI lost my ticket. => Ask for a new one at the gate, and bring something with your name.\nWhen does it open? => At dawn.\n"},
    {"contents_in_groups_above",
     "FAQ\n\nThe quay\nWho owns the quay?\nI lost my key!\n\nThe ferry\n\nWhen does it run?\nWhat is the fare and who pays?\n\nThe crane\n\nWhat does it "
     "lift?\n\nThe quay\n\nWho owns the quay?\nThe town owns it, and has done so for years.\n\nI lost my key!\nAsk at the gate for a new one.\n\n"
     "When does it run?\nIt runs all day from the first of March.\n\nWhat is the fare and who pays?\nTwo dollars, and those who ride pay it.\n\nWhat does it "
     "lift?\nWhole boats.",
     "Who owns the quay? => The town owns it, and has done so for years.\nI lost my key! => Ask at the gate for a new one.\nWhen does it run? => It runs all "
     "day from the first of March.\n"
     "What is the fare and who pays? => Two dollars, and those who ride pay it.\nWhat does it lift? => Whole boats.\n"},
    {"topic_that_the_contents_have",
     "Quay FAQs\n\n1. Who owns the quay?\n2. Types of berths\n3. When does it open?\n4. What of dogs?\n\nWho owns the quay?\n\nThe town owns it.\n\nTypes of "
     "berths\n\nThere are long ones and short ones.\n\nWhen does it open?\n\nAt dawn.\n\nWhat of dogs?\n\nThey may come along.",
     "Who owns the quay? => The town owns it.\nTypes of berths => There are long ones and short ones.\nWhen does it open? => At dawn.\nWhat of dogs? => They "
     "may come along.\n"},
    {"headings_and_links_between_groups",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nView all questions on the quay\n\nQuestions on the ferry\n\nWhen does it run?\n\nIt runs all "
     "day.\n\nWhere does it stop?\n\nIt stops at the crane.",
     "Who owns the quay? => The town owns it.\nWhen does it run? => It runs all day.\nWhere does it stop? => It stops at the crane.\n"},
    {"same_question_in_two_groups",
     "FAQ\n\nWhat does the quay cost?\n\nTwo dollars a night.\n\nWhat does the ferry cost?\n\nIt is free.\n\nHow long may I stay?\n\nThree nights.\n\nWhere do "
     "I pay?\n\nAt the gate.\n\nHow long may I stay?\n\nAs long as it runs.",
     "What does the quay cost? => Two dollars a night.\nWhat does the ferry cost? => It is free.\nHow long may I stay? => Three nights.\nWhere do I pay? => At "
     "the gate.\nHow long may I stay? => As long as it runs.\n"},
};

INSTANTIATE_TEST_SUITE_P(Forms, FaqOrNot, ::testing::ValuesIn(forms), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace onrecord
