#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/page/page.h"

namespace onrecord {

/// Where the running text of a page is.
struct Body {
  std::vector<bool> is_long;  ///< per line: a paragraph of running text, by its length
  std::uint32_t densest = 0;
  std::uint32_t first = 0;  ///< the first line of the article's text
  /// The first line below which as much text stands as an article has, at least `first`. What stands between them is the text or,
  /// where a notice or a menu with descriptions looks like text, nothing of it.
  std::uint32_t settled = 0;
  std::uint32_t end = 0;  ///< behind the last long line
  bool found = false;     ///< false: no running text at all; `first` and `end` are then 0
};

/// Finds the running text.
Body find_body(const Page& page);

}  // namespace onrecord
