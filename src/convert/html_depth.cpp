#include "onrecord/convert/html_depth.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/base/small_letters.h"

namespace onrecord {
namespace {

constexpr std::size_t deepest = 1500;
constexpr std::size_t close_search = 64;
constexpr std::uint64_t most_reopened = 2'000'000;
constexpr std::size_t longest_name = 16;
constexpr std::uint32_t most_attributes = 500;  // of one tag; a parser compares each with all before it

// HTML Standard, 13.1.2: void elements, and those whose end tag may be left out, which close each other.
constexpr std::array<std::string_view, 37> opens_nothing = {"area",   "base", "br",    "caption", "col",   "colgroup", "dd",  "dt",     "embed", "frame",
                                                            "head",   "hr",   "html",  "img",     "input", "keygen",   "li",  "link",   "meta",  "optgroup",
                                                            "option", "p",    "param", "rb",      "rp",    "rt",       "rtc", "source", "tbody", "td",
                                                            "tfoot",  "th",   "thead", "tr",      "track", "wbr",      "body"};
// 13.2.4.3: the active formatting elements.
constexpr std::array<std::string_view, 14> formatting = {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};
constexpr std::array<std::string_view, 6> raw_text = {"script", "style", "textarea", "title", "xmp", "noscript"};

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class TagScan {
 public:
  explicit TagScan(std::string_view html) : html_(html) {}

  HtmlCost cost() {
    for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
      ++at_;
      if (html_.substr(at_, 3) == "!--") skip_past("-->");
      else if (at_ < html_.size() && html_[at_] == '/') close(name_at(at_ + 1));
      else open(name_at(at_));
      if (open_.size() > deepest || reopened_ > most_reopened) return HtmlCost::too_deep;
      if (parts_ > most_html_parts) return HtmlCost::too_much;
    }
    return HtmlCost::fair;
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
  }

  std::string name_at(std::size_t from) const {
    std::string name;
    while (from < html_.size() && is_ascii_letter_or_digit(html_[from]) && name.size() < longest_name) name += small_letter(html_[from++]);
    return name;
  }

  void open(const std::string& name) {
    if (name.empty()) return;
    reopened_ += left_open_;
    count_attributes();
    ++parts_;
    if (is_among(opens_nothing, name)) return;
    if (is_among(raw_text, name)) {
      skip_past("</" + name);
      return;
    }
    open_.push_back(name);
  }

  /// Reads the rest of a tag; more attributes than a tag may have count as more parts than a page may have.
  void count_attributes() {
    constexpr std::string_view spaces = " \t\r\n\f/";
    at_ = html_.find_first_of(" \t\r\n\f/>", at_);
    std::uint32_t count = 0;
    for (at_ = html_.find_first_not_of(spaces, at_); at_ < html_.size() && html_[at_] != '>'; at_ = html_.find_first_not_of(spaces, at_)) {
      ++count;
      at_ = html_.find_first_of(" \t\r\n\f/>=", at_ + 1);
      skip_value();
    }
    at_ = std::min(at_, html_.size());
    parts_ += count > most_attributes ? most_html_parts + 1 : count;
  }

  /// Behind the name of an attribute: its value, if it has one.
  void skip_value() {
    at_ = html_.find_first_not_of(" \t\r\n\f", at_);
    if (at_ >= html_.size() || html_[at_] != '=') return;
    at_ = html_.find_first_not_of(" \t\r\n\f", at_ + 1);
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    const bool quoted = quote == '"' || quote == '\'';
    at_ = quoted ? html_.find(quote, at_ + 1) : html_.find_first_of(" \t\r\n\f>", at_);
    if (quoted && at_ < html_.size()) ++at_;
  }

  /// Closes the nearest element of that name, and what is open inside it.
  void close(const std::string& name) {
    if (is_among(opens_nothing, name)) ++parts_;  // "</p>" makes a paragraph where none is open
    const std::size_t least = open_.size() > close_search ? open_.size() - close_search : 0;
    for (std::size_t i = open_.size(); i > least; --i) {
      if (open_[i - 1] != name) continue;
      for (std::size_t inner = i; inner < open_.size(); ++inner) left_open_ += is_among(formatting, open_[inner]) ? 1U : 0U;
      open_.resize(i - 1);
      return;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;
  std::uint64_t left_open_ = 0;  // formatting elements that were never closed
  std::uint64_t reopened_ = 0;   // how often a parser would open them again
  std::uint32_t parts_ = 0;      // elements and attributes
};

}  // namespace

HtmlCost html_cost(std::string_view html) { return TagScan(html).cost(); }

}  // namespace onrecord
