#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/extract/structure/transcript.h"

namespace onrecord {

/// Whether a line tells on what somebody speaks in the quotation below: "On the bridge:".
bool is_prompt_line(const Page& page, std::uint32_t line);

/// What somebody answers in an interview whose lines have no labels: it takes a line that tells who is asked (`Label::interviewee_line`), below it three lines
/// and more that are questions with text behind them, most of which ask for what somebody did or thinks, and answers in which somebody tells of that.
/// Where no line tells who is asked, it is the one person whom the title, or the text above the questions, names (`lone_person_above`), if half of the
/// questions and answers are of that kind. A line that tells on what somebody speaks in the quotation below is a question, too. Whoever is called by a surname
/// alone must have a full name in the text: one behind one of `first_names`, which may be null. Each answer goes up to the next question; the last one has one
/// paragraph, as the page may go on with anything. `classes`: what the lines are.
std::vector<Turn> read_answers(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names);

}  // namespace onrecord
