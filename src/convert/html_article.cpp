#include "onrecord/convert/html_article.h"

#include <algorithm>
#include <vector>

#include "onrecord/base/small_letters.h"
#include "onrecord/convert/html_head.h"
#include "onrecord/convert/html_page.h"
#include "onrecord/convert/html_text.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_byline = 120;
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_head = 1500;  // bytes between the headline and the body: standfirst, byline, date
constexpr std::size_t longest_title = 1000;
constexpr std::size_t longest_aside = 400;  // bytes: one that tells who wrote the article
constexpr std::size_t shortest_headline = 8;
constexpr std::size_t least_word = 4;  // bytes of a word that tells what a text is on

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t begin = line.find_first_not_of(' '); begin != std::string_view::npos; begin = line.find_first_not_of(' ', begin)) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

/// Two to five words that begin with a capital, short particles between them.
bool looks_like_name(std::string_view text) {
  constexpr std::size_t longest_particle = 3;
  const auto is_capital = [](std::string_view word) { return is_ascii_capital(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80; };
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() < 2 || words.size() > 5 || text.size() > longest_name || text.find_first_of("0123456789@/:|,") != std::string_view::npos) return false;
  return is_capital(words.front()) && is_capital(words.back()) &&
         std::all_of(words.begin(), words.end(), [&](std::string_view word) { return is_capital(word) || word.size() <= longest_particle; });
}

/// Whether a third of the title's words also stand in the text; the name of a site has none there.
bool is_on_the_same(std::string_view title, std::string_view text) {
  const std::string lower_title = small_letters(title);
  const std::string lower_text = small_letters(text);
  std::size_t found = 0, all = 0;
  for (std::string_view word : words_of(lower_title)) {
    while (!word.empty() && !is_ascii_letter_or_digit(word.back()) && static_cast<unsigned char>(word.back()) < 0x80) word.remove_suffix(1);
    if (word.size() < least_word) continue;
    ++all;
    if (lower_text.find(word) != std::string::npos) ++found;
  }
  return all == 0 || 3 * found >= all;
}

class ArticleReader {
 public:
  ArticleReader(const HtmlNode& html, const MarkupWords& words)
      : words_(words), head_(html), page_(html, words, head_.json_ld().questions), part_(page_.main_part()) {}

  PageText read() const {
    PageText article;
    article.canonical = head_.canonical();
    TextLayout layout;
    const HtmlNode* title = title_node();
    if (title != nullptr && !is_within(title, part_) && !is_within(&part_, *title)) lay_out_head(*title, layout);
    text_.lay_out(part_, layout);
    if (2 * layout.text().size() < head_.json_ld().body.size()) layout = told_body();
    article.title = title != nullptr ? text_.line_of(*title) : head_title(layout.text());
    add_unless_said(article.title, layout.text(), article.text);
    article.headings = shifted_headings(with_declared_questions(layout), layout.text(), article.title, article.text.size());
    article.text += layout.text();
    const HtmlNode* byline = byline_node();
    article.byline = author_names(byline, article.text);
    if (byline != nullptr) put_behind(article.title, text_.line_of(*byline), article);
    return article;
  }

 private:
  /// The first element, in the page's order, that `fits`; noise is not looked into unless `enters` it.
  template <typename Fits, typename Enters>
  const HtmlNode* first(const HtmlNode& element, const Fits& fits, const Enters& enters) const {
    for (const HtmlNode* child : children(element)) {
      if (!is_element(*child) || (page_.is_noise(*child) && !enters(*child))) continue;
      if (fits(*child)) return child;
      if (const HtmlNode* found = first(*child, fits, enters)) return found;
    }
    return nullptr;
  }
  static bool enters_none(const HtmlNode& /*element*/) { return false; }

  /// The text that the page tells in its JSON-LD, as pages do that scripts write.
  TextLayout told_body() const {
    TextLayout layout;
    const std::string& body = head_.json_ld().body;
    const bool has_tags = body.find("</p>") != std::string::npos || body.find("<br") != std::string::npos;
    if (const auto text = has_tags ? text_of_fragment(body, words_) : std::nullopt) layout.add_preformatted(text->text);
    else layout.add_preformatted(body);
    return layout;
  }

  /// The headings, and the lines that say what the page's JSON-LD calls a question.
  Headings with_declared_questions(const TextLayout& layout) const {
    const DeclaredQuestions& declared = head_.json_ld().questions;
    if (declared.empty()) return layout.headings();
    Headings all;
    const std::string_view text = layout.text();
    auto next = layout.headings().begin();
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
      end = std::min(text.find('\n', begin), text.size());
      const bool is_heading = next != layout.headings().end() && next->begin < end;
      const bool asks = declared.contains(small_letters(text.substr(begin, end - begin)));
      if (is_heading) all.push_back(*next++);
      else if (asks) all.push_back({static_cast<std::uint32_t>(begin), Heading::entry});
      if (asks) all.back().asks = true;
    }
    return all;
  }

  // ---- the title -----------------------------------------------------------------

  static bool may_be_title(const HtmlNode& element) {
    const std::string_view tag = tag_name(element);
    return tag == "h1" || tag == "h2" || tag == "h3" || attribute(element, "role") == "heading" || attribute(element, "itemprop") == "headline";
  }

  /// The heading that the page's head repeats, else the first of the first level, within the body if one is there.
  const HtmlNode* title_node() const {
    if (const HtmlNode* declared = declared_title_node()) return declared;
    const auto is_first_level = [this](const HtmlNode& node) { return tag_name(node) == "h1" && !is_within(&part_, node) && !holds_paragraphs(node); };
    const HtmlNode* inside = first(part_, is_first_level, enters_none);
    return inside != nullptr ? inside : first(page_.root(), is_first_level, enters_none);
  }

  /// A heading whose end tag is missing has the article in it.
  bool holds_paragraphs(const HtmlNode& heading) const {
    std::size_t count = 0;
    const auto is_second = [&count](const HtmlNode& node) { return is_running_text(node) && ++count == 2; };
    return first(heading, is_second, enters_none) != nullptr;
  }

  /// The longest heading that stands in what the page declares as its title; null: none.
  const HtmlNode* declared_title_node() const {
    std::string declared;
    for (const std::string& title : {head_.meta("og:title"), head_.json_ld().headline, head_.title()})
      if (title.size() <= longest_title) (declared += small_letters(title)) += '\n';
    const HtmlNode* longest = nullptr;
    std::size_t size = shortest_headline - 1;
    const auto see = [&](const HtmlNode& node) {
      if (!may_be_title(node) || !holds_at_most(node, declared.size() + longest_head)) return false;
      const std::string line = text_.line_of(node);
      if (line.size() <= size || declared.find(small_letters(line)) == std::string::npos) return false;
      longest = &node;
      size = line.size();
      return false;
    };
    first(page_.root(), see, enters_none);
    return longest;
  }

  /// The title that the head alone tells, which may be but the site's name.
  std::string head_title(const std::string& text) const {
    for (std::string title : {head_.meta("og:title"), head_.json_ld().headline})
      if (!title.empty() && title.size() <= longest_title) return title;
    std::string title = head_.title();
    return title.size() <= longest_title && is_on_the_same(title, text) ? title : std::string();
  }

  /// What stands between the headline and the body, neither of which is in the other.
  void lay_out_head(const HtmlNode& title, TextLayout& layout) const {
    const HtmlNode* common = &part_;
    while (!is_within(&title, *common)) common = parent(*common);
    const HtmlNode* const begin = child_towards(*common, title);
    const HtmlNode* const end = child_towards(*common, part_);
    const auto siblings = children(*common);
    auto child = std::find(siblings.begin(), siblings.end(), begin);
    if (std::find(child, siblings.end(), end) == siblings.end()) return;
    TextLayout head;
    for (; *child != end && head.text().size() <= longest_head; ++child) {
      if (!is_element(**child) || page_.is_noise(**child)) continue;
      text_.lay_out(**child, head);
      head.break_paragraph();
    }
    if (end != &part_) text_.lay_out_until(*end, part_, head);
    if (head.text().size() > longest_head) return;
    layout.add_laid_out(head);
  }

  // ---- the byline ----------------------------------------------------------------

  static bool is_author(const HtmlNode& node) { return attribute(node, "rel") == "author" || attribute(node, "itemprop") == "author"; }
  /// Noise that a byline may stand in.
  static bool is_foot(const HtmlNode& node) {
    if (tag_name(node) == "aside") return holds_at_most(node, longest_aside);
    return tag_name(node) == "footer" || attribute(node, "class").find("footer") != std::string_view::npos;
  }

  bool is_short(const HtmlNode& node) const {
    if (!holds_at_most(node, 4 * longest_byline)) return false;  // white space and what is hidden included
    const std::size_t size = text_.line_of(node).size();
    return size > 0 && size <= longest_byline;
  }

  const HtmlNode* byline_node() const {
    const auto names_author = [this](const HtmlNode& node) { return (is_author(node) || page_.is_byline(node)) && is_short(node); };
    const HtmlNode* found = first(part_, names_author, is_foot);
    if (found == nullptr) found = first(page_.root(), names_author, is_foot);
    return found == nullptr || !is_author(*found) ? found : &line_around(*found);
  }

  /// The line that a name stands in: "By Ann Lee and Bo Berg".
  const HtmlNode& line_around(const HtmlNode& author) const {
    const HtmlNode* line = &author;
    for (const HtmlNode* around = parent(author); around != nullptr && is_element(*around) && is_short(*around); around = parent(*around)) {
      if (tag_name(*around) == "body" || first(*around, may_be_title, enters_none) != nullptr || may_be_title(*around)) break;
      line = around;
    }
    return *line;
  }

  /// The innermost element at the beginning of `byline` whose text is a name, else `byline`.
  const HtmlNode& innermost_name(const HtmlNode& byline) const {
    const HtmlNode* name = &byline;
    const auto is_name = [this](const HtmlNode& inner) { return looks_like_name(text_.line_of(inner)); };
    while (const HtmlNode* inner = first(*name, is_name, enters_none)) name = inner;
    return *name;
  }

  /// Those that look like names, also where commas part several of them.
  std::vector<std::string> persons_in(const std::vector<std::string>& lines) const {
    std::vector<std::string> names;
    for (const std::string_view all : lines) {
      for (std::size_t begin = 0, comma = 0; begin < all.size(); begin = comma + 1) {
        comma = std::min(all.find(',', begin), all.size());
        const std::string name = one_line(all.substr(begin, comma - begin));
        if (looks_like_name(name) && (begin == 0 || !tells_role(name))) names.push_back(name);
      }
    }
    return names;
  }

  bool tells_role(std::string_view text) const {
    const std::vector<std::string_view> all = words_of(text);
    return std::any_of(all.begin(), all.end(), [this](std::string_view word) { return words_.no_name.contains(small_letters(word)); });
  }

  /// Adds the elements in the byline that the markup calls authors.
  void add_authors_in(const HtmlNode& byline, std::vector<std::string>& names) const {
    const auto add = [&](const HtmlNode& node) {
      if (!is_author(node)) return false;
      const std::string name = text_.line_of(node);
      if (looks_like_name(name) && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      return false;
    };
    first(byline, add, enters_none);
  }

  /// Whether an author's line says the name, be it in a box beside the article.
  bool is_called_author(const std::string& name) const {
    const auto says_it = [&](const HtmlNode& node) {
      return (is_author(node) || page_.is_byline(node)) && is_short(node) && text_.line_of(node).find(name) != std::string::npos;
    };
    return looks_like_name(name) && first(page_.root(), says_it, [](const HtmlNode& /*element*/) { return true; }) != nullptr;
  }

  /// The names that the markup gives, without what stands around them.
  std::string author_names(const HtmlNode* byline, const std::string& text) const {
    std::vector<std::string> names = head_.json_ld().authors;
    // It is often the name of the site, or of its software's first user.
    const std::string declared = head_.meta("author");
    if (names.empty() && (text.substr(0, longest_head).find(declared) != std::string::npos || is_called_author(declared))) names.push_back(declared);
    names = persons_in(names);
    if (names.empty() && byline != nullptr) add_authors_in(*byline, names);
    if (names.empty() && byline != nullptr) {
      std::string line = text_.line_of(innermost_name(*byline));
      line.resize(std::min(line.find_first_of(",|/"), line.size()));
      if (looks_like_name(line)) names.push_back(line);
    }
    std::string all;
    for (const std::string& name : names) (all += all.empty() ? "" : ", ") += name;
    return all;
  }

  /// Puts a line behind the headline, where the text does not say it near its start.
  static void put_behind(const std::string& title, const std::string& line, PageText& article) {
    std::string& text = article.text;
    const std::string start = text.substr(0, title.size() + line.size() + longest_head);
    if (line.empty() || one_line(start).find(line) != std::string::npos) return;
    const std::size_t found = title.empty() ? std::string::npos : start.find(title);
    const std::size_t at = found == std::string::npos ? 0 : found + title.size();
    text.insert(at, found == std::string::npos ? line + "\n\n" : "\n\n" + line);
    for (Heading& heading : article.headings) heading.begin += heading.begin >= at ? static_cast<std::uint32_t>(line.size() + 2) : 0;
  }

  const MarkupWords& words_;
  HtmlHead head_;
  HtmlPage page_;
  HtmlText text_{page_};
  const HtmlNode& part_;
};

}  // namespace

PageText read_article(const HtmlNode& html, const MarkupWords& words) { return ArticleReader(html, words).read(); }

}  // namespace onrecord
