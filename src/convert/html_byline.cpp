#include "onrecord/convert/html_byline.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/convert/html_search.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_byline = 120;
constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_aside = 400;  // bytes: one that tells who wrote the article

/// Two to five words that begin with a capital, short particles between them.
bool looks_like_name(std::string_view text) {
  constexpr std::size_t longest_particle = 3;
  const auto is_capital = [](std::string_view word) { return is_ascii_capital(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80; };
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() < 2 || words.size() > 5 || text.size() > longest_name || text.find_first_of("0123456789@/:|,") != std::string_view::npos) return false;
  return is_capital(words.front()) && is_capital(words.back()) &&
         std::all_of(words.begin(), words.end(), [&](std::string_view word) { return is_capital(word) || word.size() <= longest_particle; });
}

bool is_author(const HtmlNode& node) { return attribute(node, "rel") == "author" || attribute(node, "itemprop") == "author"; }

/// Noise that a byline may stand in.
bool is_foot(const HtmlNode& node) {
  if (tag_name(node) == "aside") return holds_at_most(node, longest_aside);
  return tag_name(node) == "footer" || attribute(node, "class").find("footer") != std::string_view::npos;
}

}  // namespace

bool HtmlByline::is_short(const HtmlNode& node) const {
  if (!holds_at_most(node, 4 * longest_byline)) return false;  // white space and what is hidden included
  const std::size_t size = text_.line_of(node).size();
  return size > 0 && size <= longest_byline;
}

/// An author's line, or one that the page calls a byline.
bool HtmlByline::names_author(const HtmlNode& node) const { return (is_author(node) || page_.is_byline(node)) && is_short(node); }

const HtmlNode* HtmlByline::node() const {
  const auto fits = [this](const HtmlNode& inner) { return names_author(inner); };
  const HtmlNode* found = first_in(page_, part_, fits, is_foot);
  if (found == nullptr) found = first_in(page_, page_.root(), fits, is_foot);
  return found == nullptr || !is_author(*found) ? found : &line_around(*found);
}

/// The line that a name stands in: "By Ann Lee and Bo Berg".
const HtmlNode& HtmlByline::line_around(const HtmlNode& author) const {
  const HtmlNode* line = &author;
  for (const HtmlNode* around = parent(author); around != nullptr && is_element(*around) && is_short(*around); around = parent(*around)) {
    if (tag_name(*around) == "body" || first_in(page_, *around, may_be_title) != nullptr || may_be_title(*around)) break;
    line = around;
  }
  return *line;
}

/// The innermost element at the beginning of `byline` whose text is a name, else `byline`.
const HtmlNode& HtmlByline::innermost_name(const HtmlNode& byline) const {
  const HtmlNode* name = &byline;
  const auto is_name = [this](const HtmlNode& inner) { return looks_like_name(text_.line_of(inner)); };
  while (const HtmlNode* inner = first_in(page_, *name, is_name)) name = inner;
  return *name;
}

/// Those that look like names, also where commas part several of them.
std::vector<std::string> HtmlByline::persons_in(const std::vector<std::string>& lines) const {
  std::vector<std::string> names;
  for (const std::string_view all : lines) {
    for (std::size_t begin = 0, comma = 0; begin < all.size(); begin = comma + 1) {
      comma = std::min(all.find(',', begin), all.size());
      const std::string name = one_line(all.substr(begin, comma - begin));
      if (looks_like_name(name) && (begin == 0 || !tells_role(name))) names.push_back(name);
    }
  }
  return names;
}

bool HtmlByline::tells_role(std::string_view text) const {
  const std::vector<std::string_view> all = words_of(text);
  return std::any_of(all.begin(), all.end(), [this](std::string_view word) { return words_.no_name.contains(small_letters(word)); });
}

/// Adds the elements in the byline that the markup calls authors.
void HtmlByline::add_authors_in(const HtmlNode& byline, std::vector<std::string>& names) const {
  const auto add = [&](const HtmlNode& node) {
    if (!is_author(node)) return false;
    const std::string name = text_.line_of(node);
    if (looks_like_name(name) && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    return false;
  };
  first_in(page_, byline, add);
}

/// Whether an author's line says the name, be it in a box beside the article.
bool HtmlByline::is_called_author(const std::string& name) const {
  const auto says_it = [&](const HtmlNode& node) { return names_author(node) && text_.line_of(node).find(name) != std::string::npos; };
  const auto enters_all = [](const HtmlNode& /*element*/) { return true; };
  return looks_like_name(name) && first_in(page_, page_.root(), says_it, enters_all) != nullptr;
}

std::string HtmlByline::names(const HtmlNode* byline, std::string_view start) const {
  std::vector<std::string> names = head_.json_ld().authors;
  // It is often the name of the site, or of its software's first user.
  const std::string declared = head_.meta("author");
  if (names.empty() && (start.find(declared) != std::string_view::npos || is_called_author(declared))) names.push_back(declared);
  names = persons_in(names);
  if (names.empty() && byline != nullptr) add_authors_in(*byline, names);
  if (names.empty() && byline != nullptr) {
    std::string line = text_.line_of(innermost_name(*byline));
    line.resize(std::min(line.find_first_of(",|/"), line.size()));
    if (looks_like_name(line)) names.push_back(line);
  }
  std::string all;
  for (const std::string& name : names) (all += all.empty() ? "" : ", ") += name;
  return all;
}

}  // namespace onrecord
