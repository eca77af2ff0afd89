#include "onrecord/convert/news_xml.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {
namespace {

using Node = pugi::xml_node;

/// The name without its prefix: "content:encoded" is "encoded".
std::string_view local_name(const Node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Node child(const Node& node, std::string_view name) {
  return node.find_child([name](const Node& inner) { return local_name(inner) == name; });
}

/// The first element of that name anywhere below. pugixml walks without recursion.
Node descendant(const Node& node, std::string_view name) {
  return node.find_node([name](const Node& inner) { return local_name(inner) == name; });
}

class AllText : public pugi::xml_tree_walker {
 public:
  bool for_each(Node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) layout.add(node.value());
    else if (local_name(node) == "br") layout.break_line();
    return true;
  }
  TextLayout layout;
};

/// All text below, on one line.
std::string line_of(Node node) {
  AllText walker;
  node.traverse(walker);
  std::string line = walker.layout.text();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string print(const Node& node) {
  std::ostringstream out;
  node.print(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

void append_block(std::string& text, std::string_view block) {
  if (block.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += block;
}

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); }

// ---- NITF (IPTC, News Industry Text Format 3.x) ----------------------------------

/// Lays out `body.content`: paragraphs, headings, lists, tables; media with their captions are left out.
class NitfBody : public pugi::xml_tree_walker {
 public:
  bool for_each(Node& node) override {
    if (depth() <= skipped_) skipped_ = none;
    if (skipped_ != none) return true;
    const std::string_view name = local_name(node);
    if (is_any_of(name, {"media", "fn", "note", "nitf-table-metadata"})) skipped_ = depth();
    else if (is_any_of(name, {"p", "hl2", "block", "ul", "ol", "dl", "bq", "table", "pre"})) layout.break_paragraph();
    else if (is_any_of(name, {"li", "dt", "dd", "tr", "br"})) layout.break_line();
    else if (is_any_of(name, {"td", "th"})) layout.separate();
    else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) layout.add(node.value());
    return true;
  }
  TextLayout layout;

 private:
  static constexpr int none = -1;
  int skipped_ = none;  // depth of the element that is left out
};

NewsItem item_of_nitf(const Node& nitf) {
  NewsItem item;
  const Node body = child(nitf, "body");
  const Node head = child(body, "body.head");
  const Node headline = descendant(head, "hl1");
  item.title = line_of(headline ? headline : descendant(nitf, "title"));
  item.id = descendant(child(nitf, "head"), "doc-id").attribute("id-string").value();
  append_block(item.text, item.title);
  append_block(item.text, line_of(descendant(head, "byline")));
  append_block(item.text, line_of(descendant(head, "dateline")));
  NitfBody walker;
  child(body, "body.content").traverse(walker);
  if (walker.layout.text().empty()) item.text.clear();
  else append_block(item.text, walker.layout.text());
  return item;
}

// ---- pieces of HTML --------------------------------------------------------------

/// Puts title, byline and a piece of HTML together.
void put_together(NewsItem& item, const std::string& byline, std::string_view html, const MarkupWords& words) {
  const auto body = text_of_fragment(html, words);
  item.too_deep = !body;
  if (!body || body->text.empty()) return;
  append_block(item.text, item.title);
  append_block(item.text, byline);
  append_block(item.text, body->text);
  item.headings = shifted_headings(body->headings, body->text, item.title, item.text.size() - body->text.size());
}

// ---- NewsML-G2 ---------------------------------------------------------------------

NewsItem item_of_newsml(const Node& news, const MarkupWords& words) {
  const Node content = child(news, "contentSet");
  if (const Node nitf = descendant(content, "nitf")) {
    NewsItem item = item_of_nitf(nitf);
    if (const std::string guid = news.attribute("guid").value(); !guid.empty()) item.id = guid;
    return item;
  }
  NewsItem item;
  item.id = news.attribute("guid").value();
  const Node meta = child(news, "contentMeta");
  item.title = line_of(child(meta, "headline"));
  const std::string byline = line_of(child(meta, "by"));
  if (const Node html = descendant(content, "html")) {
    const Node body = descendant(html, "body");
    put_together(item, byline, print(body ? body : html), words);
  } else if (const Node data = descendant(content, "inlineData")) {
    const std::string text = data.text().get();
    if (std::string_view(data.attribute("contenttype").value()).find("html") != std::string_view::npos) put_together(item, byline, text, words);
    else
      for (const std::string& block : {item.title, byline, text}) append_block(item.text, block);
  }
  return item;
}

// ---- feeds -------------------------------------------------------------------------

std::string byline_of(const Node& item) {
  const Node author = child(item, "author") ? child(item, "author") : child(item, "creator");
  const Node name = child(author, "name");
  return line_of(name ? name : author);
}

NewsItem item_of_rss(const Node& node, const MarkupWords& words) {
  NewsItem item;
  const Node guid = child(node, "guid");
  item.id = line_of(guid ? guid : child(node, "link"));
  item.title = line_of(child(node, "title"));
  const Node encoded = child(node, "encoded");
  put_together(item, byline_of(node), (encoded ? encoded : child(node, "description")).text().get(), words);
  return item;
}

std::string html_of_atom(const Node& content) {
  const std::string_view type = content.attribute("type").value();
  if (type == "xhtml") return print(content.first_child());
  return content.text().get();
}

NewsItem item_of_atom(const Node& entry, const MarkupWords& words) {
  NewsItem item;
  item.id = line_of(child(entry, "id"));
  item.title = line_of(child(entry, "title"));
  const Node content = child(entry, "content");
  put_together(item, byline_of(entry), html_of_atom(content ? content : child(entry, "summary")), words);
  return item;
}

/// Collects all elements of a name, those inside others of that name left out.
std::vector<Node> all_named(const Node& root, std::string_view name) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(Node& node) override {
      if (local_name(node) == wanted) found.push_back(node);
      return true;
    }
    std::string_view wanted;
    std::vector<Node> found;
  } walker;
  walker.wanted = name;
  Node start = root;
  start.traverse(walker);
  return walker.found;
}

/// Of a file that is not well-formed from some place on: what that place may stand in.
void drop_last_item(Node root) {
  Node last = root;
  for (Node inner = root.last_child(); !inner.empty(); inner = inner.last_child()) {
    last = inner;
    const std::string_view name = local_name(inner);
    if (name == "item" || name == "entry" || name == "newsItem") break;
  }
  last.parent().remove_child(last);
}

std::string_view skip_prolog(std::string_view head) {
  head = without_byte_order_mark(head);
  while (true) {
    head = trimmed_at_start(head, white_space_of_data);
    std::size_t end = std::string_view::npos;
    if (head.starts_with("<?")) end = head.find("?>");
    else if (head.starts_with("<!--")) end = head.find("-->");
    else if (head.starts_with("<!DOCTYPE")) end = head.find(head.substr(0, head.find('>')).find('[') == std::string_view::npos ? ">" : "]>");
    else return head;
    if (end == std::string_view::npos) return {};
    head.remove_prefix(head.find('>', end) + 1);
  }
}

/// The names of entities that the document type declares.
std::set<std::string, std::less<>> declared_entities(std::string_view xml) {
  constexpr std::string_view declaration = "<!ENTITY";
  std::set<std::string, std::less<>> names;
  std::string_view prolog = xml.substr(0, xml.size() - skip_prolog(xml).size());
  for (std::size_t at = prolog.find(declaration); at != std::string_view::npos; at = prolog.find(declaration)) {
    prolog = trimmed_at_start(prolog.substr(at + declaration.size()), white_space_of_data);
    names.emplace(prolog.substr(0, prolog.find_first_of(white_space_of_data)));
  }
  return names;
}

std::size_t count_references(std::string_view text, const std::set<std::string, std::less<>>& names) {
  constexpr std::size_t longest_name = 64;
  std::size_t count = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view name = text.substr(at + 1, longest_name);
    if (const std::size_t end = name.find(';'); end != std::string_view::npos && names.contains(name.substr(0, end))) ++count;
  }
  return count;
}

}  // namespace

NewsXml news_xml_of(std::string_view head) {
  head = skip_prolog(head);
  if (!head.starts_with('<')) return NewsXml::none;
  std::string_view name = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  if (name == "nitf") return NewsXml::nitf;
  if (name == "newsItem" || name == "newsMessage" || name == "packageItem") return NewsXml::newsml;
  if (name == "rss" || name == "RDF") return NewsXml::rss;
  if (name == "feed") return NewsXml::atom;
  return NewsXml::none;
}

std::string declared_xml_charset(std::string_view head) {
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find("?>"));
  constexpr std::string_view key = "encoding=";
  const std::size_t found = head.find(key);
  if (found == std::string_view::npos || found + key.size() >= head.size()) return {};
  head.remove_prefix(found + key.size());
  return small_letters(head.substr(1, head.find(head.front(), 1) - 1));
}

NewsItems read_news_xml(std::string_view xml, NewsXml kind, const MarkupWords& words) {
  NewsItems result;
  pugi::xml_document document;
  const auto parsed = document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    result.problem = std::string("no well-formed XML at byte ") + std::to_string(parsed.offset);
    drop_last_item(document);
    if (kind == NewsXml::nitf) return result;
  }
  switch (kind) {
    case NewsXml::nitf: result.items.push_back(item_of_nitf(document.document_element())); break;
    case NewsXml::newsml:
      for (const Node& news : all_named(document, "newsItem")) result.items.push_back(item_of_newsml(news, words));
      break;
    case NewsXml::rss:
      for (const Node& item : all_named(document, "item")) result.items.push_back(item_of_rss(item, words));
      break;
    case NewsXml::atom:
      for (const Node& entry : all_named(document, "entry")) result.items.push_back(item_of_atom(entry, words));
      break;
    case NewsXml::none: break;
  }
  if (const auto names = declared_entities(xml); !names.empty())
    for (NewsItem& item : result.items) item.unexpanded = count_references(item.text, names);
  return result;
}

}  // namespace onrecord
