#include <fmt/format.h>

#include <algorithm>

#include "onrecord/text/words.h"
#include "onrecord/workbench/match_trace.h"

namespace onrecord {
namespace {

constexpr std::size_t longest_shown = 120;

std::string quoted(std::string_view text) {
  if (text.size() <= longest_shown) return fmt::format("“{}”", text);
  std::size_t end = longest_shown;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("“{} …”", text.substr(0, end));
}

/// The filters of a field as they are written: `lexicon:pronoun`, `^The`.
std::string as_written(const std::vector<FilterDefinition>& filters, const std::string& field) {
  std::string text;
  for (const FilterDefinition& filter : filters) {
    if (filter.field != field) continue;
    if (!text.empty()) text += ", ";
    text += filter.lexicon.empty() ? filter.pattern.text : "lexicon:" + filter.lexicon;
  }
  return text;
}

std::string limit_text(const RuleDefinition& rule, const std::string& field, std::string_view value) {
  const auto limit = std::find_if(rule.limits.begin(), rule.limits.end(), [&](const LimitDefinition& l) { return l.field == field; });
  if (limit->characters > 0 && value.size() > limit->characters)
    return fmt::format("`limit` allows {} characters of {}, not {}: {}", limit->characters, field, value.size(), quoted(value));
  const std::size_t words = words_in(value, {0, static_cast<std::uint32_t>(value.size())}).size();
  return fmt::format("`limit` allows {} words of {}, not {}: {}", limit->words, field, words, quoted(value));
}

/// Of a line, sentence or document that is too long.
std::string unit_limit_text(const RuleSet& rules, const MatchTrace& trace, const TracedMatch& match) {
  const Rule& rule = rules.rules()[match.rule];
  const std::string& unit = rules.definition().layers[rule.layer].unit;
  const Span span = trace.units[match.unit].span;
  return limit_text(rule.definition(), unit, trace.analysis.document.folded.slice(span));
}

/// What of the side the pattern finds, as people read it.
std::string side_text(const RuleSet& rules, const MatchTrace& trace, const TracedMatch& match, const Rule& rule) {
  const TracedUnit& unit = trace.units[match.unit];
  const bool is_left = match.broken.key == "not_left";
  const auto end = static_cast<std::uint32_t>(unit.view.size());
  const std::uint32_t begin = is_left ? 0 : std::min(match.in_view.end, end);
  std::vector<Span> groups;
  const std::string_view side = slice(unit.view, {begin, is_left ? match.in_view.begin : end});
  if (!(is_left ? rule.not_left : rule.not_right)->search(side, 0, groups)) return {};
  return readable_view(rules, unit, trace.analysis, {groups[0].begin + begin, groups[0].end + begin});
}

std::string amid_text(const RuleSet& rules, const MatchTrace& trace, const Rule& rule) {
  const Annotations& annotations = trace.analysis.annotations;
  const auto lacks = [&](const auto& wanted) { return annotations.of(wanted.first).size() < wanted.second; };
  const auto wanted = std::find_if(rule.amid.begin(), rule.amid.end(), lacks);
  if (wanted == rule.amid.end()) return "`amid` does not hold yet: later layers make what it asks for";
  return fmt::format("`amid` wants {} of {} in the document, which holds {}", wanted->second, rules.types()[wanted->first].name,
                     annotations.of(wanted->first).size());
}

const std::vector<std::string>& types_of(const RuleDefinition& rule, std::string_view key) {
  if (key == "inside") return rule.inside;
  if (key == "outside") return rule.outside;
  return key == "after" ? rule.after : rule.before;
}

}  // namespace

std::string refusal_of(const RuleSet& rules, const MatchTrace& trace, const TracedMatch& match) {
  const Rule& rule = rules.rules()[match.rule];
  const std::string_view key = match.broken.key;
  const std::string field = match.broken.field == no_field ? std::string() : rules.types()[rule.emits].fields[match.broken.field].name;
  if (key == "fields") return fmt::format("the field {} is required, and empty", field);
  if (key == "until") return fmt::format("a cut (`until`) leaves nothing of {}", field);
  if (key == "limit" && field.empty()) return unit_limit_text(rules, trace, match);
  if (key == "limit") return limit_text(rule.definition(), field, match.value);
  if (key == "not") return fmt::format("`not` rules out {} as {}: {}", quoted(match.value), field, as_written(rule.definition().refuse, field));
  if (key == "only") {
    const std::string wanted = as_written(rule.definition().require, field);
    return match.value.empty() ? fmt::format("`only` wants {} to be there: {}", field, wanted)
                               : fmt::format("`only` does not take {} as {}: {}", quoted(match.value), field, wanted);
  }
  if (key.starts_with("not_")) {
    const std::string side = side_text(rules, trace, match, rule);
    return fmt::format("`{}` rules out what stands {} it{}{}", key, key == "not_left" ? "before" : "behind", side.empty() ? "" : ": ",
                       side.empty() ? "" : quoted(side));
  }
  if (key == "amid") return amid_text(rules, trace, rule);
  return fmt::format("`{}` does not hold: {}", key, fmt::join(types_of(rule.definition(), key), ", "));
}

}  // namespace onrecord
