#pragma once

#include "onrecord/convert/html.h"
#include "onrecord/convert/html_nodes.h"

namespace onrecord {

/// Puts title, byline and body of a page together; `html` is its root.
PageText read_article(const HtmlNode& html, const MarkupWords& words);

}  // namespace onrecord
