#include "onrecord/extract/matching/match.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "onrecord/extract/matching/anchored_matcher.h"
#include "onrecord/extract/matching/match_observer.h"
#include "onrecord/extract/matching/pattern_search.h"
#include "onrecord/extract/matching/sentence_words.h"
#include "onrecord/extract/matching/word_rules.h"

namespace onrecord {
namespace {

/// Runs layers over the units of one document: all rules of a layer put up candidates in a unit, and the best of them become annotations.
class LayerMatcher {
 public:
  LayerMatcher(const RuleSet& rules, const Document& document, const SentenceWords* words, const ExtractOptions& options, Annotations& annotations,
               MatchMemory& memory)
      : annotations_(annotations),
        use_filters_(options.use_filters),
        observer_(options.observer),
        unit_(rules, document, words, use_filters_, annotations, memory.cuts),
        weigher_(rules, document, annotations, unit_, observer_),
        word_rules_(rules, document, words, unit_, weigher_),
        anchored_(rules, unit_, weigher_, memory.parts, use_filters_, observer_),
        search_(rules, unit_, weigher_, use_filters_, observer_) {}

  void begin(const Layer& layer) {
    layer_ = &layer;
    unit_.begin(layer);
    anchored_.begin(layer);
  }

  /// Whether the layer works on this unit.
  bool wants(Span unit) const {
    const auto covers = [&](TypeId type) { return annotations_.containing(type, unit) != Annotations::none; };
    const auto touches = [&](TypeId type) { return annotations_.overlapping(type, unit) != Annotations::none; };
    return (layer_->over.empty() || std::any_of(layer_->over.begin(), layer_->over.end(), covers)) &&
           std::none_of(layer_->skip.begin(), layer_->skip.end(), touches);
  }

  void leave_out(Span unit) const {
    if (observer_ != nullptr) observer_->left_out(*layer_, unit);
  }

  void run(UnitSpan unit) {
    if (unit.span.empty()) return;
    unit_.next(unit);
    weigher_.next_unit();
    if (observer_ != nullptr) observer_->unit(*layer_, unit.span, unit_.view());
    if (!layer_->word_rules.empty()) word_rules_.run();
    const bool any_search = search_.choose();
    if (!use_filters_ || any_search || anchored_.may_match()) anchored_.run();
    if (any_search) search_.run();
    weigher_.add_best();
  }

 private:
  const Annotations& annotations_;
  bool use_filters_;
  MatchObserver* observer_;
  UnitAtWork unit_;
  MatchWeigher weigher_;
  WordRules word_rules_;
  AnchoredMatcher anchored_;
  PatternSearch search_;
  const Layer* layer_ = nullptr;
};

void run_unit(UnitSpan unit, LayerMatcher& matcher) {
  if (matcher.wants(unit.span)) matcher.run(unit);
  else matcher.leave_out(unit.span);
}

void run_layer(const Layer& layer, const Document& document, LayerMatcher& matcher) {
  matcher.begin(layer);
  const auto run = [&](UnitSpan unit) { run_unit(unit, matcher); };
  switch (layer.unit) {
    case Unit::line:
      for (const Line& line : document.lines) run({line.span});
      break;
    case Unit::sentence:
      for (std::uint32_t i = 0; i < document.sentences.size(); ++i) run({document.sentences[i].span, i});
      break;
    case Unit::document: run({{0, static_cast<std::uint32_t>(document.folded.text().size())}}); break;
  }
}

}  // namespace

struct DocumentLayers::Impl {
  /// Words are looked up for the fast way only, and once there are sentences.
  const SentenceWords* words() {
    if (options.use_filters && !found_words) found_words.emplace(rules, document);
    return found_words ? &*found_words : nullptr;
  }

  void run(const Layer& layer) {
    LayerMatcher matcher(rules, document, layer.unit == Unit::sentence ? words() : nullptr, options, annotations, memory);
    run_layer(layer, document, matcher);
  }

  void need(std::uint32_t sentence) {
    is_done.resize(document.sentences.size());
    if (is_done[sentence]) return;
    is_done[sentence] = true;
    if (!on_demand) on_demand.emplace(rules, document, words(), options, annotations, memory);
    for (const Layer& layer : rules.layers()) {
      if (!layer.on_demand) continue;
      if (std::exchange(begun, &layer) != &layer) on_demand->begin(layer);
      run_unit({document.sentences[sentence].span, sentence}, *on_demand);
    }
  }

  const RuleSet& rules;
  const Document& document;
  const ExtractOptions& options;
  Annotations& annotations;
  MatchMemory& memory;
  std::optional<SentenceWords> found_words = {};
  std::optional<LayerMatcher> on_demand = {};
  const Layer* begun = nullptr;    // the layer that `on_demand` is set to
  std::vector<bool> is_done = {};  // by sentence, once one is needed
};

DocumentLayers::DocumentLayers(const RuleSet& rules, const Document& document, const ExtractOptions& options, Annotations& annotations, MatchMemory& memory)
    : impl_(std::make_unique<Impl>(rules, document, options, annotations, memory)) {}
DocumentLayers::~DocumentLayers() = default;

void DocumentLayers::run(const Layer& layer) { impl_->run(layer); }
void DocumentLayers::need(std::uint32_t sentence) { impl_->need(sentence); }

void run_layers(const RuleSet& rules, Unit unit, const Document& document, const ExtractOptions& options, Annotations& annotations) {
  MatchMemory memory(rules, options.engine());
  DocumentLayers layers(rules, document, options, annotations, memory);
  for (const Layer& layer : rules.layers()) {
    if (layer.unit == unit) layers.run(layer);
  }
}

}  // namespace onrecord
