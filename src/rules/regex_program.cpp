#include "onrecord/rules/regex_program.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <vector>

#include "onrecord/rules/character_classes.h"
#include "onrecord/rules/equal_instructions.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/shared_beginnings.h"
#include "onrecord/text/characters.h"

namespace onrecord {

using Kind = RegexNode::Kind;

/// Writes the tables of a program.
class ProgramWriter {
 public:
  using Op = RegexProgram::Op;
  using Index = RegexProgram::Index;
  using Instruction = RegexProgram::Instruction;
  static constexpr Index none = RegexProgram::none;

  /// False where the expressions are too large.
  bool write(std::span<const RegexNode> roots) {
    for (const RegexNode& root : roots) {
      const Index match = add({Op::match, none, none, static_cast<std::uint16_t>(starts_.size())});
      starts_.push_back(compile(with_shared_beginnings(root), match));
    }
    if (fits_ && !starts_.empty()) reduce();
    return fits_;
  }

  void finish(RegexProgram& program) {
    CharacterClasses classes(set_numbers_);
    program.instructions_ = FlatArray(std::move(instructions_));
    program.classes_ = classes.count;
    program.sets_ = FlatArray(std::move(classes.sets));
    program.words_of_sets_ = classes.words_of_sets;
    program.block_of_ = FlatArray(std::move(classes.block_of));
    program.page_of_ = FlatArray(std::move(classes.page_of));
    program.pages_ = FlatArray(std::move(classes.pages));
    program.stretches_ = FlatArray(std::move(classes.stretches));
    program.classes_of_ = FlatArray(std::move(classes.of_stretch));
    program.starts_ = FlatArray(std::move(starts_));
    program.asked_ = asked_;
    program.groups_ = groups_;
  }

 private:
  std::uint16_t set_of(const CodeRanges& ranges) {
    const auto [known, added] = set_numbers_.try_emplace(ranges, static_cast<std::uint16_t>(set_numbers_.size()));
    if (added) sets_.push_back(&known->first);
    return known->second;
  }

  /// An instruction like this one, a new one only where there is none: what goes on in the same way is the same.
  Index add(Instruction instruction) {
    const auto key = std::tuple(instruction.op, instruction.next, instruction.other, instruction.number);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const Index index = add_new(instruction);
    known_.emplace(key, index);
    return index;
  }

  Index add_new(Instruction instruction) {
    if (instructions_.size() >= RegexProgram::most_instructions) {
      fits_ = false;
      return 0;
    }
    instructions_.push_back(instruction);
    return static_cast<Index>(instructions_.size()) - 1;
  }

  /// Written from the end to the start: `next` is what follows the node.
  Index compile(const RegexNode& node, Index next) {
    if (!fits_) return 0;
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
        std::vector<Index> ways(node.children.size());
        for (std::size_t i = ways.size(); i > 0; --i) ways[i - 1] = compile(node.children[i - 1], next);
        return add_choice(std::move(ways));
      }
      case Kind::repeat: return compile_repeat(node, next);
      case Kind::group: {
        const auto number = static_cast<std::uint16_t>(node.number * 2);
        groups_ = std::max(groups_, static_cast<std::uint32_t>(node.number) + 1);
        const Index inner = compile(node.children.front(), add({Op::capture, next, none, static_cast<std::uint16_t>(number + 1)}));
        return add({Op::capture, inner, none, number});
      }
      case Kind::text_begin: return assertion(Op::text_begin);
      case Kind::text_end: return assertion(Op::text_end);
      case Kind::word_edge: return assertion(Op::word_edge);
      case Kind::no_word_edge: return assertion(Op::no_word_edge);
    }
    return next;
  }

  /// One of these ways, an earlier one rather. Those that go on in the same way behind one character are one.
  Index add_choice(std::vector<Index> ways) {
    for (std::size_t i = 0; fits_ && i < ways.size(); ++i) {
      if (instructions_[ways[i]].op != Op::character) continue;
      std::size_t kept = i + 1;
      bool reaches = true;  // what comes next may be moved up to this one
      for (std::size_t k = i + 1; k < ways.size(); ++k) {
        const Instruction first = instructions_[ways[i]], other = instructions_[ways[k]];
        if (reaches && other.op == Op::character && other.next == first.next) {
          ways[i] = add({Op::character, first.next, none, set_of(joined(*sets_[first.number], *sets_[other.number]))});
        } else {
          reaches = reaches && other.op == Op::character && !share_characters(*sets_[first.number], *sets_[other.number]);
          ways[kept++] = ways[k];
        }
      }
      ways.resize(kept);
    }
    Index result = ways.back();
    for (std::size_t i = ways.size() - 1; i > 0; --i) {
      if (ways[i - 1] != result) result = add({Op::split, ways[i - 1], result, 0});
    }
    return result;
  }

  /// x{2,4} as xx(x(x)?)?, x{2,} as xxx*.
  Index compile_repeat(const RegexNode& node, Index next) {
    const RegexNode& child = node.children.front();
    const auto choice = [&](Index inner) { return node.greedy ? Instruction{Op::split, inner, next, 0} : Instruction{Op::split, next, inner, 0}; };
    Index result = next;
    if (node.most < 0) {
      const Index loop = add_new(choice(none));
      ++loops_;
      const Index inner = compile(child, loop);
      (node.greedy ? instructions_[loop].next : instructions_[loop].other) = inner;
      result = loop;
    } else {
      for (int i = node.least; i < node.most && fits_; ++i) result = add(choice(compile(child, result)));
    }
    for (int i = 0; i < node.least && fits_; ++i) result = compile(child, result);
    return result;
  }

  std::vector<Index> own_numbers() const {
    std::vector<Index> result(instructions_.size());
    std::iota(result.begin(), result.end(), Index{0});
    return result;
  }

  /// Leaves out what is there already and what is not reached. The match of the first expression stays the first instruction.
  void reduce() {
    const std::vector<Index> equal = loops_ < 2 ? own_numbers() : equal_instructions(instructions_);  // without loops, all are different
    std::vector<Index> first_of(instructions_.size(), none), renumbered(instructions_.size(), none);
    for (std::size_t i = instructions_.size(); i > 0; --i) first_of[equal[i - 1]] = static_cast<Index>(i - 1);
    std::vector<Index> order{0};  // the old numbers of what stays
    renumbered[0] = 0;
    const auto number_of = [&](Index index) {
      if (index == none) return none;
      const Index same = first_of[equal[index]];
      if (renumbered[same] == none) {
        renumbered[same] = static_cast<Index>(order.size());
        order.push_back(same);
      }
      return renumbered[same];
    };
    for (Index& start : starts_) start = number_of(start);
    std::vector<Instruction> reduced;
    NumberedSets used;  // sets that no instruction asks for would only tell characters apart
    for (std::size_t i = 0; i < order.size(); ++i) {
      Instruction instruction = instructions_[order[i]];
      instruction.next = number_of(instruction.next);
      instruction.other = number_of(instruction.other);
      if (instruction.op == Op::character)
        instruction.number = used.try_emplace(*sets_[instruction.number], static_cast<std::uint16_t>(used.size())).first->second;
      reduced.push_back(instruction);
    }
    instructions_ = std::move(reduced);
    set_numbers_ = std::move(used);
  }

  std::vector<Instruction> instructions_;
  NumberedSets set_numbers_;
  std::vector<const CodeRanges*> sets_;  // by number
  std::map<std::tuple<Op, Index, Index, std::uint16_t>, Index> known_;
  std::vector<Index> starts_;
  std::size_t loops_ = 0;
  std::uint32_t asked_ = 0;
  std::uint32_t groups_ = 1;
  bool fits_ = true;
};

RegexProgram::RegexProgram(std::span<const RegexNode> roots) {
  ProgramWriter writer;
  if (!writer.write(roots)) return;
  writer.finish(*this);
  find_beginnings();
}

/// By class, where it may be the first character of a match. `of_text`: where the text begins; other assertions are taken to hold.
std::vector<std::uint8_t> RegexProgram::beginnings(bool of_text) const {
  struct Way {
    Index at;
    Beginning place;
  };
  std::vector<std::uint8_t> result(classes_, never);
  std::vector<std::uint8_t> seen(instructions_.size(), never);
  std::vector<Way> work;
  for (const Index start : starts_) work.push_back({start, anywhere});
  while (!work.empty()) {
    const auto [at, place] = work.back();
    work.pop_back();
    if (seen[at] >= place) continue;
    seen[at] = place;
    const Instruction& instruction = instructions_[at];
    if (instruction.op == Op::match) result.assign(classes_, anywhere);  // the empty text
    for (std::uint32_t i = 0; instruction.op == Op::character && i < classes_; ++i) {
      if (takes(instruction, i)) result[i] = std::max<std::uint8_t>(result[i], place);
    }
    if (instruction.op == Op::character || instruction.op == Op::match || (instruction.op == Op::text_begin && !of_text)) continue;
    const Beginning next_place = instruction.op == Op::word_edge ? with_word : place;
    work.push_back({instruction.next, next_place});
    if (instruction.op == Op::split) work.push_back({instruction.other, next_place});
  }
  return result;
}

void RegexProgram::find_beginnings() {
  may_begin_text_ = FlatArray(beginnings(true));
  std::vector<std::uint8_t> may_begin = beginnings(false);
  ByteSet bytes, word_bytes;
  constexpr int few_letters = 8;
  int letters = 0;
  for (char32_t code = 0; code < ascii_end; ++code) {
    const std::uint8_t place = may_begin[class_of(code)];
    if (place == never) continue;
    const bool only_words = place == with_word && is_ascii_word(static_cast<char>(code));
    (only_words ? word_bytes : bytes).add(static_cast<unsigned char>(code));
    if (only_words) begins_words_ = 1;
    else if (code >= 'a' && code <= 'z') ++letters;
  }
  const bool any_beyond = [&] {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if ((i + 1 == stretches_.size() || stretches_[i + 1] > ascii_end) && may_begin[classes_of_[i]] != never) return true;
    }
    return false;
  }();
  constexpr unsigned first_lead = 0xC0, last_lead = 0xFF;
  for (unsigned byte = first_lead; any_beyond && byte <= last_lead; ++byte) bytes.add(static_cast<unsigned char>(byte));
  may_begin_ = FlatArray(std::move(may_begin));
  begins_rarely_ = letters <= few_letters && !bytes.has(' ') ? 1 : 0;
  first_bytes_ = FlatArray(std::vector<ByteSet>{bytes, word_bytes});
}

bool RegexProgram::may_begin_at_start(std::string_view text) const { return !text.empty() && may_begin_text_[class_of(character_at(text, 0).code)] != never; }

/// Behind other characters.
bool RegexProgram::may_begin_beyond_ascii(std::string_view text, std::uint32_t at) const { return may_begin_[class_of(character_at(text, at).code)] != never; }

std::uint32_t RegexProgram::next_beginning(std::string_view text, std::uint32_t at) const {
  if (at == 0 && may_begin_at_start(text)) return 0;
  for (;; ++at) {
    at = static_cast<std::uint32_t>(begins_words_ != 0 ? find_beginning(text, at, first_bytes_[0], first_bytes_[1]) : first_bytes_[0].find_in(text, at));
    if (at >= text.size()) return static_cast<std::uint32_t>(text.size());
    if (static_cast<unsigned char>(text[at]) < ascii_end || may_begin_beyond_ascii(text, at)) return at;
  }
}

std::uint32_t RegexProgram::class_beyond_pages(char32_t code) const {
  const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), code);
  return classes_of_[static_cast<std::size_t>(after - stretches_.begin()) - 1];
}

}  // namespace onrecord
