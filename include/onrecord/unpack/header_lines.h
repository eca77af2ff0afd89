#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

/// The `Name: value` lines of HTTP and WARC headers. Names are kept in lower case; a line that begins with a space goes on with the one
/// before it.
class HeaderLines {
 public:
  /// Adds one line, without its end. A line without a colon is passed over.
  void add(std::string_view line);
  /// The first value of that name (lower case), without spaces around it; empty where there is none.
  std::string_view value(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

}  // namespace onrecord
