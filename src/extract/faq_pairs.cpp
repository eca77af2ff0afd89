#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "onrecord/extract/faq.h"
#include "onrecord/text/bullet.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_teaser = 40;     // characters of a single answer line that says nothing
constexpr std::uint32_t lines_below_end = 3;     // lines from one that ends answers to a question that is none of the FAQ
constexpr std::uint32_t longest_group_heading = 60;
constexpr std::size_t fewest_listed = 4;         // questions right below each other that make a list of such
constexpr std::size_t fewest_answers = 3;        // real ones of a block that may have short ones, too
constexpr std::size_t fewest_labels = 2;         // answers that begin with the label of who answers
constexpr std::size_t longest_label = 30;
constexpr std::uint32_t heading_reach = 4;       // lines above the questions in which they may be called a FAQ
constexpr std::uint32_t most_previewed = 12;     // lines of an answer that may stand above its question, too

/// Makes pairs of blocks.
class PairMaker {
 public:
  explicit PairMaker(const FaqLines& lines) : lines_(lines) {}

  void add(FaqBlock block) {
    if (block.answer_ends.empty()) end_before_strays(block);
    if (names_answer(block) || is_interview(block)) return;
    if (!block.answer_ends.empty()) return add_marked(block);
    std::uint32_t longest = 0;
    std::vector<FaqPair> pairs, short_ones;
    std::set<std::string_view> asked;
    for (std::size_t k = 0; k < block.questions.size(); ++k) {
      const std::uint32_t question = block.questions[k];
      std::uint32_t end = 0;
      if (k + 1 < block.questions.size()) {
        end = without_preview(question, without_furniture(question, without_group_heading(question, block.questions[k + 1])), block.questions[k + 1]);
        longest = std::max(longest, lines_in(question + 1, end));
      } else if (k > 0 && longest == 0 && is_embedded(question)) {
        end = question + 1;  // as those before
      } else {
        end = last_answer_end(lines_, question, std::max(block.end, question + 1), longest);
      }
      // One that stands twice is the first below its own list.
      const bool is_first = asked.insert(question_text(question)).second;
      if (is_first && ends_list(block, k)) continue;
      FaqPair pair = pair_of(question, end);
      if (!pair.answers.empty()) (is_teaser(pair) ? short_ones : pairs).push_back(std::move(pair));
    }
    // Among real answers a short one is an answer, too.
    if (pairs.size() >= fewest_answers && short_ones.size() * 2 <= pairs.size()) {
      std::copy_if(short_ones.begin(), short_ones.end(), std::back_inserter(pairs), [&](const FaqPair& pair) { return !ends_answers(lines_.page->lines[pair.answer_lines.front()]); });
    }
    keep(pairs);
  }

  std::vector<FaqPair> take() {
    std::sort(pairs_.begin(), pairs_.end(), [](const FaqPair& a, const FaqPair& b) { return a.question.begin < b.question.begin; });
    return std::move(pairs_);
  }

 private:
  void add_marked(const FaqBlock& block) {
    for (std::size_t k = 0; k < block.questions.size(); ++k) {
      FaqPair pair = pair_of(block.questions[k], block.answer_ends[k]);
      if (!pair.answers.empty() && is_new(pair)) pairs_.push_back(std::move(pair));
    }
  }

  /// Whether it stands right below several other questions, so that it is one of a list and has no answer.
  bool ends_list(const FaqBlock& block, std::size_t k) const {
    if (k + 1 < fewest_listed || is_embedded(block.questions[k])) return false;
    for (std::size_t before = k + 1 - fewest_listed; before < k; ++before) {
      if (block.questions[before] + 1 != block.questions[before + 1] || is_embedded(block.questions[before])) return false;
    }
    return true;
  }

  std::string_view question_text(std::uint32_t question) const { return lines_.page->text(lines_.at(question).question); }

  /// Whether somebody is asked what he did and thought, and tells of himself. What is called a FAQ is one.
  bool is_interview(const FaqBlock& block) const {
    const std::uint32_t first = block.questions.front();
    if (lines_.at(first).told_question) return false;
    for (std::uint32_t i = first - std::min(first, heading_reach); i < first; ++i) {
      if (lines_.at(i).has(Label::faq_name_line)) return false;
    }
    std::size_t asked = 0, told = 0;
    for (std::size_t k = 0; k < block.questions.size(); ++k) {
      const std::uint32_t question = block.questions[k];
      const std::uint32_t next = end_of_answer(block, k);
      asked += lines_.at(question).has(Label::interviewing_line);
      bool tells = false;
      for (std::uint32_t i = question + 1; i < next; ++i) tells = tells || (lines_.at(i).has(Label::interviewed_line) && !lines_.at(i).shape.quoted);
      told += tells;
    }
    return asked * 3 >= block.questions.size() && told * 2 >= block.questions.size();
  }

  /// Where the answer to a question ends; of the last one that no markup tells: behind its first line.
  std::uint32_t end_of_answer(const FaqBlock& block, std::size_t k) const {
    if (k < block.answer_ends.size()) return block.answer_ends[k];
    if (k + 1 < block.questions.size()) return block.questions[k + 1];
    return std::min(block.questions[k] + 2, static_cast<std::uint32_t>(lines_.size()));
  }

  /// Where half of the answers begin with the same label, somebody is asked: "Lee: We were late."
  bool names_answer(const FaqBlock& block) const {
    std::map<std::string_view, std::size_t> answers;
    for (const std::uint32_t question : block.questions) {
      if (is_embedded(question) || question + 1 >= lines_.size()) continue;
      if (lines_.at(question + 1).has(Label::answer_label) || lines_.at(question + 1).has(Label::yes_no_line)) continue;
      if (const std::string_view label = label_of(text(question + 1)); !label.empty()) ++answers[label];
    }
    return std::any_of(answers.begin(), answers.end(), [&](const auto& each) { return each.second >= fewest_labels && each.second * 2 >= block.questions.size(); });
  }

  /// What stands before a colon near the start of a line.
  static std::string_view label_of(std::string_view line) {
    const std::size_t colon = line.substr(0, longest_label).find(':');
    return colon == std::string_view::npos ? std::string_view() : line.substr(0, colon);
  }

  bool is_embedded(std::uint32_t question) const { return !lines_.at(question).embedded_answer.empty(); }

  std::uint32_t lines_in(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t count = 0;
    for (std::uint32_t i = begin; i < end; ++i) count += !lines_.at(i).shape.bullet;
    return count;
  }

  /// A last question without an answer, or below a line that ends answers, belongs to what follows the block.
  void end_before_strays(FaqBlock& block) const {
    while (block.questions.size() > 1) {
      const std::uint32_t last = block.questions.back();
      const std::uint32_t before = block.questions[block.questions.size() - 2];
      std::uint32_t end = last;
      for (std::uint32_t i = before + (is_embedded(before) ? 1 : 2); i < last && end == last; ++i) {
        if (lines_.at(i).has(Label::faq_end) && i + lines_below_end <= last) end = i;
      }
      const bool answered = last + 1 < std::min<std::size_t>(lines_.size(), block.end) && answers(lines_.at(last + 1));
      if (end == last && (answered || is_embedded(last))) return;
      block.questions.pop_back();
      block.end = end;
    }
  }

  /// Folded lists are printed twice: the answer above its own question, then below it. Where the answer to `question` ends
  /// without the lines of the next one.
  std::uint32_t without_preview(std::uint32_t question, std::uint32_t end, std::uint32_t next) const {
    if (end < question + 3) return end;  // nothing of it would be left; so a long list of questions is not read again for each
    std::uint32_t below = next + 1;
    while (below < lines_.size() && lines_.asks(below)) ++below;
    const std::uint32_t most = std::min({end - question - 2, most_previewed, static_cast<std::uint32_t>(lines_.size()) - below});
    for (std::uint32_t count = most; count > 0; --count) {
      if (same_lines(end - count, below, count)) return end - count;
    }
    return end;
  }

  bool same_lines(std::uint32_t from, std::uint32_t below, std::uint32_t count) const {
    for (std::uint32_t i = 0; i < count; ++i) {
      if (text(from + i) != text(below + i)) return false;
    }
    return true;
  }

  std::string_view text(std::uint32_t i) const { return lines_.page->text(lines_.at(i).span); }

  /// Links of the page may stand below each answer: "Top".
  std::uint32_t without_furniture(std::uint32_t question, std::uint32_t end) const {
    while (end > question + 2 && lines_.at(end - 1).has(Label::furniture_line)) --end;
    return end;
  }

  /// The line right above the next question may be the heading of a group of questions.
  std::uint32_t without_group_heading(std::uint32_t question, std::uint32_t next) const {
    if (next < question + (is_embedded(question) ? 2 : 3)) return next;
    const LineShape& shape = lines_.at(next - 1).shape;
    const bool heading = shape.characters <= longest_group_heading && shape.title_case && !shape.ends_sentence && shape.last != U':' && !shape.bullet;
    return heading && lines_.at(next - 2).shape.ends_sentence ? next - 1 : next;
  }

  void keep(std::vector<FaqPair>& pairs) {
    std::copy_if(std::make_move_iterator(pairs.begin()), std::make_move_iterator(pairs.end()), std::back_inserter(pairs_), [&](const FaqPair& pair) { return is_new(pair); });
  }

  static bool ends_answers(const PageLine& line) { return line.has(Label::faq_end) || line.has(Label::faq_end_short) || line.has(Label::furniture_line); }

  FaqPair pair_of(std::uint32_t question, std::uint32_t end) const {
    const PageLine& asking = lines_.at(question);
    FaqPair pair{lines_.lines[question], asking.question.empty() ? without_number(asking.span) : asking.question, {}, {}};
    if (!asking.embedded_answer.empty()) {
      pair.answer_lines.push_back(pair.question_line);
      pair.answers.push_back(asking.embedded_answer);
    }
    for (std::uint32_t i = question + 1; i < end; ++i) {
      const PageLine& line = lines_.at(i);
      const bool labelled = pair.answers.empty() && line.has(Label::answer_label);
      pair.answer_lines.push_back(lines_.lines[i]);
      pair.answers.push_back(labelled ? line.answer : line.span);
    }
    return pair;
  }

  /// Of a heading, which need not ask: "1. Opening hours".
  Span without_number(Span heading) const {
    heading.begin += bullet_size(lines_.page->text(heading));
    return heading;
  }

  /// A single short line that is no sentence: a link under a question, not its answer.
  bool is_teaser(const FaqPair& pair) const {
    if (pair.answers.size() != 1 || pair.answer_lines.front() == pair.question_line) return false;
    return is_link(lines_.page->lines[pair.answer_lines.front()]);
  }

  /// Whether it may be the first line below a last question: no link, but perhaps what opens a list, and it sells nothing.
  bool answers(const PageLine& line) const { return (!is_link(line) || line.shape.last == U':') && !line.has(Label::cta_question); }

  bool is_link(const PageLine& line) const {
    const LineShape& shape = line.shape;
    const char32_t first = character_at(lines_.page->document->folded.text(), line.span.begin).code;
    if (is_small(first) || first == U'$' || first == U'€' || first == U'£') return false;
    return shape.characters <= longest_teaser && !shape.ends_sentence && !shape.bullet && !line.has(Label::yes_no_line) &&
           !line.has(Label::answer_label);
  }

  /// The same question with the same answer is a second print of the block.
  bool is_new(const FaqPair& pair) {
    std::string key(lines_.page->text(pair.question));
    key += '\n';
    key += lines_.page->text(pair.answers.front());
    return seen_.insert(std::move(key)).second;
  }

  const FaqLines& lines_;
  std::vector<FaqPair> pairs_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<FaqPair> make_pairs(const FaqLines& lines, const std::vector<FaqBlock>& blocks) {
  PairMaker maker(lines);
  for (const FaqBlock& block : blocks) maker.add(block);
  return maker.take();
}

}  // namespace onrecord
