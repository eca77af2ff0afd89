#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"

namespace onrecord {

/// Tells which lines of a page may be its title, without weighing them. The page and what is told of it must live as long.
class TitleLines {
 public:
  /// Words that most titles have, and the characters that few have more of.
  static constexpr std::uint32_t good_words = 4, good_to = 120;
  /// Characters of a line that is a date and little else.
  static constexpr std::uint32_t longest_date_line = 40;
  /// Characters of a line that is text, and none of a title's neighbors.
  static constexpr std::uint32_t text_characters = 100;

  /// `excluded`: lines that are known to be something else.
  TitleLines(const Page& page, const Body& body, const std::vector<bool>& excluded) : page_(page), body_(body), excluded_(excluded) {}

  /// Whether the page is an article and nothing else, so that its first line is the title.
  bool are_of_plain_article() const { return is_plain_article() || is_plain_news(); }

  /// Whether the first line is a question above its answer, and more of them follow closely.
  bool open_interview() const;

  /// Whether the first lines are paragraphs of text: a headline further down is that of another story.
  bool begin_with_text() const;

  /// Whether the form of the line and what it is known as allow it.
  bool may_be_title(std::uint32_t i) const;

  /// Whether authors or a date stand right below.
  bool is_signed(std::uint32_t i) const;

  /// Nothing but names, a date right below: authors.
  bool is_dated_name(std::uint32_t i) const;

 private:
  const LineShape& shape(std::uint32_t i) const { return page_.lines[i].shape; }
  bool is_plain_article() const;
  bool stands_again(std::uint32_t i) const;
  bool is_plain_news() const;
  bool is_paragraph(std::uint32_t i) const;
  bool is_lead(std::uint32_t i) const;
  bool is_listed_question(std::uint32_t i) const;
  std::uint32_t small_words(std::uint32_t i) const;

  const Page& page_;
  const Body& body_;
  const std::vector<bool>& excluded_;
};

}  // namespace onrecord
