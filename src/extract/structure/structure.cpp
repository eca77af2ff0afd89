#include "onrecord/extract/structure/structure.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"
#include "onrecord/extract/structure/byline.h"
#include "onrecord/extract/structure/furniture.h"
#include "onrecord/extract/structure/heading_lines.h"
#include "onrecord/extract/structure/title.h"
#include "onrecord/extract/structure/transcript_lines.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_caption = 600;
constexpr std::uint32_t faq_heading_reach = 5;  // lines above a FAQ of which one may be the title of the page
constexpr std::uint32_t longest_question = 140;
constexpr std::uint32_t shortest_sentence = 50;  // characters of one that may have a dateline
constexpr std::uint32_t notes_reach = 20;        // lines of notes below their heading
constexpr std::size_t dateline_reach = 3;        // lines of the text in which the dateline may stand

class StructureFinder {
 public:
  StructureFinder(const RuleSet& rules, const Document& document, Annotations& annotations, std::span<const Heading> headings)
      : rules_(rules),
        annotations_(annotations),
        page_(read_page(rules, document, annotations)),
        transcript_(page_),
        headings_(page_, structure_.lines,
                  std::any_of(headings.begin(), headings.end(), [](const Heading& heading) { return heading.level != Heading::entry; })) {
    mark(headings);
    structure_.lines.assign(document.lines.size(), LineClass::body);
  }

  Structure run() {
    const Body body = find_body(page_);
    pairs_ = find_faq(page_);
    transcript_.find(structure_.lines, rules_.lexicon("first_name"));
    transcript_.divide_with(pairs_);
    std::vector<bool> kept(page_.size(), false);
    classify_faq(kept);
    transcript_.keep_said(kept);
    const auto title = title_or_heading(find_title(page_, body, kept, rules_.lexicon("stop_words")));
    const auto byline = find_byline(page_, body, title, rules_.lexicon("byline_end"), rules_.lexicon("first_name"));
    if (byline) classify_byline(*byline, kept);
    if (title) classify_title(*title, kept);
    classify_furniture(find_furniture(page_, body, title, kept));
    classify_rest(title, body);
    annotate();
    structure_.transcript = transcript_.take(structure_.lines, rules_.lexicon("first_name"));
    return std::move(structure_);
  }

 private:
  /// Notes the lines in which headings begin.
  void mark(std::span<const Heading> headings) {
    std::size_t i = 0;
    for (const Heading& heading : headings) {
      while (i < page_.size() && page_.document->folded.to_original(page_.lines[i].span).end <= heading.begin) ++i;
      if (i == page_.size()) return;
      page_.lines[i].heading = heading.level;
      page_.lines[i].told_question = heading.asks;
    }
  }

  void set(std::uint32_t i, LineClass kind) { structure_.lines[i] = kind; }

  void classify_faq(std::vector<bool>& kept) {
    for (const FaqPair& pair : pairs_) {
      for (const std::uint32_t i : pair.answer_lines) set(i, LineClass::faq_answer);
      set(pair.question_line, LineClass::faq_question);
      kept[pair.question_line] = true;
      for (const std::uint32_t i : pair.answer_lines) kept[i] = true;
    }
  }

  /// What announces the questions is the title of a page that it opens, or that has none above them but a sentence.
  std::optional<std::uint32_t> title_or_heading(std::optional<std::uint32_t> title) const {
    const std::uint32_t first = pairs_.empty() ? 0 : pairs_.front().question_line;
    const bool opens = first > 0 && page_.lines.front().has(Label::faq_heading_line);
    if (title && *title < first && page_.lines[*title].shape.last != U'.' && !opens) return title;
    for (std::uint32_t i = 0; i < first && i < faq_heading_reach; ++i) {
      if (page_.lines[i].has(Label::faq_heading_line)) return i;
    }
    return title;
  }

  void classify_byline(const Byline& byline, std::vector<bool>& kept) {
    structure_.byline = byline.names;
    structure_.more_authors = byline.more;
    for (std::uint32_t i = byline.first_line; i <= byline.last_line; ++i) {
      set(i, LineClass::byline);
      kept[i] = true;
    }
  }

  void classify_title(std::uint32_t title, std::vector<bool>& kept) {
    structure_.title = page_.lines[title].span;
    set(title, LineClass::title);
    kept[title] = true;
  }

  void classify_furniture(const std::vector<bool>& mask) {
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (mask[i]) set(i, LineClass::furniture);
    }
  }

  void classify_rest(std::optional<std::uint32_t> title, const Body& body) {
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (structure_.lines[i] != LineClass::body || transcript_.has(i)) continue;
      const PageLine& line = page_.lines[i];
      if (line.has(Label::dateline_start) || (line.has(Label::place_start) && is_sentence(line.shape))) take_dateline(i, body);
      if (line.has(Label::photo_credit) && line.shape.characters <= longest_caption && !line.shape.quoted) {
        set(i, LineClass::caption);
      } else if (line.has(Label::callout_label)) {
        set(i, LineClass::callout);
      } else if (headings_.is_heading(i, title)) {
        set(i, LineClass::heading);
        structure_.headings.push_back(i);
      } else if (line.has(Label::question_line) && is_lone_question(line.shape)) {
        set(i, LineClass::question);
      }
    }
  }

  void take_dateline(std::uint32_t i, const Body& body) {
    if (structure_.dateline.empty() && i <= body.first + dateline_reach) structure_.dateline = page_.lines[i].dateline;
  }

  static bool is_sentence(const LineShape& shape) { return shape.ends_sentence && shape.characters >= shortest_sentence; }

  /// A question and nothing else; a paragraph that ends in one is text.
  static bool is_lone_question(const LineShape& shape) { return shape.characters <= longest_question && !shape.quoted && !shape.several_sentences; }

  void add(std::string_view type, Span span) {
    const TypeId id = rules_.type(type);
    if (id != no_type && !span.empty()) annotations_.add(id, no_rule, span);
  }

  /// An item of a list: by its bullet, or below a heading that announces notes.
  bool is_item(std::uint32_t i) const {
    if (page_.lines[i].shape.bullet) return true;
    for (std::uint32_t above = i; above > 0 && i - above < notes_reach; --above) {
      if (page_.lines[above - 1].has(Label::notes_head)) return true;
      if (structure_.lines[above - 1] != LineClass::body) return false;
    }
    return false;
  }

  void annotate() {
    add("dateline", structure_.dateline);
    for (const Turn& turn : transcript_.turns()) add("turn", turn.label);
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      const Span span = page_.lines[i].span;
      if (headings_.is_headline(i) && !transcript_.has(i)) add("headline", span);
      if (headings_.is_teaser(i) && !transcript_.has(i)) add("teaser", span);
      if (is_item(i)) add("item_line", span);
      switch (structure_.lines[i]) {
        case LineClass::title: add("title", span); break;
        case LineClass::byline: add("byline", span); break;
        case LineClass::dateline: add("dateline", span); break;
        case LineClass::heading: add("heading", span); break;
        case LineClass::caption: add("caption", span); break;
        case LineClass::callout: add("callout", span); break;
        case LineClass::furniture: add("furniture", span); break;
        case LineClass::faq_question:
        case LineClass::faq_answer: break;
        case LineClass::question:
        case LineClass::body: add("paragraph", span); break;
      }
    }
    for (const FaqPair& pair : pairs_) {
      add("faq_question", pair.question);
      for (const Span answer : pair.answers) add("faq_answer", answer);
    }
  }

  const RuleSet& rules_;
  Annotations& annotations_;
  Page page_;
  TranscriptLines transcript_;
  std::vector<FaqPair> pairs_;
  Structure structure_;
  HeadingLines headings_;
};

}  // namespace

std::int64_t Structure::section_of(std::uint32_t line) const {
  const auto after = std::lower_bound(headings.begin(), headings.end(), line);
  return after == headings.begin() ? -1 : static_cast<std::int64_t>(*std::prev(after));
}

Span Structure::behind_dateline(const Document& document, Span span) const {
  if (dateline.empty() || !dateline.contains({span.begin, span.begin}) || span.end <= dateline.end) return span;
  span.begin = dateline.end;
  while (!span.empty()) {
    const Character next = character_at(document.folded.text(), span.begin);
    if (!is_dash(next.code) && !is_space(next.code) && next.code != U':' && next.code != U'|') break;
    span.begin += next.size;
  }
  return span;
}

Structure find_structure(const RuleSet& rules, const Document& document, Annotations& annotations, std::span<const Heading> headings) {
  return StructureFinder(rules, document, annotations, headings).run();
}

}  // namespace onrecord
