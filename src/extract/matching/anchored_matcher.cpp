#include "onrecord/extract/matching/anchored_matcher.h"

#include <limits>

#include "onrecord/base/bits.h"
#include "onrecord/extract/matching/match_observer.h"

namespace onrecord {
namespace {

/// How many anchors of each kind (masked annotations, tagged words) a layer tries in one sentence. No sentence that somebody
/// wrote has so many cues; text made to hurt has, and what is found at each runs to the end of the sentence.
constexpr std::size_t most_in_sentence = 16;

}  // namespace

void AnchoredMatcher::begin(const Layer& layer) {
  most_anchors_ = layer.unit == Unit::sentence ? most_in_sentence : std::numeric_limits<std::size_t>::max();
  anchors_ = {};
  for (std::size_t mask = 0; mask < layer.at_mask.size(); ++mask) {
    if (!layer.at_mask[mask].empty()) anchors_.add_type(layer.vocabulary.masks[mask].type);
  }
  for (std::size_t tag = 0; tag < layer.at_tag.size(); ++tag) {
    if (!layer.at_tag[tag].empty()) anchors_.add_lexicon(layer.vocabulary.tags[tag]->number());
  }
}

void AnchoredMatcher::run() {
  if (use_filters_) match_at_anchors();
  else match_everywhere();
}

void AnchoredMatcher::match_at_anchors() {
  const Layer& layer = unit_.layer();
  std::size_t tried = 0;
  for (const ViewToken& token : unit_.view().tokens()) {
    const AnchoredPatterns& patterns = layer.at_mask[token.mask];
    if (!patterns.empty() && tried++ < most_anchors_) match_at(patterns, token.span, &token);
  }
  tried = 0;
  for (const ViewTag& tag : unit_.view().tags()) {
    const AnchoredPatterns& patterns = layer.at_tag[tag.tag];
    if (!patterns.empty() && tried++ < most_anchors_) match_at(patterns, tag.span, nullptr);
  }
}

/// Tries the patterns of one anchor in the order in which they win. What cannot win any more is left out.
void AnchoredMatcher::match_at(const AnchoredPatterns& patterns, Span anchor, const ViewToken* token) {
  const View& view = unit_.view();
  memo_.next_anchor();
  if (patterns.lefts) patterns.lefts->match(view.text().substr(0, anchor.begin), left_matches_);
  if (patterns.rights) patterns.rights->match(view.text().substr(anchor.end), right_matches_);
  weigher_.anchor_fit().find_patterns(unit_.layer(), patterns, token, fitting_);
  left_symbols_ = unit_.symbols_of({0, anchor.begin});
  right_symbols_ = unit_.symbols_of({anchor.end, static_cast<std::uint32_t>(view.text().size())});
  const Span key = token != nullptr ? weigher_.anchor_fit().source_of(*token) : view.to_source(anchor);
  const AnchoredPattern* winner = nullptr;
  bits::take_each(fitting_, [&](std::size_t number) { try_pattern(patterns, patterns.patterns[number], {anchor, token, !key.empty()}, winner); });
}

void AnchoredMatcher::try_pattern(const AnchoredPatterns& all, const AnchoredPattern& anchored, const Anchor& anchor, const AnchoredPattern*& winner) {
  const PlacedPart& left = anchored.left;
  const PlacedPart& right = anchored.right;
  if (all.lefts && left.is_there() && !left_matches_[left.place]) return;
  if (all.rights && right.is_there() && !right_matches_[right.place]) return;
  if (observer_ == nullptr && left_fails(left)) return leave_out(all.with_left, left);
  if (observer_ == nullptr && right_fails(right)) return leave_out(all.with_right, right);
  const bool settled = anchor.has_key && unit_.layer().pick != Pick::all && anchored.anchor_is_key != 0;
  if (settled && winner != nullptr && loses(anchored, *winner)) return;
  const Span before{0, anchor.span.begin}, behind{anchor.span.end, static_cast<std::uint32_t>(unit_.view().text().size())};
  if (!rules_.needs(left).met_by(left_symbols_)) return leave_out(all.with_left, left);
  if (!rules_.needs(right).met_by(right_symbols_)) return leave_out(all.with_right, right);
  if (left.is_there() && !unit_.texts_are_met(left.required, before)) return leave_out(all.with_left, left);
  if (right.is_there() && !unit_.texts_are_met(right.required, behind)) return leave_out(all.with_right, right);
  if (anchor.token != nullptr && !weigher_.anchor_fit().filters_accept(all.filters_of(anchored), *anchor.token)) return;
  const Rule& rule = rules_.rules()[anchored.rule];
  if (anchor.token == nullptr && !AnchorFit::word_fits(rule.patterns[anchored.pattern].anchor, unit_.view(), anchor.span)) return;
  const bool accepted = match_around(rule, anchored.pattern, anchor.span);
  if (accepted && settled && rule.yields.empty() && (winner == nullptr || winner->emits != anchored.emits)) winner = &anchored;
}

/// Leaves out all patterns that share a part which does not match here.
void AnchoredMatcher::leave_out(const std::vector<std::vector<std::uint64_t>>& sharing, const PlacedPart& part) {
  if (part.is_there()) bits::remove_all(std::span(fitting_).first(sharing[part.place].size()), sharing[part.place]);
}

bool AnchoredMatcher::loses(const AnchoredPattern& pattern, const AnchoredPattern& winner) const {
  if (pattern.emits != winner.emits || pattern.others_yield != 0) return false;
  return unit_.layer().pick == Pick::first || pattern.priority < winner.priority;
}

void AnchoredMatcher::match_everywhere() {
  const Layer& layer = unit_.layer();
  const View& view = unit_.view();
  const AnchorFit& fit = weigher_.anchor_fit();
  for (const RuleId id : layer.rules) {
    const Rule& rule = rules_.rules()[id];
    for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
      const TokenQuery& anchor = rule.patterns[i].anchor;
      if (!rule.patterns[i].anchored) continue;
      std::size_t passed = 0;
      for (const ViewToken& token : view.tokens()) {
        memo_.next_anchor();
        if (!layer.at_mask[token.mask].empty() && passed++ == most_anchors_) break;
        if (!anchor.tag && token.mask == anchor.index && fit.choices_fit(layer, anchor, token)) match_around(rule, i, token.span);
      }
      passed = 0;
      for (const ViewTag& tag : view.tags()) {
        memo_.next_anchor();
        if (!layer.at_tag[tag.tag].empty() && passed++ == most_anchors_) break;
        if (anchor.tag && tag.tag == anchor.index && AnchorFit::word_fits(anchor, view, tag.span)) match_around(rule, i, tag.span);
      }
    }
  }
}

/// Whether a candidate came of it.
bool AnchoredMatcher::match_around(const Rule& rule, std::uint32_t index, Span anchor) {
  if (observer_ == nullptr) {
    const RuleConditions& conditions = weigher_.conditions();
    return conditions.fits_document(rule) && conditions.fits_unit(rule, unit_.span()) && try_around(rule, index, anchor);
  }
  observer_->trying(rule);
  const bool accepted = try_around(rule, index, anchor);
  observer_->tried(rule);
  return accepted;
}

bool AnchoredMatcher::try_around(const Rule& rule, std::uint32_t index, Span anchor) {
  const CompiledPattern& pattern = rule.patterns[index];
  const std::string_view text = unit_.view().text();
  const std::vector<Span>* left = nullptr;
  const std::vector<Span>* right = nullptr;
  if (pattern.right.regex && memo_.right_failed(pattern.right.number)) return false;
  if (pattern.right.regex && (right = memo_.right(pattern.right, text.substr(anchor.end))) == nullptr) return false;
  if (pattern.left.regex && (left = memo_.left(pattern.left, text.substr(0, anchor.begin))) == nullptr) return false;
  weigher_.begin_match();
  Span found = anchor;
  if (right != nullptr) found.end = anchor.end + right->front().end;
  if (left != nullptr) found.begin = left->front().begin;
  if (right != nullptr) weigher_.add_groups(pattern.right, *right, anchor.end);
  if (left != nullptr) weigher_.add_groups(pattern.left, *left, 0);
  if (pattern.anchor_field != no_field) weigher_.add_field(pattern.anchor_field, anchor);
  return weigher_.weigh(rule, index, found);
}

}  // namespace onrecord
