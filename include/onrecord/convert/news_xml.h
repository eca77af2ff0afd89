#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/convert/html.h"

namespace onrecord {

/// The kinds of XML that hold articles.
enum class NewsXml : std::uint8_t { none, nitf, newsml, rss, atom };

/// What the first bytes of a document say: the root element's name, whatever its prefix.
NewsXml news_xml_of(std::string_view head);

/// The encoding that an XML declaration names, lower case; empty: none.
std::string declared_xml_charset(std::string_view head);

/// One article of an XML file.
struct NewsItem {
  std::string id;              ///< guid, link or the like; empty: none
  std::string title;           ///< also in `text`, where there is one
  std::string text;            ///< title, byline, then the body; empty: the item has no text of its own
  std::size_t unexpanded = 0;  ///< references in `text` to entities that the document type declares
  Headings headings = {};      ///< of HTML inside it
  bool too_deep = false;       ///< HTML inside it is nested beyond all measure
};

/// What came of a file.
struct NewsItems {
  std::vector<NewsItem> items;
  std::string problem;  ///< why it is no well-formed XML, and then `items` are those of a feed that stand whole before that; empty: it is
};

/// Reads NITF, NewsML-G2 (with NITF or XHTML inside), RSS 2.0 and Atom. `xml` must be UTF-8. Entities that a document type declares are not
/// expanded, so nothing outside is fetched and nothing grows.
NewsItems read_news_xml(std::string_view xml, NewsXml kind, const MarkupWords& words);

}  // namespace onrecord
