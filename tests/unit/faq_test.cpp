#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "faq_testing.h"
#include "test_rules.h"

namespace onrecord {
namespace {

using onrecord::testing::Marked;
using onrecord::testing::pairs_of;
using onrecord::testing::structured;
using onrecord::testing::StructuredPage;

TEST(MarkedFaq, HeadingsBelowOneThatAnnouncesThemAreQuestions) {
  const std::vector<Marked> page = {{1, "The quay"},        {0, "It is old."},        {2, "Frequently asked questions"},
                                    {3, "Opening hours"},   {0, "It opens at dawn."}, {4, "In winter"},
                                    {0, "Not at all."},     {3, "How to pay"},        {0, "With coins."},
                                    {0, "Or with a card."}, {2, "About the town"},    {0, "It is old, too."}};
  EXPECT_EQ(pairs_of(page), "Opening hours => It opens at dawn. | In winter | Not at all.\nHow to pay => With coins. | Or with a card.\n");
}

TEST(MarkedFaq, HeadingsOfAnInterviewAreNoQuestions) {
  const std::vector<Marked> interview = {{1, "Q&A with the mayor"}, {3, "When did you hear of the quay?"},        {0, "I heard of it in May."},
                                         {3, "What is your plan?"}, {0, "My plan is to mend it, and I hope to."}, {3, "Who pays?"},
                                         {0, "The town."}};
  EXPECT_EQ(pairs_of(interview), "");
  std::vector<Marked> faq = interview;
  faq.front().text = "FAQ";
  EXPECT_NE(pairs_of(faq), "");
}

TEST(MarkedFaq, HeadingsOfGroupsAreNoQuestions) {
  const std::vector<Marked> page = {{0, "Frequently asked questions"},
                                    {2, "Prices"},
                                    {3, "How to pay"},
                                    {0, "With coins."},
                                    {2, "Boats"},
                                    {3, "Where to moor"},
                                    {0, "At the quay."},
                                    {2, "Our offices"},
                                    {0, "They are old."}};
  EXPECT_EQ(pairs_of(page), "How to pay => With coins.\nWhere to moor => At the quay.\n");
}

TEST(MarkedFaq, EntriesOfAListOfWhichSomeAsk) {
  const std::vector<Marked> page = {{0, "The ferry runs from March to November."},
                                    {7, "I lost my ticket"},
                                    {0, "Buy a new one."},
                                    {7, "Do dogs pay?"},
                                    {0, "They do not."},
                                    {7, "Bicycles"},
                                    {0, "Below deck."}};
  EXPECT_EQ(pairs_of(page), "I lost my ticket => Buy a new one.\nDo dogs pay? => They do not.\nBicycles => Below deck.\n");
  const std::vector<Marked> two_lists = {{7, "Length"},       {0, "Forty metres."}, {7, "Width"},       {0, "Nine metres."}, {7, "Age"},
                                         {0, "Old."},         {7, "Colour"},        {0, "Red."},        {2, "FAQ"},          {7, "Tickets"},
                                         {0, "Two dollars."}, {7, "Do dogs pay?"},  {0, "They do not."}};
  EXPECT_EQ(pairs_of(two_lists), "Tickets => Two dollars.\nDo dogs pay? => They do not.\n");
  const std::vector<Marked> terms = {
      {0, "The ferry runs from March to November."}, {7, "Length"}, {0, "Forty metres."}, {7, "Width"}, {0, "Nine metres."}, {7, "Age"}, {0, "Old."}};
  EXPECT_EQ(pairs_of(terms), "");
}

TEST(MarkedFaq, WhatIsCalledAQuestion) {
  const std::vector<Marked> page = {{0, "The ferry runs from March to November."},
                                    {7, "1. Lost tickets", true},
                                    {0, "Buy a new one."},
                                    {7, "Bicycles", true},
                                    {0, "Below deck."},
                                    {2, "The crane"},
                                    {0, "It is new."}};
  EXPECT_EQ(pairs_of(page), "Lost tickets => Buy a new one.\nBicycles => Below deck.\n");
  const std::vector<Marked> headings = {{2, "The ferry"}, {0, "It runs in summer."}, {3, "Bicycles", true}, {0, "Below deck."}, {4, "In May"},
                                        {0, "On deck."},  {3, "Tickets", true},      {0, "Two dollars."},   {3, "The crane"},   {0, "It is new."}};
  EXPECT_EQ(pairs_of(headings), "Bicycles => Below deck. | In May | On deck.\nTickets => Two dollars.\n");
  const std::vector<Marked> mixed = {{1, "The ferry"},     {0, "It runs in summer."}, {3, "Bicycles", true}, {0, "Below deck."},
                                     {7, "Tickets", true}, {0, "Two dollars."},       {2, "The crane"},      {0, "It is new."}};
  EXPECT_EQ(pairs_of(mixed), "Bicycles => Below deck.\nTickets => Two dollars.\n");
}

struct Case {
  const char* name;
  const char* text;
  const char* pairs;
};

// So that lists of tests show names.
void PrintTo(const Case& given, std::ostream* out) { *out << given.name; }

class Faq : public ::testing::TestWithParam<Case> {};

TEST_P(Faq, FindsPairs) { EXPECT_EQ(pairs_of(GetParam().text), GetParam().pairs); }

const Case cases[] = {
    {"heading_and_question_lines",
     "Frequently Asked Questions\n\nWho owns the quay?\n\nThe town owns it.\n\nIt bought it in 1950.\n\nWhen does it open?\n\nAt dawn.",
     "Who owns the quay? => The town owns it. | It bought it in 1950.\nWhen does it open? => At dawn.\n"},
    {"single_line_breaks", "FAQ\nWho owns the quay?\nThe town owns it.\nWhen does it open?\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"labels", "Q: Who owns the quay?\nA: The town owns it.\n\nQ: When does it open?\nA: It opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"dotted_labels", "FAQs\n\nQ. Who owns the quay?\n\nA. The town owns it.", "Who owns the quay? => The town owns it.\n"},
    {"spelled_labels_with_numbers",
     "Questions and answers\n\nQuestion 1: Who owns the quay?\n\nAnswer: The town.\n\nQuestion 2: Tell us when it opens\n\nAnswer: At dawn.",
     "Who owns the quay? => The town.\nTell us when it opens => At dawn.\n"},
    {"labels_on_lines_of_their_own", "FAQ\n\nQ:\nWho owns the quay?\nA:\nThe town owns it.\n\nQuestion 2\nWhen it opens\nAnswer\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen it opens => At dawn.\n"},
    {"answers_labelled_and_no_heading", "Who owns the quay?\nA: The town owns it.\n\nWhen does it open?\nA: It opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"question_and_answer_on_one_line",
     "FAQ\n\nWho owns the quay? The town owns it.\n\n2. When does it open? At dawn.\n\nIn winter it opens at noon.\n\n3. What is it for? Boats.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn. | In winter it opens at noon.\nWhat is it for? => Boats.\n"},
    {"rows_of_a_table",
     "FAQ\n\nQuestion\tAnswer\nWho owns the quay?\tThe town owns it.\nWhen does it open?\tAt dawn.\n\nRelated articles\n\nWho owns the ferry?\n\nWho owns the "
     "crane?",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"answer_that_begins_with_a_question", "FAQ\n\nWho owns the quay?\n\nWho else? The town.\n\nWhen does it open?\n\nWhen not? At dawn.",
     "Who owns the quay? => Who else? The town.\nWhen does it open? => When not? At dawn.\n"},
    {"paragraphs_that_begin_with_questions",
     "The quay of the town\n\nWho owns the quay? The town owns it, and the council sold it once.\n\nWhen does it open? That changes every year.", ""},
    {"numbers_of_many_forms",
     "FAQ\n\n(1) Who owns the quay?\n\nThe town owns it.\n\n1.2 When does it open?\n\nAt dawn.\n\nc) What is it for?\n\nBoats.\n\nNo. 5: Why is it "
     "old?\n\nTime.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\nWhat is it for? => Boats.\nWhy is it old? => Time.\n"},
    {"numbered", "FAQ\n\n1. Who owns the quay?\n\nThe town owns it.\n\n2) When does it open?\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"markdown_headings", "# FAQ\n\n## Who owns the quay?\n\nThe town owns it.\n\n## When does it open?\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"markdown_bold", "## FAQ\n\n**Who owns the quay?**\\\nThe town owns it.\n\n**When does it open?**\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"bold_question_and_answer_on_one_line", "FAQ\n\n**Who owns the quay?** The town owns it.\n\n**When does it open?** At dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"list_dashes", "FAQ\n\n- Who owns the quay?\n\nThe town owns it.\n\n- When does it open?\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"switches_between", "FAQ\n\nExpand all\n\nWho owns the quay?\n+\nThe town owns it.\n\nWhen does it open?\n+\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\n"},
    {"last_answer_ends_at_related_links", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nRelated articles\n\nA new crane for the harbour",
     "Who owns the quay? => The town owns it.\n"},
    {"last_answer_ends_at_next_heading", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nA Second Crane\n\nThe crane came on Friday.",
     "Who owns the quay? => The town owns it.\n"},
    {"list_in_last_answer", "FAQ\n\nWho owns the quay?\n\nIt belongs to:\n\n- the town\n- the port",
     "Who owns the quay? => It belongs to: | - the town | - the port\n"},
    {"selling_question_ends_it", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nReady to moor?\n\nCall the harbour master today.",
     "Who owns the quay? => The town owns it.\n"},
    {"reader_asked_for_a_view_is_no_pair", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhat do you think about the quay?",
     "Who owns the quay? => The town owns it.\n"},
    {"question_without_answer_below_the_faq", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nA Second Crane\n\nWhat does the crane lift?\n\nNext",
     "Who owns the quay? => The town owns it.\n"},
    {"lone_question_below_related_links",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhen does it open?\n\nAt dawn, as it always did.\n\nRelated topics\n\nThe crane is "
     "new.\n\nIt came on Friday.\n\nWhat does the crane lift?\n\nIt lifts whole boats.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn, as it always did.\n"},
    {"answer_printed_above_its_question",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nIt opens at dawn.\n\nWhen does it open?\n\nWhen does it open?\n\nIt opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"link_between_two_items", "FAQ\n\nHow do I moor?\n\nChoose a way:\n\n- Ask at the office.\n\nOffice Hours\n\n- Fill in the form.",
     "How do I moor? => Choose a way: | - Ask at the office. | Office Hours | - Fill in the form.\n"},
    {"printed_twice", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nFAQ\n\nWho owns the quay?\n\nThe town owns it.",
     "Who owns the quay? => The town owns it.\n"},
    {"no_heading_but_readers_questions",
     "Can I moor my boat here?\n\nYes, if a berth is free.\n\nDo I pay at the gate?\n\nNo, at the office.\n\nWhere is the office?\n\nBehind the crane.",
     "Can I moor my boat here? => Yes, if a berth is free.\nDo I pay at the gate? => No, at the office.\nWhere is the office? => Behind the crane.\n"},
    {"answer_that_ends_in_a_question", "FAQ\n\nWho owns the quay?\n\nThe town does. Who else could pay for it?\n\nWhen does it open?\n\nAt dawn.",
     "Who owns the quay? => The town does. Who else could pay for it?\nWhen does it open? => At dawn.\n"},
    {"questions_of_an_article_are_no_faq", "Who owns the quay?\n\nThe council met on Monday to settle that.\n\nIt did not settle it.", ""},
    {"what_follows_a_list_of_questions_answers_none",
     "FAQ\n\nWho owns the quay?\nWhen does it open?\nI lost my key. Who has one?\nIs there a crane?\nWho may use it?\n\nThe town has a quay, and is proud of "
     "it.\n\nThe crane came on Friday.",
     ""},
    {"list_of_questions_and_then_its_answers",
     "FAQ\n\nWho owns the quay?\nWhen does it open?\nIs there a crane?\nWho may use it?\n\nWho owns the quay?\n\nThe town owns it.\n\nWhen does it open?\n\nIt "
     "opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"question_on_the_switch_and_above_the_answer",
     "FAQ\n\nWho owns the quay?\nQ: Who owns the quay?\nThe town owns it.\n\nWhen does it open?\nWhen does it open?\nIt opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"what_sells_is_no_answer", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nMay I moor here?\n\nReady to moor? Call us today.",
     "Who owns the quay? => The town owns it.\n"},
    {"last_answer_is_a_list", "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhat may I bring?\n\nSee below:\n\nropes and anchors\n\nboats of all sorts",
     "Who owns the quay? => The town owns it.\nWhat may I bring? => See below: | ropes and anchors | boats of all sorts\n"},
    {"last_answer_of_more_lines_than_the_others",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhen does it open?\n\nIt opens at dawn.\n\nIn winter it opens at noon.\n\nOn Sundays it stays closed.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn. | In winter it opens at noon. | On Sundays it stays closed.\n"},
    {"text_below_the_last_answer",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhen does it open?\n\nIt opens at dawn.\n\nThe harbour is old.\n\nIt was built for boats.\n\nThe crane "
     "is new.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"names_answer_in_an_interview",
     "Who owns the quay, and why does it take so long to mend it?\nLee: The town does, and it had no money for all of the nine years in which the river took "
     "stone after stone.\n\n"
     "When will the quay be open again for all of us?\nLee: I hope that it will be in May, but nobody can say that for sure as long as the masons have not "
     "seen the ground.\n\n"
     "What is it that you would do in another way?\nLee: Not much, to be honest with you, as the river does what it likes and the town can only follow it at "
     "some distance.",
     ""},
    {"interview_below_a_heading",
     "Q&A with the mayor\n\nWhen did you hear of the quay?\n\nI heard of it in May, and I went there at once.\n\nWhat is your plan?\n\nMy plan is to mend "
     "it.\n\nWho pays?\n\nThe town, I hope.",
     ""},
    {"faq_of_a_person", "FAQ\n\nHow did you become a mason?\n\nI learned it from my father.\n\nWhere did you hear of the quay?\n\nI heard of it at home.",
     "How did you become a mason? => I learned it from my father.\nWhere did you hear of the quay? => I heard of it at home.\n"},
    {"interview_with_labels",
     "Q: How did you become a mason?\nA: I learned it from my father.\n\nQ: What do you think of the quay?\nA: It is old, but I like it.", ""},
    {"interview_without_labels",
     "How did you become a mason, and what was it like?\n\nIt took me nine years to learn the trade, and my father was the one who taught me all that there is "
     "to know of stones.\n\n"
     "What is it that masons do all day long in the winter?\n\nWe cut stones in the yard behind the house, which is cold and dark, and in the evening I go "
     "home and sleep like a stone.\n\n"
     "Have you ever thought of doing something else?\n\nNever, as it is the best trade in the world, and I would not know what to do with my days if there "
     "were no stones.",
     ""},
    {"interview_with_several",
     "Your new record is out in May, so what is it about?\n\nIt is about stones and water. We wrote it in nine days in a house by the sea, with the windows "
     "open and the tapes running.\n\n"
     "How does it differ from the first one?\n\nThe first one was loud. This one is louder, and there are fewer words on it, and more room for the drums and "
     "for the wind.\n\n"
     "Where does the name come from?\n\nThere are eight quays in the harbour. We wanted one more, and the council would not build it, so the name was all "
     "there was.",
     ""},
    {"plain_questions_close_together",
     "Who may use the quay?\n\nEverybody who has a boat of less than nine meters may use it.\n\nHow long may a boat stay?\n\nA boat may stay for three nights "
     "in the summer.\n\nIn winter there is no limit at all.\n\n"
     "Where are the berths?\n\nThe berths are on the north side, next to the crane.\n\nIs there water at the berths?\n\nThere is a tap at each of the forty "
     "berths.\n\nWhat does a night cost?\n\nA night costs two dollars for each meter of the boat.",
     "Who may use the quay? => Everybody who has a boat of less than nine meters may use it.\n"
     "How long may a boat stay? => A boat may stay for three nights in the summer. | In winter there is no limit at all.\n"
     "Where are the berths? => The berths are on the north side, next to the crane.\nIs there water at the berths? => There is a tap at each of the forty "
     "berths.\n"
     "What does a night cost? => A night costs two dollars for each meter of the boat.\n"},
    {"plain_questions_of_which_the_last_line_has_its_answer",
     "Who may use the quay?\n\nEverybody who has a boat of less than nine meters may use it.\n\nWhere are the berths?\n\nThe berths are on the north side, "
     "next to the crane.\n\n"
     "What does a night cost?\n\nA night costs two dollars for each meter of the boat.\n\n**Who holds the key?** The office behind the crane has it.",
     "Who may use the quay? => Everybody who has a boat of less than nine meters may use it.\nWhere are the berths? => The berths are on the north side, next "
     "to the crane.\n"
     "What does a night cost? => A night costs two dollars for each meter of the boat.\nWho holds the key? => The office behind the crane has it.\n"},
    {"headings_of_an_article_that_ask",
     "Who may use the quay?\n\nEverybody who has a boat of less than nine meters may use it.\n\nIt was built for them in 1950.\n\nThe council paid for "
     "it.\n\nHow long may a boat stay?\n\nA boat may stay for three nights in the summer.\n\n"
     "In winter there is no limit at all.\n\nThe ice sees to that.\n\nWhere are the berths?\n\nThe berths are on the north side, next to the crane.\n\nThat is "
     "the old part.\n\nIs there water at the berths?\n\nThere is a tap at each of the forty berths.",
     ""},
    {"labels_without_a_sign",
     "FAQ\n\nQ Who owns the quay?\n\nA The town owns it.\n\nQ When does it open?\n\nA At dawn.\n\nQ Who pays?\n\nA fund of the port pays.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => At dawn.\nWho pays? => A fund of the port pays.\n"},
    {"opened_question_above_its_list",
     "When does the quay open?\n\nIt opens at dawn.\n\nOn Sundays it stays closed.\n\n1. Who owns the quay?\n2. When does the quay open?\n3. Is there a "
     "crane?\n4. Who may use it?",
     "When does the quay open? => It opens at dawn. | On Sundays it stays closed.\n"},
    {"opened_question_whose_number_is_left_out",
     "When does the quay open?\n\nIt opens at dawn.\n\nShow all answers\n\n1. Who owns the quay?\n3. Is there a crane?\n4. Who may use it?\n5. What does it "
     "cost?",
     "When does the quay open? => It opens at dawn.\n"},
    {"questions_that_an_article_recommends",
     "What should you ask the harbour master?\n\nThere are some things that you should know.\n\n1. Who owns the quay?\n2. When does the quay open?\n3. Is "
     "there a crane?\n4. Who may use it?",
     ""},
    {"numbers_before_labels", "FAQ\n\n1. Question: Who owns the quay?\n\nThe town owns it.\n\n2. Question: When does it open? — Ann\n\nAt dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? — Ann => At dawn.\n"},
    {"short_answers_among_others",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it.\n\nWhat is the fee?\n\n$2 a day\n\nWhere do I pay?\n\nAt the gate\n\nWhen does it open?\n\nIt opens at "
     "dawn.\n\nMay I fish?\n\nNo, you may not.",
     "Who owns the quay? => The town owns it.\nWhat is the fee? => $2 a day\nWhere do I pay? => At the gate\nWhen does it open? => It opens at dawn.\nMay I "
     "fish? => No, you may not.\n"},
    {"links_below_questions",
     "FAQ\n\nWho owns the quay?\n\nThe harbour\n\nWhat is the fee?\n\nFees\n\nWhere do I pay?\n\nPayments\n\nWhen does it open?\n\nIt opens at dawn.",
     "When does it open? => It opens at dawn.\n"},
    {"links_below_answers",
     "FAQ\n\nWho owns the quay?\n\nThe town owns it and everything that stands on it\n\nTop\n\nWhen does it open?\n\nAt dawn, or later if there is ice on the "
     "river\n\nBack to top\n\nMay I fish?\n\nNo, you may not.\n\nTop",
     "Who owns the quay? => The town owns it and everything that stands on it\nWhen does it open? => At dawn, or later if there is ice on the river\nMay I "
     "fish? => No, you may not.\n"},
    {"headings_between_answers_on_the_line_of_their_question",
     "FAQ\n\nWho Owns What\n\nQ: Who owns the quay? A: The town owns it.\n\nHours of the Quay\n\nQ: When does it open? A: It opens at dawn.",
     "Who owns the quay? => The town owns it.\nWhen does it open? => It opens at dawn.\n"},
    {"menu_entry_is_no_heading", "Home\n\nFAQ\n\nContact\n\nThe ship left.\n\nThe crane fell.\n\nIt rained.\n\nWho knew?\n\nNobody did so.", ""},
};

INSTANTIATE_TEST_SUITE_P(Layouts, Faq, ::testing::ValuesIn(cases), [](const auto& given) { return std::string(given.param.name); });

TEST(Faq, AnnotatesQuestionsAndAnswers) {
  const StructuredPage page = structured("FAQ\n\nQ: Who owns the quay?\n\nA: The town owns it.");
  const auto& rules = onrecord::testing::standard_rules();
  const auto& questions = page.annotations.of(rules.type("faq_question"));
  const auto& answers = page.annotations.of(rules.type("faq_answer"));
  ASSERT_EQ(questions.size(), 1U);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(page.text(page.annotations.at(questions[0]).span), "Who owns the quay?");
  EXPECT_EQ(page.text(page.annotations.at(answers[0]).span), "The town owns it.");
}

}  // namespace
}  // namespace onrecord
