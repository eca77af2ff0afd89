#include "onrecord/convert/html_questions.h"

#include <string>
#include <string_view>
#include <utility>

#include "onrecord/base/small_letters.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_question = 600;  // bytes, white space included

/// The text of an element, as far as a question may go.
void add_text(const HtmlNode& element, std::string& text) {
  for (const HtmlNode* child : children(element)) {
    if (text.size() > longest_question) return;
    if (is_text(*child)) text += characters(*child);
    else if (is_element(*child)) add_text(*child, text);
  }
}

std::string short_line_of(const HtmlNode& element) {
  std::string text;
  add_text(element, text);
  return text.size() > longest_question ? std::string() : one_line(text);
}

struct Parts {
  std::size_t blocks = 0;  // of running text
  std::size_t headings = 0;
};

void count_parts(const HtmlNode& element, Parts& parts) {
  for (const HtmlNode* child : children(element)) {
    if (!is_element(*child)) continue;
    parts.blocks += is_running_text(*child) ? 1 : 0;
    parts.headings += heading_level(*child) != 0 ? 1 : 0;
    if (parts.blocks < 2 && parts.headings == 0) count_parts(*child, parts);
  }
}

/// Whether it may be a question and nothing else; where there is a heading in it, that one is.
bool is_one_line(const HtmlNode& element) {
  Parts parts;
  count_parts(element, parts);
  return parts.blocks < 2 && parts.headings == 0 && !short_line_of(element).empty();
}

bool has(const HtmlNode& element, const char* name) { return !attribute(element, name).empty(); }

using Kind = HtmlQuestions::Kind;

class QuestionFinder {
 public:
  QuestionFinder(const HtmlQuestions::NamesOf& names_of, const DeclaredQuestions& declared) : names_of_(names_of), declared_(declared) {}

  std::unordered_map<const HtmlNode*, Kind> run(const HtmlNode& root) {
    see(root, {});
    return std::move(kinds_);
  }

 private:
  /// What the elements around one tell.
  struct Around {
    bool faq = false;
    bool question = false;  // the innermost item of microdata is a question
  };

  /// The outermost element that may be a question is it. The depth of the tree is bounded.
  void see(const HtmlNode& element, Around around) {
    const QuestionNames& names = names_of_(element);
    if (const Kind kind = kind_of(element, names, around); kind != Kind::none && is_one_line(element)) {
      kinds_.emplace(&element, kind);
      return;
    }
    around.faq = around.faq || names.faq || names.folded;
    if (const std::string_view type = attribute(element, "itemtype"); !type.empty()) around.question = type.ends_with("/Question");
    for (const HtmlNode* child : children(element)) {
      if (is_element(*child)) see(*child, around);
    }
  }

  Kind kind_of(const HtmlNode& element, const QuestionNames& names, const Around& around) const {
    if (around.question && attribute(element, "itemprop") == "name") return Kind::question;
    if (names.question && !names.answer && (around.faq || names.faq || names.folded)) return Kind::question;
    const bool is_button = tag_name(element) == "button";
    if (is_button && declared_.contains(small_letters(short_line_of(element)))) return Kind::question;
    if (names.folded && names.head && !names.answer) return Kind::entry;
    const bool may_ask = (is_button && names.folded) || is_switch(element);
    return may_ask && short_line_of(element).ends_with('?') ? Kind::entry : Kind::none;
  }

  const HtmlQuestions::NamesOf& names_of_;
  const DeclaredQuestions& declared_;
  std::unordered_map<const HtmlNode*, Kind> kinds_;
};

}  // namespace

bool is_switch(const HtmlNode& element) {
  const std::string_view tag = tag_name(element);
  if (tag == "a" && !attribute(element, "href").empty() && !attribute(element, "href").starts_with('#')) return false;
  if (tag != "a" && tag != "button" && attribute(element, "role") != "button") return false;
  return has(element, "aria-expanded") || has(element, "aria-controls") || has(element, "data-toggle") || has(element, "data-bs-toggle");
}

HtmlQuestions::HtmlQuestions(const HtmlNode& root, const NamesOf& names_of, const DeclaredQuestions& declared)
    : kinds_(QuestionFinder(names_of, declared).run(root)) {}

HtmlQuestions::Kind HtmlQuestions::of(const HtmlNode& element) const {
  const auto found = kinds_.find(&element);
  return found == kinds_.end() ? Kind::none : found->second;
}

}  // namespace onrecord
