#include "onrecord/app/figure_bound.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

FigureBound read_figure_bound(std::string_view option, const std::string& text, const std::vector<std::string>& figures, bool any) {
  const std::size_t equals = text.find('=');
  const bool has_name = equals != std::string::npos;
  FigureBound bound;
  if (has_name) bound.figure = text.substr(0, equals);
  if ((!has_name && !any) || !CLI::detail::lexical_cast(has_name ? text.substr(equals + 1) : text, bound.value))
    throw CLI::ValidationError(fmt::format("{}: '{}' is not {}", option, text, any ? "[NAME=]VALUE" : "NAME=VALUE"));
  if (!has_name || std::find(figures.begin(), figures.end(), bound.figure) != figures.end()) return bound;
  const std::string near = nearest(bound.figure, figures);
  throw CLI::ValidationError(
      fmt::format("{}: there is no figure '{}'{}", option, bound.figure, near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near)));
}

}  // namespace onrecord
