#include "onrecord/rules/regex_program.h"

#include <algorithm>

namespace onrecord {

using Kind = RegexNode::Kind;

namespace {

void collect_borders(const RegexNode& node, std::vector<char32_t>& borders) {
  for (const auto& [first, last] : node.ranges) {
    borders.push_back(first);
    borders.push_back(last + 1);
  }
  for (const RegexNode& child : node.children) collect_borders(child, borders);
}

}  // namespace

RegexProgram::RegexProgram(const RegexNode& root) {
  find_classes(root);
  const Index match = add({});
  start_ = compile(root, match);
}

/// Between two borders of ranges no instruction tells characters apart.
void RegexProgram::find_classes(const RegexNode& root) {
  class_begins_ = {0};
  collect_borders(root, class_begins_);
  std::sort(class_begins_.begin(), class_begins_.end());
  class_begins_.erase(std::unique(class_begins_.begin(), class_begins_.end()), class_begins_.end());
  classes_ = class_begins_.size();
  for (char32_t code = 0; code < ascii_.size(); ++code) ascii_[code] = class_beyond_ascii(code);
}

std::uint32_t RegexProgram::class_beyond_ascii(char32_t code) const {
  const auto after = std::upper_bound(class_begins_.begin(), class_begins_.end(), code);
  return static_cast<std::uint32_t>(after - class_begins_.begin()) - 1;
}

std::uint32_t RegexProgram::set_of(const CodeRanges& ranges) {
  const auto known = std::find(set_ranges_.begin(), set_ranges_.end(), ranges);
  if (known != set_ranges_.end()) return static_cast<std::uint32_t>(known - set_ranges_.begin());
  set_ranges_.push_back(ranges);
  std::vector<bool> set(classes_);
  for (const auto& [first, last] : ranges) {
    for (std::uint32_t i = class_beyond_ascii(first); i < classes_ && class_begins_[i] <= last; ++i) set[i] = true;
  }
  sets_.push_back(std::move(set));
  return static_cast<std::uint32_t>(sets_.size()) - 1;
}

RegexProgram::Index RegexProgram::add(Instruction instruction) {
  if (instructions_.size() >= most_instructions) {
    usable_ = false;
    return 0;
  }
  instructions_.push_back(instruction);
  return static_cast<Index>(instructions_.size()) - 1;
}

/// Written from the end to the start: `next` is what follows the node.
RegexProgram::Index RegexProgram::compile(const RegexNode& node, Index next) {
  if (!usable_) return 0;
  const auto assertion = [&](Op op) {
    has_assertions_ = true;
    return add({op, next, none, 0});
  };
  switch (node.kind) {
    case Kind::empty: return next;
    case Kind::characters: return add({Op::character, next, none, set_of(node.ranges)});
    case Kind::sequence:
      for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) next = compile(*child, next);
      return next;
    case Kind::alternatives: {
      Index result = compile(node.children.back(), next);
      for (auto child = node.children.rbegin() + 1; child != node.children.rend(); ++child) result = add({Op::split, compile(*child, next), result, 0});
      return result;
    }
    case Kind::repeat: return compile_repeat(node, next);
    case Kind::group: {
      const auto number = static_cast<std::uint32_t>(node.number) * 2;
      const Index inner = compile(node.children.front(), add({Op::capture, next, none, number + 1}));
      return add({Op::capture, inner, none, number});
    }
    case Kind::text_begin: return assertion(Op::text_begin);
    case Kind::text_end: return assertion(Op::text_end);
    case Kind::word_edge: return assertion(Op::word_edge);
    case Kind::no_word_edge: return assertion(Op::no_word_edge);
  }
  return next;
}

/// x{2,4} as xx(x(x)?)?, x{2,} as xxx*.
RegexProgram::Index RegexProgram::compile_repeat(const RegexNode& node, Index next) {
  const RegexNode& child = node.children.front();
  const auto choice = [&](Index inner) { return node.greedy ? Instruction{Op::split, inner, next, 0} : Instruction{Op::split, next, inner, 0}; };
  Index result = next;
  if (node.most < 0) {
    const Index loop = add(choice(none));
    const Index inner = compile(child, loop);
    (node.greedy ? instructions_[loop].next : instructions_[loop].other) = inner;
    result = loop;
  } else {
    for (int i = node.least; i < node.most && usable_; ++i) result = add(choice(compile(child, result)));
  }
  for (int i = 0; i < node.least && usable_; ++i) result = compile(child, result);
  return result;
}

}  // namespace onrecord
