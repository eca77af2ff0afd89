#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

/// The size in bytes of what marks a line as an item of a list, at the start of `text`, valid UTF-8, with the white space behind it: a
/// bullet; or, white space behind it, a dash, a star, or a number of up to three digits with a dot or a bracket. 0: nothing does.
std::uint32_t bullet_size(std::string_view text);

}  // namespace onrecord
