#include <algorithm>
#include <string_view>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_listed = 4;       // questions of the list
constexpr std::size_t most_answer_lines = 12;  // between the opened question and the list

/// The number before a question; 0: none.
std::uint32_t number_of(const FaqLines& lines, std::size_t i) {
  const PageLine& line = lines.at(i);
  if (!line.has(Label::question_line) || !line.embedded_answer.empty() || line.question.begin == line.span.begin) return 0;
  std::uint32_t number = 0;
  for (const char c : lines.page->text({line.span.begin, line.question.begin})) {
    if (!is_digit(static_cast<unsigned char>(c))) break;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

/// Where the list of numbered questions ends that begins at `first`; `first` where none does.
std::size_t list_end(const FaqLines& lines, std::size_t first) {
  std::size_t end = first;
  while (end < lines.size() && number_of(lines, end) != 0) ++end;
  return end - first >= fewest_listed ? end : first;
}

/// Whether the list has the question, or leaves a number out for it.
bool lists(const FaqLines& lines, std::size_t first, std::size_t end, std::size_t question) {
  const std::string_view asked = lines.page->text(lines.at(question).question);
  for (std::size_t i = first; i < end; ++i) {
    if (lines.page->text(lines.at(i).question) == asked) return true;
    if (i > first && number_of(lines, i) == number_of(lines, i - 1) + 2) return true;
  }
  return false;
}

}  // namespace

std::vector<FaqBlock> find_opened_questions(const FaqLines& lines) {
  std::vector<FaqBlock> blocks;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines.asks(i) || number_of(lines, i) != 0 || lines.asks(i + 1) || !lines.at(i).embedded_answer.empty()) continue;
    std::size_t first = i + 1;
    while (first < lines.size() && first <= i + most_answer_lines && !lines.asks(first)) ++first;
    const std::size_t end = list_end(lines, first);
    if (end == first || !lists(lines, first, end, i)) continue;
    const auto question = static_cast<std::uint32_t>(i), answer_end = static_cast<std::uint32_t>(first);
    blocks.push_back({{question}, static_cast<std::uint32_t>(end), {answer_end}});
    i = end - 1;
  }
  return blocks;
}

}  // namespace onrecord
