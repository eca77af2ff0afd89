#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/heading.h"

namespace onrecord {

/// Lays text out in lines and paragraphs as it comes: white space is run together, blocks are set apart, no-break spaces at the end of a
/// line are left out, and a line of nothing else is none. Nothing else is changed.
class TextLayout {
 public:
  /// Running text, inside a block.
  void add(std::string_view text);
  /// Text as it stands, line ends and all.
  void add_preformatted(std::string_view text);
  /// Paragraphs that another layout has laid out, with its headings.
  void add_laid_out(const TextLayout& other);
  /// The next text begins a new line.
  void break_line();
  /// The next text begins a new paragraph, behind a blank line.
  void break_paragraph();
  /// The next text of this line stands behind a tab: cells of a table.
  void separate();

  /// What is added between the two is a heading of that level; see `Heading`.
  void begin_heading(std::uint8_t level, bool asks = false) {
    heading_begins_ = level;
    heading_asks_ = asks;
  }
  void end_heading() { heading_begins_ = 0; }

  /// Whether a line has just ended.
  bool is_at_line_break() const { return gap_ >= Gap::line; }

  /// The text so far, without white space at its end.
  const std::string& text() const { return text_; }
  /// Where in it headings begin, ascending.
  const Headings& headings() const { return headings_; }

 private:
  enum class Gap { none, space, tab, line, paragraph };
  void widen(Gap gap) { gap_ = gap > gap_ ? gap : gap_; }
  void write_gap();
  void add_word(std::string_view word);

  std::string text_;
  std::string held_;  // no-break spaces behind it, written if the line goes on
  Headings headings_;
  Gap gap_ = Gap::none;
  bool heading_asks_ = false;
  std::uint8_t heading_begins_ = 0;  // level of the heading that begins with the next word; 0: none does
};

/// Text with its white space run together.
std::string one_line(std::string_view text);

/// The words of such a text, which spaces part.
std::vector<std::string_view> words_of(std::string_view line);

/// Adds a line and a blank one to `text`, unless it is empty or `body`, which will stand behind it, says it near its start.
void add_unless_said(std::string_view line, std::string_view body, std::string& text);

}  // namespace onrecord
