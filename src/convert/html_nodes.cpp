#include "onrecord/convert/html_nodes.h"

#include <gumbo.h>

namespace onrecord {
namespace {

GumboInternalOutput* parse(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) : output_(parse(html)) {}

const HtmlNode& HtmlTree::root() const { return *output_->root; }

void HtmlTree::Destroy::operator()(GumboInternalOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }

bool is_element(const HtmlNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
bool is_text(const HtmlNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA; }

std::string_view characters(const HtmlNode& text) { return text.v.text.text; }

std::string_view tag_name(const HtmlNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.v.element.tag);
  GumboStringPiece name = element.v.element.original_tag;
  if (name.data == nullptr) return {};
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

std::string_view attribute(const HtmlNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::span<HtmlNode* const> children(const HtmlNode& element) {
  const GumboVector& all = element.type == GUMBO_NODE_DOCUMENT ? element.v.document.children : element.v.element.children;
  return {reinterpret_cast<HtmlNode**>(all.data), all.length};
}

const HtmlNode* parent(const HtmlNode& node) { return node.parent; }

HtmlLayout layout_of(const HtmlNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_BR: return HtmlLayout::line_break;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR: return HtmlLayout::line;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH: return HtmlLayout::cell;
    case GUMBO_TAG_PRE: return HtmlLayout::preformatted;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_UNKNOWN: return HtmlLayout::inline_text;
    default: return HtmlLayout::paragraph;
  }
}

namespace {

/// Of what is a heading by its role.
std::uint8_t told_level(const HtmlNode& element) {
  constexpr std::uint8_t usual = 2;  // where it does not tell
  if (attribute(element, "role") != "heading") return 0;
  const std::string_view level = attribute(element, "aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? static_cast<std::uint8_t>(level[0] - '0') : usual;
}

}  // namespace

std::uint8_t heading_level(const HtmlNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_H1: return 1;
    case GUMBO_TAG_H2: return 2;
    case GUMBO_TAG_H3: return 3;
    case GUMBO_TAG_H4: return 4;
    case GUMBO_TAG_H5: return 5;
    case GUMBO_TAG_H6: return 6;
    case GUMBO_TAG_DT:
    case GUMBO_TAG_SUMMARY: return Heading::entry;
    default: return told_level(element);
  }
}

bool is_in_heading(const HtmlNode& element) {
  const HtmlNode* around = element.parent;
  return around != nullptr && is_element(*around) && heading_level(*around) != 0;
}

bool may_be_title(const HtmlNode& element) {
  const std::uint8_t level = heading_level(element);
  return (level >= 1 && level <= 3) || attribute(element, "role") == "heading" || attribute(element, "itemprop") == "headline";
}

bool is_never_text(const HtmlNode& element) {
  // Questions that open their answers are headings with a button in them.
  if (element.v.element.tag == GUMBO_TAG_BUTTON && is_in_heading(element)) return false;
  switch (element.v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MENU: return true;
    default: return false;
  }
}

bool is_running_text(const HtmlNode& element) {
  const GumboTag tag = element.v.element.tag;
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_DD;
}

bool is_container(const HtmlNode& element) {
  const GumboTag tag = element.v.element.tag;
  return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_CENTER ||
         tag == GUMBO_TAG_BODY;
}

bool is_within(const HtmlNode* node, const HtmlNode& part) {
  for (; node != nullptr; node = node->parent)
    if (node == &part) return true;
  return false;
}

const HtmlNode* child_towards(const HtmlNode& element, const HtmlNode& inner) {
  const HtmlNode* node = &inner;
  while (node->parent != &element) node = node->parent;
  return node;
}

const HtmlNode* child_named(const HtmlNode& element, std::string_view name) {
  for (const HtmlNode* child : children(element))
    if (is_element(*child) && tag_name(*child) == name) return child;
  return nullptr;
}

bool holds_at_most(const HtmlNode& element, std::size_t most) {
  const auto take = [](const auto& self, const HtmlNode& node, std::size_t& left) -> bool {
    for (const HtmlNode* child : children(node)) {
      const std::size_t size = is_text(*child) ? characters(*child).size() : 1;
      if (size > left) return false;
      left -= size;
      if (is_element(*child) && !self(self, *child, left)) return false;
    }
    return true;
  };
  return take(take, element, most);
}

}  // namespace onrecord
