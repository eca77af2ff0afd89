#include "onrecord/workbench/pattern_elements.h"

#include <algorithm>

namespace onrecord {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

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
    return c == '?' || c == '*' || c == '+' || (c == '{' && i + 1 < pattern_.size() && is_digit(pattern_[i + 1]));
  }

  bool skip_space() {
    if (pattern_[at_] == '#') {
      at_ = std::min(pattern_.find('\n', at_), pattern_.size());
      return true;
    }
    if (!is_space(pattern_[at_])) return false;
    ++at_;
    return true;
  }

  void skip_atom() {
    switch (pattern_[at_]) {
      case '\\': skip_escape(); break;
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

  void skip_escape() {
    const char kind = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
    at_ = std::min(at_ + 2, pattern_.size());
    if (kind == 'Q') {
      const std::size_t end = pattern_.find("\\E", at_);
      at_ = end == std::string_view::npos ? pattern_.size() : end + 2;
    } else if ((kind == 'x' || kind == 'p' || kind == 'P') && at_ < pattern_.size() && pattern_[at_] == '{') {
      skip_to('}');
    }
  }

  void skip_class() {
    ++at_;
    if (at_ < pattern_.size() && pattern_[at_] == '^') ++at_;
    if (at_ < pattern_.size() && pattern_[at_] == ']') ++at_;
    while (at_ < pattern_.size() && pattern_[at_] != ']') {
      if (pattern_.substr(at_, 2) == "[:") skip_to(':'), skip_to(']');
      else at_ += pattern_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + 1, pattern_.size());
  }

  void skip_group() {
    int depth = 0;
    do {
      const char c = pattern_[at_];
      if (free_spacing_ && (c == '#' || is_space(c))) {
        skip_space();
      } else if (c == '(') {
        ++depth;
        ++at_;
      } else if (c == ')') {
        --depth;
        ++at_;
      } else if (c == '\\') {
        skip_escape();
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

std::vector<std::vector<Span>> pattern_elements(std::string_view pattern, bool free_spacing) {
  return ElementScanner(pattern, free_spacing).run();
}

}  // namespace onrecord
