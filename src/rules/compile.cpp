#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/digest.h"
#include "onrecord/rules/needs_table.h"
#include "onrecord/rules/prepare_layers.h"
#include "onrecord/rules/regex_complaint.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/value_places.h"

namespace onrecord {

/// Turns definitions into a RuleSet, step by step: names first, then what refers to them.
class RuleSetCompiler {
 public:
  RuleSetCompiler(RuleSetDefinition definition, PatternCompilation patterns, Diagnostics& diagnostics) : patterns_(patterns), diagnostics_(diagnostics) {
    result_.written_ = std::make_unique<WrittenRules>(std::move(definition));
  }

  RuleSet run() {
    compile_types();
    compile_lexicons();
    for (const FragmentDefinition& fragment : definition().fragments) fragments_.emplace(fragment.name, &fragment);
    for (const CutDefinition& cut : definition().cuts) cuts_.emplace(cut.name, &cut);
    compile_layers();
    compile_rules();
    for (Rule& rule : result_.rules_) link_yields(rule);
    require_texts(result_.layers_, result_.rules_);
    index_phrases(result_.layers_, result_.rules_, result_.types_, words_);
    place_anchored_patterns(result_.layers_, result_.rules_, result_.types_, symbols_);
    TaggingLexicons tagging = tagging_lexicons(result_.layers_, words_.size());
    result_.tagging_ = std::move(tagging.sets);
    result_.tagging_of_form_ = std::move(tagging.of_form);
    result_.needs_ = FlatArray(needs_.take());
    result_.words_ = words_.finish();
    result_.symbols_ = symbols_.finish();
    result_.find_segment_words();
    result_.index_layers();
    result_.digest_ = digest();
    return std::move(result_);
  }

 private:
  const RuleSetDefinition& definition() const { return result_.definition(); }

  /// Something that is named: in the table that a place was taken from, below a key.
  struct Mention {
    const Place& table;
    std::string_view key;
  };

  void error(const ValuePlace& place, std::string code, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.file = place.at.file;
    diagnostic.line = place.at.line;
    diagnostic.column = place.at.column;
    diagnostic.width = static_cast<std::uint32_t>(place.width);
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    sink_->add(std::move(diagnostic));
  }

  ValuePlace place_of(const Mention& mention, std::string_view name) const {
    return place_of_value(definition().files, mention.table, mention.key, name);
  }

  Symbol intern(std::string_view word) { return word.empty() ? 0 : symbols_.add(word); }

  void compile_types() {
    for (const TypeDefinition& written : definition().types) {
      Type type;
      type.name = written.name;
      type.exported = written.exported;
      for (const FieldDefinition& field : written.fields) {
        Field compiled{field.name, field.kind, field.optional, {}};
        for (const std::string& choice : field.choices) compiled.choices.push_back(intern(choice));
        type.fields.push_back(std::move(compiled));
      }
      if (!written.unique.empty()) {
        type.unique = type.field(written.unique);
        if (type.unique == no_field) {
          error(place_of({written.at, "unique"}, written.unique), "E123", fmt::format("type '{}' has no field '{}'", written.name, written.unique),
                did_you_mean(written.unique, field_names(type)));
        }
      }
      type_names_.push_back(written.name);
      result_.type_names_.add(written.name);
      result_.types_.push_back(std::move(type));
    }
  }

  void compile_lexicons() {
    for (const LexiconDefinition& written : definition().lexicons) {
      result_.lexicons_.push_back(std::make_unique<Lexicon>(written, static_cast<std::uint32_t>(result_.lexicons_.size())));
      result_.lexicon_names_.add(written.name);
      lexicons_.emplace(written.name, result_.lexicons_.back().get());
      lexicon_names_.push_back(written.name);
      const Lexicon& lexicon = *result_.lexicons_.back();
      std::vector<Symbol> symbols;
      for (const LexiconEntry& entry : lexicon.entries()) {
        for (std::size_t i = 0; i < lexicon.columns().size(); ++i) symbols.push_back(intern(lexicon.attribute(entry, i)));
      }
      result_.attributes_.emplace_back(std::move(symbols));
    }
    result_.word_lexicons_ = WordLexicons(result_.lexicons_);
  }

  static std::vector<std::string> field_names(const Type& type) {
    std::vector<std::string> names;
    for (const Field& known : type.fields) names.push_back(known.name);
    return names;
  }

  TypeId require_type(const std::string& name, const Mention& mention) {
    const TypeId id = result_.type(name);
    if (id == no_type) error(place_of(mention, name), "E120", fmt::format("no type is called '{}'", name), did_you_mean(name, type_names_));
    return id;
  }

  std::vector<TypeId> require_types(const std::vector<std::string>& names, const Mention& mention) {
    std::vector<TypeId> ids;
    for (const std::string& name : names) {
      if (const TypeId id = require_type(name, mention); id != no_type) ids.push_back(id);
    }
    return ids;
  }

  const Lexicon* require_lexicon(const std::string& name, const Mention& mention, std::string_view prefix = {}) {
    const auto found = lexicons_.find(name);
    if (found != lexicons_.end()) return found->second;
    error(place_of(mention, std::string(prefix) + name), "E120", fmt::format("no lexicon is called '{}'", name), did_you_mean(name, lexicon_names_));
    return nullptr;
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

  void compile_layers() {
    for (const LayerDefinition& written : definition().layers) {
      Layer layer;
      layer.name = written.name;
      layer.unit = written.unit == "line" ? Unit::line : written.unit == "document" ? Unit::document : Unit::sentence;
      layer.pick = written.pick == "first" ? Pick::first : written.pick == "all" ? Pick::all : Pick::longest;
      layer.over = require_types(written.over, {written.at, "over"});
      layer.skip = require_types(written.skip, {written.at, "skip"});
      for (const TypeId id : require_types(written.mask, {written.at, "mask"})) layer.vocabulary.masks.push_back(masked(id));
      for (const std::string& name : written.tags) {
        if (const Lexicon* lexicon = require_lexicon(name, {written.at, "tags"})) layer.vocabulary.tags.push_back(lexicon);
      }
      layer_names_.push_back(written.name);
      result_.layers_.push_back(std::move(layer));
    }
  }

  void compile_rules() {
    result_.rules_.reserve(definition().rules.size());
    for (const RuleDefinition& written : definition().rules) {
      Rule rule;
      rule.name = written.id;
      rule.priority = written.priority;
      rule.confidence = written.confidence;
      rule.written = static_cast<std::uint32_t>(&written - definition().rules.data());
      rule.written_rules = result_.written_.get();
      rule.id = static_cast<RuleId>(result_.rules_.size());
      Diagnostics found;
      sink_ = &found;
      const bool placed = place_rule(rule);
      if (placed) compile_rule(rule);
      sink_ = &diagnostics_;
      add_for_rule(found, written.id);
      if (!placed) continue;
      if (!written.off) result_.layers_[rule.layer].rules.push_back(rule.id);
      result_.rules_.push_back(std::move(rule));
    }
  }

  void add_for_rule(const Diagnostics& found, const std::string& id) {
    for (Diagnostic item : found.items()) {
      item.rule = id;
      diagnostics_.add(std::move(item));
    }
  }

  /// Finds its layer and its type. False where one is missing.
  bool place_rule(Rule& rule) {
    const RuleDefinition& written = rule.definition();

    const auto layer = std::find(layer_names_.begin(), layer_names_.end(), written.layer);
    if (layer == layer_names_.end()) {
      error(place_of({written.at, "layer"}, written.layer), "E120", fmt::format("no layer is called '{}'", written.layer),
            did_you_mean(written.layer, layer_names_));
    }
    rule.layer = static_cast<std::uint16_t>(layer - layer_names_.begin());
    rule.emits = require_type(written.emits, {written.at, "emits"});
    return layer != layer_names_.end() && rule.emits != no_type;
  }

  void compile_rule(Rule& rule) {
    rule.field_count = result_.types_[rule.emits].fields.size();
    const RuleDefinition& written = rule.definition();
    const Type& type = result_.types_[rule.emits];
    compile_patterns(rule);
    if (!written.words.empty()) rule.words = require_lexicon(written.words, {written.at, "words"});
    for (const auto& [name, value] : written.set) compile_setting(rule, type, name, value);
    for (const std::string& name : written.copy) {
      if (const std::uint32_t field = require_field(type, name, {written.at, "copy"}); field != no_field) rule.copy.push_back(field);
    }
    for (const FilterDefinition& filter : written.refuse) compile_filter(rule.refuse, type, filter, {written.at, "not"});
    for (const FilterDefinition& filter : written.require) compile_filter(rule.require, type, filter, {written.at, "only"});
    for (const LimitDefinition& limit : written.limits) {
      const bool is_of_unit = limit.field == definition().layers[rule.layer].unit && type.field(limit.field) == no_field;
      if (is_of_unit) rule.limits.push_back({no_field, limit.characters, limit.words});
      else if (const std::uint32_t field = require_field(type, limit.field, {written.at, "limit"}); field != no_field) {
        rule.limits.push_back({field, limit.characters, limit.words});
      }
    }
    for (const auto& [name, cuts] : written.until) compile_until(rule, type, name, cuts);
    rule.not_left = compile_context(rule, written.not_left, "(?:", ")\\z");
    rule.not_right = compile_context(rule, written.not_right, "\\A(?:", ")");
    rule.after = require_types(written.after, {written.at, "after"});
    rule.before = require_types(written.before, {written.at, "before"});
    rule.inside = require_types(written.inside, {written.at, "inside"});
    rule.outside = require_types(written.outside, {written.at, "outside"});
    for (const auto& [name, least] : written.amid) {
      if (const TypeId type_id = require_type(name, {written.at, "amid"}); type_id != no_type) rule.amid.emplace_back(type_id, least);
    }
  }

  /// A pattern as written, with what it takes to expand it.
  struct Source {
    const PatternText& written;
    bool extended = false;
    std::string_view anchor;
    const ViewVocabulary& vocabulary;
  };

  std::optional<ExpandedPattern> expand(const Source& source) {
    const std::size_t errors = sink_->errors();
    const PatternExpander expander(fragments_, lexicons_, source.vocabulary);
    ExpandedPattern expanded = expander.expand(source.written, source.extended, source.anchor, *sink_);
    return sink_->errors() == errors ? std::optional(std::move(expanded)) : std::nullopt;
  }

  void compile_patterns(Rule& rule) {
    const RuleDefinition& written = rule.definition();
    const Layer& layer = result_.layers_[rule.layer];
    const std::string_view named = written.anchor.empty() ? definition().layers[rule.layer].anchor : written.anchor;
    const std::string_view anchor = named == "none" ? std::string_view() : named;
    const Type& type = result_.types_[rule.emits];
    for (const PatternText& pattern : written.patterns) {
      const Source source{pattern, written.extended, anchor, layer.vocabulary};
      std::optional<ExpandedPattern> expanded = expand(source);
      if (!expanded) continue;
      CompiledPattern compiled;
      const bool ignore_case = written.flags.find('i') != std::string::npos;
      if (expanded->anchored) {
        compiled.anchored = true;
        compiled.anchor = std::move(expanded->anchor);
        if (!expanded->anchor_field.empty()) compiled.anchor_field = require_group_field(type, expanded->anchor_field, source);
        if (!expanded->left.empty()) compiled.left = compile_part({"(?:", expanded->left, ")\\z", false}, ignore_case, source, type);
        if (!expanded->right.empty()) compiled.right = compile_part({"", expanded->right, "", true}, ignore_case, source, type);
      } else {
        compiled.right = compile_part({"", expanded->right, "", false}, ignore_case, source, type);
        if (patterns_ == PatternCompilation::at_once && compiled.right.regex && compiled.right.regex->matches_empty()) {
          error({pattern.at, pattern.verbatim ? pattern.text.size() : 1}, "E119", "the pattern matches the empty string");
        }
      }
      rule.patterns.push_back(std::move(compiled));
    }
  }

  /// A part of an expanded pattern, between what anchors it.
  struct Wrapped {
    std::string_view before;
    const std::string& pattern;
    std::string_view after;
    bool right = false;  ///< of the anchor

    std::string text() const { return fmt::format("{}{}{}", before, pattern, after); }
  };

  std::optional<Regex> compile_regex(const Wrapped& wrapped, bool ignore_case, const Source& source) {
    const std::string text = wrapped.text();
    if (patterns_ == PatternCompilation::when_used) return Regex::known(text, ignore_case);
    RegexError problem;
    std::optional<Regex> regex = Regex::compile(text, ignore_case, problem);
    if (!regex) report_regex(problem, text, wrapped, source);
    return regex;
  }

  /// A part with the regex of all parts that say the same; without one where RE2 does not take it.
  Part intern_regex(const Wrapped& wrapped, bool ignore_case, const Source& source) {
    Part part;
    const std::string key = (ignore_case ? "i" : "c") + wrapped.text();
    const auto known = regex_numbers_.find(key);
    if (known != regex_numbers_.end()) {
      part.number = known->second;
    } else {
      auto regex = compile_regex(wrapped, ignore_case, source);
      if (!regex) return part;
      part.number = static_cast<std::uint32_t>(result_.regexes_.size());
      result_.regexes_.push_back(std::make_unique<Regex>(std::move(*regex)));
      regex_numbers_.emplace(key, part.number);
    }
    part.regex = result_.regexes_[part.number].get();
    part.needs = needs_.number_of(*part.regex, source.vocabulary);
    return part;
  }

  Part compile_part(const Wrapped& wrapped, bool ignore_case, const Source& source, const Type& type) {
    Part part = intern_regex(wrapped, ignore_case, source);
    if (!part.regex) return part;
    for (const auto& [name, group] : part.regex->named_groups()) {
      if (name == "span") {
        part.groups.push_back({group, no_field});
        continue;
      }
      const std::uint32_t field = require_group_field(type, name, source);
      if (field != no_field) part.groups.push_back({group, field});
    }
    return part;
  }

  /// How the pattern was expanded; errors of its expansion were reported before.
  PatternTrace trace_of(const Source& source) const {
    PatternTrace trace;
    Diagnostics ignored;
    PatternExpander(fragments_, lexicons_, source.vocabulary).expand(source.written, source.extended, source.anchor, ignored, &trace);
    return trace;
  }

  void report_regex(const RegexError& problem, const std::string& text, const Wrapped& wrapped, const Source& source) {
    const std::size_t offset = offset_of_complaint(text, problem);
    Diagnostic diagnostic;
    diagnostic.code = "E110";
    diagnostic.message = fmt::format("regex: {}", problem.message);
    diagnostic.hint = hint_for_complaint(problem);
    const PatternTrace trace = trace_of(source);
    if (offset == std::string::npos || offset < wrapped.before.size()) {
      point_at(diagnostic, {&source.written, 0, 1}, {});
    } else {
      point_into(diagnostic, trace, wrapped.right, offset - wrapped.before.size(), problem.piece.size());
    }
    sink_->add(std::move(diagnostic));
  }

  /// A group's name that is no field. It stands in the pattern, or in a fragment.
  std::uint32_t require_group_field(const Type& type, const std::string& name, const Source& source) {
    const std::uint32_t field = type.field(name);
    if (field != no_field) return field;
    Diagnostic diagnostic;
    diagnostic.code = "E121";
    diagnostic.message = fmt::format("type '{}' has no field '{}'", type.name, name);
    diagnostic.hint = did_you_mean(name, field_names(type));
    point_at_group(diagnostic, trace_of(source), source.written, name);
    sink_->add(std::move(diagnostic));
    return no_field;
  }

  std::uint32_t require_field(const Type& type, const std::string& name, const Mention& mention) {
    const std::uint32_t field = type.field(name);
    if (field == no_field) {
      error(place_of(mention, name), "E121", fmt::format("type '{}' has no field '{}'", type.name, name), did_you_mean(name, field_names(type)));
    }
    return field;
  }

  void compile_setting(Rule& rule, const Type& type, const std::string& name, const std::string& value) {
    const Mention mention{rule.definition().at, "set"};
    const std::uint32_t field = require_field(type, name, mention);
    if (field == no_field) return;
    const Symbol symbol = intern(value);
    const Field& known = type.fields[field];
    if (known.kind == FieldKind::span) {
      error(place_of(mention, name), "E122", fmt::format("'set' gives a word to '{}', which is a span", name));
    } else if (known.kind == FieldKind::choice && std::find(known.choices.begin(), known.choices.end(), symbol) == known.choices.end()) {
      std::vector<std::string> values;
      for (const Symbol choice : known.choices) values.emplace_back(symbols_.word(choice));
      error(place_of(mention, value), "E116", fmt::format("'{}' is no value of {}.{}", value, type.name, name), did_you_mean(value, values));
    }
    rule.set.emplace_back(field, symbol);
  }

  void compile_filter(std::vector<Filter>& filters, const Type& type, const FilterDefinition& written, const Mention& mention) {
    Filter filter;
    filter.field = require_field(type, written.field, mention);
    if (filter.field == no_field) return;
    if (!written.lexicon.empty()) {
      filter.lexicon = require_lexicon(written.lexicon, mention, "lexicon:");
    } else {
      const ViewVocabulary plain;  // fields are tested as they stand in the folded text
      const Source source{written.pattern, false, {}, plain};
      const std::optional<ExpandedPattern> expanded = expand(source);
      if (!expanded) return;
      filter.regex = compile_regex({"", expanded->right, "", false}, false, source);
    }
    filters.push_back(std::move(filter));
  }

  void compile_until(Rule& rule, const Type& type, const std::string& field, const std::vector<std::string>& names) {
    const Mention mention{rule.definition().at, "until"};
    Until until;
    until.field = require_field(type, field, mention);
    for (const std::string& name : names) {
      const auto cut = cuts_.find(name);
      if (cut != cuts_.end()) {
        compile_cut(until, *cut->second, result_.layers_[rule.layer].vocabulary);
        continue;
      }
      std::vector<std::string> known;
      for (const CutDefinition& written : definition().cuts) known.push_back(written.name);
      error(place_of(mention, name), "E120", fmt::format("no cut is called '{}'", name), did_you_mean(name, known));
    }
    rule.until.push_back(std::move(until));
  }

  /// Only the group `cut` counts; other groups come from fragments that rules share.
  void compile_cut(Until& until, const CutDefinition& cut, const ViewVocabulary& vocabulary) {
    const Source source{cut.pattern, cut.extended, {}, vocabulary};
    const std::optional<ExpandedPattern> expanded = expand(source);
    if (!expanded) return;
    Part part = intern_regex({"", expanded->right, "", false}, false, source);
    if (!part.regex) return;
    for (const auto& [name, group] : part.regex->named_groups()) {
      if (name == "cut") part.groups.push_back({group, no_field});
    }
    until.cuts.push_back(std::move(part));
  }

  std::optional<Regex> compile_context(const Rule& rule, const PatternText& written, std::string_view before, std::string_view after) {
    if (written.text.empty()) return std::nullopt;
    const Source source{written, rule.definition().extended, {}, result_.layers_[rule.layer].vocabulary};
    const std::optional<ExpandedPattern> expanded = expand(source);
    if (!expanded) return std::nullopt;
    return compile_regex({before, expanded->right, after, false}, false, source);
  }

  void link_yields(Rule& rule) {
    for (const std::string& id : rule.definition().yields) {
      const auto found = std::find_if(result_.rules_.begin(), result_.rules_.end(), [&](const Rule& other) { return other.name == id; });
      if (found != result_.rules_.end()) {
        rule.yields.push_back(found->id);
        found->others_yield = true;
        continue;
      }
      std::vector<std::string> ids;
      for (const Rule& other : result_.rules_) ids.push_back(other.name);
      Diagnostics missing;
      sink_ = &missing;
      error(place_of({rule.definition().at, "yields"}, id), "E120", fmt::format("no rule is called '{}'", id), did_you_mean(id, ids));
      sink_ = &diagnostics_;
      add_for_rule(missing, rule.name);
    }
  }

  std::string digest() const {
    std::string all;
    for (const RuleFile& file : definition().files) all += fmt::format("{} {}\n{}\n", file.path, file.text.size(), file.text);
    return sha256_hex(all);
  }

  PatternCompilation patterns_;
  Diagnostics& diagnostics_;
  Diagnostics* sink_ = &diagnostics_;  // of the rule at work, or of all
  RuleSet result_;
  WordTableBuilder symbols_, words_;
  std::unordered_map<std::string, const FragmentDefinition*> fragments_;
  std::unordered_map<std::string, const Lexicon*> lexicons_;
  std::unordered_map<std::string, const CutDefinition*> cuts_;
  std::unordered_map<std::string, std::uint32_t> regex_numbers_;
  NeedsTable needs_;
  std::vector<std::string> type_names_, layer_names_, lexicon_names_;
};

RuleSet RuleSet::compile_sound_parts(RuleSetDefinition definition, Diagnostics& diagnostics, PatternCompilation patterns) {
  Diagnostics found;
  RuleSet rules = RuleSetCompiler(std::move(definition), patterns, found).run();
  add_with_lines(found, rules.written_->definition().files, diagnostics);
  return rules;
}

std::optional<RuleSet> RuleSet::compile(RuleSetDefinition definition, Diagnostics& diagnostics, PatternCompilation patterns) {
  Diagnostics found;
  RuleSet rules = compile_sound_parts(std::move(definition), found, patterns);
  const Diagnostics told = without_repeats(found);
  for (const Diagnostic& item : told.items()) diagnostics.add(item);
  return found.has_errors() ? std::nullopt : std::optional(std::move(rules));
}

}  // namespace onrecord
