#include "onrecord/convert/html_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"

namespace onrecord {
namespace {

constexpr std::array<const char*, 4> naming_attributes = {"class", "id", "data-component", "data-testid"};
constexpr std::size_t most_joined = 3;         // words of a list's entry: "more-from-us"
constexpr std::size_t least_anchor_words = 4;  // shorter ones name boxes, too, whose heading says so: "related-stories"
constexpr std::size_t most_boxes = 16;         // from an element with an id to the heading that it begins with

/// The words of a name: runs of letters and digits, in lower case; one also begins at a capital ("AdSlot").
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  bool is_open = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_ascii_letter_or_digit(name[i])) {
      is_open = false;
      continue;
    }
    const bool begins = is_ascii_capital(name[i]) && i > 0 && !is_ascii_capital(name[i - 1]);
    if (!is_open || begins) words.emplace_back();
    is_open = true;
    words.back() += small_letter(name[i]);
  }
  return words;
}

/// Calls `visit` for what a name may stand for in a list, in lower case: itself, each of its words, and two or three of them that
/// follow each other, however they are joined ("most-read" of "MostRead__item"). What follows one of `modifiers` is not what the element
/// is, but what it has or has not ("no-sidebar").
template <typename Visit>
void each_reading(std::string_view name, const MarkupNames& modifiers, const Visit& visit) {
  visit(small_letters(name));
  const std::vector<std::string> words = words_of_name(name);
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (first > 0 && modifiers.contains(words[first - 1])) continue;
    std::string joined = words[first];
    visit(joined);
    for (std::size_t next = first + 1; next < std::min(first + most_joined, words.size()); ++next) visit((joined += '-') += words[next]);
  }
}

/// Calls `visit` for each of the names in an attribute: they stand between white space.
template <typename Visit>
void each_name(std::string_view value, const Visit& visit) {
  for (std::size_t begin = 0, end = 0; begin < value.size(); begin = end + 1) {
    end = static_cast<std::size_t>(std::find_if(value.begin() + static_cast<std::ptrdiff_t>(begin), value.end(), is_ascii_space) - value.begin());
    if (end > begin) visit(value.substr(begin, end - begin));
  }
}

/// Whether the letters and digits in the element are those at the start of `rest`, which are taken off. Looks no further than the first that is another:
/// boxes around a long heading may all have ids.
bool says(const HtmlNode& element, std::string_view& rest) {
  for (const HtmlNode* child : children(element)) {
    if (is_element(*child) && !says(*child, rest)) return false;
    if (!is_text(*child)) continue;
    for (const char c : characters(*child)) {
      if (!is_ascii_letter_or_digit(c)) continue;
      if (!rest.starts_with(small_letter(c))) return false;
      rest.remove_prefix(1);
    }
  }
  return true;
}

/// Whether an id says in other letters what the heading does that the element is or begins with ("sharing-with-one-person"), as programs
/// name places to jump to. Such an id tells what a section is on, not what it is.
bool is_anchor_of_heading(std::string_view id, const HtmlNode& element) {
  const std::vector<std::string> words = words_of_name(id);
  if (words.size() < least_anchor_words) return false;
  const HtmlNode* heading = &element;
  for (std::size_t boxes = 0; heading_level(*heading) == 0; ++boxes) {
    if (boxes == most_boxes) return false;
    const auto inner = children(*heading);
    const auto first = std::find_if(inner.begin(), inner.end(), [](const HtmlNode* child) { return is_element(*child); });
    if (first == inner.end()) return false;
    heading = *first;
  }
  std::string named;
  for (const std::string& word : words) named += word;
  std::string_view rest = named;
  return says(*heading, rest) && rest.empty();
}

}  // namespace

HtmlNames names_of(const HtmlNode& element, const MarkupWords& words) {
  HtmlNames names;
  const auto see = [&](const std::string& word) {
    names.byline |= words.byline.contains(word);
    names.comments |= words.comments.contains(word);
    names.noise |= words.noise.contains(word);
    names.questions.faq |= words.faq.contains(word);
    names.questions.question |= words.question.contains(word);
    names.questions.answer |= words.answer.contains(word);
    names.questions.folded |= words.folded.contains(word);
    names.questions.head |= words.head.contains(word);
  };
  const auto read = [&](std::string_view name) { each_reading(name, words.modifiers, see); };
  const std::string_view tag = tag_name(element);
  // Elements of the site's own, as "amp-ad".
  if (tag.find('-') != std::string_view::npos) read(tag);
  for (const char* name : naming_attributes) {
    const std::string_view value = attribute(element, name);
    if (name != std::string_view("id") || !is_anchor_of_heading(value, element)) each_name(value, read);
  }
  return names;
}

}  // namespace onrecord
