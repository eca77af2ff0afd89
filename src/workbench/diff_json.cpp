#include <cmath>
#include <nlohmann/json.hpp>

#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

/// To four decimals, as `evaluate` gives them.
double rounded(double figure) { return std::round(figure * 1e4) / 1e4; }

Json counts_json(const RuleChanges& changes) {
  Json object;
  for (std::size_t i = 0; i < change_count; ++i) object[std::string(change_names[i])] = changes.counts[i];
  if (changes.differs()) object["digest"] = changes.digest;
  return object;
}

Json record_json(const ComparedRecord& record) {
  Json object = {{"type", record.kind}, {"rule", record.rule}, {"bytes", {record.bytes.begin, record.bytes.end}}, {"line", record.line}};
  for (const auto& [name, value] : record.fields) object["fields"][name] = value;
  return object;
}

Json sample_json(const DiffSample& sample) {
  Json object = {{"change", change_names[static_cast<std::size_t>(sample.change)]}, {"rule", sample.rule}};
  if (!sample.old_rule.empty()) object["old_rule"] = sample.old_rule;
  object["doc"] = sample.doc;
  if (sample.before) object["before"] = record_json(*sample.before);
  if (sample.after) object["after"] = record_json(*sample.after);
  if (sample.before && sample.after)
    for (const FieldChange& change : changed_fields(*sample.before, *sample.after)) object["changed"].push_back(change.name);
  if (!sample.context.marked.empty()) object["context"] = {{"before", sample.context.before}, {"text", sample.context.marked}, {"after", sample.context.after}};
  return object;
}

Json count_json(Measure measure, const Count& count) {
  Json object;
  for (const auto& [name, value] : figures_of(measure, count)) object[std::string(name)] = rounded(value);
  object["right"] = count.right;
  if (description_of(measure).reading == Reading::precision_recall) object["found"] = count.found;
  object["marked"] = count.marked;
  return object;
}

Json figures_json(const RuleGoldChange& change, const RuleFigures& figures) {
  return {{"records", figures.records},
          {"judged", figures.judged},
          {"right", figures.right},
          {"precision", rounded(figures.precision())},
          {"recall", rounded(change.recall(figures))},
          {"speakers", figures.speakers},
          {"speakers_right", figures.speakers_right}};
}

Json gold_json(const GoldChange& change) {
  Json object = {{"articles", change.articles}, {"figures", Json::object()}, {"rules", Json::array()}};
  for (const MeasureChange& row : change.measures)
    object["figures"][std::string(description_of(row.measure).name)] = {{"before", count_json(row.measure, row.before)},
                                                                        {"after", count_json(row.measure, row.after)}};
  for (const RuleGoldChange& rule : change.rules)
    object["rules"].push_back(
        {{"rule", rule.rule}, {"kind", rule.after.kind}, {"before", figures_json(rule, rule.before)}, {"after", figures_json(rule, rule.after)}});
  return object;
}

}  // namespace

std::string diff_json(const DiffSheet& sheet) {
  Json object = {{"old", sheet.before},
                 {"new", sheet.after},
                 {"holds", sheet.judgement.holds},
                 {"exceeded", sheet.judgement.exceeded},
                 {"unapproved", sheet.judgement.unapproved},
                 {"rules", Json::object()},
                 {"samples", Json::array()}};
  for (const auto& [id, changes] : sheet.found.rules) object["rules"][id] = counts_json(changes);
  for (const DiffSample& sample : sheet.found.samples) object["samples"].push_back(sample_json(sample));
  for (const auto& [rule, entry] : sheet.tests) object["tests"].push_back({{"rule", rule}, {"entry", entry}});
  if (sheet.gold != nullptr) object["gold"] = gold_json(*sheet.gold);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace onrecord
