#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is measured, and how it is counted.
namespace onrecord {

/// The measures, in the order in which they are reported; docs/gold-format.md says what each counts.
enum class Measure : std::uint8_t {
  direct_exact,
  direct_half,
  statements_exact,
  statements_half,
  speaker,
  name,
  cue,
  end_to_end,
  claims_exact,
  claims_half,
  claim_kind,
  modality,
  polarity,
  negation,
  question,
  pair,
  pair_exact,
  title,
  byline,
  boilerplate_speaker,
  boilerplate_quote,
  boilerplate_claim,
  boilerplate_faq,
  boilerplate_text,
  author_is_speaker,
};
inline constexpr std::size_t measure_count = static_cast<std::size_t>(Measure::author_is_speaker) + 1;

/// How the counts of a measure are read.
enum class Reading : std::uint8_t {
  precision_recall,  ///< right ones among those found, and among those marked
  accuracy,          ///< right ones among those asked for
  share,             ///< of something that had better not be there
};

/// What a measure is called and how it is read.
struct MeasureDescription {
  std::string_view name;     ///< in JSON and for floors: "statements_half"
  std::string_view section;  ///< what it belongs to: "quotes", "claims", "faq", "structure"
  std::string_view title;    ///< for people
  Reading reading = Reading::precision_recall;
};

/// Stays as long as the program runs.
const MeasureDescription& description_of(Measure measure);

/// What was counted of one measure.
struct Count {
  std::uint64_t right = 0;
  std::uint64_t found = 0;   ///< of precision_recall
  std::uint64_t marked = 0;  ///< all there are, of the other readings

  double precision() const;  ///< 0 where nothing was found
  double recall() const;     ///< 0 where nothing is marked; accuracy and share are read here, too
  double f1() const;
  bool operator==(const Count&) const = default;
};

/// The figures of a measure under their names: p, r and f1; accuracy; share.
std::vector<std::pair<std::string_view, double>> figures_of(Measure measure, const Count& count);

/// Counts of all measures.
class Counts {
 public:
  Count& operator[](Measure measure) { return counts_[static_cast<std::size_t>(measure)]; }
  const Count& operator[](Measure measure) const { return counts_[static_cast<std::size_t>(measure)]; }
  /// Counts one of those asked for.
  void ask(Measure measure, bool is_right) {
    (*this)[measure].marked += 1;
    (*this)[measure].right += is_right ? 1 : 0;
  }

 private:
  std::array<Count, measure_count> counts_{};
};

}  // namespace onrecord
