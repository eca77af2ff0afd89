#pragma once

#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_page.h"

namespace onrecord {

/// The first element inside `element`, in the page's order, that `fits`; null: none. Noise is not looked into unless `enters` it.
template <typename Fits, typename Enters>
const HtmlNode* first_in(const HtmlPage& page, const HtmlNode& element, const Fits& fits, const Enters& enters) {
  for (const HtmlNode* child : children(element)) {
    if (!is_element(*child) || (page.is_noise(*child) && !enters(*child))) continue;
    if (fits(*child)) return child;
    if (const HtmlNode* found = first_in(page, *child, fits, enters)) return found;
  }
  return nullptr;
}

/// The same, outside of all noise.
template <typename Fits>
const HtmlNode* first_in(const HtmlPage& page, const HtmlNode& element, const Fits& fits) {
  return first_in(page, element, fits, [](const HtmlNode& /*element*/) { return false; });
}

}  // namespace onrecord
