#pragma once

#include "onrecord/extract/matching/field_cuts.h"
#include "onrecord/extract/matching/part_memo.h"

namespace onrecord {

/// What matching keeps in mind from one pattern to the next, of whichever document is at work: it stands in tables by the number of a part, far
/// larger than what an article brings. So documents that take turns share it. Serves one unit at a time, and one way of matching.
struct MatchMemory {
  MatchMemory(const RuleSet& rules, bool use_filters)
      : parts(rules, use_filters ? RegexEngine::automata : RegexEngine::re2), cuts(rules, use_filters ? RegexEngine::automata : RegexEngine::re2) {}

  PartMemo parts;
  CutMemo cuts;
};

}  // namespace onrecord
