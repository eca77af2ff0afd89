#include "onrecord/rules/instruction_marks.h"

#include <algorithm>

namespace onrecord {

InstructionMarks& InstructionMarks::begin(std::size_t count) {
  thread_local InstructionMarks marks;
  if (marks.seen_.size() < count) {
    marks.seen_.resize(count);
    marks.work_.resize(count);
  }
  if (++marks.number_ == 0) {
    std::fill(marks.seen_.begin(), marks.seen_.end(), 0);
    marks.number_ = 1;
  }
  return marks;
}

}  // namespace onrecord
