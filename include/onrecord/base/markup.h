#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Text as it stands in XML and HTML, also in attributes: nothing of it is mark-up, and line ends and tabs stay as they are.
/// U+FFFD stands for control characters, which XML 1.0 has no way to write.
std::string escaped_for_markup(std::string_view text);

}  // namespace onrecord
