#include "onrecord/extract/structure/interview.h"

#include <algorithm>

#include "onrecord/extract/structure/stage_directions.h"

namespace onrecord {
namespace {

constexpr std::uint32_t heading_reach = 40;  // lines of a page in which it is told who is asked
constexpr std::size_t fewest_questions = 3;
constexpr std::uint32_t longest_question = 400;  // characters
constexpr std::uint32_t most_between = 15;       // lines from one question to the next, on average

class AnswerReader {
 public:
  AnswerReader(const Page& page, const std::vector<LineClass>& classes) : page_(page), classes_(classes) {}

  std::vector<Turn> run() {
    const std::uint32_t reach = std::min(heading_reach, static_cast<std::uint32_t>(page_.size()));
    std::uint32_t told = 0;
    while (told < reach && !tells_who(told)) ++told;
    if (told == reach) return {};
    for (std::uint32_t i = told + 1; i + 1 < page_.size(); ++i) {
      if (is_question(i) && is_answer(i + 1)) questions_.push_back(i);
    }
    if (!make_interview()) return {};
    std::vector<Turn> answers;
    for (std::size_t k = 0; k < questions_.size(); ++k) {
      Turn answer{questions_[k], {}, page_.lines[told].interviewee, page_.lines[told].interviewee_mark, paragraphs(k)};
      if (!answer.paragraphs.empty()) answers.push_back(std::move(answer));
    }
    return answers;
  }

 private:
  bool tells_who(std::uint32_t i) const {
    const LineClass kind = classes_[i];
    return page_.lines[i].has(Label::interviewee_line) && (kind == LineClass::title || kind == LineClass::body || kind == LineClass::heading);
  }

  bool is_question(std::uint32_t i) const {
    const LineShape& shape = page_.lines[i].shape;
    const bool is_text = classes_[i] == LineClass::body || classes_[i] == LineClass::question || classes_[i] == LineClass::heading;
    return is_text && shape.last == U'?' && shape.characters <= longest_question && !opens_quotation(i);
  }

  bool is_answer(std::uint32_t i) const { return classes_[i] == LineClass::body && !is_question(i) && page_.lines[i].shape.ends_sentence; }

  bool opens_quotation(std::uint32_t i) const {
    const std::string_view text = page_.text(page_.lines[i].span);
    return text.starts_with('"') || text.starts_with("\u201C");
  }

  std::uint32_t end_of_answer(std::size_t k) const { return k + 1 < questions_.size() ? questions_[k + 1] : questions_[k] + 2; }

  bool make_interview() const {
    if (questions_.size() < fewest_questions || questions_.back() - questions_.front() > most_between * questions_.size()) return false;
    std::size_t asked = 0, told = 0;
    for (std::size_t k = 0; k < questions_.size(); ++k) {
      asked += page_.lines[questions_[k]].has(Label::interviewing_line) ? 1 : 0;
      bool tells = false;
      for (std::uint32_t i = questions_[k] + 1; i < end_of_answer(k); ++i) tells = tells || page_.lines[i].has(Label::interviewed_line);
      told += tells ? 1 : 0;
    }
    return asked * 3 >= questions_.size() && told * 3 >= questions_.size();
  }

  /// "A: It is safe."
  static Span behind_label(const PageLine& line) { return line.has(Label::answer_label) && !line.answer.empty() ? line.answer : line.span; }

  std::vector<Span> paragraphs(std::size_t k) const {
    std::vector<Span> result;
    for (std::uint32_t i = questions_[k] + 1; i < end_of_answer(k); ++i) {
      if (classes_[i] != LineClass::body || !page_.lines[i].shape.ends_sentence || is_direction(page_.text(page_.lines[i].span))) continue;
      if (const Span said = without_directions(page_.document->folded.text(), behind_label(page_.lines[i])); !said.empty()) result.push_back(said);
    }
    return result;
  }

  const Page& page_;
  const std::vector<LineClass>& classes_;
  std::vector<std::uint32_t> questions_;
};

}  // namespace

std::vector<Turn> read_answers(const Page& page, const std::vector<LineClass>& classes) { return AnswerReader(page, classes).run(); }

}  // namespace onrecord
