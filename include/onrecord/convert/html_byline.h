#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/convert/html.h"
#include "onrecord/convert/html_head.h"
#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_page.h"
#include "onrecord/convert/html_text.h"

namespace onrecord {

/// Finds who wrote an article by the markup of its page. What it is made of must live as long.
class HtmlByline {
 public:
  /// `part`: the part of the page that holds the article.
  HtmlByline(const HtmlHead& head, const HtmlPage& page, const HtmlNode& part, const MarkupWords& words)
      : head_(head), page_(page), part_(part), words_(words) {}

  /// The line that tells it, in the article or beside it; null: none.
  const HtmlNode* node() const;
  /// The names that the markup gives, without what stands around them. `byline`: what `node` found; `start`: the first lines of the article.
  std::string names(const HtmlNode* byline, std::string_view start) const;

 private:
  bool is_short(const HtmlNode& node) const;
  bool names_author(const HtmlNode& node) const;
  const HtmlNode& line_around(const HtmlNode& author) const;
  const HtmlNode& innermost_name(const HtmlNode& byline) const;
  std::vector<std::string> persons_in(const std::vector<std::string>& lines) const;
  bool tells_role(std::string_view text) const;
  void add_authors_in(const HtmlNode& byline, std::vector<std::string>& names) const;
  bool is_called_author(const std::string& name) const;

  const HtmlHead& head_;
  const HtmlPage& page_;
  const HtmlNode& part_;
  const MarkupWords& words_;
  HtmlText text_{page_};
};

}  // namespace onrecord
