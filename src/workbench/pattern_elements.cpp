#include "onrecord/workbench/pattern_elements.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/pattern_syntax.h"

namespace onrecord {
namespace {

bool is_word(char c) { return is_ascii_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

class ElementScanner {
 public:
  ElementScanner(std::string_view pattern, bool free_spacing) : pattern_(pattern), free_spacing_(free_spacing) {}

  std::vector<std::vector<Span>> run() {
    std::vector<std::vector<Span>> alternatives(1);
    while (at_ < pattern_.size()) {
      if (free_spacing_ && skip_space()) continue;
      if (pattern_[at_] == '|') {
        alternatives.emplace_back();
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      skip_atom();
      skip_repeat();
      alternatives.back().push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
    }
    return alternatives;
  }

 private:
  bool at_repeat(std::size_t i) const {
    if (i >= pattern_.size()) return false;
    const char c = pattern_[i];
    return c == '?' || c == '*' || c == '+' || (c == '{' && !begins_reference(pattern_, i));
  }

  bool skip_space() {
    if (pattern_[at_] == '#') {
      at_ = comment_end(pattern_, at_);
      return true;
    }
    if (!is_pattern_space(pattern_[at_])) return false;
    ++at_;
    return true;
  }

  void skip_atom() {
    switch (pattern_[at_]) {
      case '\\': at_ = escape_end(pattern_, at_); break;
      case '[': skip_class(); break;
      case '(': skip_group(); break;
      case '{': skip_to('}'); break;
      default: skip_word();
    }
  }

  /// A run of letters is one element; but a repeat behind it counts for its last letter only.
  void skip_word() {
    const std::size_t begin = at_;
    if (!is_word(pattern_[at_++])) return;
    while (at_ < pattern_.size() && is_word(pattern_[at_])) ++at_;
    if (!at_repeat(at_)) return;
    std::size_t last = at_ - 1;
    while (last > begin && (static_cast<unsigned char>(pattern_[last]) & 0xC0) == 0x80) --last;
    if (last > begin) at_ = last;
  }

  void skip_to(char end) { at_ = std::min(pattern_.find(end, at_), pattern_.size() - 1) + 1; }

  void skip_class() { at_ = std::min(class_end(pattern_, at_), pattern_.size()); }

  void skip_group() {
    int depth = 0;
    do {
      const char c = pattern_[at_];
      if (free_spacing_ && (c == '#' || is_pattern_space(c))) {
        skip_space();
      } else if (c == '(') {
        ++depth;
        ++at_;
      } else if (c == ')') {
        --depth;
        ++at_;
      } else if (c == '\\') {
        at_ = escape_end(pattern_, at_);
      } else if (c == '[') {
        skip_class();
      } else {
        ++at_;
      }
    } while (depth > 0 && at_ < pattern_.size());
  }

  void skip_repeat() {
    while (at_repeat(at_)) {
      if (pattern_[at_] == '{') skip_to('}');
      else ++at_;
    }
  }

  std::string_view pattern_;
  bool free_spacing_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::vector<Span>> pattern_elements(std::string_view pattern, bool free_spacing) { return ElementScanner(pattern, free_spacing).run(); }

}  // namespace onrecord
