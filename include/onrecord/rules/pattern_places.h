#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"

/// Where in the rules something stands that a pattern was expanded from.
namespace onrecord {

/// A stretch of a pattern as written: a reference to a fragment, whose text then follows.
struct PatternPlace {
  const PatternText* pattern = nullptr;
  std::size_t offset = 0;
  std::size_t width = 1;
};

/// How an expanded pattern came about, so that a complaint about it can be led back to what somebody wrote.
struct PatternTrace {
  struct Step {
    bool right = false;                ///< in `ExpandedPattern::right`, else in `left`
    std::size_t begin = 0;             ///< offset there of what the step wrote
    PatternPlace at;                   ///< what it wrote that for
    std::vector<PatternPlace> inside;  ///< the references that led there, the outermost first
  };
  std::vector<Step> steps;  ///< in the order of what they wrote, the left part first
};

/// Adds to `diagnostic` where it is, and for each reference that led there a note, the innermost first.
void point_at(Diagnostic& diagnostic, const PatternPlace& at, const std::vector<PatternPlace>& inside);

/// Reports what is wrong in a pattern while it is expanded, with the references that led there. Refers to the diagnostics.
class PatternReporter {
 public:
  explicit PatternReporter(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// What is reported up to `leave` stands in the fragment that is referred to here.
  void enter(const PatternPlace& reference) { inside_.push_back(reference); }
  void leave() { inside_.pop_back(); }
  bool has_errors() const { return diagnostics_.has_errors(); }
  /// The references that led here, the outermost first.
  const std::vector<PatternPlace>& inside() const { return inside_; }

  /// In the words of the pattern there.
  void error(const PatternPlace& at, std::string code, std::string message, std::string hint = {});

 private:
  Diagnostics& diagnostics_;
  std::vector<PatternPlace> inside_;
};

}  // namespace onrecord
