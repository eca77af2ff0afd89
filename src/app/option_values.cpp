#include "onrecord/app/option_values.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>

namespace onrecord {
namespace {

/// "", "b", "k", "MB", "gib"
bool is_unit(std::string_view unit) {
  constexpr std::string_view multiples = "kKmMgGtTpPeE";
  if (!unit.empty() && multiples.find(unit.front()) != std::string_view::npos) {
    unit.remove_prefix(1);
    if (unit.size() == 2 && (unit.front() == 'i' || unit.front() == 'I')) unit.remove_prefix(1);
    else if (unit == "i" || unit == "I") return true;
  }
  return unit.empty() || unit == "b" || unit == "B";
}

}  // namespace

std::string problem_with_number(const std::string& text, std::uint64_t least, std::uint64_t most, const char* wanted) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool is_good = error == std::errc() && stop == end && number >= least && number <= most;
  return is_good ? std::string() : "'" + text + "' is not " + wanted;
}

std::string problem_with_count(const std::string& text) {
  return problem_with_number(text, 0, std::numeric_limits<std::uint32_t>::max(), "a whole number from 0 on");
}

std::string problem_with_size(const std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits > 0 && is_unit(std::string_view(text).substr(digits)) ? std::string()
                                                                      : "'" + text + "' is not a size: a whole number, or one with a unit, as 64M is";
}

}  // namespace onrecord
