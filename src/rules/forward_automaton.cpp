#include "onrecord/rules/forward_automaton.h"

#include <algorithm>

#include "onrecord/rules/regex_watch.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

constexpr std::uint16_t begin_again = MatchPath::begin_again;
constexpr std::uint16_t match_ends = MatchPath::match_ends;

constexpr std::size_t most_times_read = 4;  // a text, from one beginning after the other

// Traits of a state.
constexpr std::uint8_t match_ends_here = 1;
constexpr std::uint8_t nothing_begun = 2;  // it waits for a match to begin

}  // namespace

ForwardAutomaton::ForwardAutomaton(const RegexProgram& program, const LeadingInstructions& leading, const BuiltStates& built)
    : program_(program),
      built_(built),
      kinds_(program, at_end),
      moves_(program, kinds_),
      table_(moves_.count(), built),
      ascii_moves_(program, kinds_),
      path_(program, leading, kinds_, table_) {
  forget();
}

void ForwardAutomaton::forget() {
  table_.clear();
  path_.forget();
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

void ForwardAutomaton::make_room() {
  if (!table_.takes_too_much()) return;
  forget();
  if (RegexCounts* counts = RegexWatch::watched()) ++counts->resets;
}

inline ForwardAutomaton::State ForwardAutomaton::start_state(std::string_view text, std::uint32_t from, MatchStart start) {
  const std::uint32_t flags = flags_at(text, from);
  const State known = starts_[start == MatchStart::here ? 0 : 1][flags];
  return known != StateTable::unknown ? known : new_start_state(flags, start);
}

std::uint32_t ForwardAutomaton::end_of_match(std::string_view text, std::uint32_t from, MatchStart start, MatchWanted wanted) {
  make_room();
  std::uint32_t at = from;
  return run<false>(start_state(text, from, start), text, at, wanted);
}

std::uint32_t ForwardAutomaton::find_match(std::string_view text, std::uint32_t from, MatchStart start, std::vector<Span>& groups) {
  make_room();
  std::uint32_t reached = from;
  states_ = path_.begin(text, from);
  states_begin_ = begun_ = from;
  const bool tries_each = start == MatchStart::anywhere && program_.begins_rarely() && !text.empty();
  const std::uint32_t end = tries_each ? end_of_first<true>(text, from) : run_from<true>(text, from, start, reached);
  if (end == none || end == gave_up) return end;
  const GroupTimer timer(program_.groups() > 1);
  return path_.find_match(begun_, end, groups) ? end : gave_up;
}

std::uint32_t ForwardAutomaton::end_of_any(std::string_view text) {
  if (!program_.begins_rarely() || text.empty()) return end_of_match(text, 0, MatchStart::anywhere, MatchWanted::any);
  make_room();
  return end_of_first<false>(text, 0);
}

/// From one place at which a match may begin to the next; from all at once where that takes too long.
template <bool keeps_path>
std::uint32_t ForwardAutomaton::end_of_first(std::string_view text, std::uint32_t from) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::size_t may_read = most_times_read * (text.size() - from);
  Beginnings beginnings(program_, text);
  std::uint32_t at = beginnings.next(from);
  while (at < size) {
    std::uint32_t reached = at;
    const std::uint32_t end = run_from<keeps_path>(text, at, MatchStart::here, reached);
    if (end != none) return end;
    if (may_read < reached - at) return run_from<keeps_path>(text, at, MatchStart::anywhere, reached);
    may_read -= reached - at;
    at = beginnings.next(at + character_at(text, at).size);
  }
  return none;
}

/// Leaves in `reached` how far it read. Without a path, any match does.
template <bool keeps_path>
std::uint32_t ForwardAutomaton::run_from(std::string_view text, std::uint32_t from, MatchStart start, std::uint32_t& reached) {
  reached = begun_ = from;
  return run<keeps_path>(start_state(text, from, start), text, reached, keeps_path ? MatchWanted::leftmost : MatchWanted::any);
}

/// Reads on from `at` in `state`; returns as `end_of_match`, and leaves in `at` how far it read.
template <bool keeps_path>
std::uint32_t ForwardAutomaton::run(State state, std::string_view text, std::uint32_t& at, MatchWanted wanted) {
  std::uint32_t end = none;
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
        begun_ = at;
      }
    }
    if (at >= text.size()) return end;
    state = kinds_.tell_words() ? move_on<true, keeps_path>(state, text, at) : move_on<false, keeps_path>(state, text, at);
  }
}

/// Reads characters from `at` on and leaves them behind, until there is something else to do than to move on.
template <bool tells_words, bool keeps_path>
inline ForwardAutomaton::State ForwardAutomaton::move_on(State state, std::string_view text, std::uint32_t& at) {
  return table_.with_rows([&](const auto& row) { return move_by<tells_words, keeps_path>(row, state, text, at); });
}

template <bool tells_words, bool keeps_path, typename Row>
inline ForwardAutomaton::State ForwardAutomaton::move_by(const Row& row, State state, std::string_view text, std::uint32_t& at) {
  const char* const last = text.data() + text.size() - 1;
  const char* place = text.data() + at;
  State* const states = states_;
  const char* const first = text.data() + states_begin_;
  std::size_t index = StateTable::index(state);
  while (place < last) {
    const auto byte = static_cast<unsigned char>(*place);
    std::size_t move = 0;
    std::size_t size = 1;
    if (byte < ascii_end) {
      move = ascii_moves_.over(byte, tells_words && is_ascii_word(place[1]));
    } else if (leads_three(*place) && place + 3 <= last) {
      move = moves_.of(program_.class_of(character_of_three(place)), tells_words && is_ascii_word(place[3]) ? 1 : 0);
      size = 3;
    } else {
      break;
    }
    const State next = row(index)[move];
    if constexpr (keeps_path) states[place - first] = static_cast<State>(index);
    if ((next & StateTable::special) != 0) {
      if (next == StateTable::unknown) break;
      at = static_cast<std::uint32_t>(place + size - text.data());
      return next;
    }
    place += size;
    index = next;
  }
  at = static_cast<std::uint32_t>(place - text.data());
  return move_one<keeps_path>(static_cast<State>(index), text, at);
}

/// Reads any character at `at`.
template <bool keeps_path>
ForwardAutomaton::State ForwardAutomaton::move_one(State state, std::string_view text, std::uint32_t& at) {
  const std::uint32_t before = at;
  const Character character = character_at(text, at);
  at += character.size;
  const std::size_t move = moves_.of(program_.class_of(character.code), kinds_.of(text, at));
  if constexpr (keeps_path) states_[before - states_begin_] = state;
  const State next = table_.move(state, move);
  return next != StateTable::unknown ? next : step(state, move);
}

/// Whether a state in which nothing seems to have begun may go on to the next beginning. For a match that has begun the same instructions
/// may stand there: then it must go on with characters that begin a match wherever they stand.
bool ForwardAutomaton::may_skip() const { return program_.begins_rarely() && !program_.begins_words() && !program_.asks(Op::text_begin); }

ForwardAutomaton::State ForwardAutomaton::new_start_state(std::uint32_t flags, MatchStart start) {
  begin_key();
  const bool waits = follow(program_.start(), flags) && start == MatchStart::anywhere;
  if (waits) key_.push_back(begin_again);
  return starts_[start == MatchStart::here ? 0 : 1][flags] = add_key(waits && may_skip() ? nothing_begun : 0);
}

/// The state behind a character. `edge`: the character's class, and flags of the place behind it.
ForwardAutomaton::State ForwardAutomaton::step(State state, std::size_t edge) {
  if (const State known = table_.rare_move(state, edge); known != StateTable::unknown) return known;
  const auto character_class = moves_.character_class(edge);
  const auto flags = kinds_.flags(moves_.kind(edge));
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
  const bool waits = !begun && !key_.empty() && key_.back() == begin_again && may_skip();
  const State result = add_key(waits ? nothing_begun : 0);
  if (result != StateTable::unknown) table_.set_move(state, edge, result);
  return result;
}

void ForwardAutomaton::begin_key() {
  key_.clear();
  marks_ = &InstructionMarks::begin(program_.instructions().size());
}

/// Adds the instructions that are reached from `index` without reading, the rather ones first. False where the match is reached:
/// what comes after it is not taken any more.
bool ForwardAutomaton::follow(Index index, std::uint32_t flags) {
  const auto& instructions = program_.instructions();
  InstructionMarks& marks = *marks_;
  Index* const work = marks.work();
  std::size_t waiting = 0;  // the first so many of `work`, the last first
  Index at = index;
  while (true) {
    const auto& [op, next, other, number] = instructions[at];
    const bool is_new = marks.insert(at);
    if (is_new && op == Op::match) {
      key_.push_back(match_ends);
      return false;
    }
    if (is_new && op == Op::split) {
      work[waiting++] = other;
      at = next;
    } else if (is_new && op != Op::character && holds(op, flags)) {
      at = next;
    } else {
      if (is_new && op == Op::character) key_.push_back(at);
      if (waiting == 0) return true;
      at = work[--waiting];
    }
  }
}

ForwardAutomaton::State ForwardAutomaton::add_key(std::uint8_t traits) {
  return table_.add(key_, traits | (!key_.empty() && key_.back() == match_ends ? match_ends_here : 0));
}

}  // namespace onrecord
