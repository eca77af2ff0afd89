#include "onrecord/rules/part_set.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "onrecord/rules/backward_automaton.h"
#include "onrecord/rules/move_numbers.h"
#include "onrecord/rules/per_thread.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;
using Index = RegexProgram::Index;
using State = StateTable::State;

constexpr int most_times_forgotten = 8;         // then texts are too different to be worth it
constexpr std::uint16_t matched_mark = 0x8000;  // in a key: expression (key - mark) matches
constexpr std::uint8_t has_matches = 1;         // trait of a state

/// The automaton of all expressions, read away from the anchor. Its states are sets of instructions without order, as it need not tell where a
/// match ends. One thread uses it at a time.
class PartReader {
 public:
  PartReader(const RegexProgram& program, const LeadingInstructions& leading, Side side)
      : program_(program),
        leading_(leading),
        side_(side),
        kinds_(program, side == Side::left ? at_begin : at_end),
        moves_(program, kinds_),
        table_(moves_.count(), no_states_),
        expression_of_(program.instructions().size(), none),
        seen_(program.instructions().size()),
        done_(program.starts().size()) {
    for (std::uint32_t i = 0; i < program.starts().size(); ++i) {
      for (const Index index : reached_from(program.starts()[i])) expression_of_[index] = i;
    }
    starts_.fill(StateTable::unknown);
  }

  /// Calls `found` with each expression that matches. False: it gave up, before the first call or behind some.
  template <typename Found>
  bool read(std::string_view text, const Found& found) {
    if (table_.takes_too_much()) forget();
    if (times_forgotten_ > most_times_forgotten) return false;
    auto at = static_cast<std::uint32_t>(side_ == Side::left ? text.size() : 0);
    const std::uint32_t end = side_ == Side::left ? 0 : static_cast<std::uint32_t>(text.size());
    State state = start_state(flags_at(text, at));
    while (true) {
      if ((state & StateTable::special) != 0) {
        if (state == StateTable::dead) return true;
        if (state == StateTable::unknown) return false;
        for (const std::uint16_t index : table_.key(state)) {
          if (index >= matched_mark) found(index - matched_mark);
        }
      }
      if (at == end) return true;
      const Character character = side_ == Side::left ? character_before(text, at) : character_at(text, at);
      at = side_ == Side::left ? at - character.size : at + character.size;
      const std::size_t move = moves_.of(program_.class_of(character.code), kinds_.of(text, at));
      const State next = table_.move(state, move);
      state = next != StateTable::unknown ? next : step(state, move);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<Index> reached_from(Index start) const {
    std::vector<Index> result{start};
    std::vector<bool> known(program_.instructions().size());
    for (std::size_t i = 0; i < result.size(); ++i) {
      const auto& [op, next, other, number] = program_.instructions()[result[i]];
      for (const Index to : {next, other}) {
        if (to == RegexProgram::none || known[to]) continue;
        known[to] = true;
        result.push_back(to);
      }
    }
    return result;
  }

  void forget() {
    ++times_forgotten_;
    table_.clear();
    starts_.fill(StateTable::unknown);
  }

  State start_state(std::uint32_t flags) {
    if (starts_[flags] == StateTable::unknown) {
      begin_key();
      if (side_ == Side::right) {
        for (const Index start : program_.starts()) insert(start);
      } else {
        for (Index i = 0; i < program_.instructions().size(); ++i) {
          if (program_.instructions()[i].op == Op::match) insert(i);
        }
      }
      starts_[flags] = close_and_add(flags);
    }
    return starts_[flags];
  }

  State step(State state, std::size_t move) {
    if (const State known = table_.rare_move(state, move); known != StateTable::unknown) return known;
    const auto character_class = moves_.character_class(move);
    const auto& instructions = program_.instructions();
    begin_key();
    for (const std::uint16_t index : table_.key(state)) {
      if (index >= matched_mark) continue;
      if (side_ == Side::right) {
        if (program_.takes(instructions[index], character_class)) insert(instructions[index].next);
      } else {
        for (const Index from : leading_.characters_to(index)) {
          if (program_.takes(instructions[from], character_class)) insert(from);
        }
      }
    }
    const State result = close_and_add(kinds_.flags(moves_.kind(move)));
    if (result != StateTable::unknown) table_.set_move(state, move, result);
    return result;
  }

  void begin_key() {
    key_.clear();
    work_.clear();
    ++key_number_;
  }

  void insert(Index index) {
    if (seen_[index] == key_number_) return;
    seen_[index] = key_number_;
    work_.push_back(index);
  }

  State close_and_add(std::uint32_t flags) {
    while (!work_.empty()) {
      const Index index = work_.back();
      work_.pop_back();
      if (side_ == Side::right) {
        follow(index, flags);
      } else {
        follow_back(index, flags);
      }
    }
    // What has matched needs no following.
    std::erase_if(key_, [&](std::uint16_t index) { return index < matched_mark && done_[expression_of_[index]] == key_number_; });
    std::sort(key_.begin(), key_.end());
    return table_.add(key_, !key_.empty() && key_.back() >= matched_mark ? has_matches : 0);
  }

  void follow(Index index, std::uint32_t flags) {
    const auto& [op, next, other, number] = program_.instructions()[index];
    if (op == Op::character) {
      key_.push_back(static_cast<std::uint16_t>(index));
    } else if (op == Op::match) {
      note_match(number);
    } else if (holds(op, flags)) {
      insert(next);
      if (op == Op::split) insert(other);
    }
  }

  void follow_back(Index index, std::uint32_t flags) {
    const std::uint32_t expression = expression_of_[index];
    if (expression != none && program_.starts()[expression] == index) note_match(expression);
    bool is_target = false;
    for (const std::uint16_t from : leading_.to(index)) {
      const Op op = program_.instructions()[from].op;
      if (op == Op::character) {
        is_target = true;
      } else if (holds(op, flags)) {
        insert(from);
      }
    }
    if (is_target) key_.push_back(static_cast<std::uint16_t>(index));
  }

  void note_match(std::uint32_t expression) {
    if (done_[expression] == key_number_) return;
    done_[expression] = key_number_;
    key_.push_back(static_cast<std::uint16_t>(matched_mark + expression));
  }

  const RegexProgram& program_;
  const LeadingInstructions& leading_;
  Side side_;
  PlaceKinds kinds_;
  MoveNumbers moves_;
  BuiltStates no_states_;
  StateTable table_;
  std::array<State, place_kinds> starts_;
  std::vector<std::uint32_t> expression_of_;  // by instruction
  std::vector<std::uint16_t> key_;
  std::vector<Index> work_;
  std::vector<std::uint64_t> seen_;  // by instruction: the number of the key that it was last reached for
  std::vector<std::uint64_t> done_;  // by expression: the number of the key in which it matches
  std::uint64_t key_number_ = 0;
  int times_forgotten_ = 0;
};

}  // namespace

struct PartSet::Impl {
  std::vector<const Regex*> parts;
  Side side = Side::left;
  std::once_flag once;
  std::vector<std::size_t> judged;  // by expression of the program: the part
  std::unique_ptr<RegexProgram> program;
  std::unique_ptr<LeadingInstructions> leading;
  PerThread per_thread;

  void prepare() {
    std::vector<RegexNode> roots;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto root = parse_regex(parts[i]->pattern(), parts[i]->ignores_case());
      if (!root) continue;
      roots.push_back(std::move(*root));
      judged.push_back(i);
    }
    auto whole = std::make_unique<RegexProgram>(roots);
    if (roots.empty() || !whole->usable()) return;
    leading = std::make_unique<LeadingInstructions>(*whole);
    program = std::move(whole);
  }
};

PartSet::PartSet(std::vector<const Regex*> parts, Side side) : impl_(std::make_unique<Impl>()) {
  impl_->parts = std::move(parts);
  impl_->side = side;
}
PartSet::PartSet(PartSet&&) noexcept = default;
PartSet& PartSet::operator=(PartSet&&) noexcept = default;
PartSet::~PartSet() = default;

void PartSet::match(std::string_view text, std::vector<bool>& matched) const {
  std::call_once(impl_->once, [&] { impl_->prepare(); });
  matched.assign(impl_->parts.size(), true);
  if (impl_->program == nullptr) return;
  for (const std::size_t part : impl_->judged) matched[part] = false;
  auto& reader = impl_->per_thread.get<PartReader>([&] { return std::make_unique<PartReader>(*impl_->program, *impl_->leading, impl_->side); });
  if (!reader.read(text, [&](std::size_t expression) { matched[impl_->judged[expression]] = true; })) matched.assign(matched.size(), true);
}

}  // namespace onrecord
