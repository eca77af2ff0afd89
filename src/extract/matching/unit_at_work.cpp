#include "onrecord/extract/matching/unit_at_work.h"

namespace onrecord {

UnitAtWork::UnitAtWork(const RuleSet& rules, const Document& document, const SentenceWords* words, bool use_filters, const Annotations& annotations,
                       CutMemo& cuts)
    : use_filters_(use_filters),
      unit_symbols_(rules, document, annotations, words),
      writer_(rules, document, annotations, words),
      cuts_(rules, use_filters ? &unit_symbols_ : nullptr, cuts) {}

void UnitAtWork::begin(const Layer& layer) {
  layer_ = &layer;
  requirements_ = nullptr;
}

void UnitAtWork::next(UnitSpan unit) {
  unit_ = unit;
  has_view_ = has_texts_ = false;
  symbols_ = use_filters_ && layer_->unit != Unit::document ? unit_symbols_.of_unit(*layer_, unit) : SymbolSet::everything();
}

void UnitAtWork::write_view() {
  writer_.write(*layer_, unit_, view_);
  cuts_.next_view();
  has_view_ = true;
}

void UnitAtWork::find_texts() {
  requirements().find(view().text(), symbols_, texts_);
  has_texts_ = true;
}

}  // namespace onrecord
