#include "onrecord/rules/match_path.h"

#include <algorithm>
#include <array>

#include "onrecord/rules/regex.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

constexpr std::size_t least_known = 64;
constexpr std::size_t most_known = 1 << 14;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr StateTable::State no_state = StateTable::special - 1;  // in a key: reading begins here

thread_local std::array<MatchPath::Step, MatchPath::longest> steps;  // by offset from where a path begins

std::uint64_t key_of(StateTable::State state, std::size_t move, RegexProgram::Index target) {
  return std::uint64_t{StateTable::index(state)} << 32 | std::uint64_t{move} << 16 | (target + 1U);
}

}  // namespace

MatchPath::~MatchPath() { forget(); }

void MatchPath::forget() {
  StateTable::count_memory(known_.size() * sizeof(Known), 0);
  known_.clear();
  known_count_ = 0;
  edges_.clear();
}

MatchPath::Step* MatchPath::begin(std::string_view text, std::uint32_t from) {
  text_ = text;
  begin_ = from;
  return steps.data();
}

bool MatchPath::find_match(std::uint32_t end, std::vector<Span>& groups) {
  found_.assign(2 * program_.groups(), nowhere);
  Index target = 0;  // the match
  std::uint32_t at = end;
  while (true) {
    const Step* const step = at == begin_ ? nullptr : &steps[at - character_before(text_, at).size - begin_];
    const Origin* const found = step == nullptr ? origin_at_start(flags_at(text_, at), target) : origin(step->state, step->move, target);
    if (found == nullptr) return false;
    if (found->edges != 0) note_edges(*found, at);
    if (found->from == RegexProgram::none) break;
    target = found->from;
    at -= character_before(text_, at).size;
  }
  groups.assign(program_.groups(), no_match);
  groups[0] = {at, end};
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (found_[2 * i] != nowhere && found_[2 * i + 1] != nowhere) groups[i] = {found_[2 * i], found_[2 * i + 1]};
  }
  return true;
}

/// What comes last in the match counts, and is seen first on the way back.
void MatchPath::note_edges(const Origin& origin, std::uint32_t offset) {
  for (std::size_t i = origin.edges; i > 0; --i) {
    std::uint32_t& found = found_[edges_[origin.first_edge + i - 1]];
    if (found == nowhere) found = offset;
  }
}

const MatchPath::Origin* MatchPath::origin(State state, std::size_t move, Index target) {
  const std::uint64_t key = key_of(state, move, target);
  const Known* const known = known_.empty() ? nullptr : place_of(key);
  return known != nullptr && known->key == key ? &known->origin : look_for(state, move, target, key);
}

const MatchPath::Origin* MatchPath::origin_at_start(std::uint32_t flags, Index target) {
  const std::uint64_t key = key_of(no_state, flags, target);
  const Known* const known = known_.empty() ? nullptr : place_of(key);
  if (known != nullptr && known->key == key) return &known->origin;
  begin_search();
  return reaches(program_.start(), flags, target) ? keep(key, RegexProgram::none) : nullptr;
}

/// Goes through the instructions of a state as the automaton did when it made the next one.
const MatchPath::Origin* MatchPath::look_for(State state, std::size_t move, Index target, std::uint64_t key) {
  const auto character_class = static_cast<std::uint32_t>(move / kinds_.count());
  const std::uint32_t flags = kinds_.flags(move % kinds_.count());
  begin_search();
  for (const std::uint16_t index : table_.key(state)) {
    if (index == match_ends) break;
    if (index == begin_again) return reaches(program_.start(), flags, target) ? keep(key, RegexProgram::none) : nullptr;
    const auto& instruction = program_.instructions()[index];
    if (program_.takes(instruction, character_class) && reaches(instruction.next, flags, target)) return keep(key, index);
  }
  return nullptr;
}

void MatchPath::begin_search() {
  if (seen_.empty()) seen_.resize(program_.instructions().size());
  if (++search_number_ == 0) {
    seen_.assign(seen_.size(), 0);
    search_number_ = 1;
  }
}

/// Whether the program leads from one instruction to another without reading, by instructions that this search has not seen. Then
/// `trail_` holds the edges of groups on the way.
bool MatchPath::reaches(Index from, std::uint32_t flags, Index target) {
  work_.assign(1, {from, 0});
  while (!work_.empty()) {
    auto [at, edges] = work_.back();
    work_.pop_back();
    trail_.resize(edges);
    while (seen_[at] != search_number_) {
      seen_[at] = search_number_;
      if (at == target) return true;
      const auto& [op, next, other, number] = program_.instructions()[at];
      if (op == Op::character || op == Op::match || !holds(op, flags)) break;
      if (op == Op::split) work_.push_back({other, trail_.size()});
      if (op == Op::capture) trail_.push_back(number);
      at = next;
    }
  }
  return false;
}

/// Where the key stands, or the free place where it would. There must be one.
MatchPath::Known* MatchPath::place_of(std::uint64_t key) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  const std::size_t mask = known_.size() - 1;
  std::size_t place = static_cast<std::size_t>(key * factor >> 40) & mask;
  while (known_[place].key != 0 && known_[place].key != key) place = (place + 1) & mask;
  return &known_[place];
}

const MatchPath::Origin* MatchPath::keep(std::uint64_t key, Index from) {
  if (known_count_ == most_known / 2) forget();
  if (known_.size() <= 2 * known_count_) {
    std::vector<Known> old(std::max(least_known, 2 * known_.size()));
    StateTable::count_memory(known_.size() * sizeof(Known), old.size() * sizeof(Known));
    old.swap(known_);
    for (const Known& known : old) {
      if (known.key != 0) *place_of(known.key) = known;
    }
  }
  Known& place = *place_of(key);
  place = {key, {from, static_cast<std::uint16_t>(trail_.size()), static_cast<std::uint32_t>(edges_.size())}};
  edges_.insert(edges_.end(), trail_.begin(), trail_.end());
  ++known_count_;
  return &place.origin;
}

}  // namespace onrecord
