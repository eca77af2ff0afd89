#include "onrecord/output/article_page.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "onrecord/base/markup.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/marked_text.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

constexpr std::uint32_t colors = 8;

constexpr const char* style = R"css(
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d8dee4;--paper:#fff;--back:#f6f8fa;--s0:#0b63c5;--s1:#b3470b;--s2:#18794e;--s3:#8e3bb3;--s4:#b0175f;--s5:#0d7583;--s6:#7a6200;--s7:#4f5bd5;--none:#6e7781}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--line:#3d444d;--paper:#0d1117;--back:#151b23;--s0:#6cb0ff;--s1:#ffa36b;--s2:#5fd39b;--s3:#d6a0f5;--s4:#ff8fc0;--s5:#5fd0e0;--s6:#e0c04d;--s7:#a5b0ff;--none:#9198a1}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1120px;margin:0 auto;padding:20px 20px 60px}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 16px;padding:0;list-style:none;color:var(--soft);font-size:13px}
article{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:18px 26px 22px;margin:0 0 24px}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 250px;gap:34px}
.source{color:var(--soft);font-size:13px;margin:0 0 4px;overflow-wrap:anywhere}
.text{font:17px/1.7 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
.text p{margin:0 0 12px;white-space:pre-wrap}h2{font-size:25px;line-height:1.25;margin:4px 0 14px}h3{font-size:18px;margin:22px 0 8px}
aside{font-size:14px}h4{font:600 13px/1.4 system-ui,sans-serif;color:var(--soft);margin:10px 0 8px}
.speakers{list-style:none;margin:0;padding:0}.speakers li{border-left:4px solid var(--s);padding:1px 0 1px 10px;margin:0 0 10px}
.speakers b{color:var(--s)}.speakers span{display:block;color:var(--soft);font-size:13px}
.s{--s:var(--none)}.s0{--s:var(--s0)}.s1{--s:var(--s1)}.s2{--s:var(--s2)}.s3{--s:var(--s3)}.s4{--s:var(--s4)}.s5{--s:var(--s5)}.s6{--s:var(--s6)}.s7{--s:var(--s7)}
.m0{--m:var(--s0)}.m1{--m:var(--s1)}.m2{--m:var(--s2)}.m3{--m:var(--s3)}.m4{--m:var(--s4)}.m5{--m:var(--s5)}.m6{--m:var(--s6)}.m7{--m:var(--s7)}
.claim{border-bottom:2px solid var(--s);padding-bottom:1px}.possible{border-bottom-style:dotted}.denied{border-bottom-style:dashed}
.quote{background:color-mix(in srgb,var(--s) 20%,transparent)}.term{background:none;border-bottom:1px dashed var(--soft)}
.who{color:var(--m);font-weight:600}.cue{font-style:italic}.ask{font-weight:600}.custom{outline:1px solid var(--soft)}
sup{font:600 11px/1 system-ui,sans-serif;color:var(--s,var(--soft));margin-left:1px;white-space:nowrap}a:target+*{outline:2px solid var(--s,var(--soft));border-radius:2px}
details{margin:18px 0 0;font-size:14px}summary{cursor:pointer;color:var(--soft)}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:8px 0 0}
th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-top:1px solid var(--line)}th{font-size:12px;color:var(--soft);border-top:0}
td.n{font-variant-numeric:tabular-nums}td a{color:inherit}code{font:12px/1.4 ui-monospace,SFMono-Regular,Menlo,monospace}.error{border-left:4px solid var(--s4)}
@media(max-width:760px){.columns{display:block}article{padding:12px 16px}main{padding:10px 8px 30px}}
@media print{body{background:none}article{border:0;padding:0;break-after:page}.text *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

constexpr const char* legend =
    "<ul class=\"legend\"><li><span class=\"quote s0\">quote</span></li><li><span class=\"claim s0\">claim</span></li><li><span class=\"claim possible "
    "s0\">not certain</span></li>"
    "<li><span class=\"claim denied s0\">denied</span></li><li><span class=\"claim s\">claim of the writer</span></li><li><span class=\"who "
    "m0\">speaker</span></li>"
    "<li><span class=\"cue\">cue</span></li><li>a number<sup class=\"s0\">1</sup> tells who says it</li></ul>\n";

/// The class of a color; of nobody, where the number is 0.
std::string color_class(char letter, std::uint32_t number) { return number == 0 ? std::string(1, letter) : fmt::format("{}{}", letter, (number - 1) % colors); }

/// Writes the page of one document.
class PageAppender {
 public:
  PageAppender(std::string& out, const DocumentFacts& facts, const Extraction& extraction, const std::vector<std::string>& kinds)
      : out_(out), facts_(facts), extraction_(extraction), kinds_(kinds), marked_(*facts.text, extraction, kinds) {}

  void write() {
    out_ += "<article>\n<div class=\"columns\"><div class=\"text\">\n";
    head();
    for (const MarkedLine& marked : marked_.lines()) line(marked);
    out_ += "</div>\n";
    speakers();
    out_ += "</div>\n";
    statements();
    out_ += "</article>\n";
  }

  void operator()(const QuoteRecord& quote) { row(quote, "quote", quote.kind == QuoteKind::full ? "" : name_in(quote_kind_names, quote.kind)); }
  void operator()(const ClaimRecord& claim) { row(claim, "claim", status_of(claim)); }
  template <typename Other>
  void operator()(const Other&) {}

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  void head() {
    std::string source = escaped_for_markup(facts_.doc);
    for (const std::string& part : {extraction_.byline, extraction_.dateline})
      if (!part.empty()) source += " · " + escaped_for_markup(part);
    put("<p class=\"source\">{}</p>\n", source);
    if (!extraction_.title.empty() && !marked_.has_title()) put("<h2>{}</h2>\n", escaped_for_markup(extraction_.title));
  }

  void line(const MarkedLine& marked) {
    if (marked.stretches.empty()) return;
    const std::string_view element = marked.role == LineRole::title ? "h2" : marked.role == LineRole::heading ? "h3" : "p";
    put("<{}>", element);
    for (const Stretch& part : marked.stretches) stretch(part);
    put("</{}>\n", element);
  }

  void stretch(const Stretch& part) {
    for (const QuoteRecord* quote : part.quotes) target(part, quote->head);
    for (const ClaimRecord* claim : part.claims) target(part, claim->head);
    const std::string words = escaped_for_markup(slice(*facts_.text, part.bytes));
    const std::string classes = classes_of(part);
    if (classes.empty()) out_ += words;
    else put("<span class=\"{}\" title=\"{}\">{}</span>", classes, escaped_for_markup(tip_of(part)), words);
    if (const std::string label = marked_.label_behind(part); !label.empty())
      put("<sup class=\"{}\">{}</sup>", color_class('s', marked_.speaker_of(part)), escaped_for_markup(label));
  }

  /// A place that links lead to, where a record begins.
  void target(const Stretch& part, const RecordHead& record) {
    if (part.begins(record.place.bytes)) put("<a id=\"{}\"></a>", record.id);
  }

  std::string classes_of(const Stretch& part) const {
    std::string classes;
    const auto add = [&classes](std::string_view name) { classes.append(classes.empty() ? "" : " ").append(name); };
    const QuoteRecord* quote = part.quote();
    const ClaimRecord* claim = part.claim();
    if (claim != nullptr) add("claim");
    if (claim != nullptr && claim->modality != Modality::asserted) add("possible");
    if (claim != nullptr && claim->polarity == Polarity::denied) add("denied");
    if (quote != nullptr) add(quote->kind == QuoteKind::term ? "term" : "quote");
    if (quote != nullptr || claim != nullptr) add(color_class('s', marked_.speaker_of(part)));
    if (part.mentioned > 0) add("who " + color_class('m', part.mentioned));
    if (part.is_cue) add("cue");
    if (part.faq != nullptr) add(part.is_answer() ? "answer" : "ask");
    if (!part.customs.empty()) add("custom");
    return classes;
  }

  /// What a look at a stretch tells: a line for each record there.
  std::string tip_of(const Stretch& part) const {
    std::string tip;
    const auto add = [&tip](const std::string& words) { tip += (tip.empty() ? "" : "\n") + words; };
    for (const QuoteRecord* quote : part.quotes) add(fmt::format("quote ({}){}", name_in(quote_kind_names, quote->kind), source_of(*quote)));
    for (const ClaimRecord* claim : part.claims) {
      const std::string status = status_of(*claim);
      add(fmt::format("claim{}{}{}", status.empty() ? "" : ", ", status, source_of(*claim)));
    }
    if (part.mentioned > 0) add("means " + marked_.speakers()[part.mentioned - 1]->name);
    if (part.is_cue) add("cue");
    if (part.faq != nullptr) add(fmt::format("{} {}, {}", part.is_answer() ? "answer" : "question", part.faq->n, part.faq->head.rule));
    for (const CustomRecord* custom : part.customs) add(fmt::format("{}, {}", custom->type, custom->head.rule));
    return tip;
  }

  template <typename Statement>
  static std::string source_of(const Statement& statement) {
    const std::string who = statement.speaker ? " of " + statement.speaker->name : std::string();
    return fmt::format("{}, {}, {:.2f}", who, statement.head.rule, statement.head.confidence);
  }

  void speakers() {
    out_ += "<aside><h4>Who speaks</h4>\n<ol class=\"speakers\">\n";
    for (std::size_t i = 0; i < marked_.speakers().size(); ++i) {
      const SpeakerRecord& speaker = *marked_.speakers()[i];
      put("<li class=\"{}\"><b>{} {}</b>", color_class('s', static_cast<std::uint32_t>(i + 1)), i + 1, escaped_for_markup(speaker.name));
      if (const std::string office = office_of(speaker); !office.empty()) put("<span>{}</span>", escaped_for_markup(office));
      put("<span>{}</span></li>\n", counts_of(speaker));
    }
    out_ += "</ol></aside>";
  }

  void statements() {
    out_ +=
        "<details><summary>All statements, with the rules that found them</summary>\n<div "
        "class=\"wide\"><table><thead><tr><th>line</th><th>speaker</th><th>what</th><th>words</th><th>rule</th><th>confidence</th></tr></thead>\n";
    for (const Record& record : extraction_.records)
      if (is_wanted(kind_of(record), kinds_)) std::visit(*this, record);
    out_ += "</table></div></details>\n";
  }

  template <typename Statement>
  void row(const Statement& statement, std::string_view kind, std::string_view status) {
    const std::string who = statement.speaker ? fmt::format("{} {}", marked_.number_of(statement.speaker), statement.speaker->name) : std::string();
    put("<tr><td class=\"n\">{}</td><td class=\"{}\">{}</td><td>{}{}{}</td><td><a href=\"#{}\">{}</a></td><td><code>{}</code></td><td "
        "class=\"n\">{:.2f}</td></tr>\n",
        statement.head.place.line, color_class('s', marked_.number_of(statement.speaker)), escaped_for_markup(who), kind, status.empty() ? "" : ", ", status,
        statement.head.id, escaped_for_markup(statement.text), escaped_for_markup(statement.head.rule), statement.head.confidence);
  }

  std::string& out_;
  const DocumentFacts& facts_;
  const Extraction& extraction_;
  const std::vector<std::string>& kinds_;
  MarkedText marked_;
};

}  // namespace

Frame ArticlePageWriter::frame() const {
  Frame frame;
  frame.head = fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      "<title>Who said what</title><style>{}</style></head>\n<body><main>\n{}",
      style, legend);
  frame.tail = "</main></body></html>\n";
  return frame;
}

void ArticlePageWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  PageAppender(out, facts, extraction, kinds_).write();
}

void ArticlePageWriter::append(std::string& out, const ErrorRecord& error) const {
  fmt::format_to(std::back_inserter(out), "<article class=\"error\"><p class=\"source\">{}</p><p>{}</p></article>\n", escaped_for_markup(error.doc),
                 escaped_for_markup(error.message));
}

}  // namespace onrecord
