#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/matching/match_weigher.h"

namespace onrecord {

/// Searches the view of a unit for the patterns that have no anchor, all their matches from left to right. With `use_filters` those that cannot
/// match are left out; nothing else changes. Refers to everything it is given.
class PatternSearch {
 public:
  /// `observer` may be null.
  PatternSearch(const RuleSet& rules, UnitAtWork& unit, MatchWeigher& weigher, bool use_filters, MatchObserver* observer)
      : rules_(rules), unit_(unit), weigher_(weigher), use_filters_(use_filters), observer_(observer) {}

  /// Chooses the patterns that the unit may hold, as far as is known without a view. Whether there are any.
  bool choose();
  /// Weighs what the chosen ones find.
  void run();

 private:
  template <typename Wanted>
  void keep(const std::vector<std::uint64_t>& some, const Wanted& wanted);
  void search_all(const Rule& rule, std::uint32_t index);

  const RuleSet& rules_;
  UnitAtWork& unit_;
  MatchWeigher& weigher_;
  bool use_filters_;
  MatchObserver* observer_;
  std::vector<std::uint64_t> chosen_;  // bits: of the layer's searches
  std::vector<Span> groups_;
};

}  // namespace onrecord
