#pragma once

#include <string_view>
#include <vector>

#include "onrecord/text/document.h"

namespace onrecord {

/// Takes the numbers off lines that are numbered page by page, as courts print what was said: they are no part of `lines` then, and neither are lines with
/// nothing but a number; from one number to the next there is no blank line. It takes ten lines that are numbered in order, most of all, and many that go on
/// with a small letter: those of a list begin with capitals. `lines` are those of `text`.
void take_off_numbers(std::string_view text, std::vector<Line>& lines);

}  // namespace onrecord
