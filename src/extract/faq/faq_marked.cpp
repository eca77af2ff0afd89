#include <algorithm>

#include "onrecord/base/heading.h"
#include "onrecord/extract/faq/faq.h"

namespace onrecord {
namespace {

constexpr std::uint32_t heading_reach = 6;  // lines below an announcing heading in which the first question must stand
constexpr std::size_t fewest_questions = 2;
constexpr std::size_t fewest_entries = 3;
constexpr double asking_entries = 0.3;  // share of a list's entries that must ask where nothing announces it

/// Finds questions by the levels of headings: those of a block have one level, deeper ones stand inside answers.
class MarkedBlockFinder {
 public:
  explicit MarkedBlockFinder(const FaqLines& lines) : lines_(lines) {}

  std::vector<FaqBlock> run() {
    std::vector<FaqBlock> blocks;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      const bool entry = (level(i) == Heading::entry || lines_.at(i).told_question) && heads_text(i);
      FaqBlock block = entry ? collect(i, level(i) == Heading::entry ? Heading::entry : std::uint8_t{0}) : block_below(i);
      if (block.questions.empty()) continue;
      i = block.end - 1;  // also behind a list that is none: it is looked at once
      if (!entry || is_faq(block)) blocks.push_back(std::move(block));
    }
    return blocks;
  }

 private:
  std::uint8_t level(std::uint32_t i) const { return i < lines_.size() ? lines_.at(i).heading : std::uint8_t{0}; }

  /// Whether markup tells that both ask, whatever their levels.
  bool is_told_like(std::uint32_t i, std::uint32_t first) const { return lines_.at(i).told_question && lines_.at(first).told_question; }

  /// Whether it is a heading with text right below.
  bool heads_text(std::uint32_t i) const { return level(i) != 0 && i + 1 < lines_.size() && level(i + 1) == 0; }

  /// The block that the line announces; without questions: none.
  FaqBlock block_below(std::uint32_t heading) const {
    if (!lines_.at(heading).has(Label::faq_heading_line)) return {};
    const std::uint8_t own = level(heading);
    for (std::uint32_t i = heading + 1; i < lines_.size() && i <= heading + heading_reach; ++i) {
      if (level(i) != 0 && level(i) <= own) return {};
      if (!heads_text(i)) continue;
      FaqBlock block = collect(i, own);
      return block.questions.size() < fewest_questions ? FaqBlock{} : block;
    }
    return {};
  }

  /// Whether enough entries of a list that nothing announces ask, or they are told to.
  bool is_faq(const FaqBlock& list) const {
    if (lines_.at(list.questions.front()).told_question) return true;
    const auto asking = std::count_if(list.questions.begin(), list.questions.end(), [&](std::uint32_t i) { return lines_.asks(i); });
    return list.questions.size() >= fewest_entries && static_cast<double>(asking) >= asking_entries * static_cast<double>(list.questions.size());
  }

  /// The questions from `first` on, which have its level. `announced`: level of the heading above them, such a heading ends them; 0: unknown.
  FaqBlock collect(std::uint32_t first, std::uint8_t announced) const {
    FaqBlock block;
    bool open = false;  // whether an answer goes on
    std::uint32_t longest = 0;
    std::uint32_t i = first;
    for (; i < lines_.size() && !ends_block(i, first, announced); ++i) {
      if (level(i) == 0 || (level(i) > level(first) && !is_told_like(i, first))) continue;
      if (open) longest = std::max(longest, i - block.questions.back() - 1);
      if (open) block.answer_ends.push_back(i);
      open = (level(i) == level(first) && heads_text(i) && (lines_.at(i).told_question || !lines_.at(first).told_question)) ||
             (is_told_like(i, first) && heads_text(i));
      if (open) block.questions.push_back(i);
    }
    // Where the text goes on without a heading, the last answer ends like any other.
    if (open) block.answer_ends.push_back(level(i) != 0 ? i : last_answer_end(lines_, block.questions.back(), i, longest));
    if (!block.questions.empty()) block.end = block.answer_ends.back();
    return block;
  }

  /// Whether what stands there is no part of the block: a selling question, a heading as high as the announcing one, or, if that is not
  /// known, a higher one than the questions that is not over more of them.
  bool ends_block(std::uint32_t i, std::uint32_t first, std::uint8_t announced) const {
    if (lines_.sells(i) || lines_.at(i).has(Label::furniture_line)) return true;
    const std::uint8_t own = level(i);
    if (own == 0 || own >= level(first)) return false;
    return announced != 0 ? own <= announced : level(i + 1) != level(first);
  }

  const FaqLines& lines_;
};

}  // namespace

std::vector<FaqBlock> find_marked_blocks(const FaqLines& lines) { return MarkedBlockFinder(lines).run(); }

}  // namespace onrecord
