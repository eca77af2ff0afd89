#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "onrecord/app/extract_options.h"

namespace onrecord {

/// What `onrecord show` was asked for.
struct ShowArguments {
  ExtractArguments extract;
  std::optional<std::size_t> width;  ///< code points a line; none: that of the terminal
  std::string color = "auto";        ///< auto, always, never
  bool has_no_pager = false;
};

/// Adds all its options; `arguments` must outlive the parsing.
void add_show_options(CLI::App& app, ShowArguments& arguments);

}  // namespace onrecord
