#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/compiled_rule.h"
#include "onrecord/rules/needs.h"
#include "onrecord/rules/part_set.h"
#include "onrecord/rules/phrases.h"
#include "onrecord/rules/requirements_on_demand.h"
#include "onrecord/rules/view_vocabulary.h"

/// What a `RuleSet` is made of: layers, with what finds out quickly which patterns need not be tried.
namespace onrecord {

enum class Unit { line, sentence, document };
enum class Pick { first, longest, all };

/// A filter that the anchor alone decides, before any part of a pattern is tried.
struct AnchorFilter {
  bool refuses = false;              ///< `not`; else `only`
  const Lexicon* lexicon = nullptr;  ///< asked for the anchor's text; or
  std::uint32_t anchor_value = 0;    ///< field of the anchor's type,
  FlatArray<std::uint8_t> accepted;  ///< and by `Symbol` whether the filter hits its value
};

/// What is asked of a part beside an anchor before it is tried.
struct PlacedPart {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t place = none;                         ///< in the sets of `AnchoredPatterns`; `none`: there is nothing to match on this side
  std::uint32_t number = 0, needs = 0, required = 0;  ///< as `Part` has them

  bool is_there() const { return place != none; }
};

/// A pattern of a layer that is tried where its anchor is, with all that tells whether it may match, and win: its rule is looked at when it is
/// tried.
struct AnchoredPattern {
  std::uint32_t pattern = 0;  ///< index into `Rule::patterns`
  RuleId rule = 0;
  TypeId emits = 0;
  std::int32_t priority = 0;
  std::uint16_t anchor_is_key = 0, others_yield = 0;  ///< 1 where it is so, as `CompiledPattern` and `Rule` say it
  std::uint32_t first_filter = 0, filters = 0;        ///< in `AnchoredPatterns::filters`
  PlacedPart left, right;
};

/// Which patterns of an anchor fit by one of its choice fields: bits by place among the patterns.
struct FittingPatterns {
  std::uint32_t choice = 0;                          ///< index into `MaskedType::choices`
  std::vector<std::vector<std::uint64_t>> by_value;  ///< the first where the field has no value
};

/// The patterns that are tried where one anchor is. Those of one emitted type stand together, and among them what wins by priority
/// (and, with `pick` = first, by order) comes first.
struct AnchoredPatterns {
  std::vector<AnchoredPattern> patterns;
  std::vector<AnchorFilter> filters;     ///< of one pattern after the other
  std::vector<FittingPatterns> fitting;  ///< for each choice field that a pattern asks for
  std::optional<PartSet> lefts, rights;  ///< where there are so many different parts that one pass over all pays
  /// By place of a part: which patterns have it, as bits; none where only a few do. Where it does not match, they all fail.
  std::vector<std::vector<std::uint64_t>> with_left, with_right;

  bool empty() const { return patterns.empty(); }
  std::span<const AnchorFilter> filters_of(const AnchoredPattern& pattern) const { return std::span(filters).subspan(pattern.first_filter, pattern.filters); }
};

/// A pattern without an anchor.
struct Search {
  std::uint32_t rule = 0;
  std::uint32_t pattern = 0;   ///< index into `Rule::patterns`
  std::uint32_t required = 0;  ///< `Part::required`
};

/// Patterns that are tried in units of at most so many bytes.
struct SearchLimit {
  std::uint32_t characters = 0;
  std::vector<std::uint64_t> patterns;  ///< bits by place among `Layer::searches`
};

/// A compiled layer: its rules, and what finds out quickly which of them need not be tried.
struct Layer {
  std::string name;
  Unit unit = Unit::sentence;
  Pick pick = Pick::longest;
  std::vector<TypeId> over, skip;
  ViewVocabulary vocabulary;                         ///< what its views mask and tag
  std::vector<RuleId> rules;                         ///< those that are on, in file order
  std::optional<PhraseIndex> phrases;                ///< of the lexicons it tags, unless one has the casing "any"
  std::vector<RuleId> word_rules;                    ///< those of them that annotate words
  std::vector<AnchoredPatterns> at_mask, at_tag;     ///< by mask and by tag
  std::vector<Search> searches;                      ///< the patterns without an anchor
  std::vector<std::uint64_t> all_searches;           ///< bits: each of them
  std::vector<SearchLimit> search_limits;            ///< the shortest first
  std::vector<std::uint64_t> searches_on_condition;  ///< bits: those whose rule limits the words of a unit, or asks what the document holds
  AllNeeds search_needs;
  std::optional<RequirementsOnDemand> filter;  ///< of `searches`, and behind them of the parts of patterns with an anchor and of cuts
  /// Its annotations are of a type that only the program asks for, one sentence after the other, and no rule, layer or record does: it
  /// may run over a sentence when that is asked for.
  bool on_demand = false;
};

}  // namespace onrecord
