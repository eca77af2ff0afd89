#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// Tells how much of a line's words the article's text takes up.
class WordOverlap {
 public:
  /// Counts the words of the first lines of the text. `stop_words` may be null and must live as long.
  WordOverlap(const Page& page, const Body& body, const Lexicon* stop_words);

  /// From 0 to 1: the mean over the content words of `text` of how many lines hold them, where some lines are enough.
  double share(std::string_view text) const;

 private:
  struct Known {
    std::uint32_t lines = 0;      // that hold the word
    std::uint32_t last_line = 0;  // of them
    bool tells_nothing = false;
  };
  Known& known(std::string_view word);

  const Lexicon* stop_words_;
  WordTableBuilder words_;
  std::vector<Known> known_;  // by word
};

}  // namespace onrecord
