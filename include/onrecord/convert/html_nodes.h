#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "onrecord/convert/text_layout.h"

struct GumboInternalNode;
struct GumboInternalOutput;

namespace onrecord {

/// An element, a text, or the document; belongs to its `HtmlTree`.
using HtmlNode = GumboInternalNode;

/// A parsed page. Its cost must be bounded before: see `html_cost`.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);

  /// The element `html`.
  const HtmlNode& root() const;

 private:
  struct Destroy {
    void operator()(GumboInternalOutput* output) const;
  };
  std::unique_ptr<GumboInternalOutput, Destroy> output_;
};

/// How an element stands in the text around it.
enum class HtmlLayout : std::uint8_t { inline_text, line, line_break, paragraph, cell, preformatted };

/// A node is one of these, or the document, or none of them: a comment.
bool is_element(const HtmlNode& node);
bool is_text(const HtmlNode& node);
/// Of a text.
std::string_view characters(const HtmlNode& text);
/// Of an element, lower case; as it is written where HTML does not know it.
std::string_view tag_name(const HtmlNode& element);
/// Empty where there is none.
std::string_view attribute(const HtmlNode& element, const char* name);
std::span<HtmlNode* const> children(const HtmlNode& element);
/// Null above the document.
const HtmlNode* parent(const HtmlNode& node);

/// Of elements that HTML does not know: `inline_text`.
HtmlLayout layout_of(const HtmlNode& element);
/// See `Heading::level`; 0: it heads nothing.
std::uint8_t heading_level(const HtmlNode& element);
/// Whether it stands straight in a heading, a term that is explained, or a summary.
bool is_in_heading(const HtmlNode& element);
/// Whether it heads something large: a heading of the first three levels, or what the page calls a headline.
bool may_be_title(const HtmlNode& element);
/// Elements that never hold an article's text: scripts, navigation, forms, captions and the like.
bool is_never_text(const HtmlNode& element);
/// Paragraphs, list items, quoted blocks.
bool is_running_text(const HtmlNode& element);
/// Containers that often hold text themselves, without paragraphs.
bool is_container(const HtmlNode& element);

/// Whether `node` is `part` or lies in it.
bool is_within(const HtmlNode* node, const HtmlNode& part);
/// The child of `element` that `inner`, which lies below it, is or lies in.
const HtmlNode* child_towards(const HtmlNode& element, const HtmlNode& inner);
/// The first child of that name; null: none.
const HtmlNode* child_named(const HtmlNode& element, std::string_view name);

/// Whether the element has no more bytes of text, hidden or not, and elements than `most`; looks at no more of them.
bool holds_at_most(const HtmlNode& element, std::size_t most);

}  // namespace onrecord
