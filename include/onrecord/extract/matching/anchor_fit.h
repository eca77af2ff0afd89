#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/bits.h"
#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which patterns an anchor of a view fits, before any part of them is tried. Refers to everything it is given.
class AnchorFit {
 public:
  static constexpr std::size_t word_bits = bits::word_bits;

  AnchorFit(const RuleSet& rules, const Document& document, const Annotations& annotations) : rules_(rules), document_(document), annotations_(annotations) {}

  /// Sets `fitting` to bits, `word_bits` a word: the patterns whose choices fit the token; null, where a tagged word is the anchor: all.
  void find_patterns(const Layer& layer, const AnchoredPatterns& patterns, const ViewToken* token, std::vector<std::uint64_t>& fitting) const;
  /// Whether the choices of one pattern fit.
  bool choices_fit(const Layer& layer, const TokenQuery& query, const ViewToken& token) const;
  /// Whether the word of a tag is one of those that a pattern wants.
  static bool word_fits(const TokenQuery& query, const View& view, Span tag);
  bool filters_accept(std::span<const AnchorFilter> filters, const ViewToken& token) const;
  /// What a token stands for in the folded text: the first span field of its annotation, else all of it.
  Span source_of(const ViewToken& token) const;

 private:
  std::size_t value_number(const Layer& layer, const ViewToken& token, std::uint32_t choice) const;

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
};

}  // namespace onrecord
