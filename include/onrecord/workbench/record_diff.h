#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/workbench/compared_record.h"

namespace onrecord {

/// What became of a record between two rule sets.
enum class Change { added, removed, changed, moved, same };
inline constexpr std::size_t change_count = 5;
inline constexpr std::array<std::string_view, change_count> change_names = {"added", "removed", "changed", "moved", "same"};
/// How people read them: `moved` is the same record, now from another rule.
inline constexpr std::array<std::string_view, change_count> change_signs = {"+", "-", "~", "→", "="};

/// Where a record stands, with what is around it. Empty where the text of the document is not known.
struct RecordContext {
  std::string before;
  std::string marked;
  std::string after;
  /// The paragraph of the record; then the same with the paragraphs before it, one more each.
  std::vector<std::string> passages;
};

/// One difference.
struct DiffSample {
  Change change = Change::added;
  std::string rule;      ///< the id in the new rules where there is one
  std::string old_rule;  ///< of `moved` and `changed`, where it is another one
  std::string doc;
  std::optional<ComparedRecord> before, after;
  RecordContext context;

  /// The record as it is now, or was, where it is gone.
  const ComparedRecord& shown() const { return after ? *after : *before; }
};

struct RuleChanges {
  std::array<std::uint64_t, change_count> counts{};
  std::string digest;  ///< of all its differences in their order; empty: there is none

  std::uint64_t count(Change change) const { return counts[static_cast<std::size_t>(change)]; }
  bool differs() const { return !digest.empty(); }
};

/// All that two rule sets do differently on a corpus.
struct RecordDifferences {
  std::uint64_t documents = 0;
  std::uint64_t differing_documents = 0;
  std::map<std::string, RuleChanges> rules;  ///< by id; records without a rule stand under "(speakers)"
  std::vector<DiffSample> samples;           ///< by class, then rules in turn

  std::uint64_t total(Change change) const;
  bool differs() const { return differing_documents > 0; }
};

struct RecordDiffOptions {
  std::size_t samples = 3;                     ///< of each class
  bool passages = false;                       ///< fill `RecordContext::passages`
  std::map<std::string, std::string> renamed;  ///< old id of a rule -> its id now
};

/// Compares the records of one document after the other. Holds no more than the counts of each rule and its samples.
class RecordDiff {
 public:
  explicit RecordDiff(RecordDiffOptions options) : options_(std::move(options)) {}

  /// The records of a document as lines, by the old rules and by the new ones. `text`: of the document; empty: not known.
  /// Returns all differences of the document, by position.
  std::vector<DiffSample> add(std::string_view doc, std::string_view text, std::string_view before, std::string_view after);

  /// What was found; the samples are chosen so that each class shows as many rules as it can.
  RecordDifferences finish();

 private:
  struct BothSides {
    std::vector<ComparedRecord> before, after;
  };

  BothSides read_differing(const std::vector<std::string_view>& old_lines, const std::vector<std::string_view>& new_lines);
  std::string current_id(const std::string& rule) const;
  DiffSample sample_of(const ComparedRecord* before, const ComparedRecord* after) const;
  void count(const DiffSample& sample);
  void count_same(std::string_view line);

  RecordDiffOptions options_;
  RecordDifferences found_;
  std::array<std::map<std::string, std::vector<DiffSample>>, change_count> kept_;
};

/// The stretch `bytes` of `text` with up to a line around it.
RecordContext context_of(std::string_view text, Span bytes, bool with_passages);

}  // namespace onrecord
