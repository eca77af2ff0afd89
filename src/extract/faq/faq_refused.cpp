#include <algorithm>
#include <map>
#include <string_view>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_labels = 2;  // answers that begin with the label of who answers, turns of somebody else
constexpr std::size_t longest_label = 30;
constexpr std::uint32_t heading_reach = 4;  // lines above the questions in which they may be called a FAQ
constexpr std::uint32_t quiz_reach = 20;    // … a quiz
constexpr std::size_t fewest_in_quiz = 4;   // questions
constexpr std::uint32_t quiz_words = 3;     // of an answer

/// Tells what looks like a FAQ and is none.
class FaqJudge {
 public:
  FaqJudge(const FaqLines& lines, const FaqBlock& block) : lines_(lines), block_(block), first_(block.questions.front()) {}

  bool run() const {
    if (names_answer()) return true;
    if (lines_.at(first_).told_question || is_called_faq()) return false;
    return is_interview() || has_turns() || is_called_quiz() || has_letters();
  }

 private:
  std::string_view text(std::uint32_t i) const { return lines_.page->text(lines_.at(i).span); }
  bool is_embedded(std::uint32_t question) const { return !lines_.at(question).embedded_answer.empty(); }

  bool is_called_faq() const { return has_above(Label::faq_name_line, heading_reach); }
  bool is_called_quiz() const { return has_above(Label::quiz_line, quiz_reach); }

  /// Whether one of so many lines above the questions has the label.
  bool has_above(Label label, std::uint32_t reach) const {
    for (std::uint32_t i = first_ - std::min(first_, reach); i < first_; ++i) {
      if (lines_.at(i).has(label)) return true;
    }
    return false;
  }

  /// Behind the last line of the block.
  std::uint32_t end() const { return std::min(block_.end, static_cast<std::uint32_t>(lines_.size())); }

  /// Whether somebody is asked what he did and thought, and tells of himself. What is called a FAQ is one.
  bool is_interview() const {
    std::size_t asked = 0, told = 0;
    for (std::size_t k = 0; k < block_.questions.size(); ++k) {
      const std::uint32_t question = block_.questions[k];
      const std::uint32_t next = end_of_answer(k);
      asked += lines_.at(question).has(Label::interviewing_line);
      bool tells = false;
      for (std::uint32_t i = question + 1; i < next; ++i) tells = tells || (lines_.at(i).has(Label::interviewed_line) && !lines_.at(i).shape.quoted);
      told += tells;
    }
    const std::size_t all = block_.questions.size();
    return (asked * 3 >= all && told * 2 >= all) || (asked * 3 >= all * 2 && told * 4 >= all);
  }

  /// Where the answer to a question ends; of the last one that no markup tells: behind its first line.
  std::uint32_t end_of_answer(std::size_t k) const {
    if (k < block_.answer_ends.size()) return block_.answer_ends[k];
    if (k + 1 < block_.questions.size()) return block_.questions[k + 1];
    return std::min(block_.questions[k] + 2, static_cast<std::uint32_t>(lines_.size()));
  }

  /// Where half of the answers begin with the same label, somebody is asked: "Lee: We were late."
  bool names_answer() const {
    std::map<std::string_view, std::size_t> answers;
    for (const std::uint32_t question : block_.questions) {
      if (is_embedded(question) || question + 1 >= lines_.size()) continue;
      if (lines_.at(question + 1).has(Label::answer_label) || lines_.at(question + 1).has(Label::yes_no_line)) continue;
      if (const std::string_view label = label_of(text(question + 1)); !label.empty()) ++answers[label];
    }
    return std::any_of(answers.begin(), answers.end(),
                       [&](const auto& each) { return each.second >= fewest_labels && each.second * 2 >= block_.questions.size(); });
  }

  /// What stands before a colon near the start of a line.
  static std::string_view label_of(std::string_view line) {
    const std::size_t colon = line.substr(0, longest_label).find(':');
    return colon == std::string_view::npos ? std::string_view() : line.substr(0, colon);
  }

  /// Whether somebody else speaks again and again, as in court: "THE COURT: Go on." A lone word in small letters may be a note: "Tip: …"
  bool has_turns() const {
    std::map<std::string_view, std::size_t> turns;
    for (std::uint32_t i = first_; i < end(); ++i) {
      if (!lines_.at(i).has(Label::turn_line)) continue;
      const std::string_view speaker = lines_.page->text(lines_.at(i).turn_speaker);
      if (speaker.find(' ') != std::string_view::npos || is_in_capitals(speaker)) ++turns[speaker];
    }
    return std::any_of(turns.begin(), turns.end(), [](const auto& each) { return each.second >= fewest_labels; });
  }

  /// Whether somebody is written back: "Dear Tired: …"
  bool has_letters() const {
    for (std::uint32_t i = first_ + 1; i < end(); ++i) {
      if (lines_.at(i).has(Label::letter_line)) return true;
    }
    return false;
  }

  const FaqLines& lines_;
  const FaqBlock& block_;
  std::uint32_t first_;
};

}  // namespace

bool is_no_faq(const FaqLines& lines, const FaqBlock& block) { return FaqJudge(lines, block).run(); }

bool are_of_quiz(const FaqLines& lines, const std::vector<FaqPair>& pairs) {
  if (pairs.size() < fewest_in_quiz) return false;
  return std::all_of(pairs.begin(), pairs.end(), [&](const FaqPair& pair) {
    const bool yes_no = lines.page->lines[pair.answer_lines.front()].has(Label::yes_no_line);
    return pair.answers.size() == 1 && !yes_no && measure(lines.page->text(pair.answers.front())).words <= quiz_words;
  });
}

}  // namespace onrecord
