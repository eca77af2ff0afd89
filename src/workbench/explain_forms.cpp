#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "onrecord/base/white_space.h"
#include "onrecord/workbench/explain.h"
#include "onrecord/workbench/match_trace.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

std::string annotation_text(const ExplainedAnnotation& annotation, const std::string& indent) {
  std::string text = fmt::format("{}{} [{}, {}] “{}”\n", indent, annotation.type, annotation.bytes.begin, annotation.bytes.end, single_spaced(annotation.text));
  const std::string inner = indent + "  ";
  if (annotation.rule.empty()) return text + inner + "found by code, not by a rule\n";
  text += fmt::format("{}by {} ({}), layer {}\n", inner, annotation.rule, annotation.place, annotation.layer);
  if (!annotation.view.empty()) text += fmt::format("{}on {}\n", inner, single_spaced(annotation.view));
  for (const ExplainedField& field : annotation.fields) {
    text += fmt::format("{}{}: {}", inner, field.name, single_spaced(field.text));
    text += field.bytes.empty() ? "\n" : fmt::format("  [{}, {}]\n", field.bytes.begin, field.bytes.end);
  }
  for (const std::string& other : annotation.beaten) text += fmt::format("{}won over {}\n", inner, single_spaced(other));
  for (const ExplainedAnnotation& part : annotation.parts) text += annotation_text(part, inner + "| ");
  return text;
}

Json span_json(Span span) { return {span.begin, span.end}; }

Json annotation_json(const ExplainedAnnotation& annotation) {
  Json object = {{"type", annotation.type}, {"text", annotation.text}, {"bytes", span_json(annotation.bytes)}};
  if (!annotation.rule.empty()) object.update({{"rule", annotation.rule}, {"at", annotation.place}, {"layer", annotation.layer}, {"view", annotation.view}});
  object["fields"] = Json::array();
  for (const ExplainedField& field : annotation.fields) {
    Json item = {{"name", field.name}, {"text", field.text}};
    if (!field.bytes.empty()) item["bytes"] = span_json(field.bytes);
    object["fields"].push_back(std::move(item));
  }
  object["won_over"] = annotation.beaten;
  object["parts"] = Json::array();
  for (const ExplainedAnnotation& part : annotation.parts) object["parts"].push_back(annotation_json(part));
  return object;
}

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

}  // namespace

std::string explanation_text(const ExplainedRecord& record) {
  std::string text = fmt::format("{} {}, record {} of {}, line {}, bytes [{}, {}]\n", record.kind, record.id, record.number, record.count, record.line,
                                 record.bytes.begin, record.bytes.end);
  for (const auto& [name, value] : record.fields)
    if (name != "type") text += fmt::format("  {}: {}\n", name, single_spaced(value));
  if (record.rule.empty()) return text + "  no rule makes this: speakers are put together from what is said of them\n";
  text += fmt::format("  confidence: {:.2f}\n", record.confidence);
  if (!record.annotation) return text + fmt::format("  rule {}: its annotation is not found at this place\n", record.rule);
  return text + annotation_text(*record.annotation, "  ");
}

std::string explanation_json(const ExplainedRecord& record) {
  Json object = {{"record", record.number},
                 {"of", record.count},
                 {"id", record.id},
                 {"type", record.kind},
                 {"rule", record.rule},
                 {"line", record.line},
                 {"bytes", span_json(record.bytes)},
                 {"confidence", record.confidence},
                 {"fields", Json::object()}};
  for (const auto& [name, value] : record.fields) object["fields"][name] = value;
  object["annotation"] = record.annotation ? annotation_json(*record.annotation) : Json(nullptr);
  return dump(object);
}

std::string explanation_text(const std::vector<ExplainedLayer>& layers) {
  std::string text;
  for (const ExplainedLayer& layer : layers) {
    text += fmt::format("layer {}\n  in  {}\n", layer.layer, single_spaced(layer.view.empty() ? layer.unit : layer.view));
    if (layer.view.empty()) text += "  leaves this out: `over` or `skip`\n";
    for (const ExplainedLayer::Event& event : layer.events) text += fmt::format("  {} on “{}”: {}\n", event.rule, single_spaced(event.text), event.outcome);
    for (const ExplainedLayer::NearMiss& miss : layer.misses)
      text += miss.stops_at.empty()
                  ? fmt::format("  {} has all of its {} elements, but not at its anchor\n", miss.rule, miss.elements)
                  : fmt::format("  {} got {} of {} elements and stops at {}\n", miss.rule, miss.matched, miss.elements, single_spaced(miss.stops_at));
  }
  return text.empty() ? "no layer works on this place\n" : text;
}

std::string explanation_json(const std::vector<ExplainedLayer>& layers) {
  Json list = Json::array();
  for (const ExplainedLayer& layer : layers) {
    Json object = {{"layer", layer.layer}, {"unit", layer.unit},       {"left_out", layer.view.empty()},
                   {"view", layer.view},   {"matches", Json::array()}, {"near", Json::array()}};
    for (const ExplainedLayer::Event& event : layer.events)
      object["matches"].push_back({{"rule", event.rule}, {"text", event.text}, {"outcome", event.outcome}});
    for (const ExplainedLayer::NearMiss& miss : layer.misses)
      object["near"].push_back({{"rule", miss.rule}, {"matched", miss.matched}, {"elements", miss.elements}, {"stops_at", miss.stops_at}});
    list.push_back(std::move(object));
  }
  return dump(list);
}

}  // namespace onrecord
