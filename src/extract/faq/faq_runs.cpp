#include <algorithm>

#include "onrecord/extract/faq/faq.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_question = 140;  // characters of a question that makes a run
constexpr std::uint32_t longest_counted = 240;   // … with a number or bullet
constexpr std::uint32_t shortest_answer = 12;    // characters of the line below it
constexpr std::size_t longest_gap = 30;          // lines between two questions of a run
constexpr std::size_t fewest_questions = 3;
constexpr std::size_t fewest_marked = 2;       // questions of a reader, labelled ones, …
constexpr double marked_share = 0.3;           // … and their share
constexpr std::size_t extension_above = 6;     // lines above a run, likewise
constexpr std::size_t extension = 16;          // lines below a run whose questions still belong to it
constexpr std::uint32_t even_answer = 100;     // characters of the one answer line in an even run
constexpr std::size_t fewest_close = 4;        // questions of a run that stand close together …
constexpr std::uint32_t most_close_lines = 4;  // … with so many lines of an answer between them
constexpr std::uint32_t close_answer = 40;     // characters of its first line
constexpr double plain_share = 0.8;            // of the questions that begin as such, and of those over a sentence
constexpr double single_share = 0.6;           // of the answers that are a single line
constexpr double personal_share = 0.2;         // of the lines that make an interview

/// Finds runs among the lines that no other block has taken.
class RunFinder {
 public:
  RunFinder(const FaqLines& lines, const std::vector<bool>& taken) : lines_(lines), taken_(taken) {}

  std::vector<FaqBlock> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!may_count(i)) continue;
      const std::vector<std::uint32_t> questions = questions_from(i);
      if (is_faq(questions)) {
        blocks_.push_back(extend(questions));
        i = blocks_.back().questions.back();
      } else if (is_even(questions)) {
        blocks_.push_back(even_block(questions));
        i = blocks_.back().questions.back();
      } else if (is_close(questions)) {
        blocks_.push_back(close_block(questions));
        i = blocks_.back().questions.back();
      } else {
        i = questions.back();
      }
    }
    return std::move(blocks_);
  }

 private:
  bool free(std::size_t i) const { return i < lines_.size() && !taken_[i]; }

  bool may_count(std::size_t i) const {
    if (!free(i) || !lines_.asks(i)) return false;
    const PageLine& line = lines_.at(i);
    if (!line.embedded_answer.empty()) return true;
    const bool counted = line.question.begin > line.span.begin;  // "3. Who …": a list may have long ones, and ones that quote
    if (line.shape.characters > (counted ? longest_counted : longest_question) && !line.question_labelled) return false;
    return (counted || !line.shape.quoted) && free(i + 1) && !lines_.asks(i + 1) && lines_.at(i + 1).shape.characters >= shortest_answer;
  }

  std::vector<std::uint32_t> questions_from(std::size_t first) const {
    std::vector<std::uint32_t> result;
    std::size_t last = first;
    for (std::size_t i = first; free(i) && i - last <= longest_gap; ++i) {
      if (!may_count(i)) continue;
      result.push_back(static_cast<std::uint32_t>(i));
      last = i;
    }
    return result;
  }

  struct Marks {
    std::size_t personal = 0, labelled = 0, yes_no = 0, any = 0;
  };

  Marks count_marks(const std::vector<std::uint32_t>& questions) const {
    Marks marks;
    for (const std::uint32_t i : questions) {
      const PageLine& line = lines_.at(i);
      const bool personal = line.has(Label::first_person_line);
      const bool labelled = answered_with_label(i) || (line.question_labelled && (line.shape.last == U'?' || !line.embedded_answer.empty()));
      const bool yes_no = i + 1 < lines_.size() && lines_.at(i + 1).has(Label::yes_no_line);
      marks.personal += personal;
      marks.labelled += labelled;
      marks.yes_no += yes_no;
      marks.any += personal || labelled || yes_no;
    }
    return marks;
  }

  bool answered_with_label(std::size_t i) const { return i + 1 < lines_.size() && lines_.at(i + 1).has(Label::answer_label); }

  bool is_faq(const std::vector<std::uint32_t>& questions) const {
    const Marks marks = count_marks(questions);
    if (questions.size() == 2) return marks.personal == 2 || marks.labelled == 2;
    if (questions.size() < fewest_questions) return false;
    const bool enough = marks.personal >= fewest_marked || marks.labelled >= fewest_marked || (marks.yes_no >= fewest_marked && marks.personal > 0);
    return enough && static_cast<double>(marks.any) >= marked_share * static_cast<double>(questions.size());
  }

  /// The first question that belongs to a run that begins at `first`.
  std::size_t first_above(std::size_t first) const {
    std::size_t result = first;
    for (std::size_t i = first; i > 0 && free(i - 1) && result - (i - 1) <= extension_above; --i) {
      if (lines_.asks(i - 1) && !lines_.asks(i)) result = i - 1;
    }
    return result;
  }

  /// All questions from the first of a run to some lines below its last belong, long and quoted ones too.
  FaqBlock extend(const std::vector<std::uint32_t>& questions) const {
    FaqBlock block;
    std::size_t last = questions.back();
    std::size_t i = first_above(questions.front());
    for (; free(i) && i <= last + longest_gap; ++i) {
      if (lines_.sells(i) && i > questions.back()) break;
      if (!lines_.asks(i)) continue;
      if (i > questions.back() + extension) break;
      block.questions.push_back(static_cast<std::uint32_t>(i));
      last = i;
    }
    block.end = static_cast<std::uint32_t>(i);
    return block;
  }

  /// A question on the last line of all has its answer beside it.
  bool is_above_a_line(std::uint32_t question) const { return question + 1 < lines_.size(); }

  /// Whether each question stands over exactly one long line, and right below the answer before it.
  bool is_even(const std::vector<std::uint32_t>& questions) const {
    if (questions.size() < fewest_questions || !is_above_a_line(questions.back())) return false;
    for (std::size_t k = 0; k < questions.size(); ++k) {
      if (k > 0 && questions[k] != questions[k - 1] + 2) return false;
      if (lines_.at(questions[k] + 1).shape.characters < even_answer) return false;
    }
    return !is_personal(questions, questions.back() + 2);
  }

  static FaqBlock even_block(const std::vector<std::uint32_t>& questions) { return {questions, questions.back() + 2}; }

  /// Whether the questions are plain ones that stand close together, most of them over a single line.
  bool is_close(const std::vector<std::uint32_t>& questions) const {
    if (questions.size() < fewest_close) return false;
    std::size_t plain = 0, single = 0, answered = 0;
    for (std::size_t k = 0; k < questions.size(); ++k) {
      answered += !is_above_a_line(questions[k]) || is_close_answer(lines_.at(questions[k] + 1).shape);
      plain += lines_.at(questions[k]).has(Label::asking_line);
      if (k == 0) continue;
      if (questions[k] - questions[k - 1] > most_close_lines + 1) return false;
      single += questions[k] == questions[k - 1] + 2;
    }
    if (!most(plain, questions.size(), plain_share) || !most(answered, questions.size(), plain_share)) return false;
    return most(single, questions.size() - 1, single_share) &&
           !is_personal(questions, std::min(questions.back() + 2, static_cast<std::uint32_t>(lines_.size())));
  }

  static bool is_close_answer(const LineShape& shape) { return shape.characters >= close_answer && shape.ends_sentence; }

  FaqBlock close_block(const std::vector<std::uint32_t>& questions) const {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(lines_.size(), questions.back() + most_close_lines + 1));
    return {questions, end};
  }

  /// Whether many of the lines ask somebody what he did, or tell of himself who answers. (Blocks of pairs have a finer test.)
  bool is_personal(const std::vector<std::uint32_t>& questions, std::uint32_t end) const {
    std::size_t personal = 0;
    for (std::uint32_t i = questions.front(); i < end; ++i) personal += lines_.at(i).has(Label::interviewing_line) || lines_.at(i).has(Label::interviewed_line);
    return most(personal, end - questions.front(), personal_share);
  }

  static bool most(std::size_t count, std::size_t all, double share) { return static_cast<double>(count) >= share * static_cast<double>(all); }

  const FaqLines& lines_;
  const std::vector<bool>& taken_;
  std::vector<FaqBlock> blocks_;
};

}  // namespace

std::vector<FaqBlock> find_runs(const FaqLines& lines, const std::vector<bool>& taken) { return RunFinder(lines, taken).run(); }

}  // namespace onrecord
