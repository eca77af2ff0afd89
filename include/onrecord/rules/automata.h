#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/backward_automaton.h"
#include "onrecord/rules/image.h"
#include "onrecord/rules/per_thread.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {

class ForwardAutomaton;

/// A regular expression, matched by automata that are built while they read. Agrees with RE2, and costs less: an anchored
/// match takes a few instructions a byte and ends where nothing can match any more, and groups cost a second pass over the match
/// in the place of RE2's simulation of the program. Safe to use from several threads, each of which builds its own.
class Automata {
 public:
  enum class Outcome {
    absent,
    found,
    gave_up,  ///< the text needs too many states: RE2 must do
  };

  /// Null where the pattern holds what `parse_regex` does not know; RE2 must do then. Without `wants_groups` only `groups[0]` is set.
  static std::unique_ptr<Automata> build(std::string_view pattern, bool ignore_case, bool wants_groups);

  /// Writes all of it, with the states that this thread has built so far.
  void write(ImageWriter& image);
  /// Reads what `write` wrote; every thread begins with those states. The image must outlive it.
  static std::unique_ptr<Automata> read(ImageReader& image);

  /// As `Regex::search`, `Regex::match_start` and `Regex::match_end`.
  Outcome search(std::string_view text, std::uint32_t from, std::vector<Span>& groups) const;
  Outcome match_start(std::string_view text, std::vector<Span>& groups) const;
  Outcome match_end(std::string_view text, std::vector<Span>& groups) const;
  /// Whether there is a match anywhere in `text`.
  Outcome find(std::string_view text) const;

 private:
  struct OfThread;
  Automata() = default;
  Automata(const RegexNode& root, bool wants_groups);
  OfThread& of_thread() const;
  ForwardAutomaton& forward_of_thread() const;
  BackwardAutomaton& backward_of_thread() const;
  template <typename Archive>
  void visit_parts(Archive& archive, BuiltStates& forward, BuiltStates& backward) {
    archive(program_, leading_, wants_groups_, begins_with_text_, ends_with_text_, forward, backward);
  }
  Outcome match_before(std::uint32_t end, std::uint32_t from, std::string_view text, std::vector<Span>& groups) const;
  Outcome match_from(std::uint32_t from, std::string_view text, std::uint32_t end, std::vector<Span>& groups) const;

  RegexProgram program_;
  LeadingInstructions leading_;
  bool wants_groups_ = false;
  bool begins_with_text_ = false;  // every match begins where the text does
  bool ends_with_text_ = false;
  BuiltStates forward_states_, backward_states_;
  PerThread per_thread_;
};

}  // namespace onrecord
