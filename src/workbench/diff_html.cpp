#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/markup.h"
#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

constexpr std::array<Change, 4> differing = {Change::added, Change::removed, Change::changed, Change::moved};
constexpr std::array<const char*, change_count> titles = {"added", "removed", "changed", "now from another rule", "the same"};

constexpr const char* style = R"css(
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d8dee4;--faint:#a4adb6;--paper:#fff;--back:#f6f8fa;--added:#1a7f37;--removed:#cf222e;--changed:#9a6700;--moved:#0969da;--add-back:#dafbe1;--del-back:#ffebe9;--mark:#fff8c5}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--line:#3d444d;--faint:#6a727c;--paper:#0d1117;--back:#151b23;--added:#3fb950;--removed:#f85149;--changed:#d29922;--moved:#4493f8;--add-back:#12361f;--del-back:#491b1f;--mark:#4b3a0a}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1060px;margin:0 auto;padding:28px 20px 60px}
h1{font-size:21px;margin:0 0 2px}h2{font-size:16px;margin:30px 0 10px}
.sides{color:var(--soft);margin:0 0 18px}.aside{color:var(--soft);font-size:13px;font-weight:400;margin-left:10px}code{font:13px/1.4 ui-monospace,SFMono-Regular,Menlo,monospace}
.verdict{display:inline-block;border-radius:999px;padding:1px 11px;font-size:13px;font-weight:600;margin-left:8px;vertical-align:2px;color:#fff}
.holds{background:var(--added)}.fails{background:var(--removed)}
.totals{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 6px;padding:0;list-style:none}
.totals li{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:8px 16px;min-width:118px;color:var(--soft);font-size:13px}
.totals b{display:block;font-size:22px;line-height:1.25;font-variant-numeric:tabular-nums;color:var(--ink)}
.totals .added b{color:var(--added)}.totals .removed b{color:var(--removed)}.totals .changed b{color:var(--changed)}.totals .moved b{color:var(--moved)}
.messages{color:var(--removed);font-weight:600;margin:16px 0 0;padding:0 0 0 20px}
.wide{overflow-x:auto;margin:0 0 12px;background:var(--paper);border:1px solid var(--line);border-radius:8px}
table{width:100%;border-collapse:collapse}
th,td{padding:6px 12px;text-align:right;border-top:1px solid var(--line);font-variant-numeric:tabular-nums;white-space:nowrap}
th{font-size:12px;font-weight:600;color:var(--soft);border-top:0;background:var(--back)}
th:first-child,td:first-child{text-align:left}td.none{color:var(--faint)}
tr.rule{cursor:pointer}tr.rule:hover td,tr.rule.chosen td{background:var(--mark)}
td.added{color:var(--added);font-weight:600}td.removed{color:var(--removed);font-weight:600}td.changed{color:var(--changed);font-weight:600}td.moved{color:var(--moved);font-weight:600}
.better{color:var(--added);font-weight:600}.worse{color:var(--removed);font-weight:600}
.tag{font-size:11px;font-weight:600;color:var(--removed);border:1px solid;border-radius:999px;padding:0 7px;margin-left:6px}
nav{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0 0 12px}
nav label{background:var(--paper);border:1px solid var(--line);border-radius:999px;padding:3px 12px;font-size:13px;cursor:pointer;user-select:none}
nav input[type=search]{flex:1;min-width:200px;background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:8px;padding:6px 11px;font:inherit;font-size:14px}
article{background:var(--paper);border:1px solid var(--line);border-left:4px solid;border-radius:8px;padding:11px 16px;margin:0 0 10px;overflow-wrap:anywhere}
article.added{border-left-color:var(--added)}article.removed{border-left-color:var(--removed)}article.changed{border-left-color:var(--changed)}article.moved{border-left-color:var(--moved)}
article header{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline;font-size:13px;color:var(--soft)}
article header b{color:var(--ink);font:600 13px ui-monospace,SFMono-Regular,Menlo,monospace}
.sign{font-weight:700}.added .sign{color:var(--added)}.removed .sign{color:var(--removed)}.changed .sign{color:var(--changed)}.moved .sign{color:var(--moved)}
blockquote{margin:8px 0;font:16px/1.55 Georgia,"Times New Roman",serif;color:var(--soft)}
mark{background:var(--mark);color:var(--ink);border-radius:3px;padding:0 1px}
.added mark{background:var(--add-back)}.removed mark{background:var(--del-back)}
dl{display:flex;flex-wrap:wrap;gap:2px 20px;margin:6px 0 0;font-size:14px}dl div{display:flex;gap:6px;align-items:baseline}dt{color:var(--soft);font-size:13px}dd{margin:0}
.changes{display:grid;grid-template-columns:max-content 1fr;gap:2px 14px}
ins{background:var(--add-back);text-decoration:none;border-radius:3px;padding:0 2px}del{background:var(--del-back);border-radius:3px;padding:0 2px}
pre{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:10px 14px;overflow-x:auto;font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}
@media(max-width:640px){main{padding:18px 12px 40px}th,td{padding:5px 8px;font-size:13px}.totals li{min-width:0;flex:1 1 auto;padding:6px 12px}article{padding:9px 12px}.changes{gap:2px 10px}.tag{display:block;width:max-content;margin:2px 0 0}}
.empty{color:var(--soft)}[hidden]{display:none!important}
)css";

constexpr const char* script = R"js(
const cards=[...document.querySelectorAll('article')],rows=[...document.querySelectorAll('tr.rule')],search=document.querySelector('#search');
let rule='';
function show(){
  const on=new Set([...document.querySelectorAll('nav input:checked')].map(box=>box.value)),words=search.value.toLowerCase();
  let shown=0;
  for(const card of cards){
    card.hidden=!on.has(card.dataset.change)||(rule&&card.dataset.rule!==rule)||!card.textContent.toLowerCase().includes(words);
    if(!card.hidden)shown++;
  }
  document.querySelector('#none').hidden=shown>0;
}
for(const row of rows)row.addEventListener('click',()=>{
  rule=rule===row.dataset.rule?'':row.dataset.rule;
  for(const other of rows)other.classList.toggle('chosen',other.dataset.rule===rule);
  show();
});
for(const control of document.querySelectorAll('nav input'))control.addEventListener('input',show);
)js";

std::string_view name(Change change) { return change_names[static_cast<std::size_t>(change)]; }

std::string head(const DiffSheet& sheet) {
  std::string text = fmt::format("<h1>What the rules find now<span class=\"verdict {}\">{}</span></h1>\n", sheet.judgement.holds ? "holds" : "fails",
                                 sheet.judgement.holds ? "holds" : "does not hold");
  text += fmt::format("<p class=\"sides\"><code>{}</code> → <code>{}</code>, {} documents, {} of them with differences</p>\n<ul class=\"totals\">",
                      escaped_for_markup(sheet.before), escaped_for_markup(sheet.after), sheet.found.documents, sheet.found.differing_documents);
  for (std::size_t i = 0; i < change_count; ++i)
    text += fmt::format("<li class=\"{}\"><b>{}</b>{}</li>", change_names[i], sheet.found.total(static_cast<Change>(i)), titles[i]);
  text += "</ul>\n";
  if (sheet.judgement.exceeded.empty()) return text;
  text += "<ul class=\"messages\">";
  for (const std::string& message : sheet.judgement.exceeded) text += fmt::format("<li>{}</li>\n", escaped_for_markup(message));
  return text + "</ul>\n";
}

std::string table(const DiffSheet& sheet) {
  std::string text =
      "<h2>Rules<span class=\"aside\">choose one to see its samples only</span></h2>\n<div "
      "class=\"wide\"><table><thead><tr><th>rule</th><th>added</th><th>removed</th><th>changed</th><th>from another</th><th>same</th></tr></thead>\n";
  for (const auto& [id, changes] : sheet.found.rules) {
    if (!changes.differs()) continue;
    const bool is_unapproved = sheet.judgement.lacks_approval(id);
    text += fmt::format("<tr class=\"rule\" data-rule=\"{}\"><td><code>{}</code>{}</td>", escaped_for_markup(id), escaped_for_markup(id),
                        is_unapproved ? "<span class=\"tag\">not approved</span>" : "");
    for (const Change change : differing)
      text += fmt::format("<td class=\"{}\">{}</td>", changes.count(change) > 0 ? name(change) : "none", changes.count(change));
    text += fmt::format("<td>{}</td></tr>\n", changes.count(Change::same));
  }
  return text + "</table></div>\n";
}

std::string fields(const DiffSample& sample) {
  std::string text;
  if (sample.change == Change::changed) {
    for (const FieldChange& change : changed_fields(*sample.before, *sample.after))
      text += fmt::format("<dt>{}</dt><dd>{}</dd>", escaped_for_markup(change.name), marked_changes(change, escaped_for_markup));
    return fmt::format("<dl class=\"changes\">{}</dl>", text);
  }
  for (const auto& [field, value] : sample.shown().fields)
    if (field != "text" || sample.context.marked.empty())
      text += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", escaped_for_markup(field), escaped_for_markup(value));
  return fmt::format("<dl>{}</dl>", text);
}

std::string card(const DiffSample& sample) {
  const ComparedRecord& record = sample.shown();
  std::string text =
      fmt::format("<article class=\"{}\" data-change=\"{}\" data-rule=\"{}\"><header><span class=\"sign\">{} {}</span><b>{}</b>", name(sample.change),
                  name(sample.change), escaped_for_markup(sample.rule), change_signs[static_cast<std::size_t>(sample.change)],
                  titles[static_cast<std::size_t>(sample.change)], escaped_for_markup(sample.rule));
  if (!sample.old_rule.empty()) text += fmt::format("<span>was <code>{}</code></span>", escaped_for_markup(sample.old_rule));
  text += fmt::format("<span>{}</span><span>{}:{}</span></header>", escaped_for_markup(record.kind), escaped_for_markup(sample.doc), record.line);
  const RecordContext& context = sample.context;
  if (!context.marked.empty())
    text += fmt::format("<blockquote>{}<mark>{}</mark>{}</blockquote>", escaped_for_markup(context.before), escaped_for_markup(context.marked),
                        escaped_for_markup(context.after));
  return text + fields(sample) + "</article>\n";
}

std::string samples(const DiffSheet& sheet) {
  std::string text = "<h2>Samples</h2>\n<nav>";
  for (const Change change : differing)
    text += fmt::format("<label><input type=\"checkbox\" value=\"{}\" checked> {}</label>", name(change), titles[static_cast<std::size_t>(change)]);
  text += "<input type=\"search\" id=\"search\" placeholder=\"words, a rule, a document\" aria-label=\"Search\"></nav>\n";
  for (const DiffSample& sample : sheet.found.samples) text += card(sample);
  return text + "<p class=\"empty\" id=\"none\" hidden>No sample of this kind was kept.</p>\n";
}

std::string tests(const DiffSheet& sheet) {
  if (sheet.tests.empty()) return {};
  std::string text = "<h2>Tests, ready to be pasted</h2>\n<pre>";
  for (const auto& [rule, entry] : sheet.tests) text += fmt::format("# {}\n{}\n", escaped_for_markup(rule), escaped_for_markup(entry));
  return text + "</pre>\n";
}

}  // namespace

std::string diff_html(const DiffSheet& sheet) {
  std::string body = head(sheet);
  if (sheet.gold != nullptr) body += gold_html(*sheet.gold);
  if (sheet.found.differs()) body += table(sheet) + samples(sheet) + tests(sheet) + fmt::format("<script>{}</script>\n", script);
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      "<title>What the rules find now</title><style>{}</style></head>\n<body><main>\n{}</main></body></html>\n",
      style, body);
}

}  // namespace onrecord
