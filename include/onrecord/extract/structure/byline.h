#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"
#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// Who wrote the article, and where that stands.
struct Byline {
  std::uint32_t first_line = 0;  ///< index into `Page::lines`: the line that announces the names
  std::uint32_t last_line = 0;   ///< the last line that holds some, often the same
  Span names;
  std::vector<Span> more = {};  ///< those that the lines below add
};

/// `names` without what follows them on their line: dates, roles, words of publishing (`byline_end`, may be null), also
/// where these are glued to a name. A role stays where a single word would be left ("Chief Editor").
Span cut_names(std::string_view text, Span names, const Lexicon* byline_end);

/// Finds the byline near the title, or near the first line of the text where there is none. `first_names`: what tells a person's name where no
/// date, role or word tells that it is one; may be null.
std::optional<Byline> find_byline(const Page& page, const Body& body, std::optional<std::uint32_t> title, const Lexicon* byline_end,
                                  const Lexicon* first_names);

}  // namespace onrecord
