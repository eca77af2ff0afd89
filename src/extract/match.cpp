#include "onrecord/extract/match.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <utility>

#include "onrecord/extract/anchor_fit.h"
#include "onrecord/extract/candidates.h"
#include "onrecord/extract/field_cuts.h"
#include "onrecord/extract/match_observer.h"
#include "onrecord/extract/part_memo.h"
#include "onrecord/extract/rule_conditions.h"
#include "onrecord/extract/sentence_words.h"
#include "onrecord/extract/unit_symbols.h"
#include "onrecord/extract/view.h"

namespace onrecord {
namespace {

/// How many anchors of each kind (masked annotations, tagged words) a layer tries in one sentence. No sentence that somebody
/// wrote has so many cues; text made to hurt has, and what is found at each runs to the end of the sentence.
constexpr std::size_t most_anchors = 16;

/// Runs layers over the units of one document.
class LayerMatcher {
 public:
  LayerMatcher(const RuleSet& rules, const Document& document, const SentenceWords* words, const ExtractOptions& options, Annotations& annotations)
      : rules_(rules), document_(document), words_(words), use_filters_(options.use_filters), observer_(options.observer), annotations_(annotations),
        conditions_(rules, document, annotations), anchor_fit_(rules, document, annotations), symbols_(rules, document, annotations, words), writer_(rules, document, annotations, words),
        engine_(options.use_filters ? RegexEngine::automata : RegexEngine::re2), memo_(rules, engine_), cuts_(rules, use_filters_ ? &symbols_ : nullptr, engine_) {}

  void begin(const Layer& layer) {
    layer_ = &layer;
    requirements_ = nullptr;
    most_anchors_ = layer.unit == Unit::sentence ? most_anchors : std::numeric_limits<std::size_t>::max();
    find_anchors(layer);
  }

  /// What patterns of the layer are tried at.
  void find_anchors(const Layer& layer) {
    anchors_ = {};
    for (std::size_t mask = 0; mask < layer.at_mask.size(); ++mask) {
      if (!layer.at_mask[mask].empty()) anchors_.add_type(layer.vocabulary.masks[mask].type);
    }
    for (std::size_t tag = 0; tag < layer.at_tag.size(); ++tag) {
      if (!layer.at_tag[tag].empty()) anchors_.add_lexicon(layer.vocabulary.tags[tag]->number());
    }
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
    unit_ = unit;
    has_view_ = false;
    candidates_.clear();
    unit_symbols_ = use_filters_ && layer_->unit != Unit::document ? symbols_.of_unit(*layer_, unit) : SymbolSet::everything();
    if (observer_ != nullptr) observer_->unit(*layer_, unit.span, view());
    if (!layer_->word_rules.empty()) annotate_words();
    choose_searches();
    if (!use_filters_ || any_search() || any_anchor()) match_patterns();
    if (!candidates_.empty()) candidates_.add_best(layer_->pick, annotations_, observer_);
  }

 private:
  const View& view() {
    if (has_view_) return view_;
    writer_.write(*layer_, unit_, view_);
    cuts_.next_view();
    has_view_ = true;
    has_texts_ = false;
    return view_;
  }

  /// Of the layer's patterns; made when they are first asked for.
  const TextRequirements& requirements() {
    if (requirements_ == nullptr) requirements_ = &layer_->filter->requirements();
    return *requirements_;
  }

  /// Whether a stretch of the view may hold the texts that a pattern requires there.
  bool texts_are_met(const Part& part, Span stretch) {
    if (part.regex == nullptr || !requirements().wants_texts(part.required)) return true;
    if (!has_texts_) requirements().find(view().text(), unit_symbols_, texts_);
    has_texts_ = true;
    return requirements().are_met(part.required, view().text(), stretch, texts_);
  }

  // ---- rules of words

  void annotate_words() {
    for (const RuleId id : layer_->word_rules) {
      const Rule& rule = rules_.rules()[id];
      if (words_ != nullptr && rule.phrases && layer_->unit == Unit::sentence) {
        find_phrases(rule);
      } else {
        look_up_words(rule);
      }
    }
  }

  void find_phrases(const Rule& rule) {
    const std::string& text = document_.folded.text();
    const auto words = words_->of(unit_.sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].form == 0) continue;
      for (const Phrase& phrase : rule.phrases->beginning_with(words[i].form)) {
        const std::size_t count = words_taken(*rule.phrases, phrase, text, words, i);
        if (count == 0) continue;
        add_word(rule, {words[i].span.begin, words[i + count - 1].span.end}, rule.words->entries()[phrase.entry]);
        i += count - 1;
        break;
      }
    }
  }

  void look_up_words(const Rule& rule) {
    const std::string& text = document_.folded.text();
    const std::vector<Span> words = words_in(text, unit_.span);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t count = std::min<std::size_t>(rule.words->longest_from(slice(text, words[i])), words.size() - i); count > 0; --count) {
        const Span span{words[i].begin, words[i + count - 1].end};
        const LexiconEntry* entry = rule.words->find(slice(text, span));
        if (entry == nullptr) continue;
        add_word(rule, span, *entry);
        i += count - 1;
        break;
      }
    }
  }

  void add_word(const Rule& rule, Span span, const LexiconEntry& entry) {
    const Type& type = rules_.types()[rule.emits];
    values_.assign(rule.field_count, {});
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (type.fields[i].kind == FieldKind::span) {
        values_[i].span = span;
      } else if (rule.word_columns[i] != no_field) {
        values_[i].symbol = rules_.attribute(*rule.words, entry, rule.word_columns[i]);
      }
    }
    if (!conditions_.fits_unit(rule, unit_.span)) return void(refuse(rule, 0, span, {"limit"}));
    if (const auto broken = conditions_.broken_by_values(rule, values_)) return void(refuse(rule, 0, span, broken));
    if (const auto broken = conditions_.broken_by_place(rule, span)) return void(refuse(rule, 0, span, broken));
    if (rule.not_left || rule.not_right) {
      const std::uint32_t begin = view().from_source(span.begin);
      const Span in_view{begin, view().from_source(span.end)};
      if (const auto broken = conditions_.broken_by_sides(rule, view().text(), in_view)) return void(refuse(rule, 0, span, broken));
    }
    put_up(rule, 0, span);
  }

  // ---- patterns

  /// Whether an anchor of the layer's patterns may stand in the unit. Cheap: no view is needed.
  bool any_anchor() const { return anchors_.meets(unit_symbols_); }

  void match_patterns() {
    if (use_filters_) {
      match_at_anchors();
    } else {
      match_everywhere();
    }
    if (any_search()) search();
  }

  /// Those patterns without an anchor which the unit may hold.
  void choose_searches() {
    searches_.assign(layer_->all_searches.begin(), layer_->all_searches.end());
    if (!use_filters_) return;
    for (const SearchLimit& limit : layer_->search_limits) {
      if (limit.characters >= unit_.span.size()) break;
      for (std::size_t i = 0; i < searches_.size(); ++i) searches_[i] &= ~limit.patterns[i];
    }
    layer_->search_needs.keep_met(unit_symbols_, searches_);
    keep_searches([&](const Rule& rule, const Part&) { return conditions_.fits_unit(rule, unit_.span); }, layer_->searches_by_words);
  }

  /// Of the searches that are in `some`, too, keeps those that are wanted, by rule and pattern.
  template <typename Wanted>
  void keep_searches(const Wanted& wanted, const std::vector<std::uint64_t>& some) {
    for (std::size_t word = 0; word < searches_.size(); ++word) {
      for (std::uint64_t rest = searches_[word] & some[word]; rest != 0; rest &= rest - 1) {
        const auto& [id, pattern] = layer_->searches[word * AnchorFit::word_bits + static_cast<std::size_t>(std::countr_zero(rest))];
        const Rule& rule = rules_.rules()[id];
        if (!wanted(rule, rule.patterns[pattern].right)) searches_[word] &= ~(rest & -rest);
      }
    }
  }

  bool any_search() const {
    return std::any_of(searches_.begin(), searches_.end(), [](std::uint64_t word) { return word != 0; });
  }

  void match_at_anchors() {
    std::size_t tried = 0;
    for (const ViewToken& token : view().tokens()) {
      const AnchoredPatterns& patterns = layer_->at_mask[token.mask];
      if (!patterns.empty() && tried++ < most_anchors_) match_at(patterns, token.span, &token);
    }
    tried = 0;
    for (const ViewTag& tag : view().tags()) {
      const AnchoredPatterns& patterns = layer_->at_tag[tag.tag];
      if (!patterns.empty() && tried++ < most_anchors_) match_at(patterns, tag.span, nullptr);
    }
  }

  /// Tries the patterns of one anchor in the order in which they win. What cannot win any more is left out.
  void match_at(const AnchoredPatterns& anchored_here, Span anchor, const ViewToken* token) {
    memo_.next_anchor();
    if (anchored_here.lefts) anchored_here.lefts->match(view().text().substr(0, anchor.begin), left_matches_);
    if (anchored_here.rights) anchored_here.rights->match(view().text().substr(anchor.end), right_matches_);
    anchor_fit_.find_patterns(*layer_, anchored_here, token, fitting_);
    find_symbols_beside(anchor);
    const bool has_key = !(token != nullptr ? anchor_fit_.source_of(*token) : view().to_source(anchor)).empty();
    const Rule* winner = nullptr;
    for (std::size_t word = 0; word < fitting_.size(); ++word) {
      while (fitting_[word] != 0) {
        const std::size_t place = word * AnchorFit::word_bits + static_cast<std::size_t>(std::countr_zero(fitting_[word]));
        fitting_[word] &= fitting_[word] - 1;
        try_anchored(anchored_here, anchored_here.patterns[place], {anchor, token, has_key}, winner);
      }
    }
  }

  struct Anchor {
    Span span;  // in the view
    const ViewToken* token = nullptr;
    bool has_key = false;  // what it stands for is not empty
  };

  void try_anchored(const AnchoredPatterns& all, const AnchoredPattern& anchored, const Anchor& anchor, const Rule*& winner) {
    if (all.lefts && anchored.left != AnchoredPattern::no_part && !left_matches_[anchored.left]) return;
    if (all.rights && anchored.right != AnchoredPattern::no_part && !right_matches_[anchored.right]) return;
    if (observer_ == nullptr && left_fails(anchored)) return leave_out(all.with_left, anchored.left);
    if (observer_ == nullptr && right_fails(anchored)) return leave_out(all.with_right, anchored.right);
    const Rule& rule = rules_.rules()[anchored.rule];
    const CompiledPattern& pattern = rule.patterns[anchored.pattern];
    const bool settled = anchor.has_key && layer_->pick != Pick::all && pattern.anchor_is_key;
    if (settled && winner != nullptr && loses(rule, *winner)) return;
    if (!rules_.needs(pattern.left).met_by(left_symbols_)) return leave_out(all.with_left, anchored.left);
    if (!rules_.needs(pattern.right).met_by(right_symbols_)) return leave_out(all.with_right, anchored.right);
    const auto size = static_cast<std::uint32_t>(view().text().size());
    if (!texts_are_met(pattern.left, {0, anchor.span.begin})) return leave_out(all.with_left, anchored.left);
    if (!texts_are_met(pattern.right, {anchor.span.end, size})) return leave_out(all.with_right, anchored.right);
    if (anchor.token == nullptr && !AnchorFit::word_fits(pattern.anchor, view(), anchor.span)) return;
    if (anchor.token != nullptr && !anchor_fit_.filters_accept(anchored.anchor_filters, *anchor.token)) return;
    const bool accepted = match_around(rule, anchored.pattern, anchor.span);
    if (accepted && settled && rule.yields.empty() && (winner == nullptr || winner->emits != rule.emits)) winner = &rule;
  }

  void find_symbols_beside(Span anchor) {
    const auto size = static_cast<std::uint32_t>(view().text().size());
    left_symbols_ = symbols_.of_stretch(*layer_, view(), {0, anchor.begin}, unit_symbols_);
    right_symbols_ = symbols_.of_stretch(*layer_, view(), {anchor.end, size}, unit_symbols_);
  }

  /// Whether a pattern before it had its left part, which does not match here; its right part.
  bool left_fails(const AnchoredPattern& anchored) const { return anchored.left_number != AnchoredPattern::no_part && memo_.left_failed(anchored.left_number); }
  bool right_fails(const AnchoredPattern& anchored) const { return anchored.right_number != AnchoredPattern::no_part && memo_.right_failed(anchored.right_number); }

  /// Leaves out all patterns that share a part which does not match here.
  void leave_out(const std::vector<std::vector<std::uint64_t>>& sharing, std::uint32_t part) {
    if (part == AnchoredPattern::no_part) return;
    const std::vector<std::uint64_t>& patterns = sharing[part];
    for (std::size_t i = 0; i < patterns.size(); ++i) fitting_[i] &= ~patterns[i];
  }

  bool loses(const Rule& rule, const Rule& winner) const {
    if (rule.emits != winner.emits || rule.others_yield) return false;
    return layer_->pick == Pick::first || rule.priority < winner.priority;
  }

  void match_everywhere() {
    for (const RuleId id : layer_->rules) {
      const Rule& rule = rules_.rules()[id];
      for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
        const TokenQuery& anchor = rule.patterns[i].anchor;
        if (!rule.patterns[i].anchored) continue;
        std::size_t passed = 0;
        for (const ViewToken& token : view().tokens()) {
          memo_.next_anchor();
          if (!layer_->at_mask[token.mask].empty() && passed++ == most_anchors_) break;
          if (!anchor.tag && token.mask == anchor.index && anchor_fit_.choices_fit(*layer_, anchor, token)) match_around(rule, i, token.span);
        }
        passed = 0;
        for (const ViewTag& tag : view().tags()) {
          memo_.next_anchor();
          if (!layer_->at_tag[tag.tag].empty() && passed++ == most_anchors_) break;
          if (anchor.tag && tag.tag == anchor.index && AnchorFit::word_fits(anchor, view(), tag.span)) match_around(rule, i, tag.span);
        }
      }
    }
  }

  /// Whether it put a candidate up.
  bool match_around(const Rule& rule, std::uint32_t index, Span anchor) {
    if (observer_ == nullptr) return conditions_.fits_document(rule) && conditions_.fits_unit(rule, unit_.span) && try_around(rule, index, anchor);
    observer_->trying(rule);
    const bool accepted = try_around(rule, index, anchor);
    observer_->tried(rule);
    return accepted;
  }

  bool try_around(const Rule& rule, std::uint32_t index, Span anchor) {
    const CompiledPattern& pattern = rule.patterns[index];
    const std::string_view text = view().text();
    const std::vector<Span>* left = nullptr;
    const std::vector<Span>* right = nullptr;
    if (pattern.right.regex && memo_.right_failed(pattern.right.number)) return false;
    if (pattern.right.regex && (right = memo_.right(pattern.right, text.substr(anchor.end))) == nullptr) return false;
    if (pattern.left.regex && (left = memo_.left(pattern.left, text.substr(0, anchor.begin))) == nullptr) return false;
    fields_.clear();
    Span found = anchor;
    if (right != nullptr) found.end = anchor.end + right->front().end;
    if (left != nullptr) found.begin = left->front().begin;
    if (right != nullptr) collect(pattern.right, *right, anchor.end);
    if (left != nullptr) collect(pattern.left, *left, 0);
    if (pattern.anchor_field != no_field) fields_.emplace_back(pattern.anchor_field, anchor);
    return weigh(rule, index, found);
  }

  /// Patterns without an anchor are searched for, if the layer's set says that they are there.
  void search() {
    if (observer_ != nullptr) observer_->filtering(*layer_);
    if (use_filters_) {
      requirements().keep_by_edges(view().text(), searches_);
      const Span whole{0, static_cast<std::uint32_t>(view().text().size())};
      keep_searches([&](const Rule&, const Part& part) { return texts_are_met(part, whole); }, layer_->all_searches);
    }
    if (observer_ != nullptr) observer_->filtered(*layer_);
    for (std::size_t word = 0; word < searches_.size(); ++word) {
      for (std::uint64_t rest = searches_[word]; rest != 0; rest &= rest - 1) {
        const auto& [id, pattern] = layer_->searches[word * AnchorFit::word_bits + static_cast<std::size_t>(std::countr_zero(rest))];
        search_all(rules_.rules()[id], pattern);
      }
    }
  }

  void search_all(const Rule& rule, std::uint32_t index) {
    const Part& part = rule.patterns[index].right;
    const std::string_view text = view().text();
    std::uint32_t from = 0;
    if (observer_ != nullptr) observer_->trying(rule);
    while (from <= text.size() && part.regex->search(text, from, groups_, engine_)) {
      const Span found = groups_[0];
      from = found.end > found.begin ? found.end : found.end + 1;
      fields_.clear();
      collect(part, groups_, 0);
      weigh(rule, index, found);
    }
    if (observer_ != nullptr) observer_->tried(rule);
  }

  void collect(const Part& part, const std::vector<Span>& groups, std::uint32_t offset) {
    for (const FieldGroup& group : part.groups) {
      const Span span = groups[static_cast<std::size_t>(group.group)];
      if (span != no_match) fields_.emplace_back(group.field, Span{span.begin + offset, span.end + offset});
    }
  }

  bool weigh(const Rule& rule, std::uint32_t index, Span in_view) {
    values_.assign(rule.field_count, {});
    for (auto& [field, span] : fields_) {
      if (field == no_field) {
        in_view = span;
        continue;
      }
      if (values_[field].present()) continue;  // the first alternative that took part
      const Span uncut = span;
      if (!end_early(rule, field, span)) return refuse(rule, index, view().to_source(in_view), {"until", field});
      values_[field].span = span == uncut ? source_of(span) : view().to_source(span);
      if (std::find(rule.copy.begin(), rule.copy.end(), field) != rule.copy.end()) copy_fields(rule, span);
    }
    for (const auto& [field, symbol] : rule.set) values_[field].symbol = symbol;
    const Span span = view().to_source(in_view);
    if (observer_ != nullptr) observer_->matched(rule, index, in_view, span);
    if (!conditions_.fits_unit(rule, unit_.span)) return refuse(rule, index, span, {"limit"});
    if (const auto broken = conditions_.broken_by_values(rule, values_)) return refuse(rule, index, span, broken);
    if (const auto broken = conditions_.broken_by_sides(rule, view().text(), in_view)) return refuse(rule, index, span, broken);
    if (const auto broken = conditions_.broken_by_place(rule, span)) return refuse(rule, index, span, broken);
    put_up(rule, index, span);
    return true;
  }

  /// As `FieldCuts::end_early`.
  bool end_early(const Rule& rule, std::uint32_t field, Span& span) {
    return cuts_.end_early(rule, field, view(), unit_symbols_, span, [this](const Part& cut, Span stretch) { return !use_filters_ || texts_are_met(cut, stretch); });
  }

  bool refuse(const Rule& rule, std::uint32_t pattern, Span span, const BrokenCondition& broken) const {
    if (observer_ != nullptr) observer_->refused(rule, pattern, span, broken, broken.field == no_field ? "" : conditions_.text_of(values_[broken.field]));
    return false;
  }

  /// A group that is exactly one token means that annotation's first span field, else the text it covers. What a cut leaves of a longer group
  /// is text: of "to appeal, saying so" stays "to appeal", not the verb alone.
  Span source_of(Span view_span) {
    const ViewToken* token = view().token_at(view_span);
    return token == nullptr ? view().to_source(view_span) : anchor_fit_.source_of(*token);
  }

  void copy_fields(const Rule& rule, Span view_span) {
    const ViewToken* token = view().token_at(view_span);
    if (token == nullptr) return;
    for (const auto& [own, other] : shared_fields(rule.emits, annotations_.at(token->annotation).type)) {
      if (values_[own].symbol == 0) values_[own].symbol = annotations_.value(token->annotation, other).symbol;
    }
  }

  /// The fields that two types have in common by name, spans aside: numbers in the one and the other.
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& shared_fields(TypeId own, TypeId other) {
    const auto known = std::find_if(shared_fields_.begin(), shared_fields_.end(), [&](const SharedFields& shared) { return shared.own == own && shared.other == other; });
    if (known != shared_fields_.end()) return known->numbers;
    SharedFields shared{own, other, {}};
    const Type& type = rules_.types()[own];
    const auto& fields = rules_.types()[other].fields;
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
      const std::uint32_t number = type.field(fields[i].name);
      if (fields[i].kind != FieldKind::span && number != no_field && type.fields[number].kind != FieldKind::span) shared.numbers.emplace_back(number, i);
    }
    return shared_fields_.emplace_back(std::move(shared)).numbers;
  }

  void put_up(const Rule& rule, std::uint32_t pattern, Span span) {
    const std::uint32_t unique = rules_.types()[rule.emits].unique;
    const Span key = unique == no_field || values_[unique].span.empty() ? span : values_[unique].span;
    candidates_.add(rule, pattern, span, key, values_);
  }

  const RuleSet& rules_;
  const Document& document_;
  const SentenceWords* words_;
  bool use_filters_;
  MatchObserver* observer_;
  Annotations& annotations_;
  RuleConditions conditions_;
  AnchorFit anchor_fit_;
  UnitSymbols symbols_;
  ViewWriter writer_;
  RegexEngine engine_;
  PartMemo memo_;
  FieldCuts cuts_;
  const Layer* layer_ = nullptr;
  const TextRequirements* requirements_ = nullptr;  // see `requirements`
  std::vector<std::uint64_t> searches_;     // bits: patterns without an anchor which the unit may hold
  TextsFound texts_;                        // of the view, if it
  bool has_texts_ = false;                  // was asked for them
  SymbolSet anchors_;            // what the layer's patterns are tried at
  std::size_t most_anchors_ = most_anchors;  // of each kind in one unit
  UnitSpan unit_;
  SymbolSet unit_symbols_;  // what the unit may hold
  SymbolSet left_symbols_, right_symbols_;  // and what is beside the anchor in work
  std::vector<std::uint64_t> fitting_;      // bits: the patterns at work there
  View view_;
  bool has_view_ = false;
  Candidates candidates_;
  std::vector<Value> values_;                             // of the candidate in work
  std::vector<std::pair<std::uint32_t, Span>> fields_;    // what the groups of a match fill
  std::vector<Span> groups_;
  struct SharedFields {
    TypeId own, other;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> numbers;
  };
  std::vector<SharedFields> shared_fields_;  // of the pairs of types asked for so far
  std::vector<bool> left_matches_, right_matches_;  // by part of the anchor in work
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
    case Unit::document:
      run({{0, static_cast<std::uint32_t>(document.folded.text().size())}});
      break;
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
      : layers(rules.layers()), document(of_document), words(words_of(rules, document, options)), matcher(rules, document, words ? &*words : nullptr, options, annotations),
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
