#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "onrecord/extract/body.h"
#include "onrecord/extract/page.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/text/segment.h"

namespace onrecord {

/// Tells how much of a line's words the article's text takes up.
class WordOverlap {
 public:
  /// Counts the words of the first lines of the text. `stop_words` may be null and must live as long.
  WordOverlap(const Page& page, const Body& body, const Lexicon* stop_words);

  /// From 0 to 1: the mean over the content words of `text` of how many lines hold them, where some lines are enough.
  double share(std::string_view text) const;

 private:
  const Lexicon* stop_words_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> lines_with_;
};

}  // namespace onrecord
