#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// What a text must hold for an expression to match in it, in small ASCII letters where letters stand.
struct RequiredText {
  static constexpr std::size_t most_lists = 2;

  /// Of each list one text must be there. Those lists of which texts are least likely to hold one, the rarest first; none where nothing is
  /// known.
  std::vector<std::vector<std::string>> lists;
};

/// As far as it is seen from the expression; no lists where nothing is.
RequiredText required_text(const RegexNode& root);

/// How likely a text stands at a place, roughly, in a European language; small letters.
double likelihood_of(std::string_view text);

}  // namespace onrecord
