#include "onrecord/extract/matching/pattern_search.h"

#include <algorithm>

#include "onrecord/base/bits.h"
#include "onrecord/extract/matching/match_observer.h"

namespace onrecord {

bool PatternSearch::choose() {
  const Layer& layer = unit_.layer();
  chosen_.assign(layer.all_searches.begin(), layer.all_searches.end());
  if (use_filters_) {
    for (const SearchLimit& limit : layer.search_limits) {
      if (limit.characters >= unit_.span().size()) break;
      bits::remove_all(chosen_, limit.patterns);
    }
    layer.search_needs.keep_met(unit_.symbols(), chosen_);
    const RuleConditions& conditions = weigher_.conditions();
    keep(layer.searches_on_condition, [&](const Search& search) {
      const Rule& rule = rules_.rules()[search.rule];
      return conditions.fits_document(rule) && conditions.fits_unit(rule, unit_.span());
    });
  }
  return bits::any(chosen_);
}

/// Of those of `some` that are chosen keeps those that are wanted.
template <typename Wanted>
void PatternSearch::keep(const std::vector<std::uint64_t>& some, const Wanted& wanted) {
  bits::for_each_common(chosen_, some, [&](std::size_t number) {
    if (!wanted(unit_.layer().searches[number])) bits::remove(chosen_, number);
  });
}

void PatternSearch::run() {
  const Layer& layer = unit_.layer();
  if (observer_ != nullptr) observer_->filtering(layer);
  if (use_filters_) {
    unit_.keep_by_edges(chosen_);
    const Span whole{0, static_cast<std::uint32_t>(unit_.view().text().size())};
    keep(layer.all_searches, [&](const Search& search) { return unit_.texts_are_met(search.required, whole); });
  }
  if (observer_ != nullptr) observer_->filtered(layer);
  bits::take_each(chosen_, [&](std::size_t number) {
    const Search& search = layer.searches[number];
    search_all(rules_.rules()[search.rule], search.pattern);
  });
}

void PatternSearch::search_all(const Rule& rule, std::uint32_t index) {
  const Part& part = rule.patterns[index].right;
  const std::string_view text = unit_.view().text();
  std::uint32_t from = 0;
  if (observer_ != nullptr) observer_->trying(rule);
  while (from <= text.size() && part.regex->search(text, from, groups_, use_filters_ ? RegexEngine::automata : RegexEngine::re2)) {
    const Span found = groups_[0];
    from = found.end > found.begin ? found.end : found.end + 1;
    weigher_.begin_match();
    weigher_.add_groups(part, groups_, 0);
    weigher_.weigh(rule, index, found);
  }
  if (observer_ != nullptr) observer_->tried(rule);
}

}  // namespace onrecord
