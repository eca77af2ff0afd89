#include <algorithm>

#include "onrecord/extract/faq/faq.h"

namespace onrecord {
namespace {

constexpr std::size_t heading_reach = 4;       // lines below an announcing heading in which the first question must stand
constexpr std::size_t most_lines_between = 5;  // of a longer answer, between two questions
constexpr std::size_t fewest_questions = 2;

bool asks_and_answers(const PageLine& line) {
  return line.has(Label::inline_question) && !line.has(Label::cta_question) && !line.has(Label::answer_label) && !line.has(Label::furniture_line);
}

/// The lines below the heading that ask and answer, up to where it is something else that goes on.
std::vector<std::size_t> questions_below(const FaqLines& lines, std::size_t heading) {
  std::vector<std::size_t> questions;
  std::size_t last = heading;
  for (std::size_t i = heading + 1; i < lines.size() && i - last <= (questions.empty() ? heading_reach : most_lines_between + 1); ++i) {
    if (lines.asks(i) || lines.at(i).has(Label::faq_end_strong) || lines.at(i).has(Label::faq_heading_line)) break;
    if (!asks_and_answers(lines.at(i))) continue;
    questions.push_back(i);
    last = i;
  }
  return questions;
}

void make_question(PageLine& line) {
  line.labels.set(static_cast<std::size_t>(Label::question_line));
  line.question = line.inline_question;
  line.embedded_answer = line.inline_answer;
}

}  // namespace

void take_inline_questions(Page& page, const FaqLines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines.at(i).has(Label::faq_heading_line)) continue;
    const std::vector<std::size_t> questions = questions_below(lines, i);
    if (questions.size() < fewest_questions) continue;
    for (const std::size_t question : questions) make_question(page.lines[lines.lines[question]]);
    i = questions.back();
  }
}

}  // namespace onrecord
