#include "onrecord/convert/html.h"

#include <algorithm>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/html_article.h"
#include "onrecord/convert/html_depth.h"
#include "onrecord/convert/html_page.h"
#include "onrecord/convert/html_text.h"
#include "onrecord/convert/xhtml.h"

namespace onrecord {

std::string declared_html_charset(std::string_view head) {
  constexpr std::size_t searched = 4096;
  const std::string lower = small_letters(head.substr(0, searched));
  for (std::size_t tag = lower.find("<meta"); tag != std::string::npos; tag = lower.find("<meta", tag + 1)) {
    const std::string_view within = std::string_view(lower).substr(tag, lower.find('>', tag) - tag);
    const std::size_t found = within.find("charset=");
    if (found == std::string_view::npos) continue;
    std::string_view value = within.substr(found + 8);
    value.remove_prefix(std::min(value.find_first_not_of("\"' "), value.size()));
    return std::string(value.substr(0, value.find_first_of("\"' ;/>")));
  }
  return {};
}

bool looks_like_html(std::string_view head) {
  constexpr std::size_t searched = 1024;
  head = trimmed_at_start(without_byte_order_mark(head.substr(0, searched)));
  if (!head.starts_with('<')) return false;  // asked of each line of JSON
  const std::string lower = small_letters(head);
  if (lower.starts_with("<?xml")) return lower.find("<html") != std::string::npos;
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<h1", "<p>", "<p ", "<div"})
    if (lower.starts_with(start)) return true;
  return lower.starts_with("<!--") && lower.find("<html") != std::string::npos;
}

bool is_whole_page(std::string_view head) {
  constexpr std::size_t searched = 1024;
  const std::string lower = small_letters(head.substr(0, searched));
  return lower.find("<!doctype html") != std::string::npos || lower.find("<html") != std::string::npos;
}

std::optional<PageText> article_of_page(std::string_view html, const MarkupWords& words) {
  std::string closed;
  if (is_xhtml(html)) html = closed = with_end_tags(html);
  if (html_cost(html) != HtmlCost::fair) return std::nullopt;
  const HtmlTree tree(html);
  return read_article(tree.root(), words);
}

std::optional<FragmentText> text_of_fragment(std::string_view html, const MarkupWords& words) {
  if (html_cost(html) != HtmlCost::fair) return std::nullopt;
  const HtmlTree tree(html);
  TextLayout layout;
  HtmlText(HtmlPage(tree.root(), words, {})).lay_out(tree.root(), layout);
  return FragmentText{layout.text(), layout.headings()};
}

Headings shifted_headings(const Headings& headings, std::string_view text, std::string_view title, std::size_t shift) {
  Headings result;
  for (Heading heading : headings) {
    const std::string_view line = text.substr(heading.begin, text.find('\n', heading.begin) - heading.begin);
    heading.begin += static_cast<std::uint32_t>(shift);
    if (line != title) result.push_back(heading);
  }
  return result;
}

}  // namespace onrecord
