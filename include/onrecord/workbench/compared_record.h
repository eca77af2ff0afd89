#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/definition.h"

namespace onrecord {

/// A record as it is compared with another: what it says, without what follows from its place or from other records
/// (ids, spans of its parts, the lists of ids of a speaker).
struct ComparedRecord {
  std::string kind;
  std::string rule;        ///< id of the rule that made it; empty of speakers
  Span bytes;              ///< of the document's text
  std::uint32_t line = 0;  ///< 1-based
  Settings fields;         ///< `text`, `speaker.name`, `cue.lemma`, …, in the order of the record's keys

  bool operator==(const ComparedRecord&) const = default;
};

/// Reads a line of records. None for lines of kind `document` and `error`, and for what is no record.
std::optional<ComparedRecord> read_record_line(std::string_view line);

/// The value of `doc` of a line of records, as it is escaped there; empty where there is none.
std::string_view doc_of_record_line(std::string_view line);

/// The rule's id in a line of records; empty where there is none.
std::string_view rule_of_record_line(std::string_view line);

/// The fields in which two records differ, each with both values; an empty one stands for a missing field.
struct FieldChange {
  std::string name;
  std::string before;
  std::string after;

  bool operator==(const FieldChange&) const = default;
};
std::vector<FieldChange> changed_fields(const ComparedRecord& before, const ComparedRecord& after);

/// Two records that stand for the same thing, as indices into the lists compared; `none` where one side has no such record.
struct RecordPair {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t before = none;
  std::size_t after = none;

  bool operator==(const RecordPair&) const = default;
};

/// Pairs records of the same kind whose spans overlap: those with the largest share of common bytes first; where the shares
/// are equal, those of one rule, then those that come first. Each record is in one pair. The pairs come by position.
std::vector<RecordPair> align_records(const std::vector<ComparedRecord>& before, const std::vector<ComparedRecord>& after);

}  // namespace onrecord
