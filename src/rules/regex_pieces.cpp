#include "onrecord/rules/regex_pieces.h"

#include <re2/filtered_re2.h>

#include <algorithm>

namespace onrecord {

std::vector<std::string> needed_pieces(const std::string& pattern) {
  constexpr int shortest = 3;
  re2::FilteredRE2 filtered(shortest);
  RE2::Options options;
  options.set_log_errors(false);
  int id = 0;
  std::vector<std::string> pieces;
  if (filtered.Add(pattern, options, &id) != RE2::NoError) return pieces;
  filtered.Compile(&pieces);
  std::sort(pieces.begin(), pieces.end());
  return pieces;
}

}  // namespace onrecord
