#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/digest.h"
#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/record/places.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/word_table.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What all records of a document are made with. Refers to what it is made of; spans are of the folded text.
class RecordFrame {
 public:
  RecordFrame(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, std::string_view digest);

  /// An id of its own for the record of `type` at `span`; where there was one before, its ordinal makes the difference.
  std::string id(std::string_view type, Span span);
  /// The head of a record that `rule` made. Its confidence is the rule's precision as measured, where it was, else the
  /// confidence that the rule gives itself, times `share`.
  RecordHead head(std::string id, Span span, RuleId rule, double share);
  /// How often this way of telling who is meant was right, where that was measured; else 1.
  double certainty(Resolution resolution) const;

  Block block_of(Span span) const;
  /// The words of the nearest heading above; empty: none.
  std::string section_of(Span span) const;
  /// The heading in the line `line`, without mark-up where that was found.
  Span heading_span(std::uint32_t line) const;

  const RuleSet& rules;
  const Document& document;
  const Structure& structure;
  const Annotations& annotations;
  const Places places;

 private:
  bool is_in_lead(std::uint32_t line) const;
  double precision_of_rule(RuleId rule);

  const Lexicon* measured_rules_;        // may be null
  const Lexicon* measured_resolutions_;  // may be null
  std::vector<double> precisions_;       // of rules, as far as they were asked for; below 0: not yet
  RecordIds ids_;
  std::optional<std::uint32_t> lead_;  // the first line of running text
  WordTableBuilder seen_;              // places and types that have an id
  std::vector<std::uint32_t> times_;   // of each
};

/// Appends a record for each pair of question and answer that the rules found.
void append_faq_records(RecordFrame& frame, std::vector<Record>& records);

/// Appends a record for each annotation of a type that the rules export as a kind of their own.
void append_custom_records(RecordFrame& frame, std::vector<Record>& records);

}  // namespace onrecord
