#include "onrecord/extract/matching/part_memo.h"

namespace onrecord {

void PartMemo::make_room() {
  left_.resize(rules_.parts());
  right_.resize(rules_.parts());
}

const std::vector<Span>* PartMemo::left(const Part& part, std::string_view text) {
  Result& result = left_[part.number];
  if (result.anchor != anchor_) {
    result.anchor = anchor_;
    result.matched = part.regex->match_end(text, result.groups, engine_);
  }
  return result.matched ? &result.groups : nullptr;
}

const std::vector<Span>* PartMemo::right(const Part& part, std::string_view text) {
  Result& result = right_[part.number];
  if (result.anchor != anchor_) {
    result.anchor = anchor_;
    result.matched = part.regex->match_start(text, result.groups, engine_);
  }
  return result.matched ? &result.groups : nullptr;
}

}  // namespace onrecord
