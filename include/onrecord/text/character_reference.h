#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/text/characters.h"

namespace onrecord {

/// The character that a reference of HTML stands for (`&rsquo;`, `&#8217;`, `&#x2019;`, `&#146;`) which begins at the '&' at byte `offset`, and the
/// bytes that the reference takes; none where no reference begins, or one that texts do not need: names beyond those of marks, spaces and
/// the letters of Latin-1, and control characters. `&amp;rsquo;`, escaped twice, is one, too.
Character character_reference_at(std::string_view text, std::uint32_t offset);

}  // namespace onrecord
