#include "onrecord/convert/xhtml.h"

#include <algorithm>
#include <array>

#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 14> empty_elements = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                             "input", "link", "meta", "param", "source", "track", "wbr"};

std::size_t find_behind(std::string_view text, std::string_view what, std::size_t from) {
  const std::size_t found = text.find(what, from);
  return found == std::string_view::npos ? text.size() : found + what.size();
}

/// Behind the '>' of the tag at `begin`; one between quotation marks is not its end.
std::size_t end_of_tag(std::string_view page, std::size_t begin) {
  char quote = 0;
  for (std::size_t at = begin + 1; at < page.size(); ++at) {
    const char c = page[at];
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == '>') return at + 1;
  }
  return page.size();
}

}  // namespace

bool is_xhtml(std::string_view page) { return trimmed_at_start(page).starts_with("<?xml"); }

std::string with_end_tags(std::string_view page) {
  std::string out;
  out.reserve(page.size() + page.size() / 64);
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t tag = std::min(page.find('<', at), page.size());
    out += page.substr(at, tag - at);
    if (tag == page.size()) break;
    const bool is_comment = page.substr(tag).starts_with("<!--"), is_data = page.substr(tag).starts_with("<![CDATA[");
    at = is_comment ? find_behind(page, "-->", tag) : is_data ? find_behind(page, "]]>", tag) : end_of_tag(page, tag);
    const std::string_view whole = page.substr(tag, at - tag);
    out += whole;
    if (!whole.ends_with("/>") || whole.size() < 4 || !is_ascii_letter(whole[1])) continue;
    const std::string name(whole.substr(1, whole.find_first_of(" \t\r\n/>", 1) - 1));
    if (std::find(empty_elements.begin(), empty_elements.end(), small_letters(name)) == empty_elements.end()) ((out += "</") += name) += '>';
  }
  return out;
}

}  // namespace onrecord
