#include "onrecord/rules/backward_automaton.h"

#include <algorithm>

#include "onrecord/base/bits.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_watch.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

constexpr std::size_t most_followed = 128;
constexpr std::uint16_t begins_here = 0xFFFF;  // in a key, at its end: a match begins here

}  // namespace

BackwardAutomaton::BackwardAutomaton(const RegexProgram& program, const LeadingInstructions& leading, const BuiltStates& built)
    : program_(program),
      leading_(leading),
      built_(built),
      kinds_(program, at_begin),
      moves_(program, kinds_),
      table_(moves_.count(), built),
      ascii_moves_(program, kinds_) {
  forget();
}

void BackwardAutomaton::forget() {
  table_.clear();
  followed_.clear();
  if (built_.starts.empty()) ends_.fill(StateTable::unknown);
  else std::copy(built_.starts.begin(), built_.starts.end(), ends_.begin());
}

BuiltStates BackwardAutomaton::built() {
  table_.stop_growing();
  table_.for_each_unknown_move([this](State state, std::size_t move) { step(state, move); });
  BuiltStates result = table_.built();
  result.starts = FlatArray(std::vector<State>(ends_.begin(), ends_.end()));
  return result;
}

template <bool keeps_path>
std::uint32_t BackwardAutomaton::read(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (table_.takes_too_much()) {
    forget();
    if (RegexCounts* counts = RegexWatch::watched()) ++counts->resets;
  }
  if constexpr (keeps_path) {
    path_text_ = text;
    path_begin_ = begin;
    if (path_.size() <= end - begin) path_.resize(end - begin + 1);
  }
  const std::uint32_t least = std::max(begin, std::uint32_t{1});  // before it, the start of the text is near
  State state = end_state(text, end);
  std::uint32_t found = none;
  std::uint32_t at = end;
  while (true) {
    if ((state & StateTable::special) != 0) {
      if (state == StateTable::dead) break;
      if (state == StateTable::unknown) return gave_up;
      found = at;  // the only trait: a match begins here
    }
    if constexpr (keeps_path) path_[at - begin] = state;
    std::size_t index = StateTable::index(state);
    State next = StateTable::unknown;
    table_.with_rows([&](const auto& row) {
      while (at > least) {
        const auto last = static_cast<unsigned char>(text[at - 1]);
        if (last >= ascii_end) break;
        next = row(index)[ascii_moves_.over(last, is_ascii_word(text[at - 2]))];
        if ((next & StateTable::special) != 0) break;
        --at;
        index = next;
        if constexpr (keeps_path) path_[at - begin] = next;
      }
    });
    if (at == begin) break;
    if ((next & StateTable::special) != 0 && next != StateTable::unknown) {
      --at;
      state = next;
    } else {
      state = move_one(static_cast<State>(index), text, at);
    }
  }
  return found;
}

/// Reads any character before `at`.
BackwardAutomaton::State BackwardAutomaton::move_one(State state, std::string_view text, std::uint32_t& at) {
  const Character character = character_before(text, at);
  at -= character.size;
  const std::size_t move = moves_.of(program_.class_of(character.code), kinds_.of(text, at));
  const State next = table_.move(state, move);
  return next != StateTable::unknown ? next : step(state, move);
}

template std::uint32_t BackwardAutomaton::read<false>(std::string_view, std::uint32_t, std::uint32_t);
template std::uint32_t BackwardAutomaton::read<true>(std::string_view, std::uint32_t, std::uint32_t);

void BackwardAutomaton::find_groups(Span match, std::vector<Span>& groups) {
  groups.assign(program_.groups(), no_match);
  groups[0] = match;
  if (followed_.empty()) followed_.resize(most_followed);
  const auto& instructions = program_.instructions();
  std::uint32_t offset = match.begin;
  Index at = program_.start();
  while (true) {
    const State state = path_[offset - path_begin_];
    const Followed& known = followed_[(state * 29U + at) % most_followed];
    const Index to = known.state == state && known.at == at ? known.to : follow_to_character(at, state, offset, groups);
    if (instructions[to].op == Op::match) return;
    at = instructions[to].next;
    offset += character_at(path_text_, offset).size;
  }
}

/// Goes on from instruction `at` to the next one that reads a character, or to the match, and notes which groups begin and end there.
BackwardAutomaton::Index BackwardAutomaton::follow_to_character(Index at, State state, std::uint32_t offset, std::vector<Span>& groups) {
  const auto& instructions = program_.instructions();
  const Index first = at;
  bool has_groups = false;
  while (instructions[at].op != Op::character && instructions[at].op != Op::match) {
    const auto& [op, next, other, number] = instructions[at];
    if (op == Op::capture) {
      has_groups = true;
      Span& group = groups[number / 2];
      if (number % 2 == 0) {
        group = {offset, offset};
      } else {
        group.end = offset;
      }
    }
    at = op != Op::split || has(state, next) ? next : other;
  }
  if (!has_groups) followed_[(state * 29U + first) % most_followed] = {state, first, at};
  return at;
}

inline void BackwardAutomaton::insert(Index index) {
  if (!marks_->insert(index)) return;
  if (leading_.is_asked_for(index)) bits::add(in_key_, index);
  marks_->work()[work_size_++] = index;  // each at most once
}

BackwardAutomaton::State BackwardAutomaton::end_state(std::string_view text, std::uint32_t end) {
  const std::uint32_t flags = flags_at(text, end);
  if (ends_[flags] == StateTable::unknown) {
    begin_key();
    insert(0);  // the match
    ends_[flags] = close_and_add(flags);
  }
  return ends_[flags];
}

/// The state before a character. `edge`: the character's class, and flags of the place before it.
BackwardAutomaton::State BackwardAutomaton::step(State state, std::size_t edge) {
  if (const State known = table_.rare_move(state, edge); known != StateTable::unknown) return known;
  const auto character_class = moves_.character_class(edge);
  begin_key();
  const auto& instructions = program_.instructions();
  for (const std::uint16_t target : table_.key(state)) {
    if (target == begins_here) break;
    for (const Index from : leading_.characters_to(target)) {
      if (program_.takes(instructions[from], character_class)) insert(from);
    }
  }
  const State result = close_and_add(kinds_.flags(moves_.kind(edge)));
  if (result != StateTable::unknown) table_.set_move(state, edge, result);
  return result;
}

void BackwardAutomaton::begin_key() {
  const std::size_t count = program_.instructions().size();
  in_key_.resize(bits::words_for(count));  // many automata never build a state
  work_size_ = 0;
  marks_ = &InstructionMarks::begin(count);
}

/// Adds what leads to the set without reading a character; then it is a state.
BackwardAutomaton::State BackwardAutomaton::close_and_add(std::uint32_t flags) {
  const auto& instructions = program_.instructions();
  while (work_size_ > 0) {
    const Index target = marks_->work()[--work_size_];
    for (const Index from : leading_.others_to(target)) {
      if (holds(instructions[from].op, flags)) insert(from);
    }
  }
  key_.clear();
  bits::take_each(in_key_, [this](std::size_t index) { key_.push_back(static_cast<std::uint16_t>(index)); });
  const bool begins = marks_->has(program_.start());
  if (begins) key_.push_back(begins_here);
  return table_.add(key_, begins ? 1 : 0);
}

bool BackwardAutomaton::has(State state, Index index) const {
  // A binary search without branches: which way it goes cannot be foretold.
  const auto key = table_.key(state);
  const std::uint16_t* at = key.data();
  for (std::size_t size = key.size(); size > 1; size -= size / 2) at = at[size / 2] <= index ? at + size / 2 : at;
  return !key.empty() && *at == index;
}

}  // namespace onrecord
