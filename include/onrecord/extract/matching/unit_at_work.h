#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/matching/field_cuts.h"
#include "onrecord/extract/matching/unit_symbols.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/text_requirements.h"

namespace onrecord {

/// The line, sentence or document that a layer works on, with what is known of it: what it may hold, its view, the texts that stand there. Each is
/// found when somebody first asks for it, as most units need none. One object serves all units of a document, one after the other; it refers to all
/// that it was made of.
class UnitAtWork {
 public:
  /// `words`: of the document's sentences; may be null. Without `use_filters` nothing is known of a unit but its view.
  UnitAtWork(const RuleSet& rules, const Document& document, const SentenceWords* words, bool use_filters, const Annotations& annotations, CutMemo& cuts);

  /// The next units are those of `layer`.
  void begin(const Layer& layer);
  /// The next unit; not empty.
  void next(UnitSpan unit);

  const Layer& layer() const { return *layer_; }
  Span span() const { return unit_.span; }
  std::uint32_t sentence() const { return unit_.sentence; }  ///< index; of a unit that is one
  /// What it may hold; everything, where nothing is known.
  const SymbolSet& symbols() const { return symbols_; }

  /// Valid until `next`.
  const View& view() {
    if (!has_view_) write_view();
    return view_;
  }
  /// What a stretch of the view may hold.
  SymbolSet symbols_of(Span stretch) { return unit_symbols_.of_stretch(*layer_, view(), stretch, symbols_); }
  /// Whether a stretch of the view may hold the texts that a part requires there, by `Part::required`.
  bool texts_are_met(std::uint32_t required, Span stretch) {
    if (!requirements().wants_texts(required)) return true;
    if (!has_texts_) find_texts();
    return requirements().are_met(required, view().text(), stretch, texts_);
  }
  /// Of the layer's searches (bits) keeps those that the view begins and ends for.
  void keep_by_edges(std::vector<std::uint64_t>& searches) { requirements().keep_by_edges(view().text(), searches); }
  /// Shortens a field, a span of the view, where the cuts of its rule say so. False where nothing is left of it.
  bool end_early(const Rule& rule, std::uint32_t field, Span& span) {
    return cuts_.end_early(rule, field, view(), symbols_, span,
                           [this](const Part& cut, Span stretch) { return !use_filters_ || texts_are_met(cut.required, stretch); });
  }

 private:
  /// Of the layer's patterns; made when they are first asked for.
  const TextRequirements& requirements() {
    if (requirements_ == nullptr) requirements_ = &layer_->filter->requirements();
    return *requirements_;
  }
  void write_view();
  void find_texts();

  bool use_filters_;
  UnitSymbols unit_symbols_;
  ViewWriter writer_;
  FieldCuts cuts_;
  const Layer* layer_ = nullptr;
  const TextRequirements* requirements_ = nullptr;  // see `requirements`
  UnitSpan unit_;
  SymbolSet symbols_;
  View view_;
  TextsFound texts_;
  bool has_view_ = false, has_texts_ = false;
};

}  // namespace onrecord
