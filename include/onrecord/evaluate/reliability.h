#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/evaluate/evaluation.h"

/// Whether confidence is true: of the records with a confidence of about 0.9, about 0.9 are right.
namespace onrecord {

/// The judged records of one tenth of the confidences.
struct ReliabilityBin {
  double from = 0;  ///< the least confidence; the next bin begins 0.1 above
  std::uint64_t records = 0;
  std::uint64_t right = 0;
  double confidences = 0;  ///< their sum

  double mean_confidence() const { return records == 0 ? 0 : confidences / static_cast<double>(records); }
  double share_right() const { return records == 0 ? 0 : static_cast<double>(right) / static_cast<double>(records); }
};

/// How true the confidences of records are.
struct Reliability {
  std::vector<ReliabilityBin> bins;  ///< those that hold records, the highest first
  double calibration_error = 0;      ///< expected: the mean distance of share and confidence, each bin counting by its records
};

/// Leaves out records that were not judged.
Reliability reliability_of(const std::vector<JudgedRecord>& records);

/// What became of the records of one rule.
struct RuleFigures {
  std::string kind;  ///< "quote", "claim", "narrator", "faq"
  std::uint64_t records = 0;
  std::uint64_t judged = 0;
  std::uint64_t right = 0;     ///< their content
  std::uint64_t beside = 0;    ///< wrong, but over a marked statement that was missed
  std::uint64_t speakers = 0;  ///< right ones whose gold names a speaker
  std::uint64_t speakers_right = 0;

  double precision() const { return judged == 0 ? 0 : static_cast<double>(right) / static_cast<double>(judged); }
};

/// By rule, then by kind: a rule may make quotes and claims.
std::map<std::pair<std::string, std::string>, RuleFigures> figures_by_rule(const std::vector<JudgedRecord>& records);

/// A rule file with the lexicons `confidence.rule` and `confidence.resolution`: how often each rule, and each way of
/// telling who is meant, was right. What was seldom judged is drawn towards the mean of its kind. Where one article
/// alone judges a rule, at most three of its records count: it may be marked in a way of its own.
std::string confidence_file(const std::vector<JudgedRecord>& records);

}  // namespace onrecord
