#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// A stretch of the article that an explanation points at. The span is in bytes of its text.
struct ExplainedField {
  std::string name;
  std::string text;  ///< its words; of a constant: the word
  Span bytes;        ///< empty: a constant
};

/// An annotation, with how it came about.
struct ExplainedAnnotation {
  std::string type;
  std::string text;
  Span bytes;
  std::string rule;   ///< id; empty: code made it, as with quotations
  std::string place;  ///< of the rule: "reports.toml:12"
  std::string layer;
  std::string view;  ///< what the pattern matched, for people; empty: none, or a rule of words
  std::vector<ExplainedField> fields;
  std::vector<std::string> beaten;         ///< other matches that lost against it, and by what
  std::vector<ExplainedAnnotation> parts;  ///< the annotations that stood in the match as tokens
};

/// A record, and the annotation that it was made of.
struct ExplainedRecord {
  std::size_t number = 0;  ///< among the records of the article, from 1
  std::size_t count = 0;
  std::string id;
  std::string kind;
  std::string rule;
  std::uint32_t line = 0;
  Span bytes;
  double confidence = 1;
  Settings fields;                                ///< as tests name them
  std::optional<ExplainedAnnotation> annotation;  ///< none: speakers, and what code finds
};

/// Why a record is there. `wanted`: its number, from 1, or its id. None where there is no such record.
std::optional<ExplainedRecord> explain_record(const RuleSet& rules, const std::string& text, const std::string& wanted);

/// What rules did at a place, one layer.
struct ExplainedLayer {
  std::string layer;
  std::string unit;  ///< its text
  std::string view;  ///< empty: the layer leaves the unit out
  struct Event {
    std::string rule;
    std::string text;
    std::string outcome;  ///< "kept", or why not
  };
  std::vector<Event> events;  ///< matches that touch the place
  struct NearMiss {
    std::string rule;
    std::size_t matched = 0;
    std::size_t elements = 0;
    std::string stops_at;
  };
  std::vector<NearMiss> misses;  ///< rules without a match in the unit that got farthest
};

/// What happened at the byte `at` of the article: for each layer the unit around it, with the rules that touched the place,
/// and at most `misses` of those that came near.
std::vector<ExplainedLayer> explain_place(const RuleSet& rules, const std::string& text, std::uint32_t at, std::size_t misses);

/// The same as lines for people and as JSON.
std::string explanation_text(const ExplainedRecord& record);
std::string explanation_json(const ExplainedRecord& record);
std::string explanation_text(const std::vector<ExplainedLayer>& layers);
std::string explanation_json(const std::vector<ExplainedLayer>& layers);

}  // namespace onrecord
