#include "onrecord/convert/html_names.h"

#include <array>
#include <string>
#include <string_view>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"

namespace onrecord {
namespace {

constexpr std::array<const char*, 4> naming_attributes = {"class", "id", "data-component", "data-testid"};

/// Calls `visit` for the words of a name: runs of letters and digits, also those that begin with a capital ("AdSlot"), and
/// each whole name between spaces; all in lower case.
template <typename Visit>
void each_word(std::string_view value, const Visit& visit) {
  std::string whole, part;
  const auto ends = [&](std::string& word) {
    if (!word.empty()) visit(word);
    word.clear();
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (is_ascii_space(c)) {
      ends(part), ends(whole);
      continue;
    }
    const bool begins_word = i > 0 && is_ascii_capital(c) && is_ascii_letter_or_digit(value[i - 1]) && !is_ascii_capital(value[i - 1]);
    if (begins_word || !is_ascii_letter_or_digit(c)) ends(part);
    const char small = small_letter(c);
    whole += small;
    if (is_ascii_letter_or_digit(c)) part += small;
  }
  ends(part), ends(whole);
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
  const std::string_view tag = tag_name(element);
  // Elements of the site's own, as "amp-ad".
  if (tag.find('-') != std::string_view::npos) each_word(tag, see);
  for (const char* name : naming_attributes) each_word(attribute(element, name), see);
  return names;
}

}  // namespace onrecord
