#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/heading.h"

namespace onrecord {

/// Words of markup, in lower case.
using MarkupNames = std::set<std::string, std::less<>>;

/// Words of class and id attributes by which pages tell what a part of them is: data, not code, as they are as many as there are sites.
struct MarkupWords {
  MarkupNames noise;                                 ///< no part of an article: "sidebar", "newsletter", "comments"
  MarkupNames byline;                                ///< who wrote it: "byline", "author"
  MarkupNames comments;                              ///< what readers wrote, which may be more than the article
  MarkupNames no_name = {};                          ///< behind a name and a comma, a word of what the author is: "editor"
  MarkupNames faq = {}, question = {}, answer = {};  ///< what asks and answers, and what holds both
  MarkupNames folded = {}, head = {};                ///< what opens at a click, and what stands above the rest of something
  MarkupNames modifiers = {};                        ///< before what an element has or has not: "no", "with"
};

/// An article as text: title, byline, then headings, paragraphs, list items and table rows, in the page's order. Blocks stand in
/// paragraphs with a blank line between; items and rows in lines.
struct PageText {
  std::string text;
  std::string title;       ///< also in `text`; empty: the page has none
  std::string byline;      ///< names only, as the markup has them; in `text` there may be more around them; empty: it does not tell
  Headings headings = {};  ///< as the markup has them, those that say nothing but the title left out; empty: it has none
  std::string canonical;   ///< the page's own address as it gives it; empty: none
};

/// The charset that the first bytes of a page declare (`<meta charset=…>` or its longer form), lower case; empty: none.
std::string declared_html_charset(std::string_view head);

/// Whether the bytes look like a page: a doctype or one of the tags that begin one.
bool looks_like_html(std::string_view head);
/// Whether what looks like a page is a whole one: a doctype or `<html>` stands at the start.
bool is_whole_page(std::string_view head);

/// The article of a whole page. Navigation, scripts, forms, captions, comments and what `words.noise` names are left out; of the rest,
/// the part is taken that holds most of the running text. None where reading it would take time or memory beyond all measure
/// (`html_cost`).
std::optional<PageText> article_of_page(std::string_view html, const MarkupWords& words);

/// A piece of HTML as text.
struct FragmentText {
  std::string text;
  Headings headings = {};
};

/// All text of a piece of HTML, as feeds carry it, laid out in the same way. None as above.
std::optional<FragmentText> text_of_fragment(std::string_view html, const MarkupWords& words);

/// Without those that begin a line which says `title`, and `shift` bytes further on.
Headings shifted_headings(const Headings& headings, std::string_view text, std::string_view title, std::size_t shift);

}  // namespace onrecord
