#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/backward_automaton.h"
#include "onrecord/rules/per_thread.h"
#include "onrecord/rules/regex_program.h"

namespace onrecord {

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

  /// As `Regex::search`, `Regex::match_start` and `Regex::match_end`.
  Outcome search(std::string_view text, std::uint32_t from, std::vector<Span>& groups) const;
  Outcome match_start(std::string_view text, std::vector<Span>& groups) const;
  Outcome match_end(std::string_view text, std::vector<Span>& groups) const;
  /// Whether there is a match anywhere in `text`.
  Outcome find(std::string_view text) const;

 private:
  struct OfThread;
  Automata(const RegexNode& root, bool wants_groups);
  OfThread& of_thread() const;
  Outcome match_from(std::uint32_t from, std::string_view text, std::uint32_t end, std::vector<Span>& groups) const;

  RegexProgram program_;
  LeadingInstructions leading_;
  bool wants_groups_;
  bool begins_with_text_;  // every match begins where the text does
  bool ends_with_text_;
  PerThread per_thread_;
};

}  // namespace onrecord
