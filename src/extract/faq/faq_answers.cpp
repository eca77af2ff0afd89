#include <algorithm>

#include "onrecord/extract/faq/faq.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_heading = 110;  // characters of a line that looks like the next heading
constexpr std::uint32_t longest_item = 120;     // characters of the line above it while a list runs
constexpr std::uint32_t list_reach = 12;        // answer lines up to which a colon keeps a list running
constexpr std::uint32_t slack = 2;              // lines that it may have more than each before, if nothing but another part of the page follows
constexpr std::uint32_t most_lines = 25;        // lines of a last answer that no earlier one can be compared with

/// Whether a list that some line with a colon opened still runs above line `i`.
bool list_runs(const FaqLines& lines, std::uint32_t question, std::uint32_t i) {
  const std::uint32_t from = i > question + list_reach ? i - list_reach : question + 1;
  for (std::uint32_t k = from; k < i; ++k) {
    if (lines.at(k).shape.last == U':') return true;
  }
  return false;
}

/// Whether the first line of an answer cannot be all of it: "See below:".
bool promises_more(const PageLine& line) { return line.shape.last == U':' && !line.has(Label::faq_end_short); }

/// Whether line `i`, below the first line of an answer, is no part of it but opens something new.
bool opens_something_new(const FaqLines& lines, std::uint32_t question, std::uint32_t i) {
  const LineShape& shape = lines.at(i).shape;
  const LineShape& above = lines.at(i - 1).shape;
  if (shape.characters > longest_heading || shape.ends_sentence || shape.bullet || shape.last == U':') return false;
  if (above.last == U':') return false;
  if (above.bullet && i + 1 < lines.size() && lines.at(i + 1).shape.bullet) return false;
  if (above.ends_sentence && shape.title_case) return true;
  return !(list_runs(lines, question, i) && above.characters <= longest_item);
}

}  // namespace

std::uint32_t last_answer_end(const FaqLines& lines, std::uint32_t question, std::uint32_t end, std::uint32_t longest_answer) {
  const std::uint32_t limit = longest_answer == 0 ? most_lines : longest_answer;
  const bool embedded = !lines.at(question).embedded_answer.empty();
  std::uint32_t count = embedded ? 0 : 1;
  std::uint32_t i = question + (embedded ? 1 : 2);  // a first line is always taken
  std::uint32_t cut = 0;                            // where it ends if there is more than a line or two beyond the limit
  for (; i < end; ++i) {
    if (lines.at(i).has(Label::faq_end) || lines.at(i).has(Label::faq_end_short) || lines.at(i).has(Label::furniture_line)) break;
    if (opens_something_new(lines, question, i)) break;
    if (cut != 0 && lines.at(i).has(Label::furniture_sentence)) break;
    if (lines.at(i).shape.bullet) continue;
    if (++count > limit && cut == 0 && !(i == question + 2 && promises_more(lines.at(i - 1)))) cut = i;
    if (count > limit + slack && cut != 0) return std::min(cut, end);
  }
  return std::min(i, end);
}

}  // namespace onrecord
