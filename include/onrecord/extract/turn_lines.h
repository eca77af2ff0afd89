#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/page.h"
#include "onrecord/extract/structure.h"

namespace onrecord {

/// The turns of a transcript, without their paragraphs, by the labels with which rules say that lines begin (`Label::turn_line`).
/// None where these do not make a transcript: it takes three lines of text, not far apart and most of them sentences, two people, and one
/// of them again. A label of one word counts where the same word ends a longer label, or a name in the text, or, in capitals, where it
/// returns. A label may stand on a line of its own, without a colon, if most of these stand between sentences; one that is only like a name counts
/// where a list tells of it, or if it returns and an office such as an operator speaks, too. Who asks behind "Q" counts as somebody where one with a name answers. `classes`: what the lines are so far. `first_names`: what tells a name in the text; may be null. Single labels are read by
/// `read_labels`.
std::vector<Turn> find_turns(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names);

/// Adds to each turn what stands behind its label, and the lines of text below up to the next one, stage directions aside. Below the last turn
/// the page may go on with anything: of it no more than one line is taken, if its label stands alone.
void add_paragraphs(const Page& page, const std::vector<LineClass>& classes, std::vector<Turn>& turns);

/// The posts, by the lines with which rules say that they end (`Label::signed_line`); what was posted stands before, or, where there is nothing, on the
/// line of text above.
std::vector<Turn> find_posts(const Page& page, const std::vector<LineClass>& classes);

}  // namespace onrecord
