#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/text/bullet.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_marked = 2;       // questions of a block that may have such without a mark
constexpr std::uint32_t longest_entry = 110;   // characters of an entry of contents
constexpr std::uint32_t most_lines_below = 6;  // of the last answer, above one that goes on with the block

class UnmarkedFinder {
 public:
  UnmarkedFinder(const FaqLines& lines, const std::unordered_map<std::string_view, std::uint32_t>& contents, FaqBlock& block)
      : lines_(lines), contents_(contents), block_(block) {}

  /// Adds those of the block, and tells their lines.
  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> added;
    for (std::size_t k = 0; k < block_.questions.size(); ++k) {
      const std::uint32_t question = block_.questions[k];
      const bool last = k + 1 == block_.questions.size();
      const std::uint32_t next =
          last ? std::min({block_.end, question + most_lines_below, static_cast<std::uint32_t>(lines_.size())}) : block_.questions[k + 1];
      const std::uint32_t first = question + (lines_.at(question).embedded_answer.empty() ? 2 : 1);
      for (std::uint32_t i = first; i < next && !(last && ends_answers(i)); ++i) {
        if (i + 1 >= next && lines_.at(i).unmarked_answer.empty()) break;
        if (!is_question(i) || (last && lines_.at(i).shape.title_case)) continue;  // below the last one another part of the page may begin
        block_.questions.insert(block_.questions.begin() + static_cast<std::ptrdiff_t>(k) + 1, i);
        added.push_back(i);
        break;
      }
    }
    return added;
  }

 private:
  bool ends_answers(std::uint32_t i) const {
    const PageLine& line = lines_.at(i);
    return line.has(Label::faq_end) || line.has(Label::faq_end_short) || line.has(Label::furniture_line);
  }

  /// Whether it stands between the end of an answer and a sentence. What tells what is wrong, another tells what to do about at more length.
  bool is_question(std::uint32_t i) const {
    const PageLine& line = lines_.at(i);
    if (line.has(Label::question_line) || ends_answers(i) || !(line.has(Label::unmarked_question) || is_listed(i))) return false;
    if (!line.unmarked_answer.empty()) return !lines_.at(i - 1).embedded_answer.empty() || lines_.at(i - 1).has(Label::unmarked_question);
    const PageLine& above = lines_.at(i - 1);
    if (!above.shape.ends_sentence && !above.has(Label::furniture_line)) return false;
    if (i + 1 >= lines_.size()) return false;
    const PageLine& below = lines_.at(i + 1);
    if (!below.shape.ends_sentence && below.shape.last != U':') return false;
    return !line.has(Label::first_person_line) || (!below.has(Label::first_person_line) && below.shape.characters > line.shape.characters);
  }

  /// Whether a table of contents has it, too.
  bool is_listed(std::uint32_t i) const {
    const auto listed = contents_.find(lines_.page->text(lines_.at(i).span));
    return listed != contents_.end() && listed->second < i;
  }

  const FaqLines& lines_;
  const std::unordered_map<std::string_view, std::uint32_t>& contents_;
  FaqBlock& block_;
};

/// What the items of lists say that are no sentences, without their numbers, and where each stands first.
std::unordered_map<std::string_view, std::uint32_t> contents_of(const FaqLines& lines) {
  std::unordered_map<std::string_view, std::uint32_t> contents;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines.at(i);
    if (!line.shape.bullet || line.shape.characters > longest_entry || line.shape.last == U'.') continue;
    const std::string_view text = lines.page->text(line.span);
    contents.emplace(text.substr(bullet_size(text)), i);
  }
  return contents;
}

}  // namespace

void add_unmarked_questions(Page& page, const FaqLines& lines, std::vector<FaqBlock>& blocks) {
  if (blocks.empty()) return;
  const std::unordered_map<std::string_view, std::uint32_t> contents = contents_of(lines);
  for (FaqBlock& block : blocks) {
    if (!block.answer_ends.empty() || block.questions.size() < fewest_marked) continue;
    for (const std::uint32_t i : UnmarkedFinder(lines, contents, block).run()) {
      PageLine& line = page.lines[lines.lines[i]];
      line.question = line.unmarked_question.empty() ? line.span : line.unmarked_question;
      line.embedded_answer = line.unmarked_answer;
    }
  }
}

}  // namespace onrecord
