#pragma once

#include <string>

#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_page.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {

/// How the elements of a page read: paragraphs, lines, headings, the marks of `<q>`; of what is noise, nothing. Refers to the page.
class HtmlText {
 public:
  explicit HtmlText(const HtmlPage& page) : page_(page) {}

  /// Lays out all text in an element that is no noise.
  void lay_out(const HtmlNode& element, TextLayout& layout) const;
  /// Likewise, up to where `end`, which lies in it, begins.
  void lay_out_until(const HtmlNode& element, const HtmlNode& end, TextLayout& layout) const;
  /// Its text as one line.
  std::string line_of(const HtmlNode& element) const;

 private:
  void lay_out_child(const HtmlNode& child, TextLayout& layout, bool preformatted) const;
  void lay_out_children(const HtmlNode& element, TextLayout& layout, bool preformatted) const;
  void lay_out_quotation(const HtmlNode& quotation, TextLayout& layout, bool preformatted) const;
  void lay_out_figure(const HtmlNode& figure, TextLayout& layout) const;

  const HtmlPage& page_;
};

}  // namespace onrecord
