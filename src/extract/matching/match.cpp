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
  LayerMatcher(const RuleSet& rules, const Document& document, const SentenceWords* words, const ExtractOptions& options, Annotations& annotations)
      : annotations_(annotations),
        use_filters_(options.use_filters),
        observer_(options.observer),
        unit_(rules, document, words, use_filters_, annotations),
        weigher_(rules, document, annotations, unit_, observer_),
        word_rules_(rules, document, words, unit_, weigher_),
        anchored_(rules, unit_, weigher_, use_filters_, observer_),
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

/// The words of all sentences, for the fast way.
std::optional<SentenceWords> words_of(const RuleSet& rules, const Document& document, const ExtractOptions& options) {
  return options.use_filters ? std::optional<SentenceWords>(std::in_place, rules, document) : std::nullopt;
}

}  // namespace

void run_layers(const RuleSet& rules, Unit unit, const Document& document, const ExtractOptions& options, Annotations& annotations) {
  const auto words = unit == Unit::sentence ? words_of(rules, document, options) : std::nullopt;
  LayerMatcher matcher(rules, document, words ? &*words : nullptr, options, annotations);
  for (const Layer& layer : rules.layers()) {
    if (layer.unit == unit) run_layer(layer, document, matcher);
  }
}

struct SentenceLayers::Impl {
  Impl(const RuleSet& rules, const Document& of_document, const ExtractOptions& options, Annotations& annotations)
      : layers(rules.layers()),
        document(of_document),
        words(words_of(rules, document, options)),
        matcher(rules, document, words ? &*words : nullptr, options, annotations),
        is_done(document.sentences.size()) {}

  const std::vector<Layer>& layers;
  const Document& document;
  std::optional<SentenceWords> words;
  LayerMatcher matcher;
  const Layer* begun = nullptr;  // the layer on demand that `matcher` is set to
  std::vector<bool> is_done;     // by sentence
};

SentenceLayers::SentenceLayers(const RuleSet& rules, const Document& document, const ExtractOptions& options, Annotations& annotations)
    : impl_(std::make_unique<Impl>(rules, document, options, annotations)) {}
SentenceLayers::~SentenceLayers() = default;

void SentenceLayers::run() {
  for (const Layer& layer : impl_->layers) {
    if (layer.unit == Unit::sentence && !layer.on_demand) run_layer(layer, impl_->document, impl_->matcher);
  }
}

void SentenceLayers::need(std::uint32_t sentence) {
  if (impl_->is_done[sentence]) return;
  impl_->is_done[sentence] = true;
  for (const Layer& layer : impl_->layers) {
    if (!layer.on_demand) continue;
    if (std::exchange(impl_->begun, &layer) != &layer) impl_->matcher.begin(layer);
    run_unit({impl_->document.sentences[sentence].span, sentence}, impl_->matcher);
  }
}

}  // namespace onrecord
