#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// A figure and what it is held against.
struct FigureBound {
  std::string figure;  ///< "statements_half.p"
  double value = 0;
};

/// Reads "NAME=VALUE" of `option`, of which NAME must be one of `figures`. With `any`, "VALUE" alone is a bound of all, whose
/// name is empty. Anything else is a CLI::ValidationError.
FigureBound read_figure_bound(std::string_view option, const std::string& text, const std::vector<std::string>& figures, bool any = false);

}  // namespace onrecord
