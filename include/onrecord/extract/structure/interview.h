#pragma once

#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/extract/structure/transcript.h"

namespace onrecord {

/// What somebody answers in an interview whose lines have no labels: it takes a line that tells who is asked (`Label::interviewee_line`), below it three lines
/// and more that are questions with text behind them, most of which ask for what somebody did or thinks, and answers in which somebody tells of that.
/// Each answer goes up to the next question; the last one has one paragraph, as the page may go on with anything. `classes`: what the lines are.
std::vector<Turn> read_answers(const Page& page, const std::vector<LineClass>& classes);

}  // namespace onrecord
