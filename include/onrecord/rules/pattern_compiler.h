#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/rules/compile_options.h"
#include "onrecord/rules/compile_reporter.h"
#include "onrecord/rules/expanded_fragments.h"
#include "onrecord/rules/needs_table.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// A pattern as written, with what it takes to expand it. Refers to its parts.
struct PatternSource {
  const PatternText& written;
  bool extended = false;
  std::string_view anchor;
  const ViewVocabulary& vocabulary;
  bool ignore_case = false;
};

/// A part of an expanded pattern, between what ties it to its place. Refers to its parts.
struct PatternPart {
  std::string_view before;
  const std::string& pattern;
  std::string_view after;
  bool right = false;  ///< of the anchor

  /// The three of them, one behind the other.
  std::string text() const;
};

/// Compiles patterns and reports what is wrong with them where it was written. Refers to its parts.
class PatternCompiler {
 public:
  PatternCompiler(const RuleSetDefinition& definition, const std::vector<std::unique_ptr<Lexicon>>& lexicons, const CompileOptions& options,
                  CompileReporter& reporter);

  /// None where something in the pattern is wrong. The vocabulary must stay where it is.
  std::optional<ExpandedPattern> expand(const PatternSource& source);
  /// Null where RE2 does not take it.
  const Regex* regex(const PatternPart& written, const PatternSource& source);
  /// A part with the regex of all parts that say the same and without groups; without a regex where RE2 does not take it.
  Part part(const PatternPart& written, const PatternSource& source);
  /// The same with the groups that fill fields of the type; others are errors.
  Part part(const PatternPart& written, const PatternSource& source, const Type& type);
  /// The field that a group of the pattern fills; `no_field` where the type has none of that name, which is reported.
  std::uint32_t group_field(const Type& type, const std::string& name, const PatternSource& source);
  /// Whether the pattern matches the empty string, as far as patterns are compiled at once.
  bool is_known_to_match_empty(const Part& part) const;

  /// How many regexes parts have: each `Part::number` is smaller.
  std::size_t parts() const { return regexes_.size(); }
  /// The regexes by `Part::number`, and behind them all others; nothing is left here.
  std::vector<std::unique_ptr<Regex>> take_regexes();
  /// The needs by `Part::needs`.
  std::vector<Needs> take_needs() { return needs_.take(); }

 private:
  std::optional<Regex> compile(const PatternPart& written, const PatternSource& source);
  std::optional<std::uint32_t> number_of(const PatternPart& written, const PatternSource& source);
  PatternTrace trace_of(const PatternSource& source) const;
  void report_refusal(const RegexError& problem, const std::string& text, const PatternPart& written, const PatternSource& source);

  const CompileOptions& options_;
  CompileReporter& reporter_;
  std::unordered_map<std::string, const FragmentDefinition*> fragments_;
  std::unordered_map<std::string, const Lexicon*> lexicons_;
  ExpandedFragments expanded_;
  std::vector<std::unique_ptr<Regex>> regexes_, others_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  NeedsTable needs_;
};

}  // namespace onrecord
