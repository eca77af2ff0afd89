#include "onrecord/convert/html_page.h"

#include <algorithm>
#include <array>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"

namespace onrecord {
namespace {

constexpr std::size_t least_paragraph = 40;   // bytes: shorter ones say nothing of where the article is
constexpr std::size_t least_bare_text = 80;   // bytes of text straight in a container; menus have less
constexpr double most_of_it = 0.7;            // a part that holds this share of the running text holds the article
constexpr double least_shown = 0.4;           // … if it also holds this share of all text
constexpr double enough_with_heading = 0.55;  // so much is enough where the headline is, too
constexpr double too_much_for_noise = 0.4;    // a part that holds this share of it is no noise, whatever it is called
constexpr double mostly_links = 0.5;
constexpr std::size_t longest_reference = 5;     // bytes: "[12]"
constexpr std::size_t longest_byline_word = 64;  // bytes, white space before it included

/// ARIA's landmarks that are no main content.
bool has_role_beside(const HtmlNode& element) {
  constexpr std::array<std::string_view, 8> roles = {"navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu", "toolbar"};
  return std::find(roles.begin(), roles.end(), attribute(element, "role")) != roles.end();
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_ascii_space(c); }));
}

/// Bytes of the text with one space for all white space in one place, none at its start: markup is often indented far.
std::size_t size_shown(std::string_view text) {
  std::size_t size = 0;
  bool is_after_space = true;
  for (const char c : text) {
    const bool is_space = is_ascii_space(c);
    size += is_space && is_after_space ? 0 : 1;
    is_after_space = is_space;
  }
  return size;
}

/// Text of the element up to the next block inside it, without that of links.
std::size_t inner_text(const HtmlNode& element) {
  std::size_t size = 0;
  for (const HtmlNode* child : children(element)) {
    if (is_text(*child)) size += size_shown(characters(*child));
    else if (is_element(*child) && tag_name(*child) != "a" && !is_never_text(*child) && layout_of(*child) == HtmlLayout::inline_text)
      size += inner_text(*child);
  }
  return size;
}

std::size_t own_running_text(const HtmlNode& element) {
  if (!is_running_text(element) && !is_container(element)) return 0;
  const std::size_t size = inner_text(element);
  return size < (is_running_text(element) ? least_paragraph : least_bare_text) ? 0 : size;
}

/// "[1]", "2", "*": a link to a note.
bool is_reference(const HtmlNode& element) {
  if (tag_name(element) != "a" || !attribute(element, "href").starts_with('#')) return false;
  std::size_t size = 0;
  for (const HtmlNode* child : children(element)) {
    if (!is_text(*child)) continue;
    size += characters(*child).size();
    if (std::any_of(characters(*child).begin(), characters(*child).end(), is_ascii_letter)) return false;
  }
  return size > 0 && size <= longest_reference;
}

/// Whether the last character of the element's text ends a sentence; closing quotation marks are passed over.
bool ends_sentence(const HtmlNode& element) {
  std::string_view last;
  const HtmlNode* node = &element;
  while (node != nullptr && is_element(*node)) {
    const auto inner = children(*node);
    const auto found = std::find_if(inner.rbegin(), inner.rend(),
                                    [](const HtmlNode* child) { return is_element(*child) || (is_text(*child) && count_letters(characters(*child)) > 0); });
    node = found == inner.rend() ? nullptr : *found;
  }
  if (node != nullptr) last = characters(*node);
  while (!last.empty() && (is_ascii_space(last.back()) || last.back() == '"' || static_cast<unsigned char>(last.back()) >= 0x80)) last.remove_suffix(1);
  return last.ends_with('.') || last.ends_with('?') || last.ends_with('!');
}

/// Whether a word for who wrote it is all that stands before the first element: "By <a>Ann Lee</a>".
bool begins_as_byline(const HtmlNode& element, const MarkupWords& words) {
  for (const HtmlNode* child : children(element)) {
    if (is_element(*child)) return false;
    const std::string line = is_text(*child) ? one_line(characters(*child).substr(0, longest_byline_word)) : std::string();
    if (!line.empty()) return words.byline.contains(small_letters(line.ends_with(':') ? line.substr(0, line.size() - 1) : line));
  }
  return false;
}

bool is_article(const HtmlNode& element) {
  const std::string_view type = attribute(element, "itemtype");
  return tag_name(element) == "article" || type.ends_with("Article") || type.ends_with("Posting");
}

/// Whether they are parts of one text, as sections are: siblings called the same. Articles are a text each.
bool are_parts_of_one(const HtmlNode& element, const HtmlNode& sibling) {
  if (is_article(element) || tag_name(element) != tag_name(sibling)) return false;
  const std::string_view name = attribute(element, "class");
  return !name.empty() && name == attribute(sibling, "class");
}

}  // namespace

HtmlPage::HtmlPage(const HtmlNode& root, const MarkupWords& words, const DeclaredQuestions& declared)
    : root_(root), words_(words), questions_(find_questions(declared)) {
  measure(root_, false, false);
  judge(root_);
}

HtmlQuestions HtmlPage::find_questions(const DeclaredQuestions& declared) {
  name(root_);
  return {root_, [this](const HtmlNode& element) -> const QuestionNames& { return of(element).names.questions; }, declared};
}

/// The depth of the tree is bounded, here and below.
void HtmlPage::name(const HtmlNode& element) {
  amounts_[&element].names = names_of(element, words_);
  for (const HtmlNode* child : children(element)) {
    if (is_element(*child)) name(*child);
  }
}

const HtmlPage::Amounts& HtmlPage::of(const HtmlNode& element) const {
  static const Amounts nothing;
  const auto found = amounts_.find(&element);
  return found == amounts_.end() ? nothing : found->second;
}

void HtmlPage::measure(const HtmlNode& element, bool in_link, bool in_author) {
  Amounts amounts = of(element);
  const bool is_author = in_author || attribute(element, "rel") == "author" || attribute(element, "itemprop") == "author" || amounts.names.byline ||
                         begins_as_byline(element, words_);
  in_link = (in_link || (tag_name(element) == "a" && !is_switch(element) && !asks(element))) && !is_author;
  amounts.names_author = is_author;
  amounts.own = amounts.running = in_link ? 0 : own_running_text(element);
  for (const HtmlNode* child : children(element)) {
    if (is_text(*child)) {
      const std::size_t letters = count_letters(characters(*child));
      amounts.letters += letters;
      if (in_link) amounts.links += letters;
    }
    if (!is_element(*child) || is_left_out(*child)) continue;
    measure(*child, in_link, is_author);
    const Amounts& inner = of(*child);
    amounts.running += inner.running;
    amounts.names_author |= inner.names_author;
    const std::string_view tag = tag_name(*child);
    amounts.holds_heading |= inner.holds_heading || tag == "h1";
    amounts.holds_headline |= inner.holds_headline || (tag == "h1" && inner.links < inner.letters);
    // A heading says nothing of what stands below it, the page's own leads nowhere.
    if (tag == "h1") continue;
    const bool is_heading = tag == "h2" || tag == "h3" || tag == "h4";
    amounts.letters += is_heading ? inner.links : inner.letters;
    amounts.links += inner.links;
  }
  amounts_[&element] = amounts;
}

void HtmlPage::judge(const HtmlNode& element) {
  Amounts& amounts = amounts_[&element];
  amounts.clean = amounts.own;
  for (const HtmlNode* child : children(element)) {
    if (is_text(*child)) amounts.shown += count_letters(characters(*child));
    if (!is_element(*child)) continue;
    judge(*child);
    amounts.clean += of(*child).clean;
    amounts.shown += tag_name(*child) == "a" ? 0 : of(*child).shown;
  }
  amounts.is_noise = is_left_out(element) || is_called_noise(element) || is_made_of_links(element) || is_reference(element);
  if (amounts.is_noise) amounts.clean = amounts.shown = 0;
}

bool HtmlPage::is_called_noise(const HtmlNode& element) const {
  const std::string_view tag = tag_name(element);
  if (tag == "body" || tag == "html") return false;
  const std::size_t total = of(root_).running, inside = of(element).running;
  const HtmlNames names = of(element).names;
  if (names.comments) return inside < total || total == 0;
  if (tag == "article" || asks(element) || (tag == "button" && is_in_heading(element))) return false;
  if (!has_role_beside(element) && (of(element).holds_heading || !names.noise)) return false;
  return static_cast<double>(inside) < too_much_for_noise * static_cast<double>(total) || total == 0;
}

/// Menus, boxes of other stories, a line that leads to one.
bool HtmlPage::is_made_of_links(const HtmlNode& element) const {
  const Amounts& amounts = of(element);
  if (amounts.links == 0 || amounts.running > 0 || amounts.names_author || amounts.holds_headline) return false;
  if (static_cast<double>(amounts.links) < mostly_links * static_cast<double>(amounts.letters)) return false;
  const std::string_view tag = tag_name(element);
  if (tag == "div" || tag == "section" || tag == "ul" || tag == "ol" || tag == "dl") return true;
  return tag == "p" && !ends_sentence(element);
}

bool HtmlPage::is_noise(const HtmlNode& element) const { return of(element).is_noise; }
bool HtmlPage::is_byline(const HtmlNode& element) const { return of(element).names.byline; }

/// The first article outside of others, and how many there are.
const HtmlNode* HtmlPage::declared_part(const HtmlNode& element, std::size_t& count) const {
  const HtmlNode* first = nullptr;
  for (const HtmlNode* child : children(element)) {
    if (!is_element(*child) || is_noise(*child)) continue;
    const HtmlNode* found = child;
    if (is_article(*child)) ++count;
    else found = declared_part(*child, count);
    if (first == nullptr) first = found;
  }
  return first;
}

const HtmlNode* HtmlPage::declared_body(const HtmlNode& element) const {
  for (const HtmlNode* child : children(element)) {
    if (!is_element(*child) || is_noise(*child)) continue;
    if (attribute(*child, "itemprop") == "articleBody") return child;
    if (const HtmlNode* found = declared_body(*child)) return found;
  }
  return nullptr;
}

const HtmlNode& HtmlPage::main_part() const {
  std::size_t count = 0;
  const HtmlNode* part = declared_part(root_, count);
  if (count != 1 || (!of(*part).holds_heading && 2 * of(*part).clean < of(root_).clean)) part = &root_;
  const HtmlNode* body = declared_body(*part);
  if (body != nullptr && 2 * of(*body).clean >= of(*part).clean) return *body;
  while (true) {
    const auto inner = children(*part);
    const auto all = static_cast<double>(of(*part).clean);
    const auto found = std::find_if(inner.begin(), inner.end(), [&](const HtmlNode* child) {
      if (!is_element(*child) || is_running_text(*child) || of(*child).clean == 0) return false;
      // Elements of the site's own may be inline for HTML, but are containers.
      if (layout_of(*child) == HtmlLayout::inline_text && tag_name(*child).find('-') == std::string_view::npos) return false;
      // Where most paragraphs are short, few of them count, and one alone is not the article.
      if (static_cast<double>(of(*child).shown) < least_shown * static_cast<double>(of(*part).shown)) return false;
      return static_cast<double>(of(*child).clean) >= (of(*child).holds_heading ? enough_with_heading : most_of_it) * all;
    });
    if (found == inner.end()) return *part;
    const bool is_one_of_several = std::any_of(inner.begin(), inner.end(), [&](const HtmlNode* child) {
      return child != *found && is_element(*child) && of(*child).clean > 0 && are_parts_of_one(**found, *child);
    });
    if (is_one_of_several) return *part;
    part = *found;
  }
}

}  // namespace onrecord
