#include "onrecord/convert/html.h"

#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <unordered_map>

#include "onrecord/convert/html_depth.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {
namespace {

constexpr std::size_t least_paragraph = 40;        // bytes: shorter ones say nothing of where the article is
constexpr double most_of_it = 0.7;                 // a part that holds this share of the running text holds the article
constexpr double too_much_for_noise = 0.4;         // a part that holds this share of it is no noise, whatever it is called
constexpr std::size_t longest_byline = 120;

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
bool is_text(const GumboNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA; }

std::vector<const GumboNode*> children(const GumboNode& node) {
  const GumboVector& all = node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
  auto* const* const first = reinterpret_cast<GumboNode**>(all.data);
  return {first, first + all.length};
}

/// Elements that never hold an article's text.
bool is_never_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD: case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV: case GUMBO_TAG_ASIDE: case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SVG: case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_CAPTION: case GUMBO_TAG_AUDIO: case GUMBO_TAG_VIDEO: case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MENU: return true;
    default: return false;
  }
}

enum class Layout { inline_text, line, paragraph, cell, preformatted };

Layout layout_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_LI: case GUMBO_TAG_TR: case GUMBO_TAG_BR: return Layout::line;
    case GUMBO_TAG_TD: case GUMBO_TAG_TH: return Layout::cell;
    case GUMBO_TAG_PRE: return Layout::preformatted;
    case GUMBO_TAG_A: case GUMBO_TAG_ABBR: case GUMBO_TAG_ACRONYM: case GUMBO_TAG_B: case GUMBO_TAG_BDI: case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG: case GUMBO_TAG_CITE: case GUMBO_TAG_CODE: case GUMBO_TAG_DATA: case GUMBO_TAG_DEL: case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM: case GUMBO_TAG_FONT: case GUMBO_TAG_I: case GUMBO_TAG_INS: case GUMBO_TAG_KBD: case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK: case GUMBO_TAG_Q: case GUMBO_TAG_S: case GUMBO_TAG_SAMP: case GUMBO_TAG_SMALL: case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE: case GUMBO_TAG_STRONG: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP: case GUMBO_TAG_TIME: case GUMBO_TAG_TT:
    case GUMBO_TAG_U: case GUMBO_TAG_VAR: case GUMBO_TAG_WBR: case GUMBO_TAG_IMG: case GUMBO_TAG_UNKNOWN: return Layout::inline_text;
    default: return Layout::paragraph;
  }
}

bool is_running_text(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_DD;
}

/// Calls `visit` for the words of an attribute: runs of letters and digits, lower case, and each whole name between spaces.
template <typename Visit>
bool any_word(std::string_view value, const Visit& visit) {
  std::string whole, part;
  const auto ends = [&](std::string& word) {
    const bool hit = !word.empty() && visit(word);
    word.clear();
    return hit;
  };
  for (const char c : value) {
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      if (ends(part) || ends(whole)) return true;
      continue;
    }
    whole += small;
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) part += small;
    else if (ends(part)) return true;
  }
  return ends(part) || ends(whole);
}

bool is_named(const GumboNode& node, const std::set<std::string, std::less<>>& words) {
  const auto known = [&words](const std::string& word) { return words.contains(word); };
  return any_word(attribute(node, "class"), known) || any_word(attribute(node, "id"), known);
}

/// ARIA's landmarks that are no main content.
bool has_role_beside(const GumboNode& node) {
  const std::string_view role = attribute(node, "role");
  return role == "navigation" || role == "complementary" || role == "contentinfo" || role == "banner" || role == "search" || role == "dialog" ||
         role == "menu" || role == "toolbar";
}

/// A page, and how much running text each of its elements holds.
class Page {
 public:
  Page(const GumboNode& root, const MarkupWords& words) : root_(root), words_(words) {
    measure(root_);
    total_ = amounts_[&root_];
  }

  const GumboNode& root() const { return root_; }

  /// Whether the element is no part of the article.
  bool is_noise(const GumboNode& node) const {
    if (is_never_text(node.v.element.tag)) return true;
    if (node.v.element.tag == GUMBO_TAG_BODY || node.v.element.tag == GUMBO_TAG_HTML || node.v.element.tag == GUMBO_TAG_ARTICLE) return false;
    if (!has_role_beside(node) && !is_named(node, words_.noise)) return false;
    return static_cast<double>(amount(node)) < too_much_for_noise * static_cast<double>(total_) || total_ == 0;
  }

  /// The innermost element that still holds most of the running text.
  const GumboNode& main_part() const {
    const GumboNode* part = &root_;
    while (true) {
      const auto inner = children(*part);
      const auto fits = [&](const GumboNode* child) {
        return is_element(*child) && !is_running_text(child->v.element.tag) && !is_noise(*child) &&
               static_cast<double>(amount(*child)) >= most_of_it * static_cast<double>(amount(*part)) && amount(*child) > 0;
      };
      const auto found = std::find_if(inner.begin(), inner.end(), fits);
      if (found == inner.end()) return *part;
      part = *found;
    }
  }

 private:
  std::size_t amount(const GumboNode& node) const {
    const auto found = amounts_.find(&node);
    return found == amounts_.end() ? 0 : found->second;
  }

  /// Bytes of text in paragraphs and the like, links left out, as menus are made of them. The depth of the tree is bounded.
  void measure(const GumboNode& node) {
    std::size_t sum = 0;
    if (is_element(node) && is_running_text(node.v.element.tag)) sum = own_text(node);
    for (const GumboNode* child : children(node)) {
      if (!is_element(*child) || is_never_text(child->v.element.tag)) continue;
      measure(*child);
      sum += amounts_[child];
    }
    amounts_[&node] = sum;
  }

  static std::size_t own_text(const GumboNode& node) {
    const std::size_t size = inner_text(node);
    return size < least_paragraph ? 0 : size;
  }

  /// Text of the element up to the next block inside it.
  static std::size_t inner_text(const GumboNode& node) {
    std::size_t size = 0;
    for (const GumboNode* child : children(node)) {
      if (child->type == GUMBO_NODE_TEXT) size += std::string_view(child->v.text.text).size();
      else if (is_element(*child) && child->v.element.tag != GUMBO_TAG_A && layout_of(child->v.element.tag) == Layout::inline_text) size += inner_text(*child);
    }
    return size;
  }

  const GumboNode& root_;
  const MarkupWords& words_;
  std::unordered_map<const GumboNode*, std::size_t> amounts_;
  std::size_t total_ = 0;
};

void lay_out(const Page& page, const GumboNode& node, TextLayout& layout, bool preformatted = false);

void lay_out_element(const Page& page, const GumboNode& node, TextLayout& layout, bool preformatted) {
  if (page.is_noise(node)) return;
  const Layout kind = layout_of(node.v.element.tag);
  const auto set_apart = [&] {
    if (kind == Layout::line) layout.break_line();
    else if (kind == Layout::paragraph || kind == Layout::preformatted) layout.break_paragraph();
    else if (kind == Layout::cell) layout.separate();
  };
  set_apart();
  lay_out(page, node, layout, preformatted || kind == Layout::preformatted);
  set_apart();
}

void lay_out(const Page& page, const GumboNode& node, TextLayout& layout, bool preformatted) {
  for (const GumboNode* child : children(node)) {
    if (is_element(*child)) lay_out_element(page, *child, layout, preformatted);
    else if (is_text(*child) && preformatted) layout.add_preformatted(child->v.text.text);
    else if (is_text(*child)) layout.add(child->v.text.text);
  }
}

/// Takes the bytes of text in `node` off `left`. False as soon as there are more.
bool holds_at_most(const GumboNode& node, std::size_t& left) {
  for (const GumboNode* child : children(node)) {
    if (is_element(*child) && !holds_at_most(*child, left)) return false;
    if (!is_text(*child)) continue;
    const std::size_t size = std::string_view(child->v.text.text).size();
    if (size > left) return false;
    left -= size;
  }
  return true;
}

std::string text_of(const Page& page, const GumboNode& node) {
  TextLayout layout;
  lay_out(page, node, layout);
  std::string line = layout.text();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

/// The first element, in the page's order, that `fits`; noise is not looked into. Null: none.
template <typename Fits>
const GumboNode* first(const Page& page, const GumboNode& node, const Fits& fits) {
  for (const GumboNode* child : children(node)) {
    if (!is_element(*child) || page.is_noise(*child)) continue;
    if (fits(*child)) return child;
    if (const GumboNode* found = first(page, *child, fits)) return found;
  }
  return nullptr;
}

bool is_within(const GumboNode* node, const GumboNode& part) {
  for (; node != nullptr; node = node->parent)
    if (node == &part) return true;
  return false;
}

const GumboNode* child_with_tag(const GumboNode& node, GumboTag tag) {
  for (const GumboNode* child : children(node))
    if (is_element(*child) && child->v.element.tag == tag) return child;
  return nullptr;
}

/// What a page says of itself in its head.
class Head {
 public:
  explicit Head(const GumboNode& html) : head_(child_with_tag(html, GUMBO_TAG_HEAD)) {}

  std::string meta(std::string_view name) const {
    return value([name](const GumboNode& node) {
      const bool named = attribute(node, "property") == name || attribute(node, "name") == name;
      return node.v.element.tag == GUMBO_TAG_META && named ? attribute(node, "content") : std::string_view{};
    });
  }
  std::string canonical() const {
    return value([](const GumboNode& node) {
      return node.v.element.tag == GUMBO_TAG_LINK && attribute(node, "rel") == "canonical" ? attribute(node, "href") : std::string_view{};
    });
  }
  std::string title() const {
    const GumboNode* title = head_ == nullptr ? nullptr : child_with_tag(*head_, GUMBO_TAG_TITLE);
    TextLayout layout;
    if (title != nullptr)
      for (const GumboNode* child : children(*title))
        if (is_text(*child)) layout.add(child->v.text.text);
    return layout.text();
  }

 private:
  template <typename Get>
  std::string value(const Get& get) const {
    if (head_ == nullptr) return {};
    for (const GumboNode* child : children(*head_)) {
      if (!is_element(*child)) continue;
      TextLayout layout;
      layout.add(get(*child));
      if (!layout.text().empty()) return layout.text();
    }
    return {};
  }

  const GumboNode* head_;
};

/// Puts title, byline and body of one page together.
class ArticleReader {
 public:
  ArticleReader(const GumboNode& html, const MarkupWords& words) : page_(html, words), head_(html), part_(page_.main_part()), words_(words) {}

  PageText read() {
    PageText article;
    article.canonical = head_.canonical();
    const GumboNode* heading = heading_node();
    article.title = heading != nullptr ? text_of(page_, *heading) : head_title();
    const GumboNode* byline = byline_node();
    article.byline = byline != nullptr ? text_of(page_, *byline) : std::string();
    TextLayout body;
    lay_out(page_, part_, body);
    const std::string said = body.text();
    if (heading == nullptr || !is_within(heading, part_)) add_unless_said(article.title, said, article.text);
    if (byline == nullptr || !is_within(byline, part_)) add_unless_said(article.byline, said, article.text);
    article.text += said;
    return article;
  }

 private:
  const GumboNode* heading_node() const {
    const auto is_heading = [](const GumboNode& node) { return node.v.element.tag == GUMBO_TAG_H1; };
    const GumboNode* inside = first(page_, part_, is_heading);
    return inside != nullptr ? inside : first(page_, page_.root(), is_heading);
  }

  std::string head_title() const {
    std::string title = head_.meta("og:title");
    return title.empty() ? head_.title() : title;
  }

  const GumboNode* byline_node() const {
    const auto names_author = [this](const GumboNode& node) {
      if (attribute(node, "rel") != "author" && attribute(node, "itemprop") != "author" && !is_named(node, words_.byline)) return false;
      std::size_t left = 4 * longest_byline;  // white space and what is hidden included
      if (!holds_at_most(node, left)) return false;
      const std::size_t size = text_of(page_, node).size();
      return size > 0 && size <= longest_byline;
    };
    const GumboNode* inside = first(page_, part_, names_author);
    return inside != nullptr ? inside : first(page_, page_.root(), names_author);
  }

  Page page_;
  Head head_;
  const GumboNode& part_;
  const MarkupWords& words_;
};

struct DestroyOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

std::unique_ptr<GumboOutput, DestroyOutput> parse(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return std::unique_ptr<GumboOutput, DestroyOutput>(gumbo_parse_with_options(&options, html.data(), html.size()));
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

}  // namespace

std::string declared_html_charset(std::string_view head) {
  constexpr std::size_t searched = 4096;
  const std::string lower = lower_case(head.substr(0, searched));
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
  std::string lower = lower_case(head.substr(0, searched));
  if (lower.starts_with("\xEF\xBB\xBF")) lower.erase(0, 3);
  lower.erase(0, std::min(lower.find_first_not_of(" \t\r\n\f"), lower.size()));
  if (lower.starts_with("<?xml")) return lower.find("<html") != std::string::npos;
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<h1", "<p>", "<p ", "<div"})
    if (lower.starts_with(start)) return true;
  return lower.starts_with("<!--") && lower.find("<html") != std::string::npos;
}

std::optional<PageText> article_of_page(std::string_view html, const MarkupWords& words) {
  if (!is_shallow(html)) return std::nullopt;
  const auto output = parse(html);
  return ArticleReader(*output->root, words).read();
}

std::optional<std::string> text_of_fragment(std::string_view html, const MarkupWords& words) {
  if (!is_shallow(html)) return std::nullopt;
  const auto output = parse(html);
  TextLayout layout;
  lay_out(Page(*output->root, words), *output->root, layout);
  return layout.text();
}

}  // namespace onrecord
