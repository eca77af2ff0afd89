#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/text/bullet.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_teaser = 40;  // characters of a single answer line that says nothing
constexpr std::uint32_t lines_below_end = 3;  // lines from one that ends answers to a question that is none of the FAQ
constexpr std::uint32_t longest_group_heading = 60;
constexpr std::size_t fewest_listed = 4;      // questions right below each other that make a list of such
constexpr std::size_t fewest_answers = 3;     // real ones of a block that may have short ones, too
constexpr std::uint32_t most_previewed = 12;  // lines of an answer that may stand above its question, too

/// Makes pairs of blocks.
class PairMaker {
 public:
  PairMaker(const FaqLines& lines, const std::vector<FaqBlock>& blocks) : lines_(lines) {
    if (blocks.empty()) return;
    for (std::uint32_t i = 0; i < lines.size(); ++i) last_line_[text(i)] = i;
    for (const FaqBlock& block : blocks) {
      for (const std::uint32_t i : block.questions) last_asked_[question_text(i)] = std::max(last_asked_[question_text(i)], i);
    }
  }

  void add(FaqBlock block) {
    if (block.answer_ends.empty()) end_before_strays(block);
    if (is_no_faq(lines_, block)) return;
    if (!block.answer_ends.empty()) return add_marked(block);
    std::uint32_t longest = 0;
    std::vector<FaqPair> pairs, short_ones;
    std::set<std::string_view> asked;
    for (std::size_t k = 0; k < block.questions.size(); ++k) {
      const std::uint32_t question = block.questions[k];
      std::uint32_t end = 0;
      if (k + 1 < block.questions.size()) {
        end = without_preview(question, without_group_heading(question, block.questions[k + 1]), block.questions[k + 1]);
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
      if (is_of_contents(question, pair)) continue;
      if (!pair.answers.empty()) (is_teaser(pair) ? short_ones : pairs).push_back(std::move(pair));
    }
    // Among real answers a short one is an answer, too.
    if (pairs.size() >= fewest_answers && short_ones.size() * 2 <= pairs.size()) {
      std::copy_if(short_ones.begin(), short_ones.end(), std::back_inserter(pairs),
                   [&](const FaqPair& pair) { return !ends_answers(lines_.page->lines[pair.answer_lines.front()]); });
    }
    if (!are_of_quiz(lines_, pairs)) keep(pairs);
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

  /// Whether it stands in a table of contents: the question is asked again below, and what would be its answer stands there again, too, asks, or is no
  /// sentence.
  bool is_of_contents(std::uint32_t question, const FaqPair& pair) const {
    if (pair.answers.empty() || is_embedded(question) || last_asked_.at(question_text(question)) == question) return false;
    const PageLine& below = lines_.at(question + 1);
    return !below.shape.ends_sentence || below.has(Label::question_line) || last_line_.at(text(question + 1)) > question + 1;
  }

  std::string_view question_text(std::uint32_t question) const { return lines_.page->text(lines_.at(question).question); }

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

  /// The line right above the next question may be the heading of a group of questions: below a sentence, in capitals, or a link. Links stand above it and
  /// below.
  std::uint32_t without_group_heading(std::uint32_t question, std::uint32_t next) const {
    const std::uint32_t end = without_furniture(question, next);
    if (end < question + (is_embedded(question) ? 2 : 3)) return end;
    const LineShape& shape = lines_.at(end - 1).shape;
    const PageLine& above = lines_.at(end - 2);
    if (shape.ends_sentence || shape.last == U':' || shape.characters > longest_group_heading) return end;
    if (shape.bullet) {  // "• Moorings" over "• Question: …": both are items of an outline
      const bool outlined = end == next && lines_.at(next).question_labelled && above.shape.ends_sentence && !above.shape.bullet;
      return outlined ? end - 1 : end;
    }
    const bool heading = above.has(Label::furniture_line) || (above.shape.ends_sentence && shape.title_case);
    if (heading) return without_furniture(question, end - 1);
    // One over another: "Mooring" over "Mooring with a dog".
    const bool two = end >= question + (is_embedded(question) ? 3 : 4) && lines_.at(end - 3).shape.ends_sentence && above.shape.title_case &&
                     !above.shape.ends_sentence && !above.shape.bullet && above.shape.last != U':' && above.shape.characters <= longest_group_heading;
    return two ? without_furniture(question, end - 2) : end;
  }

  void keep(std::vector<FaqPair>& pairs) {
    std::copy_if(std::make_move_iterator(pairs.begin()), std::make_move_iterator(pairs.end()), std::back_inserter(pairs_),
                 [&](const FaqPair& pair) { return is_new(pair); });
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
    return shape.characters <= longest_teaser && !shape.ends_sentence && !shape.bullet && !line.has(Label::yes_no_line) && !line.has(Label::answer_label);
  }

  /// The same question with the same answer is a second print of the block.
  bool is_new(const FaqPair& pair) {
    std::string key(lines_.page->text(pair.question));
    key += '\n';
    key += lines_.page->text(pair.answers.front());
    return seen_.insert(std::move(key)).second;
  }

  const FaqLines& lines_;
  std::unordered_map<std::string_view, std::uint32_t> last_asked_, last_line_;  // where a question and a line stand for the last time
  std::vector<FaqPair> pairs_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<FaqPair> make_pairs(const FaqLines& lines, const std::vector<FaqBlock>& blocks) {
  PairMaker maker(lines, blocks);
  for (const FaqBlock& block : blocks) maker.add(block);
  return maker.take();
}

}  // namespace onrecord
