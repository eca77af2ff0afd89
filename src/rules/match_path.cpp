#include "onrecord/rules/match_path.h"

#include <algorithm>
#include <memory>

#include "onrecord/rules/regex.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

constexpr std::size_t least_known = 64;
constexpr std::size_t most_known = 1 << 14;
constexpr std::size_t most_origins = 30000;  // their numbers fit into 16 bits, with those that the next step adds
constexpr std::uint32_t nowhere = 0xFFFFFFFF;

/// By state, kind of the place behind the character, and target.
std::uint32_t key_of(std::size_t state, std::size_t kind, RegexProgram::Index target) {
  static_assert(RegexProgram::most_instructions < 1U << 15);
  return static_cast<std::uint32_t>(state << 17 | kind << 15 | target);
}

/// Where reading begins; there are more kinds of places then. No state has these numbers.
std::uint32_t key_at_start(std::uint32_t flags, RegexProgram::Index target) { return key_of(StateTable::most_states + flags / 4, flags % 4, target); }

}  // namespace

MatchPath::~MatchPath() { forget(); }

void MatchPath::forget() {
  StateTable::count_memory(known_.size() * sizeof(Known), 0);
  known_.clear();
  known_count_ = 0;
  origins_.clear();
  edges_.clear();
}

MatchPath::State* MatchPath::begin(std::string_view text, std::uint32_t from) {
  text_ = text;
  begin_ = from;
  // By offset from where a path begins. What no path came to is never touched.
  thread_local const auto states = std::make_unique_for_overwrite<State[]>(longest);
  return states_ = states.get();
}

/// From a character of a word at which the target led to itself, whatever the character, back over those of the word that were read in the same
/// state: most are.
inline std::uint32_t MatchPath::skip_alike(std::uint32_t start, std::uint32_t at) const {
  const State state = states_[at - begin_];
  while (at > start && is_ascii_word(text_[at - 1]) && states_[at - 1 - begin_] == state) --at;
  return at;
}

bool MatchPath::find_match(std::uint32_t start, std::uint32_t end, std::vector<Span>& groups) {
  found_.assign(2 * program_.groups(), nowhere);
  Index target = 0;  // the match
  std::uint32_t at = end;
  const char* const text = text_.data();
  const PlaceKinds kinds = kinds_;
  while (true) {
    std::uint32_t before = at;
    std::size_t kind = 0;
    const Known* found = nullptr;
    if (at == start) {
      found = origins_at_start(flags_at(text_, at), target);
    } else {
      do --before;
      while ((static_cast<unsigned char>(text[before]) & 0xC0) == 0x80);
      const State state = states_[before - begin_];
      kind = kinds.of(text_, at);
      const std::uint32_t key = key_of(StateTable::index(state), kind, target);
      found = known(key);
      if (found == nullptr) found = origins(state, kind, target, key);
    }
    if (found == nullptr) return false;
    Index from = found->from;
    if (found->details != 0) {
      const Origin& origin = choose(*found, before);
      note_edges(origin, at);
      from = origin.from;
    }
    if (from == RegexProgram::none) break;
    const bool in_word = kind == 0 && is_ascii_word(text[before]);
    at = in_word && from == target && found->details == 0 ? skip_alike(start, before) : before;
    target = from;
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

/// Null: it is not known yet.
inline const MatchPath::Known* MatchPath::known(std::uint32_t key) const {
  if (known_.empty()) return nullptr;
  const Known& found = known_[place_of(key)];
  return found.key == key ? &found : nullptr;
}

/// The first origin that takes the character at `offset`.
const MatchPath::Origin& MatchPath::choose(const Known& known, std::uint32_t offset) const {
  const Origin* origin = &origins_[known.details - 1U];
  if (origin->is_last) return *origin;
  const std::uint32_t character_class = program_.class_of(character_at(text_, offset).code);
  while (!origin->is_last && !program_.takes(program_.instructions()[origin->from], character_class)) ++origin;
  return *origin;
}

const MatchPath::Known* MatchPath::origins_at_start(std::uint32_t flags, Index target) {
  const std::uint32_t key = key_at_start(flags, target);
  if (const Known* const found = known(key)) return found;
  make_room();
  find_ways_to(target, flags);
  if (leads(program_.start())) note_origin(RegexProgram::none, program_.start(), target);
  return keep(key);
}

/// Goes through the instructions of a state as the automaton did when it made the next one, for any character.
const MatchPath::Known* MatchPath::origins(State state, std::size_t kind, Index target, std::uint32_t key) {
  make_room();
  find_ways_to(target, kinds_.flags(kind));
  for (const std::uint16_t index : table_.key(state)) {
    if (index == match_ends) break;
    const Index from = index == begin_again ? RegexProgram::none : Index{index};
    const Index first = index == begin_again ? program_.start() : program_.instructions()[index].next;
    if (leads(first)) note_origin(from, first, target);
  }
  return keep(key);
}

/// Finds from which instructions the target is reached without reading, itself too.
void MatchPath::find_ways_to(Index target, std::uint32_t flags) {
  InstructionMarks& leads = InstructionMarks::begin(program_.instructions().size());
  leads_ = &leads;
  Index* const work = leads.work();
  std::size_t waiting = 0;
  leads.add(target);
  work[waiting++] = target;
  while (waiting > 0) {
    const Index to = work[--waiting];
    for (const Index from : leading_.others_to(to)) {
      if (leads.has(from) || !holds(program_.instructions()[from].op, flags)) continue;
      leads.add(from);
      work[waiting++] = from;
    }
  }
}

/// With the edges of groups on the way that is taken rather from `first` to the target.
void MatchPath::note_origin(Index from, Index first, Index target) {
  const auto first_edge = static_cast<std::uint32_t>(edges_.size());
  for (Index at = first; at != target;) {
    const auto& [op, next, other, number] = program_.instructions()[at];
    if (op == Op::capture) edges_.push_back(number);
    at = op == Op::split && !leads(next) ? other : next;
  }
  found_origins_.push_back({from, false, static_cast<std::uint16_t>(edges_.size() - first_edge), first_edge});
}

/// Where the key stands, or the free place where it would. There must be one.
inline std::size_t MatchPath::place_of(std::uint32_t key) const {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  const std::size_t mask = known_.size() - 1;
  std::size_t place = static_cast<std::size_t>(key * factor >> 40) & mask;
  while (known_[place].key != 0 && known_[place].key != key) place = (place + 1) & mask;
  return place;
}

/// Before origins are noted, which may need room.
void MatchPath::make_room() {
  found_origins_.clear();
  if (known_count_ == most_known / 2 || origins_.size() > most_origins) forget();
  if (known_.size() > 2 * known_count_) return;
  std::vector<Known> old(std::max(least_known, 2 * known_.size()));
  StateTable::count_memory(known_.size() * sizeof(Known), old.size() * sizeof(Known));
  old.swap(known_);
  for (const Known& known : old) {
    if (known.key != 0) known_[place_of(known.key)] = known;
  }
}

/// Keeps the origins noted. Null: there is none.
const MatchPath::Known* MatchPath::keep(std::uint32_t key) {
  if (found_origins_.empty()) return nullptr;
  Known& place = known_[place_of(key)];
  place = {key, found_origins_.front().from, 0};
  if (found_origins_.size() > 1 || found_origins_.front().edges != 0) {
    found_origins_.back().is_last = true;
    place.details = static_cast<std::uint16_t>(origins_.size() + 1);
    origins_.insert(origins_.end(), found_origins_.begin(), found_origins_.end());
  }
  ++known_count_;
  return &place;
}

}  // namespace onrecord
