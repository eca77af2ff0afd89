#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/convert/html.h"

namespace onrecord {

/// Whether the bytes are Markdown beyond doubt: front matter, or a heading before all else.
bool looks_like_markdown(std::string_view head);

/// A Markdown text, read.
struct MarkdownText {
  std::string text;
  std::string title;        ///< of the front matter, else the first heading of the first level; also in `text`; empty: none
  std::string byline = {};  ///< the authors that the front matter names; empty: none
  Headings headings = {};
};

/// The article of a Markdown text (CommonMark, with GitHub's tables), laid out as that of a page: `title` and `author` of the front matter
/// where the text does not begin with them, then headings, paragraphs, lists, tables, quoted blocks and what raw HTML holds. Marks of
/// emphasis, addresses of links, pictures, fenced code and marks of footnotes are left out. None where blocks are nested, or
/// definitions of links repeated, beyond all measure.
std::optional<MarkdownText> read_markdown(std::string_view markdown, const MarkupWords& words);

}  // namespace onrecord
