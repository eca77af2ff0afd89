#include "onrecord/convert/html_text.h"

#include <array>
#include <string_view>

#include "onrecord/base/heading.h"

namespace onrecord {

void HtmlText::lay_out(const HtmlNode& element, TextLayout& layout) const { lay_out_children(element, layout, false); }

void HtmlText::lay_out_children(const HtmlNode& element, TextLayout& layout, bool preformatted) const {
  for (const HtmlNode* child : children(element)) lay_out_child(*child, layout, preformatted);
}

void HtmlText::lay_out_child(const HtmlNode& child, TextLayout& layout, bool preformatted) const {
  if (is_text(child)) return preformatted ? layout.add_preformatted(characters(child)) : layout.add(characters(child));
  if (!is_element(child) || page_.is_noise(child)) return;
  HtmlLayout kind = layout_of(child);
  const HtmlQuestions::Kind question = page_.question(child);
  const std::uint8_t level = question != HtmlQuestions::Kind::none ? Heading::entry : heading_level(child);
  if (level != 0 && kind == HtmlLayout::inline_text) kind = HtmlLayout::paragraph;
  const auto set_apart = [&] {
    if (kind == HtmlLayout::line) layout.break_line();
    else if (kind == HtmlLayout::paragraph || kind == HtmlLayout::preformatted) layout.break_paragraph();
    else if (kind == HtmlLayout::cell) layout.separate();
  };
  if (kind == HtmlLayout::line_break) return layout.is_at_line_break() ? layout.break_paragraph() : layout.break_line();
  set_apart();
  if (level != 0) layout.begin_heading(level, question == HtmlQuestions::Kind::question);
  if (tag_name(child) == "figure") lay_out_figure(child, layout);
  else if (tag_name(child) == "q") lay_out_quotation(child, layout, preformatted);
  else lay_out_children(child, layout, preformatted || kind == HtmlLayout::preformatted);
  if (level != 0) layout.end_heading();
  set_apart();
}

/// Readers see marks around what this element holds, other ones where it stands in another.
void HtmlText::lay_out_quotation(const HtmlNode& quotation, TextLayout& layout, bool preformatted) const {
  constexpr std::array<std::array<std::string_view, 2>, 2> marks = {{{"“", "”"}, {"‘", "’"}}};
  std::size_t depth = 0;
  for (const HtmlNode* around = parent(quotation); around != nullptr && is_element(*around); around = parent(*around))
    depth += tag_name(*around) == "q" ? 1 : 0;
  layout.add(marks[depth % 2][0]);
  lay_out_children(quotation, layout, preformatted);
  layout.add(marks[depth % 2][1]);
}

/// Of a figure, tables and quoted text; all else tells of the picture.
void HtmlText::lay_out_figure(const HtmlNode& figure, TextLayout& layout) const {
  for (const HtmlNode* child : children(figure)) {
    if (!is_element(*child) || page_.is_noise(*child)) continue;
    if (tag_name(*child) == "blockquote" || tag_name(*child) == "table") lay_out_child(*child, layout, false);
    else lay_out_figure(*child, layout);
  }
}

void HtmlText::lay_out_until(const HtmlNode& element, const HtmlNode& end, TextLayout& layout) const {
  const HtmlNode* last = child_towards(element, end);
  for (const HtmlNode* child : children(element)) {
    if (child == last) break;
    lay_out_child(*child, layout, false);
  }
  if (last != &end) lay_out_until(*last, end, layout);
}

std::string HtmlText::line_of(const HtmlNode& element) const {
  TextLayout layout;
  lay_out(element, layout);
  return one_line(layout.text());
}

}  // namespace onrecord
