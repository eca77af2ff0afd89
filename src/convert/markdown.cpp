#include "onrecord/convert/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/front_matter.h"
#include "onrecord/convert/text_layout.h"

namespace onrecord {
namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
constexpr int deepest = 500;
constexpr int stop = -1;  // of a callback: others than negative ones are overlooked in places
// For each link of a paragraph, the parser goes over its lines.
constexpr std::size_t most_lines_together = 2000;
constexpr std::size_t longest_footnote_label = 40;

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

/// "# Bridge opens", up to six.
bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ' && !is_blank(line.substr(marks));
}

/// A line of "===", which makes a heading of the line above.
bool is_underline(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return line.size() >= 3 && line.find_first_not_of('=') == std::string_view::npos;
}

/// Appends a line without marks of footnotes ("[^1]", "[^1]: " where the note itself begins).
void append_without_footnote_marks(std::string_view line, std::string& out) {
  for (std::size_t mark = line.find("[^"); mark != std::string_view::npos; mark = line.find("[^")) {
    const std::size_t end = line.find_first_of("[] \t", mark + 2);
    out += line.substr(0, mark);
    if (end == std::string_view::npos || line[end] != ']' || end - mark > longest_footnote_label) {
      out += "[^";
      line.remove_prefix(mark + 2);
      continue;
    }
    const bool is_note = is_blank(line.substr(0, mark)) && line.substr(end + 1).starts_with(':');
    line.remove_prefix(end + (is_note ? 2 : 1));
  }
  out += line;
}

/// What the parser gets: without marks of footnotes, and without paragraphs of thousands of lines.
std::string prepared(std::string_view markdown) {
  std::string out;
  out.reserve(markdown.size());
  std::size_t together = 0;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size() - 1) + 1;
    const std::string_view line = markdown.substr(0, end);
    together = is_blank(line.substr(0, line.find('\n'))) ? 0 : together + 1;
    if (together % most_lines_together == most_lines_together - 1) out += '\n';
    append_without_footnote_marks(line, out);
    markdown.remove_prefix(end);
  }
  return out;
}

/// Writes the HTML of a Markdown text: its blocks and words, nothing of what is left out anyway.
class HtmlOfMarkdown {
 public:
  /// False: it is nested or linked beyond all measure.
  bool write(const std::string& markdown) {
    const MD_PARSER parser = {0, dialect, enter_block, leave_block, enter_span, leave_span, text, nullptr, nullptr};
    // Definitions may make a text of n bytes as long as n².
    most_link_bytes_ = 16 * markdown.size() + 65536;
    return md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this) == 0;
  }
  const std::string& html() const { return html_; }
  /// The HTML of the first heading of the first level; empty: there is none.
  std::string_view first_heading() const { return std::string_view(html_).substr(heading_begin_, heading_end_ - heading_begin_); }

 private:
  static HtmlOfMarkdown& self(void* data) { return *static_cast<HtmlOfMarkdown*>(data); }

  static std::string_view name_of(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: return "blockquote";
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: return "ul";
      case MD_BLOCK_LI: return "li";
      case MD_BLOCK_P: return "p";
      case MD_BLOCK_TABLE: return "table";
      case MD_BLOCK_TR: return "tr";
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: return "td";
      default: return {};
    }
  }

  void tag(MD_BLOCKTYPE type, const void* detail, std::string_view open) {
    const std::string_view name = name_of(type);
    if (type == MD_BLOCK_H) ((html_ += open) += "h") += std::to_string(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
    else if (!name.empty()) (html_ += open) += name;
    else return;
    html_ += '>';
  }

  static bool is_title(MD_BLOCKTYPE type, const void* detail) { return type == MD_BLOCK_H && static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level == 1; }

  static int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
    HtmlOfMarkdown& to = self(data);
    if (type == MD_BLOCK_CODE) ++to.hidden_;
    if (is_title(type, detail) && to.heading_end_ == 0) to.heading_begin_ = to.html_.size();
    to.tag(type, detail, "<");
    return ++to.depth_ > deepest ? stop : 0;
  }
  static int leave_block(MD_BLOCKTYPE type, void* detail, void* data) {
    HtmlOfMarkdown& to = self(data);
    if (type == MD_BLOCK_CODE) --to.hidden_;
    if (is_title(type, detail) && to.heading_end_ == 0) to.heading_end_ = to.html_.size();
    to.tag(type, detail, "</");
    --to.depth_;
    return 0;
  }

  static int enter_span(MD_SPANTYPE type, void* detail, void* data) {
    HtmlOfMarkdown& to = self(data);
    if (type == MD_SPAN_IMG) {
      ++to.hidden_;
      const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      to.link_bytes_ += image->src.size + image->title.size;
    } else if (type == MD_SPAN_A) {
      const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
      to.link_bytes_ += link->href.size + link->title.size;
    }
    return to.link_bytes_ > to.most_link_bytes_ ? stop : 0;
  }
  static int leave_span(MD_SPANTYPE type, void* /*detail*/, void* data) {
    if (type == MD_SPAN_IMG) --self(data).hidden_;
    return 0;
  }

  static int text(MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* data) {
    HtmlOfMarkdown& to = self(data);
    const std::string_view text(begin, size);
    if (to.hidden_ > 0) return 0;
    switch (type) {
      case MD_TEXT_HTML:
      case MD_TEXT_ENTITY: to.html_ += text; break;
      case MD_TEXT_BR: to.html_ += "<br>"; break;
      case MD_TEXT_SOFTBR: to.html_ += '\n'; break;
      case MD_TEXT_NULLCHAR: to.html_ += "\xEF\xBF\xBD"; break;
      default: to.add(text);
    }
    return 0;
  }

  void add(std::string_view words) {
    for (const char c : words) {
      if (c == '&') html_ += "&amp;";
      else if (c == '<') html_ += "&lt;";
      else html_ += c;
    }
  }

  std::string html_;
  std::size_t heading_begin_ = 0;
  std::size_t heading_end_ = 0;
  int hidden_ = 0;  // code and pictures around what comes
  int depth_ = 0;
  std::size_t link_bytes_ = 0;
  std::size_t most_link_bytes_ = 0;
};

/// The values of the first of these fields that is there, as one line.
std::string line_of(const FrontMatter& front, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const FrontMatter::Field* field = front.find(name);
    if (field == nullptr || field->values.empty()) continue;
    std::string all;
    for (const std::string& value : field->values) (all += all.empty() ? "" : ", ") += value;
    return all;
  }
  return {};
}

}  // namespace

bool looks_like_markdown(std::string_view head) {
  head = without_byte_order_mark(head);
  if (begins_front_matter(head)) return true;
  const std::size_t first_end = std::min(head.find('\n'), head.size());
  const std::string_view first = head.substr(0, first_end);
  const std::string_view rest = head.substr(std::min(first_end + 1, head.size()));
  const std::string_view second = rest.substr(0, rest.find('\n'));
  return (is_heading(first) && is_blank(second)) || (!is_blank(first) && indent_of(first) == 0 && is_underline(second));
}

std::optional<MarkdownText> read_markdown(std::string_view markdown, const MarkupWords& words) {
  const FrontMatter front = read_front_matter(markdown);
  HtmlOfMarkdown converter;
  if (!converter.write(prepared(markdown.substr(front.size)))) return std::nullopt;
  const auto body = text_of_fragment(converter.html(), words);
  if (!body) return std::nullopt;
  MarkdownText read;
  read.title = line_of(front, {"title", "headline"});
  add_unless_said(read.title, body->text, read.text);
  add_unless_said(line_of(front, {"author", "authors", "byline"}), body->text, read.text);
  read.byline = line_of(front, {"author", "authors"});
  if (read.title.empty()) read.title = text_of_fragment(converter.first_heading(), words).value_or(FragmentText{}).text;
  read.headings = shifted_headings(body->headings, body->text, read.title, read.text.size());
  read.text += body->text;
  return read;
}

}  // namespace onrecord
