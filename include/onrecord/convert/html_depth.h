#pragma once

#include <string_view>

namespace onrecord {

/// Whether a page can be parsed in time in proportion to its size: elements are not nested too deeply, and few formatting elements
/// stay open (a parser opens those again in each block). Reads the tags once; does not parse.
bool is_shallow(std::string_view html);

}  // namespace onrecord
