#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/matching/match_weigher.h"
#include "onrecord/extract/matching/part_memo.h"

namespace onrecord {

/// Matches the patterns that have an anchor, around each token and tagged word of a unit that is one. With `use_filters` what cannot match, and
/// what cannot win, is left out; without, every pattern is tried everywhere, and the same wins. Refers to everything it is given.
class AnchoredMatcher {
 public:
  /// `observer` may be null.
  AnchoredMatcher(const RuleSet& rules, UnitAtWork& unit, MatchWeigher& weigher, PartMemo& memo, bool use_filters, MatchObserver* observer)
      : rules_(rules), unit_(unit), weigher_(weigher), use_filters_(use_filters), observer_(observer), memo_(memo) {}

  /// The next units are those of `layer`.
  void begin(const Layer& layer);
  /// Whether an anchor of the layer may stand in the unit. Cheap: no view is needed.
  bool may_match() const { return anchors_.meets(unit_.symbols()); }
  /// Weighs what matches.
  void run();

 private:
  struct Anchor {
    Span span;                         // in the view
    const ViewToken* token = nullptr;  // null: a tagged word
    bool has_key = false;              // what it stands for is not empty
  };

  void match_at_anchors();
  void match_at(const AnchoredPatterns& patterns, Span anchor, const ViewToken* token);
  void try_pattern(const AnchoredPatterns& all, const AnchoredPattern& anchored, const Anchor& anchor, const AnchoredPattern*& winner);
  bool left_fails(const PlacedPart& left) const { return left.is_there() && memo_.left_failed(left.number); }
  bool right_fails(const PlacedPart& right) const { return right.is_there() && memo_.right_failed(right.number); }
  void leave_out(const std::vector<std::vector<std::uint64_t>>& sharing, const PlacedPart& part);
  bool loses(const AnchoredPattern& pattern, const AnchoredPattern& winner) const;
  void match_everywhere();
  bool match_around(const Rule& rule, std::uint32_t index, Span anchor);
  bool try_around(const Rule& rule, std::uint32_t index, Span anchor);

  const RuleSet& rules_;
  UnitAtWork& unit_;
  MatchWeigher& weigher_;
  bool use_filters_;
  MatchObserver* observer_;
  PartMemo& memo_;
  SymbolSet anchors_;                               // what the layer's patterns are tried at
  std::size_t most_anchors_ = 0;                    // of each kind in one unit
  SymbolSet left_symbols_, right_symbols_;          // what is beside the anchor in work
  std::vector<bool> left_matches_, right_matches_;  // which parts match there, where a set tells
  std::vector<std::uint64_t> fitting_;              // bits: the patterns still to be tried there
};

}  // namespace onrecord
