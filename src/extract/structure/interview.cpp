#include "onrecord/extract/structure/interview.h"

#include <algorithm>

#include "onrecord/extract/structure/labelled_speakers.h"
#include "onrecord/extract/structure/lone_person.h"
#include "onrecord/extract/structure/stage_directions.h"

namespace onrecord {
namespace {

constexpr std::uint32_t heading_reach = 40;  // lines of a page in which it is told who is asked
constexpr std::size_t fewest_questions = 3;
constexpr std::uint32_t longest_question = 400;  // characters
constexpr std::size_t one_of = 3;                // questions at least asks for what somebody did or thinks …
constexpr std::size_t most_of = 2;               // … where no line tells that somebody is asked
constexpr std::uint32_t most_between = 15;       // lines from one question to the next, on average

bool opens_quotation(const Page& page, std::uint32_t i) {
  const std::string_view text = page.text(page.lines[i].span);
  return text.starts_with('"') || text.starts_with("\u201C");
}

class AnswerReader {
 public:
  AnswerReader(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names)
      : page_(page), classes_(classes), first_names_(first_names) {}

  std::vector<Turn> run() {
    const std::uint32_t reach = std::min(heading_reach, static_cast<std::uint32_t>(page_.size()));
    std::uint32_t told = 0;
    while (told < reach && !tells_who(told)) ++told;
    find_questions(told < reach ? told + 1 : 0);
    if (told < reach) return make_interview(one_of) ? answers_of(page_.lines[told].interviewee, page_.lines[told].interviewee_mark) : std::vector<Turn>();
    if (!make_interview(most_of)) return {};
    const auto asking = std::find_if(questions_.begin(), questions_.end(), [this](std::uint32_t i) { return page_.lines[i].has(Label::interviewing_line); });
    const Span person = asking == questions_.end() ? Span{} : lone_person_above(page_, classes_, questions_.front(), first_names_);
    return person.empty() ? std::vector<Turn>() : answers_of(person, page_.lines[*asking].interviewing_mark);
  }

 private:
  void find_questions(std::uint32_t from) {
    for (std::uint32_t i = from; i + 1 < page_.size(); ++i) {
      if (is_question(i) && is_answer(i + 1)) questions_.push_back(i);
    }
  }

  std::vector<Turn> answers_of(Span person, std::uint32_t mark) const {
    std::vector<Turn> answers;
    for (std::size_t k = 0; k < questions_.size(); ++k) {
      Turn answer{questions_[k], {}, person, mark, paragraphs(k)};
      if (!answer.paragraphs.empty()) answers.push_back(std::move(answer));
    }
    return answers;
  }

  bool is_heading_or_text(std::uint32_t i) const {
    return classes_[i] == LineClass::title || classes_[i] == LineClass::body || classes_[i] == LineClass::heading;
  }

  bool tells_who(std::uint32_t i) const {
    if (!page_.lines[i].has(Label::interviewee_line) || !is_heading_or_text(i)) return false;
    const std::string_view name = page_.text(page_.lines[i].interviewee);
    return name.find(' ') != std::string_view::npos || ends_full_name(page_, first_names_, name);
  }

  bool is_question(std::uint32_t i) const {
    if (is_prompt(i)) return true;
    const LineShape& shape = page_.lines[i].shape;
    const bool is_text = classes_[i] == LineClass::body || classes_[i] == LineClass::question || classes_[i] == LineClass::heading;
    return is_text && shape.last == U'?' && shape.characters <= longest_question && !opens_quotation(page_, i);
  }

  bool is_prompt(std::uint32_t i) const {
    const bool is_text = classes_[i] == LineClass::body || classes_[i] == LineClass::heading;
    return is_text && is_prompt_line(page_, i);
  }

  bool is_answer(std::uint32_t i) const { return classes_[i] == LineClass::body && !is_question(i) && page_.lines[i].shape.ends_sentence; }

  std::uint32_t end_of_answer(std::size_t k) const { return k + 1 < questions_.size() ? questions_[k + 1] : questions_[k] + 2; }

  bool make_interview(std::size_t share) const {
    if (questions_.size() < fewest_questions || questions_.back() - questions_.front() > most_between * questions_.size()) return false;
    std::size_t asked = 0, told = 0;
    for (std::size_t k = 0; k < questions_.size(); ++k) {
      bool tells = is_prompt(questions_[k]);
      asked += tells || page_.lines[questions_[k]].has(Label::interviewing_line) ? 1 : 0;
      for (std::uint32_t i = questions_[k] + 1; i < end_of_answer(k); ++i) tells = tells || page_.lines[i].has(Label::interviewed_line);
      told += tells ? 1 : 0;
    }
    return asked * share >= questions_.size() && told * share >= questions_.size();
  }

  /// "A: It is safe."
  static Span behind_label(const PageLine& line) { return line.has(Label::answer_label) && !line.answer.empty() ? line.answer : line.span; }

  std::vector<Span> paragraphs(std::size_t k) const {
    std::vector<Span> result;
    for (std::uint32_t i = questions_[k] + 1; i < end_of_answer(k); ++i) {
      if (is_prompt(questions_[k]) && !opens_quotation(page_, i)) continue;
      if (classes_[i] != LineClass::body || !page_.lines[i].shape.ends_sentence || is_direction(page_.text(page_.lines[i].span))) continue;
      if (const Span said = without_directions(page_.document->folded.text(), behind_label(page_.lines[i])); !said.empty()) result.push_back(said);
    }
    return result;
  }

  const Page& page_;
  const std::vector<LineClass>& classes_;
  const Lexicon* first_names_;
  std::vector<std::uint32_t> questions_;
};

}  // namespace

bool is_prompt_line(const Page& page, std::uint32_t i) { return page.lines[i].has(Label::prompt_line) && i + 1 < page.size() && opens_quotation(page, i + 1); }

std::vector<Turn> read_answers(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names) {
  return AnswerReader(page, classes, first_names).run();
}

}  // namespace onrecord
