#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"

namespace onrecord {

/// The one person whom the title names by a first name and a surname, or, where it names nobody, the text above line `end`. Empty: nobody, or several. Lines
/// that tell who has written a text or spoken do not count. `first_names`: may be null.
Span lone_person_above(const Page& page, const std::vector<LineClass>& classes, std::uint32_t end, const Lexicon* first_names);

}  // namespace onrecord
