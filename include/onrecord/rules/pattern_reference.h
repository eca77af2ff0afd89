#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

/// What stands between the braces of a reference: `name[column=a|b, other=c]:field`.
struct PatternReference {
  std::string name;  ///< `a|b`: any word of these tagged lexicons
  /// Which of them: the column or choice field, and the values that fit. Words that are named themselves have the column "".
  std::vector<std::pair<std::string, std::vector<std::string>>> selection;
  std::string field;  ///< what the match fills; empty: nothing
};

/// Without the '@' that may stand before it. None where it cannot be read.
std::optional<PatternReference> parse_reference(std::string_view inside);

/// The names of `a|b`.
std::vector<std::string> names_of_union(std::string_view name);

}  // namespace onrecord
