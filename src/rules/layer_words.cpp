#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "onrecord/rules/prepare_layers.h"

namespace onrecord {
namespace {

bool can_be_indexed(const Lexicon* lexicon) { return lexicon->casing() != Lexicon::Casing::any; }

/// Collects the patterns of a layer whose required texts are looked for, and numbers the parts by them.
class FilteredPatterns {
 public:
  /// `Layer::searches` are known by their places, so each has a number of its own.
  void add(Part& part) {
    part.required = static_cast<std::uint32_t>(patterns_.size());
    patterns_.push_back(part.regex);
  }

  /// Many rules share a part beside an anchor, and its number.
  void add_shared(Part& part) {
    if (part.regex == nullptr) return;
    if (const auto same = known_.find(part.regex); same != known_.end()) {
      part.required = same->second;
      return;
    }
    add(part);
    known_.emplace(part.regex, part.required);
  }

  std::size_t size() const { return patterns_.size(); }
  std::vector<const Regex*> take() { return std::move(patterns_); }

 private:
  std::vector<const Regex*> patterns_;
  std::unordered_map<const Regex*, std::uint32_t> known_;
};

template <typename Visit>
void for_each_pattern(const Layer& layer, std::vector<Rule>& rules, const Visit& visit) {
  for (const RuleId id : layer.rules) {
    for (CompiledPattern& pattern : rules[id].patterns) visit(pattern);
  }
}

template <typename Visit>
void for_each_cut(const Layer& layer, std::vector<Rule>& rules, const Visit& visit) {
  for (const RuleId id : layer.rules) {
    for (Until& until : rules[id].until) std::for_each(until.cuts.begin(), until.cuts.end(), visit);
  }
}

}  // namespace

void require_texts(std::vector<Layer>& layers, std::vector<Rule>& rules) {
  for (Layer& layer : layers) {
    FilteredPatterns patterns;
    for_each_pattern(layer, rules, [&](CompiledPattern& pattern) {
      if (!pattern.anchored && pattern.right.regex != nullptr) patterns.add(pattern.right);
    });
    const std::size_t searches = patterns.size();
    for_each_pattern(layer, rules, [&](CompiledPattern& pattern) {
      if (!pattern.anchored) return;
      patterns.add_shared(pattern.left);
      patterns.add_shared(pattern.right);
    });
    for_each_cut(layer, rules, [&](Part& cut) { patterns.add_shared(cut); });
    if (patterns.size() > 0) layer.filter.emplace(patterns.take(), searches);
  }
}

void index_phrases(std::vector<Layer>& layers, std::vector<Rule>& rules, const std::vector<Type>& types, WordTableBuilder& words) {
  for (Layer& layer : layers) {
    const auto& tags = layer.vocabulary.tags;
    if (std::all_of(tags.begin(), tags.end(), can_be_indexed)) layer.phrases = PhraseIndex::build(tags, words);
  }
  for (Rule& rule : rules) {
    if (rule.words == nullptr) continue;
    if (can_be_indexed(rule.words)) rule.phrases = PhraseIndex::build({rule.words}, words);
    const auto& columns = rule.words->columns();
    for (const Field& field : types[rule.emits].fields) {
      const auto column = std::find(columns.begin(), columns.end(), field.name);
      rule.word_columns.push_back(column == columns.end() ? no_field : static_cast<std::uint32_t>(column - columns.begin()));
    }
  }
}

TaggingLexicons tagging_lexicons(const std::vector<Layer>& layers, std::size_t forms) {
  std::vector<SymbolSet> of_forms(forms);
  for (const Layer& layer : layers) {
    if (!layer.phrases) continue;
    for (WordForm form = 1; form < of_forms.size(); ++form) {
      for (const Phrase& phrase : layer.phrases->beginning_with(form)) of_forms[form].add_lexicon(layer.vocabulary.tags[phrase.lexicon]->number());
    }
  }
  std::vector<SymbolSet> tagging{{}};
  std::vector<std::uint16_t> tagging_of_form;
  std::map<SymbolSet, std::uint16_t> numbers{{{}, 0}};
  for (const SymbolSet& lexicons : of_forms) {
    const auto [known, added] = numbers.try_emplace(lexicons, static_cast<std::uint16_t>(tagging.size()));
    if (added) tagging.push_back(lexicons);
    tagging_of_form.push_back(known->second);
  }
  return {FlatArray(std::move(tagging)), FlatArray(std::move(tagging_of_form))};
}

}  // namespace onrecord
