#include <algorithm>
#include <string_view>
#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/object_lines.h"

namespace onrecord {
namespace {

/// The elements of an array. What they hold is not looked at, only where each ends.
class JsonArray : public ObjectLines {
 public:
  JsonArray(ByteSource bytes, std::string source, const InputOptions& options) : ObjectLines(std::move(bytes), std::move(source), options, Numbers::objects) {}

 private:
  bool add(std::string& lines) override {
    const std::string_view bytes = rest();
    if (begin_ == at_ && !is_too_large_) begin_ = at_ = next_element(bytes);
    while (at_ < bytes.size() && !is_at_end(bytes[at_])) ++at_;
    if (at_ == bytes.size() && !is_all()) {
      if (is_too_large_ || bytes.size() > options().max_document_bytes) pass_over_part();
      return false;
    }
    if (is_too_large_) return fail_by_size(at_), true;
    if (begin_ == at_ || depth_ > 0 || is_text_) return fail_if_open(bytes.size());
    for (const char c : bytes.substr(begin_, at_ - begin_)) lines += c == '\n' || c == '\r' ? ' ' : c;
    end_line(lines, at_);
    return true;
  }

  /// Where it begins, behind what stands around elements.
  std::size_t next_element(std::string_view bytes) {
    std::size_t at = at_;
    for (; at < bytes.size(); ++at) {
      if (bytes[at] == ']') is_open_ = false;
      else if (bytes[at] == '[' && !is_open_) is_open_ = true;
      else if (std::string_view(", \t\r\n").find(bytes[at]) == std::string_view::npos) break;
    }
    return at;
  }

  /// At the end of all: elements may be lost where the array, or something behind it, is not closed. False: nothing is open.
  bool fail_if_open(std::size_t size) {
    if (!std::exchange(is_open_, false) && begin_ == at_) return false;
    fail("truncated", begin_ == at_ ? "the array is never closed" : "the array ends within this element", size);
    return true;
  }

  /// Where the element ends is found all the same.
  void pass_over_part() {
    is_too_large_ = true;
    drop(rest().size());
    begin_ = at_ = 0;
  }

  void forget() override {
    begin_ = at_ = depth_ = 0;
    is_text_ = is_escaped_ = is_too_large_ = false;
  }

  /// Whether the element at work ends before this character.
  bool is_at_end(char c) {
    if (is_text_) {
      if (!std::exchange(is_escaped_, false)) {
        is_escaped_ = c == '\\';
        is_text_ = c != '"';
      }
      return false;
    }
    if (depth_ == 0 && (c == ',' || c == ']')) return true;
    is_text_ = c == '"';
    if (c == '{' || c == '[') ++depth_;
    if ((c == '}' || c == ']') && depth_ > 0) --depth_;
    return false;
  }

  std::size_t begin_ = 0, at_ = 0;  // of the element at work, and how far it was looked at, in `rest`
  std::size_t depth_ = 0;
  bool is_text_ = false, is_escaped_ = false, is_too_large_ = false;
  bool is_open_ = false;  // the array: what brackets stand in it are those of elements
};

}  // namespace

std::unique_ptr<ContentReader> json_array(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<JsonArray>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
