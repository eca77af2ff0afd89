#pragma once

#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/extract/structure/transcript.h"

namespace onrecord {

/// The turns of a transcript, without their paragraphs, by the labels of lines (`Label::turn_line`); none where these make no transcript. It takes three lines
/// of text, not far apart and most of them sentences, two people, and one of them again; where captions mark who speaks (">> Ann Lee: …"), one is
/// enough. A label of one word counts where the same word ends a longer label, or a name in the text, where it is a first name that the text has with a
/// surname, or often has a turn, or, in capitals, where it returns. A label may stand on a line of its own, without a colon, if most of these stand
/// between sentences; one that is only like a name counts where a list tells of it, or if it returns and an office such as an operator speaks, too.
/// A single label in capitals before all sentences is that of a speech, where a third of what follows speaks of "I". Who asks behind "Q" counts as somebody
/// where one with a name answers. `classes`: what the lines are so far. `first_names`: what tells a name in the text; may be null.
std::vector<Turn> read_turns(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names);

}  // namespace onrecord
