#include "onrecord/rules/forward_automaton.h"

#include <algorithm>

#include "onrecord/rules/regex_watch.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

constexpr std::uint16_t begin_again = 0xFFFE;  // in a key, at its end: a match may begin at any later place too
constexpr std::uint16_t match_ends = 0xFFFF;   // in a key, at its end: a match ends here

// Traits of a state.
constexpr std::uint8_t match_ends_here = 1;
constexpr std::uint8_t nothing_begun = 2;  // it waits for a match to begin

}  // namespace

ForwardAutomaton::ForwardAutomaton(const RegexProgram& program, const BuiltStates& built)
    : program_(program), built_(built), kinds_(program, at_end), table_(program.classes() * kinds_.count(), built), width_(kinds_.count()) {
  for (char32_t code = 0; code < ascii_moves_.size(); ++code) ascii_moves_[code] = static_cast<std::uint16_t>(program.class_of(code) * width_);
  forget();
}

void ForwardAutomaton::forget() {
  table_.clear();
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    if (built_.starts.empty()) starts_[i].fill(StateTable::unknown);
    else std::copy_n(built_.starts.begin() + i * place_kinds, place_kinds, starts_[i].begin());
  }
}

BuiltStates ForwardAutomaton::built() {
  table_.stop_growing();
  table_.for_each_unknown_move([this](State state, std::size_t move) { step(state, move); });
  BuiltStates result = table_.built();
  std::vector<State> starts;
  for (const auto& of_start : starts_) starts.insert(starts.end(), of_start.begin(), of_start.end());
  result.starts = FlatArray(std::move(starts));
  return result;
}

std::uint32_t ForwardAutomaton::end_of_match(std::string_view text, std::uint32_t from, MatchStart start, MatchWanted wanted) {
  if (table_.takes_too_much()) {
    forget();
    if (RegexCounts* counts = RegexWatch::watched()) ++counts->resets;
  }
  std::uint32_t end = none;
  std::uint32_t at = from;
  State state = start_state(text, from, start);
  while (true) {
    if ((state & StateTable::special) != 0) {
      if (state == StateTable::dead) return end;
      if (state == StateTable::unknown) return gave_up;
      if ((table_.traits(state) & match_ends_here) != 0) {
        end = at;
        if (wanted == MatchWanted::any) return end;
      } else if (const std::uint32_t next = program_.next_beginning(text, at); next != at) {
        at = next;
        state = start_state(text, at, MatchStart::anywhere);
      }
    }
    if (at >= text.size()) return end;
    state = kinds_.tell_words() ? move_on<true>(state, text, at) : move_on<false>(state, text, at);
  }
}

/// Reads the character at `at` and leaves it behind, and those that follow as long as there is nothing else to do.
template <bool tells_words>
inline ForwardAutomaton::State ForwardAutomaton::move_on(State state, std::string_view text, std::uint32_t& at) {
  do {
    const auto first = static_cast<unsigned char>(text[at]);
    std::size_t move = 0;
    if (first < ascii_moves_.size()) {
      move = ascii_moves_[first];
      ++at;
    } else {
      const Character character = character_at(text, at);
      move = program_.class_of(character.code) * width_;
      at += character.size;
    }
    if (at == text.size()) [[unlikely]] {
      move += kinds_.of(text, at);
    } else if constexpr (tells_words) {
      move += PlaceKinds::within(text.data() + at);
    }
    const State next = table_.move(state, move);
    state = next != StateTable::unknown ? next : step(state, move);
  } while ((state & StateTable::special) == 0 && at < text.size());
  return state;
}

ForwardAutomaton::State ForwardAutomaton::start_state(std::string_view text, std::uint32_t from, MatchStart start) {
  const std::uint32_t flags = flags_at(text, from);
  State& result = starts_[start == MatchStart::here ? 0 : 1][flags];
  if (result == StateTable::unknown) {
    begin_key();
    const bool waits = follow(program_.start(), flags) && start == MatchStart::anywhere;
    if (waits) key_.push_back(begin_again);
    result = add_key(waits && program_.begins_rarely() ? nothing_begun : 0);
  }
  return result;
}

/// The state behind a character. `edge`: the character's class, and flags of the place behind it.
ForwardAutomaton::State ForwardAutomaton::step(State state, std::size_t edge) {
  if (const State known = table_.rare_move(state, edge); known != StateTable::unknown) return known;
  const auto character_class = static_cast<std::uint32_t>(edge / width_);
  const auto flags = kinds_.flags(edge % width_);
  begin_key();
  bool open = true;  // nothing that is taken rather has matched
  bool begun = false;
  for (const std::uint16_t index : table_.key(state)) {
    if (index == match_ends || !open) break;
    if (index == begin_again) {
      open = follow(program_.start(), flags);
      if (open) key_.push_back(begin_again);
    } else if (const auto& instruction = program_.instructions()[index]; program_.takes(instruction, character_class)) {
      open = follow(instruction.next, flags);
      begun = true;
    }
  }
  const bool waits = !begun && !key_.empty() && key_.back() == begin_again && program_.begins_rarely();
  const State result = add_key(waits ? nothing_begun : 0);
  if (result != StateTable::unknown) table_.set_move(state, edge, result);
  return result;
}

void ForwardAutomaton::begin_key() {
  key_.clear();
  if (seen_.empty()) {  // many automata never build a state
    seen_.resize(program_.instructions().size());
    work_.resize(program_.instructions().size());
  }
  if (++key_number_ == 0) {
    seen_.assign(seen_.size(), 0);
    key_number_ = 1;
  }
}

/// Adds the instructions that are reached from `index` without reading, the rather ones first. False where the match is reached:
/// what comes after it is not taken any more.
bool ForwardAutomaton::follow(Index index, std::uint32_t flags) {
  const auto& instructions = program_.instructions();
  std::size_t waiting = 0;  // the first so many of `work_`, the last first
  Index at = index;
  while (true) {
    const auto& [op, next, other, number] = instructions[at];
    const bool is_new = seen_[at] != key_number_;
    seen_[at] = key_number_;
    if (is_new && op == Op::match) {
      key_.push_back(match_ends);
      return false;
    }
    if (is_new && op == Op::split) {
      work_[waiting++] = other;
      at = next;
    } else if (is_new && op != Op::character && holds(op, flags)) {
      at = next;
    } else {
      if (is_new && op == Op::character) key_.push_back(at);
      if (waiting == 0) return true;
      at = work_[--waiting];
    }
  }
}

ForwardAutomaton::State ForwardAutomaton::add_key(std::uint8_t traits) {
  return table_.add(key_, traits | (!key_.empty() && key_.back() == match_ends ? match_ends_here : 0));
}

}  // namespace onrecord
