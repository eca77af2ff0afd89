#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"

namespace onrecord {

/// Tells by shape, and by what stands beside them, which lines head what follows: of those that are nothing else, as far as is known when it is asked. Refers
/// to what it was made of.
class HeadingLines {
 public:
  /// `classes`: what the lines are. `is_marked`: markup tells the headings, so that no other line is one.
  HeadingLines(const Page& page, const std::vector<LineClass>& classes, bool is_marked) : page_(page), classes_(classes), is_marked_(is_marked) {}

  /// The heading of a section, below the line `title`, if there is one.
  bool is_heading(std::uint32_t i, std::optional<std::uint32_t> title) const;
  /// A heading, or the headline of another article.
  bool is_headline(std::uint32_t i) const;
  /// The headline of another article, in a list: a line that ends no sentence beside, or without capitals between, others that end none.
  bool is_teaser(std::uint32_t i) const;

 private:
  bool is_open(std::uint32_t i) const;
  bool may_be_listed(std::uint32_t i) const;

  const Page& page_;
  const std::vector<LineClass>& classes_;
  bool is_marked_;
};

}  // namespace onrecord
