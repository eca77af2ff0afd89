#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// What a text must hold for an expression to match in it, in small ASCII letters where letters stand. Each list says: one
/// of these; an empty list says nothing.
struct RequiredText {
  std::vector<std::string> texts;                ///< the longest that could be found
  std::vector<std::pair<char32_t, char32_t>> first;  ///< what the text begins with, where the expression is tied to its start
};

RequiredText required_text(const RegexNode& root);

}  // namespace onrecord
