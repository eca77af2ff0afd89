#include <algorithm>

#include "onrecord/extract/faq/faq.h"

namespace onrecord {
namespace {

constexpr std::size_t heading_reach = 4;  // lines below a heading of which one must ask
constexpr std::size_t longest_gap = 40;   // lines between two questions of a block

bool announces(const FaqLines& lines, std::size_t i) {
  if (!lines.at(i).has(Label::faq_heading_line)) return false;
  for (std::size_t k = i + 1; k < lines.size() && k <= i + heading_reach; ++k) {
    if (lines.asks(k)) return true;
  }
  return false;
}

/// Collects the questions below the heading `heading`. The block ends before a selling question, a line that ends any FAQ
/// (an answer may begin with one), the next heading of the sort, or a long stretch without questions.
FaqBlock collect(const FaqLines& lines, std::size_t heading) {
  FaqBlock block;
  std::size_t last = heading;
  std::size_t i = heading + 1;
  for (; i < lines.size(); ++i) {
    if (lines.sells(i) || i - last > longest_gap) break;
    if (announces(lines, i) && !lines.asks(i)) break;
    const bool first_of_answer = !block.questions.empty() && i == last + 1;
    if (lines.at(i).has(Label::faq_end_strong) && !first_of_answer && !block.questions.empty()) break;
    if (!lines.asks(i)) continue;
    block.questions.push_back(static_cast<std::uint32_t>(i));
    last = i;
  }
  block.end = static_cast<std::uint32_t>(i);
  return block;
}

}  // namespace

std::vector<FaqBlock> find_headed_blocks(const FaqLines& lines) {
  std::vector<FaqBlock> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!announces(lines, i)) continue;
    FaqBlock block = collect(lines, i);
    if (block.questions.empty()) continue;
    i = std::max<std::size_t>(i, block.questions.back());
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace onrecord
