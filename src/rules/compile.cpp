#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/rules/compile_reporter.h"
#include "onrecord/rules/layers_on_demand.h"
#include "onrecord/rules/pattern_compiler.h"
#include "onrecord/rules/prepare_layers.h"
#include "onrecord/rules/required_names.h"
#include "onrecord/rules/rule_compiler.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Turns definitions into a RuleSet, step by step: names first, then what refers to them.
class RuleSetCompiler {
 public:
  RuleSetCompiler(RuleSetDefinition definition, const CompileOptions& options, Diagnostics& diagnostics)
      : result_(with_definition(std::move(definition))), options_(options), reporter_(result_.definition().files, diagnostics), names_(result_, reporter_) {}

  RuleSet run() {
    compile_types();
    compile_lexicons();
    compile_layers();
    compile_rules();
    for (Rule& rule : rules_) link_yields(rule);
    prepare_layers();
    result_.symbols_ = symbols_.finish();
    result_.find_segment_words();
    find_layers_on_demand(result_.types_, rules_, result_.layers_);
    index_layers(result_.layers_, rules_, result_.parts_, result_.needs_);
    make_part_sets(result_.layers_, *result_.regexes_);
    result_.rules_ = RuleList(std::move(rules_));
    result_.digest_ = digest();
    return std::move(result_);
  }

 private:
  static RuleSet with_definition(RuleSetDefinition definition) {
    RuleSet rules;
    rules.written_ = std::make_unique<WrittenRules>(std::move(definition));
    return rules;
  }

  const RuleSetDefinition& definition() const { return result_.definition(); }

  Symbol intern(std::string_view word) { return word.empty() ? 0 : symbols_.add(word); }

  /// Those first that a list of a layer names. What stands in views so has low numbers, and `SymbolSet`, which shares places from a number on, can
  /// tell one from the other.
  template <typename Definition>
  std::vector<const Definition*> named_first(const std::vector<Definition>& all, std::vector<std::string> LayerDefinition::*list) const {
    std::unordered_set<std::string_view> named;
    for (const LayerDefinition& layer : definition().layers) named.insert((layer.*list).begin(), (layer.*list).end());
    std::vector<const Definition*> result;
    for (const Definition& one : all) result.push_back(&one);
    std::stable_partition(result.begin(), result.end(), [&](const Definition* one) { return named.count(one->name) > 0; });
    return result;
  }

  void compile_types() {
    for (const TypeDefinition* const defined : named_first(definition().types, &LayerDefinition::mask)) {
      const TypeDefinition& written = *defined;
      Type type;
      type.name = written.name;
      type.exported = written.exported;
      for (const FieldDefinition& field : written.fields) {
        Field compiled{field.name, field.kind, field.optional, {}};
        for (const std::string& choice : field.choices) compiled.choices.push_back(intern(choice));
        type.fields.push_back(std::move(compiled));
      }
      if (!written.unique.empty()) type.unique = unique_field(written, type);
      result_.type_names_.add(written.name);
      result_.types_.push_back(std::move(type));
    }
  }

  std::uint32_t unique_field(const TypeDefinition& written, const Type& type) {
    const std::uint32_t field = type.field(written.unique);
    if (field == no_field) {
      reporter_.error({written.at, "unique"}, written.unique, rule_error::unknown_unique,
                      fmt::format("type '{}' has no field '{}'", written.name, written.unique), did_you_mean(written.unique, field_names(type)));
    }
    return field;
  }

  void compile_lexicons() {
    for (const LexiconDefinition* const defined : named_first(definition().lexicons, &LayerDefinition::tags)) {
      const LexiconDefinition& written = *defined;
      result_.lexicons_.push_back(std::make_unique<Lexicon>(written, static_cast<std::uint32_t>(result_.lexicons_.size())));
      result_.lexicon_names_.add(written.name);
      const Lexicon& lexicon = *result_.lexicons_.back();
      std::vector<Symbol> symbols;
      for (const LexiconEntry& entry : lexicon.entries()) {
        for (std::size_t i = 0; i < lexicon.columns().size(); ++i) symbols.push_back(intern(lexicon.attribute(entry, i)));
      }
      result_.attributes_.emplace_back(std::move(symbols));
    }
    result_.word_lexicons_ = WordLexicons(result_.lexicons_);
  }

  void compile_layers() {
    for (const LayerDefinition& written : definition().layers) {
      Layer layer;
      layer.name = written.name;
      layer.unit = written.unit == "line" ? Unit::line : written.unit == "document" ? Unit::document : Unit::sentence;
      layer.pick = written.pick == "first" ? Pick::first : written.pick == "all" ? Pick::all : Pick::longest;
      layer.over = names_.types(written.over, {written.at, "over"});
      layer.skip = names_.types(written.skip, {written.at, "skip"});
      for (const TypeId id : names_.types(written.mask, {written.at, "mask"})) layer.vocabulary.masks.push_back(masked(id));
      for (const std::string& name : written.tags) {
        if (const Lexicon* lexicon = names_.lexicon(name, {written.at, "tags"})) layer.vocabulary.tags.push_back(lexicon);
      }
      result_.layers_.push_back(std::move(layer));
    }
  }

  MaskedType masked(TypeId id) const {
    MaskedType result{result_.types_[id].name, id, {}};
    const auto& fields = result_.types_[id].fields;
    for (std::uint32_t k = 0; k < fields.size(); ++k) {
      if (fields[k].kind != FieldKind::choice) continue;
      MaskedType::Choice choice{fields[k].name, k, {}};
      for (const Symbol symbol : fields[k].choices) choice.values.emplace_back(symbols_.word(symbol));
      result.choices.push_back(std::move(choice));
    }
    return result;
  }

  void compile_rules() {
    PatternCompiler patterns(definition(), result_.lexicons_, options_, reporter_);
    RuleCompiler compiler(result_, names_, patterns, symbols_, reporter_);
    rules_.reserve(definition().rules.size());
    for (const RuleDefinition& written : definition().rules) {
      Rule rule = begun(written);
      reporter_.set_rule(written.id);
      if (!compiler.compile(rule)) continue;
      if (!written.off) result_.layers_[rule.layer].rules.push_back(rule.id);
      rules_.push_back(std::move(rule));
    }
    reporter_.set_rule({});
    result_.parts_ = patterns.parts();
    result_.regexes_ = std::make_unique<RegexList>(patterns.take_regexes());
    result_.needs_ = FlatArray(patterns.take_needs());
  }

  /// A rule with what can be said of it before anything it names is found.
  Rule begun(const RuleDefinition& written) const {
    Rule rule;
    rule.name = written.id;
    rule.priority = written.priority;
    rule.confidence = written.confidence;
    rule.written = static_cast<std::uint32_t>(&written - definition().rules.data());
    rule.written_rules = result_.written_.get();
    rule.id = static_cast<RuleId>(rules_.size());
    return rule;
  }

  void link_yields(Rule& rule) {
    reporter_.set_rule(rule.name);
    for (const std::string& id : rule.definition().yields) {
      const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& other) { return other.name == id; });
      if (found == rules_.end()) {
        report_no_rule(rule, id);
        continue;
      }
      rule.yields.push_back(found->id);
      found->others_yield = true;
    }
  }

  void report_no_rule(const Rule& yielding, const std::string& id) {
    std::vector<std::string> ids;
    for (const Rule& rule : rules_) ids.push_back(rule.name);
    reporter_.error({yielding.definition().at, "yields"}, id, rule_error::unknown_name, fmt::format("no rule is called '{}'", id), did_you_mean(id, ids));
  }

  /// What follows from the rules and makes layers fast.
  void prepare_layers() {
    require_texts(result_.layers_, rules_);
    WordTableBuilder words;
    index_phrases(result_.layers_, rules_, result_.types_, words);
    place_anchored_patterns(result_.layers_, rules_, result_.types_, symbols_);
    TaggingLexicons tagging = tagging_lexicons(result_.layers_, words.size());
    result_.tagging_ = std::move(tagging.sets);
    result_.tagging_of_form_ = std::move(tagging.of_form);
    result_.words_ = words.finish();
  }

  std::string digest() const {
    std::string all;
    for (const RuleFile& file : definition().files) all += fmt::format("{} {}\n{}\n", file.path, file.text.size(), file.text);
    return sha256_hex(all);
  }

  RuleSet result_;
  std::vector<Rule> rules_;  // those of the result, until all is known of them
  const CompileOptions& options_;
  CompileReporter reporter_;
  RequiredNames names_;
  WordTableBuilder symbols_;
};

namespace {

/// With a note for the rule where an error stands in another file: in a fragment or cut that the rule uses, and that others can use.
Diagnostics with_places_of_rules(const Diagnostics& found, const RuleSetDefinition& definition) {
  Diagnostics result;
  for (Diagnostic item : found.items()) {
    const auto rule = std::find_if(definition.rules.begin(), definition.rules.end(), [&](const RuleDefinition& written) { return written.id == item.rule; });
    const auto is_there = [&](const auto& place) { return place.file == rule->at.file; };
    if (rule != definition.rules.end() && !is_there(item) && std::none_of(item.notes.begin(), item.notes.end(), is_there)) {
      item.notes.push_back({rule->id_at.file, rule->id_at.line, rule->id_at.column, static_cast<std::uint32_t>(rule->id.size()), "this rule uses it", {}});
    }
    result.add(std::move(item));
  }
  return result;
}

}  // namespace

RuleSet RuleSet::compile_sound_parts(RuleSetDefinition definition, Diagnostics& diagnostics, const CompileOptions& options) {
  Diagnostics found;
  RuleSet rules = RuleSetCompiler(std::move(definition), options, found).run();
  const RuleSetDefinition& written = rules.written_->definition();
  add_with_lines(found.has_errors() ? with_places_of_rules(found, written) : found, written.files, diagnostics);
  return rules;
}

std::optional<RuleSet> RuleSet::compile(RuleSetDefinition definition, Diagnostics& diagnostics, const CompileOptions& options) {
  Diagnostics found;
  RuleSet rules = compile_sound_parts(std::move(definition), found, options);
  const Diagnostics once = without_repeats(found);
  for (const Diagnostic& item : once.items()) diagnostics.add(item);
  return found.has_errors() ? std::nullopt : std::optional(std::move(rules));
}

}  // namespace onrecord
