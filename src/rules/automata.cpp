#include "onrecord/rules/automata.h"

#include "onrecord/rules/forward_automaton.h"
#include "onrecord/rules/regex_watch.h"

namespace onrecord {

using Op = RegexProgram::Op;
using Index = RegexProgram::Index;

/// What a thread has built. Most patterns need only one of the two, and each takes a kilobyte.
struct Automata::OfThread {
  std::unique_ptr<ForwardAutomaton> forward;
  std::unique_ptr<BackwardAutomaton> backward;
};

namespace {

/// Whether every way through the program passes `assertion` before it reads a character or ends.
bool begins_with(const RegexProgram& program, Op assertion) {
  std::vector<Index> work{program.start()};
  std::vector<bool> seen(program.instructions().size());
  while (!work.empty()) {
    const Index at = work.back();
    work.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const auto& [op, next, other, number] = program.instructions()[at];
    if (op == Op::character || op == Op::match) return false;
    if (op == assertion) continue;
    work.push_back(next);
    if (op == Op::split) work.push_back(other);
  }
  return true;
}

/// Whether every way through the program passes `assertion` behind the last character.
bool ends_with(const RegexProgram& program, const LeadingInstructions& leading, Op assertion) {
  std::vector<Index> work{0};  // the match
  std::vector<bool> seen(program.instructions().size());
  while (!work.empty()) {
    const Index at = work.back();
    work.pop_back();
    if (at == program.start() && program.instructions()[at].op != assertion) return false;
    for (const std::uint16_t from : leading.to(at)) {
      const Op op = program.instructions()[from].op;
      if (op == Op::character) return false;
      if (op == assertion || seen[from]) continue;
      seen[from] = true;
      work.push_back(from);
    }
  }
  return true;
}

/// Of where a match ends or begins, as an automaton says.
Automata::Outcome outcome_of(std::uint32_t at) {
  static_assert(ForwardAutomaton::gave_up == BackwardAutomaton::gave_up && ForwardAutomaton::none == BackwardAutomaton::none);
  return at == ForwardAutomaton::gave_up ? Automata::Outcome::gave_up : at == ForwardAutomaton::none ? Automata::Outcome::absent : Automata::Outcome::found;
}

}  // namespace

std::unique_ptr<Automata> Automata::build(std::string_view pattern, bool ignore_case, bool wants_groups) {
  const auto root = parse_regex(pattern, ignore_case);
  if (!root) return nullptr;
  std::unique_ptr<Automata> result(new Automata(*root, wants_groups));
  return result->program_.usable() ? std::move(result) : nullptr;
}

Automata::Automata(const RegexNode& root, bool wants_groups)
    : program_(root),
      leading_(program_),
      wants_groups_(wants_groups),
      begins_with_text_(program_.usable() && begins_with(program_, Op::text_begin)),
      ends_with_text_(program_.usable() && ends_with(program_, leading_, Op::text_end)) {}

void Automata::write(ImageWriter& image) {
  BuiltStates forward = forward_of_thread().built(), backward = backward_of_thread().built();
  visit_parts(image, forward, backward);
}

std::unique_ptr<Automata> Automata::read(ImageReader& image) {
  std::unique_ptr<Automata> result(new Automata);
  result->visit_parts(image, result->forward_states_, result->backward_states_);
  return result;
}

Automata::OfThread& Automata::of_thread() const {
  return per_thread_.get<OfThread>([] { return std::make_unique<OfThread>(); });
}

ForwardAutomaton& Automata::forward_of_thread() const {
  std::unique_ptr<ForwardAutomaton>& own = of_thread().forward;
  if (!own) own = std::make_unique<ForwardAutomaton>(program_, leading_, forward_states_);
  return *own;
}

BackwardAutomaton& Automata::backward_of_thread() const {
  std::unique_ptr<BackwardAutomaton>& own = of_thread().backward;
  if (!own) own = std::make_unique<BackwardAutomaton>(program_, leading_, backward_states_);
  return *own;
}

Automata::Outcome Automata::search(std::string_view text, std::uint32_t from, std::vector<Span>& groups) const {
  if (begins_with_text_) return from == 0 ? match_start(text, groups) : Outcome::absent;
  const auto size = static_cast<std::uint32_t>(text.size());
  if (ends_with_text_) return match_from(from, text, size, groups);
  ForwardAutomaton& forward = forward_of_thread();
  if (size - from <= MatchPath::longest) return outcome_of(forward.find_match(text, from, MatchStart::anywhere, groups));
  return match_before(forward.end_of_match(text, from, MatchStart::anywhere, MatchWanted::leftmost), from, text, groups);
}

Automata::Outcome Automata::match_start(std::string_view text, std::vector<Span>& groups) const {
  ForwardAutomaton& forward = forward_of_thread();
  if (wants_groups_ && text.size() <= MatchPath::longest) return outcome_of(forward.find_match(text, 0, MatchStart::here, groups));
  const std::uint32_t end = forward.end_of_match(text, 0, MatchStart::here, MatchWanted::leftmost);
  if (wants_groups_) return match_before(end, 0, text, groups);
  groups.assign(1, {0, end});
  return outcome_of(end);
}

/// The leftmost match from `from` on that ends where the forward automaton said.
Automata::Outcome Automata::match_before(std::uint32_t end, std::uint32_t from, std::string_view text, std::vector<Span>& groups) const {
  const Outcome outcome = outcome_of(end);
  const GroupTimer timer(wants_groups_);
  return outcome == Outcome::found ? match_from(from, text, end, groups) : outcome;
}

Automata::Outcome Automata::match_end(std::string_view text, std::vector<Span>& groups) const {
  return match_from(0, text, static_cast<std::uint32_t>(text.size()), groups);
}

/// The leftmost match from `from` on that ends at `end`.
Automata::Outcome Automata::match_from(std::uint32_t from, std::string_view text, std::uint32_t end, std::vector<Span>& groups) const {
  BackwardAutomaton& backward = backward_of_thread();
  const std::uint32_t begin = wants_groups_ ? backward.begin_of_match_with_groups(text, from, end) : backward.begin_of_match(text, from, end);
  if (begin == BackwardAutomaton::gave_up) return Outcome::gave_up;
  if (begin == BackwardAutomaton::none) return Outcome::absent;
  if (wants_groups_) {
    backward.find_groups({begin, end}, groups);
  } else {
    groups.assign(1, {begin, end});
  }
  return Outcome::found;
}

Automata::Outcome Automata::find(std::string_view text) const {
  if (ends_with_text_ && !begins_with_text_) return outcome_of(backward_of_thread().begin_of_match(text, 0, static_cast<std::uint32_t>(text.size())));
  ForwardAutomaton& forward = forward_of_thread();
  return outcome_of(begins_with_text_ ? forward.end_of_match(text, 0, MatchStart::here, MatchWanted::any) : forward.end_of_any(text));
}

}  // namespace onrecord
