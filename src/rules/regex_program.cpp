#include "onrecord/rules/regex_program.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {

using Kind = RegexNode::Kind;

RegexProgram::RegexProgram(std::span<const RegexNode> roots) {
  for (const RegexNode& root : roots) {
    const Index match = add({Op::match, none, none, static_cast<std::uint32_t>(starts_.size())});
    starts_.push_back(compile(root, match));
  }
  if (!usable_) return;
  find_classes();
  write_pages();
  find_beginnings();
}

/// Characters that the same sets hold are of one class.
void RegexProgram::find_classes() {
  stretches_ = {0};
  for (const auto& [ranges, number] : set_numbers_) {
    for (const auto& [first, last] : ranges) stretches_.insert(stretches_.end(), {first, last + 1});
  }
  std::sort(stretches_.begin(), stretches_.end());
  stretches_.erase(std::unique(stretches_.begin(), stretches_.end()), stretches_.end());
  // By stretch, the sets that hold it.
  std::vector<std::vector<std::uint32_t>> holding(stretches_.size());
  for (const auto& [ranges, number] : set_numbers_) {
    for (const auto& [first, last] : ranges) {
      for (auto i = static_cast<std::size_t>(std::lower_bound(stretches_.begin(), stretches_.end(), first) - stretches_.begin());
           i < stretches_.size() && stretches_[i] <= last; ++i) {
        holding[i].push_back(number);
      }
    }
  }
  std::map<std::vector<std::uint32_t>, std::uint32_t> classes;
  for (auto& sets : holding) {
    std::sort(sets.begin(), sets.end());
    classes_of_.push_back(classes.try_emplace(sets, static_cast<std::uint32_t>(classes.size())).first->second);
  }
  classes_ = classes.size();
  sets_.resize((set_numbers_.size() * classes_ + 63) / 64);
  for (const auto& [sets, own] : classes) {
    for (const std::uint32_t set : sets) sets_[(set * classes_ + own) / 64] |= std::uint64_t{1} << ((set * classes_ + own) % 64);
  }
  set_numbers_.clear();
}

void RegexProgram::write_pages() {
  std::map<std::vector<std::uint16_t>, std::uint16_t> known;
  std::vector<std::uint16_t> page(page_size);
  std::size_t stretch = 0;
  bool is_even = false;  // the page before holds one class
  const auto next_begin = [&] { return stretch + 1 < stretches_.size() ? stretches_[stretch + 1] : char32_t{0xFFFFFFFF}; };
  for (std::size_t number = 0; number < page_of_.size(); ++number) {
    const auto begin = static_cast<char32_t>(number * page_size);
    while (next_begin() <= begin) ++stretch;
    const bool was_even = is_even;
    is_even = next_begin() >= begin + page_size;
    if (is_even && was_even && page.front() == classes_of_[stretch]) {
      page_of_[number] = page_of_[number - 1];
      continue;
    }
    for (std::size_t i = 0; i < page_size; ++i) {
      while (next_begin() <= begin + i) ++stretch;
      page[i] = static_cast<std::uint16_t>(classes_of_[stretch]);
    }
    const auto [same, added] = known.try_emplace(page, static_cast<std::uint16_t>(known.size()));
    page_of_[number] = same->second;
    if (added) pages_.insert(pages_.end(), page.begin(), page.end());
  }
}

/// What the first character of a match may be; assertions are taken to hold.
void RegexProgram::find_beginnings() {
  may_begin_.resize(classes_);
  std::vector<Index> work(starts_);
  std::vector<bool> seen(instructions_.size());
  while (!work.empty()) {
    const Index at = work.back();
    work.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& instruction = instructions_[at];
    if (instruction.op == Op::match) may_begin_.assign(classes_, true);  // the empty text matches anywhere
    for (std::uint32_t i = 0; instruction.op == Op::character && i < classes_; ++i) may_begin_[i] = may_begin_[i] || takes(instruction, i);
    if (instruction.op == Op::character || instruction.op == Op::match) continue;
    work.push_back(instruction.next);
    if (instruction.op == Op::split) work.push_back(instruction.other);
  }
  constexpr char32_t first_beyond_ascii = 0x80;
  for (char32_t code = 0; code < first_beyond_ascii; ++code) beginnings_[code] = may_begin_[class_of(code)] ? Beginning::yes : Beginning::no;
  const bool any_beyond = [&] {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if ((i + 1 == stretches_.size() || stretches_[i + 1] > first_beyond_ascii) && may_begin_[classes_of_[i]]) return true;
    }
    return false;
  }();
  constexpr std::size_t first_lead = 0xC0;
  for (std::size_t byte = first_lead; any_beyond && byte < beginnings_.size(); ++byte) beginnings_[byte] = Beginning::perhaps;
}

std::uint32_t RegexProgram::next_beginning(std::string_view text, std::uint32_t at) const {
  for (; at < text.size(); ++at) {
    const Beginning beginning = beginnings_[static_cast<unsigned char>(text[at])];
    if (beginning == Beginning::no) continue;
    if (beginning == Beginning::yes || may_begin_[class_of(character_at(text, at).code)]) break;
  }
  return at;
}

std::uint32_t RegexProgram::class_beyond_pages(char32_t code) const {
  const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), code);
  return classes_of_[static_cast<std::size_t>(after - stretches_.begin()) - 1];
}

std::uint32_t RegexProgram::set_of(const CodeRanges& ranges) { return set_numbers_.try_emplace(ranges, static_cast<std::uint32_t>(set_numbers_.size())).first->second; }

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
    asked_ |= 1U << static_cast<unsigned>(op);
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