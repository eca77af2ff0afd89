#pragma once

#include <string>
#include <vector>

namespace onrecord {

/// Pieces of text of which one must stand in any text that the pattern matches, in small letters and sorted; none where RE2
/// finds none. (RE2's FilteredRE2; an alternation of words gives each of them.)
std::vector<std::string> needed_pieces(const std::string& pattern);

}  // namespace onrecord
