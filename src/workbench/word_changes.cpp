#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

constexpr std::size_t most_words = 400;  // beyond, the table of the comparison would grow too large

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = text.find_first_not_of(" \n"); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(" \n", end);
  }
  return words;
}

using Words = std::vector<std::string_view>;

/// longest[i][j]: how many words the rests from i and j on have in common, in order.
std::vector<std::vector<std::uint16_t>> common_rests(const Words& a, const Words& b) {
  std::vector<std::vector<std::uint16_t>> longest(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      longest[i][j] = a[i] == b[j] ? static_cast<std::uint16_t>(longest[i + 1][j + 1] + 1) : std::max(longest[i + 1][j], longest[i][j + 1]);
  return longest;
}

void append(std::vector<WordChange>& changes, WordChange::Kind kind, std::string_view word) {
  if (changes.empty() || changes.back().kind != kind) changes.push_back({kind, std::string(word)});
  else changes.back().text.append(" ").append(word);
}

}  // namespace

std::vector<WordChange> word_changes(const std::string& before, const std::string& after) {
  using Kind = WordChange::Kind;
  const Words a = words_of(before), b = words_of(after);
  if (a.size() > most_words || b.size() > most_words) return {{Kind::gone, before}, {Kind::added, after}};
  const auto longest = common_rests(a, b);
  std::vector<WordChange> changes;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      append(changes, Kind::kept, a[i]);
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && longest[i + 1][j] >= longest[i][j + 1])) {
      append(changes, Kind::gone, a[i++]);
    } else {
      append(changes, Kind::added, b[j++]);
    }
  }
  return changes;
}

std::string marked_changes(const FieldChange& change, std::string (*escaped)(std::string_view)) {
  std::string text;
  for (const WordChange& part : word_changes(change.before, change.after)) {
    const char* tag = part.kind == WordChange::Kind::gone ? "del" : "ins";
    if (!text.empty()) text += ' ';
    text += part.kind == WordChange::Kind::kept ? escaped(part.text) : fmt::format("<{}>{}</{}>", tag, escaped(part.text), tag);
  }
  return text;
}

}  // namespace onrecord
