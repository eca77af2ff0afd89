#pragma once

#include "onrecord/extract/matching/field_cuts.h"
#include "onrecord/extract/matching/part_memo.h"

namespace onrecord {

/// What matching keeps in mind from one pattern to the next, of whichever document is at work: it stands in tables by the number of a part, far
/// larger than what an article brings. So documents that take turns share it. Serves one unit at a time, and one way of matching.
struct MatchMemory {
  MatchMemory(const RuleSet& rules, RegexEngine engine) : parts(rules, engine), cuts(rules, engine) {}

  PartMemo parts;
  CutMemo cuts;
};

}  // namespace onrecord
