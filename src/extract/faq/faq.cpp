#include "onrecord/extract/faq/faq.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::uint32_t shortest_question = 8;  // characters
constexpr std::uint32_t shortest_topic = 3;     // … of what a label calls a question

bool says_nothing(const PageLine& line) {
  return line.shape.symbols_only || line.has(Label::accordion_line) || line.has(Label::question_label) || line.has(Label::answer_label_alone);
}

/// A folded list may print each question twice: on the switch and right above the answer.
bool asks_again(const Page& page, const PageLine& above, const PageLine& line) {
  return above.has(Label::question_line) && line.has(Label::question_line) && page.text(above.question) == page.text(line.question) &&
         above.heading == line.heading && above.embedded_answer.empty() && line.embedded_answer.empty();
}

FaqLines lines_of(const Page& page) {
  FaqLines lines{&page, {}};
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    if (says_nothing(page.lines[i])) continue;
    if (!lines.lines.empty() && asks_again(page, lines.at(lines.size() - 1), page.lines[i])) lines.lines.pop_back();
    lines.lines.push_back(i);
  }
  return lines;
}

std::vector<bool> taken_by(const std::vector<FaqBlock>& blocks, std::size_t size) {
  std::vector<bool> taken(size, false);
  for (const FaqBlock& block : blocks) {
    for (std::uint32_t i = block.questions.front(); i < block.end; ++i) taken[i] = true;
  }
  return taken;
}

}  // namespace

bool FaqLines::asks(std::size_t i) const {
  const PageLine& line = at(i);
  if (!line.has(Label::question_line) || line.has(Label::cta_question) || line.has(Label::answer_label)) return false;
  if (line.question.size() < (line.question_labelled ? shortest_topic : shortest_question)) return false;
  const bool below_question = i > 0 && at(i - 1).has(Label::question_line);
  return line.question_labelled || !line.embedded_answer.empty() || !(below_question && line.shape.several_sentences) || is_listed(i);
}

bool FaqLines::is_question(std::size_t i, std::ptrdiff_t below) const {
  const std::size_t at_line = i + static_cast<std::size_t>(below);  // above the first line: beyond the last one
  return at_line < size() && at(at_line).has(Label::question_line) && at(at_line).embedded_answer.empty();
}

bool FaqLines::is_listed(std::size_t i) const {
  return (is_question(i, 1) && (is_question(i, 2) || is_question(i, -2))) || (is_question(i, -2) && is_question(i, -3));
}

bool FaqLines::sells(std::size_t i) const { return at(i).has(Label::cta_question) && at(i).has(Label::question_line); }

std::vector<FaqPair> find_faq(Page& page) {
  const FaqLines lines = lines_of(page);
  take_inline_questions(page, lines);
  std::vector<FaqBlock> blocks = find_marked_blocks(lines);
  const auto add = [&](std::vector<FaqBlock> found) {
    const std::vector<bool> taken = taken_by(blocks, lines.size());
    for (FaqBlock& block : found) {
      const bool free = std::none_of(block.questions.begin(), block.questions.end(), [&](std::uint32_t i) { return taken[i]; });
      if (free) blocks.push_back(std::move(block));
    }
  };
  add(find_opened_questions(lines));
  add(find_headed_blocks(lines));
  add(take_topics(page, lines, taken_by(blocks, lines.size())));
  for (FaqBlock& block : find_runs(lines, taken_by(blocks, lines.size()))) blocks.push_back(std::move(block));
  add_unmarked_questions(page, lines, blocks);
  return make_pairs(lines, blocks);
}

}  // namespace onrecord
