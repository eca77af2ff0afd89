#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// What a pattern as written consists of, outermost: the elements (a word, a class, a group, a reference, each with its
/// repeat) of each alternative, as offsets into the pattern. White space and comments of free spacing belong to none.
std::vector<std::vector<Span>> pattern_elements(std::string_view pattern, bool free_spacing);

}  // namespace onrecord
