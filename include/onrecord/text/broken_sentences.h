#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which lines are parts of one sentence in a text that as a whole is not wrapped: markup written over several lines, and copied with its
/// line ends. A line goes on in the next one, with no blank line between, if it has no end mark and the next one begins with a small word, until
/// one has an end mark; or if it opens a quotation that the next one closes. Believed only of texts where it happens now and then. A short line that
/// the text has twice is no part of a sentence: it tells who speaks below.
class BrokenSentences {
 public:
  /// `lines` are those of `text`; both must outlive this.
  BrokenSentences(std::string_view text, const std::vector<Line>& lines);

  /// Whether line `upper`, an index, goes on in the one below.
  bool joins(std::size_t upper) const { return joins_[upper]; }

 private:
  bool may_go_on(std::size_t upper) const;
  bool has_end_mark(std::size_t line) const;
  bool begins_small(std::size_t line) const;
  bool is_repeated(std::size_t line);
  bool is_list(std::size_t first, std::size_t last) const;
  std::string_view first_word(std::size_t line) const;
  bool opens_quotation(std::size_t line) const;
  bool closes_quotation(std::size_t line) const;
  std::size_t words(std::size_t first, std::size_t last) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<bool> joins_;
  bool counted_ = false;
  std::unordered_set<std::string_view> repeated_;  // short lines that the text has more than once, as soon as somebody asks
};

}  // namespace onrecord
