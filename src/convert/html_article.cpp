#include "onrecord/convert/html_article.h"

#include <algorithm>
#include <vector>

#include "onrecord/base/small_letters.h"
#include "onrecord/convert/html_byline.h"
#include "onrecord/convert/html_head.h"
#include "onrecord/convert/html_page.h"
#include "onrecord/convert/html_search.h"
#include "onrecord/convert/html_text.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_head = 1500;  // bytes between the headline and the body: standfirst, byline, date
constexpr std::size_t longest_title = 1000;
constexpr std::size_t shortest_headline = 8;
constexpr std::size_t least_word = 4;  // bytes of a word that tells what a text is on

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
    const HtmlByline authors(head_, page_, part_, words_);
    const HtmlNode* byline = authors.node();
    article.byline = authors.names(byline, std::string_view(article.text).substr(0, longest_head));
    if (byline != nullptr) put_behind(article.title, text_.line_of(*byline), article);
    return article;
  }

 private:
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

  /// The heading that the page's head repeats, else the first of the first level, within the body if one is there.
  const HtmlNode* title_node() const {
    if (const HtmlNode* declared = declared_title_node()) return declared;
    const auto is_first_level = [this](const HtmlNode& node) { return tag_name(node) == "h1" && !is_within(&part_, node) && !holds_paragraphs(node); };
    const HtmlNode* inside = first_in(page_, part_, is_first_level);
    return inside != nullptr ? inside : first_in(page_, page_.root(), is_first_level);
  }

  /// A heading whose end tag is missing has the article in it.
  bool holds_paragraphs(const HtmlNode& heading) const {
    std::size_t count = 0;
    const auto is_second = [&count](const HtmlNode& node) { return is_running_text(node) && ++count == 2; };
    return first_in(page_, heading, is_second) != nullptr;
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
    first_in(page_, page_.root(), see);
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
