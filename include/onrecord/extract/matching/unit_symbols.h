#pragma once

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/sentence_words.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/symbol_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells what the view of a unit may hold, before it is written, and what is in a stretch of one: for `Needs`. What it does not tell is not
/// there; what it tells may not be.
class UnitSymbols {
 public:
  /// `words`: of the document's sentences; null: of words nothing is known.
  UnitSymbols(const RuleSet& rules, const Document& document, const Annotations& annotations, const SentenceWords* words)
      : rules_(rules), document_(document), annotations_(annotations), words_(words) {}

  /// Of a line or sentence.
  SymbolSet of_unit(const Layer& layer, UnitSpan unit) const;
  /// Of `stretch` of a view of a unit that holds `whole`.
  SymbolSet of_stretch(const Layer& layer, const View& view, Span stretch, const SymbolSet& whole) const;

 private:
  bool holds(TypeId type, Span unit) const;

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
  const SentenceWords* words_;
};

}  // namespace onrecord
