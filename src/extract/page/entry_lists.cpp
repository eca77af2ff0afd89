#include "onrecord/extract/page/entry_lists.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

constexpr std::size_t entries_of_list = 3;           // entries that make a list
constexpr std::size_t lines_of_entry = 6;            // most lines from one entry's line to the next …
constexpr std::uint32_t characters_of_teaser = 450;  // … and most characters between …
constexpr std::uint32_t characters_of_review = 900;  // … in a review
constexpr std::uint32_t shortest_text = 100;         // characters of a sentence that is no headline
constexpr std::uint32_t longest_headline = 160;

/// What a sort of list is known by.
struct Sort {
  Label label;                  // of a line in each entry
  std::size_t above;            // headlines of the first entry above its line
  std::uint32_t characters;     // most between two such lines
  bool headlines_only = false;  // no running text between: events and entries of a chronicle have dates, too
  bool ends_entry = false;      // the line ends its entry, so the first is as long as the second
};

constexpr std::array<Sort, 5> sorts = {{
    {Label::age_line, 2, characters_of_teaser},
    {Label::date_alone, 2, characters_of_teaser, true},
    {Label::by_line, 1, characters_of_teaser, true},
    {Label::more_line, 0, characters_of_teaser, false, true},
    {Label::reviewer_line, 1, characters_of_review},
}};

class ListMask {
 public:
  ListMask(const Page& page, const Sort& sort, std::vector<bool>& mask) : page_(page), sort_(sort), mask_(mask) {}

  void run() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!line(i).has(sort_.label)) continue;
      if (!entries_.empty() && !goes_on(entries_.back(), i)) finish();
      entries_.push_back(i);
    }
    finish();
  }

 private:
  const PageLine& line(std::size_t i) const { return page_.lines[i]; }

  bool goes_on(std::size_t last, std::size_t next) const {
    if (next - last > lines_of_entry) return false;
    std::uint32_t characters = 0;
    for (std::size_t i = last + 1; i < next; ++i) {
      if (sort_.headlines_only && is_running_text(line(i).shape)) return false;
      characters += line(i).shape.characters;
    }
    return characters <= sort_.characters;
  }

  void finish() {
    if (entries_.size() >= entries_of_list) {
      for (std::size_t i = first_line(); i <= entries_.back(); ++i) mask_[i] = true;
    }
    entries_.clear();
  }

  /// Where the first entry begins.
  std::size_t first_line() const {
    std::size_t first = entries_.front();
    if (sort_.ends_entry) return first - std::min(first, entries_[1] - first - 1);
    for (std::size_t k = 0; k < sort_.above && first > 0 && is_headline(line(first - 1).shape); ++k) --first;
    return first;
  }

  static bool is_headline(const LineShape& shape) { return shape.characters < longest_headline && !is_running_text(shape); }

  const Page& page_;
  const Sort& sort_;
  std::vector<bool>& mask_;
  std::vector<std::size_t> entries_;  ///< lines with the label, of the list so far
};

}  // namespace

bool is_running_text(const LineShape& shape) { return shape.ends_sentence && shape.characters >= shortest_text; }

void mask_entry_lists(const Page& page, std::vector<bool>& mask) {
  for (const Sort& sort : sorts) ListMask(page, sort, mask).run();
}

}  // namespace onrecord
