#include "onrecord/convert/text_layout.h"

#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

std::size_t size_of_spaces_at_end(std::string_view word) {
  std::size_t size = 0;
  while (word.substr(0, word.size() - size).ends_with(no_break_space)) size += no_break_space.size();
  return size;
}

}  // namespace

void TextLayout::write_gap() {
  static constexpr std::string_view written[] = {"", " ", "\t", "\n", "\n\n"};
  if (gap_ < Gap::line) text_.append(held_);
  held_.clear();
  if (!text_.empty()) text_ += written[static_cast<std::size_t>(gap_)];
  gap_ = Gap::none;
  if (heading_begins_ != 0) headings_.push_back({static_cast<std::uint32_t>(text_.size()), heading_begins_, heading_asks_});
  heading_begins_ = 0;
}

void TextLayout::add(std::string_view text) {
  while (!text.empty()) {
    const std::size_t word = text.find_first_not_of(white_space);
    if (word != 0) widen(Gap::space);
    if (word == std::string_view::npos) return;
    const std::size_t end = std::min(text.find_first_of(white_space, word), text.size());
    add_word(text.substr(word, end - word));
    text.remove_prefix(end);
  }
}

void TextLayout::add_word(std::string_view word) {
  const std::size_t held = size_of_spaces_at_end(word);
  if (held == word.size()) {
    if (text_.empty() || is_at_line_break()) return;
    held_ += gap_ == Gap::none ? "" : gap_ == Gap::tab ? "\t" : " ";
    gap_ = Gap::none;
  } else {
    write_gap();
    text_ += word.substr(0, word.size() - held);
  }
  held_ += word.substr(word.size() - held);
}

void TextLayout::add_preformatted(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    add(text.substr(0, end));
    if (end == std::string_view::npos) return;
    is_at_line_break() ? break_paragraph() : break_line();
    text.remove_prefix(end + 1);
  }
}

void TextLayout::add_laid_out(const TextLayout& other) {
  if (other.text_.empty()) return;
  write_gap();
  for (const Heading heading : other.headings_) headings_.push_back({static_cast<std::uint32_t>(text_.size()) + heading.begin, heading.level, heading.asks});
  text_ += other.text_;
  break_paragraph();
}

void TextLayout::break_line() { widen(Gap::line); }
void TextLayout::break_paragraph() { widen(Gap::paragraph); }
void TextLayout::separate() { widen(Gap::tab); }

std::string one_line(std::string_view text) {
  TextLayout layout;
  layout.add(text);
  return layout.text();
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = line.find_first_not_of(' '); begin != std::string_view::npos; begin = line.find_first_not_of(' ', begin)) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

void add_unless_said(std::string_view line, std::string_view body, std::string& text) {
  constexpr std::size_t near = 500;
  if (line.empty() || body.substr(0, line.size() + near).find(line) != std::string_view::npos) return;
  (text += line) += "\n\n";
}

}  // namespace onrecord
