#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/digest.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Turns definitions into a RuleSet, step by step: names first, then what refers to them.
class RuleSetCompiler {
 public:
  RuleSetCompiler(RuleSetDefinition definition, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    result_.definition_ = std::move(definition);
    result_.symbols_.emplace_back();
  }

  std::optional<RuleSet> run() {
    const std::size_t errors_before = diagnostics_.errors();
    compile_types();
    compile_lexicons();
    for (const FragmentDefinition& fragment : definition().fragments) fragments_.emplace(fragment.name, &fragment);
    for (const CutDefinition& cut : definition().cuts) cuts_.emplace(cut.name, &cut);
    compile_layers();
    compile_rules();
    for (Rule& rule : result_.rules_) link_yields(rule);
    build_filters();
    result_.segment_words_ = segment_words();
    result_.digest_ = digest();
    if (diagnostics_.errors() != errors_before) return std::nullopt;
    return std::move(result_);
  }

 private:
  const RuleSetDefinition& definition() const { return result_.definition_; }

  void error(const Place& place, std::string code, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.file = place.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostics_.add(std::move(diagnostic));
  }

  static std::string did_you_mean(const std::string& name, const std::vector<std::string>& names) {
    const std::string near = nearest(name, names);
    return near.empty() ? std::string() : fmt::format("did you mean '{}'?", near);
  }

  Symbol intern(const std::string& word) {
    if (word.empty()) return 0;
    const auto [found, added] = result_.symbol_ids_.emplace(word, static_cast<Symbol>(result_.symbols_.size()));
    if (added) result_.symbols_.push_back(word);
    return found->second;
  }

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
        if (type.unique == no_field) error(written.at, "E123", fmt::format("'unique' names no field of type '{}'", written.name));
      }
      type_names_.push_back(written.name);
      result_.types_.push_back(std::move(type));
    }
  }

  void compile_lexicons() {
    for (const LexiconDefinition& written : definition().lexicons) {
      result_.lexicons_.push_back(std::make_unique<Lexicon>(written));
      lexicons_.emplace(written.name, result_.lexicons_.back().get());
      lexicon_names_.push_back(written.name);
      for (const LexiconEntry& entry : written.entries) {
        for (const std::string& attribute : entry.attributes) intern(attribute);
      }
    }
  }

  TypeId require_type(const std::string& name, const Place& at) {
    const TypeId id = result_.type(name);
    if (id == no_type) error(at, "E120", fmt::format("no type is called '{}'", name), did_you_mean(name, type_names_));
    return id;
  }

  std::vector<TypeId> require_types(const std::vector<std::string>& names, const Place& at) {
    std::vector<TypeId> ids;
    for (const std::string& name : names) {
      if (const TypeId id = require_type(name, at); id != no_type) ids.push_back(id);
    }
    return ids;
  }

  const Lexicon* require_lexicon(const std::string& name, const Place& at) {
    const auto found = lexicons_.find(name);
    if (found != lexicons_.end()) return found->second;
    error(at, "E120", fmt::format("no lexicon is called '{}'", name), did_you_mean(name, lexicon_names_));
    return nullptr;
  }

  MaskedType masked(TypeId id) const {
    MaskedType result{result_.types_[id].name, id, {}};
    const auto& fields = result_.types_[id].fields;
    for (std::uint32_t k = 0; k < fields.size(); ++k) {
      if (fields[k].kind != FieldKind::choice) continue;
      MaskedType::Choice choice{fields[k].name, k, {}};
      for (const Symbol symbol : fields[k].choices) choice.values.emplace_back(result_.symbol(symbol));
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
      layer.over = require_types(written.over, written.at);
      layer.skip = require_types(written.skip, written.at);
      for (const TypeId id : require_types(written.mask, written.at)) layer.vocabulary.masks.push_back(masked(id));
      for (const std::string& name : written.tags) {
        if (const Lexicon* lexicon = require_lexicon(name, written.at)) layer.vocabulary.tags.push_back(lexicon);
      }
      layer_names_.push_back(written.name);
      result_.layers_.push_back(std::move(layer));
    }
  }

  void compile_rules() {
    for (const RuleDefinition& written : definition().rules) {
      Rule rule;
      rule.definition = written;
      rule.id = static_cast<RuleId>(result_.rules_.size());
      const auto layer = std::find(layer_names_.begin(), layer_names_.end(), written.layer);
      if (layer == layer_names_.end()) {
        error(written.at, "E120", fmt::format("no layer is called '{}'", written.layer), did_you_mean(written.layer, layer_names_));
        continue;
      }
      rule.layer = static_cast<std::uint16_t>(layer - layer_names_.begin());
      rule.emits = require_type(written.emits, written.at);
      if (rule.emits == no_type) continue;
      compile_rule(rule);
      if (!written.off) result_.layers_[rule.layer].rules.push_back(rule.id);
      result_.rules_.push_back(std::move(rule));
    }
  }

  void compile_rule(Rule& rule) {
    const RuleDefinition& written = rule.definition;
    const Type& type = result_.types_[rule.emits];
    compile_patterns(rule);
    if (!written.words.empty()) rule.words = require_lexicon(written.words, written.at);
    for (const auto& [name, value] : written.set) compile_setting(rule, type, name, value);
    for (const std::string& name : written.copy) {
      if (const std::uint32_t field = require_field(type, name, written.at); field != no_field) rule.copy.push_back(field);
    }
    for (const FilterDefinition& filter : written.refuse) compile_filter(rule.refuse, type, filter);
    for (const FilterDefinition& filter : written.require) compile_filter(rule.require, type, filter);
    for (const LimitDefinition& limit : written.limits) {
      if (const std::uint32_t field = require_field(type, limit.field, written.at); field != no_field) {
        rule.limits.push_back({field, limit.characters, limit.words});
      }
    }
    for (const auto& [name, cuts] : written.until) compile_until(rule, type, name, cuts);
    rule.not_left = compile_context(rule, written.not_left, "(?:", ")\\z");
    rule.not_right = compile_context(rule, written.not_right, "\\A(?:", ")");
    rule.after = require_types(written.after, written.at);
    rule.before = require_types(written.before, written.at);
    rule.inside = require_types(written.inside, written.at);
    rule.outside = require_types(written.outside, written.at);
  }

  void compile_patterns(Rule& rule) {
    const RuleDefinition& written = rule.definition;
    const Layer& layer = result_.layers_[rule.layer];
    const std::string& anchor = written.anchor.empty() ? definition().layers[rule.layer].anchor : written.anchor;
    const Type& type = result_.types_[rule.emits];
    for (const PatternText& pattern : written.patterns) {
      const std::size_t errors = diagnostics_.errors();
      const PatternExpander expander(fragments_, lexicons_, layer.vocabulary);
      ExpandedPattern expanded = expander.expand(pattern, written.extended, anchor == "none" ? "" : anchor, diagnostics_);
      if (diagnostics_.errors() != errors) continue;
      CompiledPattern compiled;
      const bool ignore_case = written.flags.find('i') != std::string::npos;
      if (expanded.anchored) {
        compiled.anchored = true;
        compiled.anchor = std::move(expanded.anchor);
        if (!expanded.anchor_field.empty()) compiled.anchor_field = require_field(type, expanded.anchor_field, pattern.at);
        if (!expanded.left.empty()) compiled.left = compile_part("(?:" + expanded.left + ")\\z", ignore_case, pattern, type);
        if (!expanded.right.empty()) compiled.right = compile_part(expanded.right, ignore_case, pattern, type);
      } else {
        compiled.right = compile_part(expanded.right, ignore_case, pattern, type);
        if (compiled.right.regex && compiled.right.regex->matches_empty()) error(pattern.at, "E119", "the pattern matches the empty string");
      }
      rule.patterns.push_back(std::move(compiled));
    }
  }

  Part compile_part(const std::string& pattern, bool ignore_case, const PatternText& written, const Type& type) {
    Part part;
    RegexError problem;
    part.regex = Regex::compile(pattern, ignore_case, problem);
    if (!part.regex) {
      report_regex(problem, written);
      return part;
    }
    for (const auto& [name, group] : part.regex->named_groups()) {
      if (name == "span") {
        part.groups.push_back({group, no_field});
        continue;
      }
      const std::uint32_t field = require_field(type, name, written.at);
      if (field != no_field) part.groups.push_back({group, field});
    }
    return part;
  }

  void report_regex(const RegexError& problem, const PatternText& written) {
    const std::size_t offset = problem.piece.empty() ? std::string::npos : written.text.find(problem.piece);
    const bool look_around = problem.piece.rfind("(?", 0) == 0;
    Diagnostic diagnostic;
    const Place place = written.place_of(offset == std::string::npos ? 0 : offset);
    diagnostic.code = "E110";
    diagnostic.file = place.file;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    diagnostic.width = offset == std::string::npos ? 1 : static_cast<std::uint32_t>(problem.piece.size());
    diagnostic.message = fmt::format("regex: {}{}", problem.message, offset == std::string::npos && !problem.piece.empty() ? fmt::format(" (near '{}')", problem.piece) : "");
    if (look_around) diagnostic.hint = "RE2 has no look-around; use `not_left`, `not_right`, `not` or a group named `span`";
    diagnostics_.add(std::move(diagnostic));
  }

  std::uint32_t require_field(const Type& type, const std::string& name, const Place& at) {
    const std::uint32_t field = type.field(name);
    if (field == no_field) {
      std::vector<std::string> names;
      for (const Field& known : type.fields) names.push_back(known.name);
      error(at, "E121", fmt::format("type '{}' has no field '{}'", type.name, name), did_you_mean(name, names));
    }
    return field;
  }

  void compile_setting(Rule& rule, const Type& type, const std::string& name, const std::string& value) {
    const std::uint32_t field = require_field(type, name, rule.definition.at);
    if (field == no_field) return;
    const Symbol symbol = intern(value);
    const Field& known = type.fields[field];
    if (known.kind == FieldKind::span) {
      error(rule.definition.at, "E122", fmt::format("'set' gives a word to '{}', which is a span", name));
    } else if (known.kind == FieldKind::choice && std::find(known.choices.begin(), known.choices.end(), symbol) == known.choices.end()) {
      std::vector<std::string> values;
      for (const Symbol choice : known.choices) values.emplace_back(result_.symbol(choice));
      error(rule.definition.at, "E116", fmt::format("'{}' is no value of {}.{}", value, type.name, name), did_you_mean(value, values));
    }
    rule.set.emplace_back(field, symbol);
  }

  void compile_filter(std::vector<Filter>& filters, const Type& type, const FilterDefinition& written) {
    Filter filter;
    filter.field = require_field(type, written.field, written.at);
    if (filter.field == no_field) return;
    if (!written.lexicon.empty()) {
      filter.lexicon = require_lexicon(written.lexicon, written.at);
    } else {
      const ViewVocabulary plain;  // fields are tested as they stand in the folded text
      const std::size_t errors = diagnostics_.errors();
      const ExpandedPattern expanded = PatternExpander(fragments_, lexicons_, plain).expand(written.pattern, false, "", diagnostics_);
      if (diagnostics_.errors() != errors) return;
      RegexError problem;
      filter.regex = Regex::compile(expanded.right, false, problem);
      if (!filter.regex) report_regex(problem, written.pattern);
    }
    filters.push_back(std::move(filter));
  }

  void compile_until(Rule& rule, const Type& type, const std::string& field, const std::vector<std::string>& names) {
    Until until;
    until.field = require_field(type, field, rule.definition.at);
    for (const std::string& name : names) {
      const auto cut = cuts_.find(name);
      if (cut == cuts_.end()) {
        std::vector<std::string> known;
        for (const CutDefinition& written : definition().cuts) known.push_back(written.name);
        error(rule.definition.at, "E120", fmt::format("no cut is called '{}'", name), did_you_mean(name, known));
        continue;
      }
      const std::size_t errors = diagnostics_.errors();
      const PatternExpander expander(fragments_, lexicons_, result_.layers_[rule.layer].vocabulary);
      const ExpandedPattern expanded = expander.expand(cut->second->pattern, cut->second->extended, "", diagnostics_);
      if (diagnostics_.errors() != errors) continue;
      until.cuts.push_back(compile_cut(expanded.right, cut->second->pattern));
    }
    rule.until.push_back(std::move(until));
  }

  /// Only the group `cut` counts; other groups come from fragments that rules share.
  Part compile_cut(const std::string& pattern, const PatternText& written) {
    Part part;
    RegexError problem;
    part.regex = Regex::compile(pattern, false, problem);
    if (!part.regex) {
      report_regex(problem, written);
      return part;
    }
    for (const auto& [name, group] : part.regex->named_groups()) {
      if (name == "cut") part.groups.push_back({group, no_field});
    }
    return part;
  }

  std::optional<Regex> compile_context(const Rule& rule, const PatternText& written, std::string_view before, std::string_view after) {
    if (written.text.empty()) return std::nullopt;
    const std::size_t errors = diagnostics_.errors();
    const PatternExpander expander(fragments_, lexicons_, result_.layers_[rule.layer].vocabulary);
    const ExpandedPattern expanded = expander.expand(written, rule.definition.extended, "", diagnostics_);
    if (diagnostics_.errors() != errors) return std::nullopt;
    RegexError problem;
    auto regex = Regex::compile(fmt::format("{}{}{}", before, expanded.right, after), false, problem);
    if (!regex) report_regex(problem, written);
    return regex;
  }

  void link_yields(Rule& rule) {
    for (const std::string& id : rule.definition.yields) {
      const auto found = std::find_if(result_.rules_.begin(), result_.rules_.end(), [&](const Rule& other) { return other.definition.id == id; });
      if (found != result_.rules_.end()) {
        rule.yields.push_back(found->id);
        continue;
      }
      std::vector<std::string> ids;
      for (const Rule& other : result_.rules_) ids.push_back(other.definition.id);
      error(rule.definition.at, "E120", fmt::format("no rule is called '{}'", id), did_you_mean(id, ids));
    }
  }

  void build_filters() {
    for (Layer& layer : result_.layers_) {
      std::vector<std::pair<std::string, bool>> patterns;
      for (const RuleId id : layer.rules) {
        const Rule& rule = result_.rules_[id];
        for (const CompiledPattern& pattern : rule.patterns) {
          if (pattern.anchored || !pattern.right.regex) continue;
          patterns.emplace_back(pattern.right.regex->pattern(), rule.definition.flags.find('i') != std::string::npos);
        }
      }
      if (patterns.size() > 1) layer.filter = RegexSet::compile(patterns);
    }
  }

  WordSet words_of(std::string_view lexicon) const {
    WordSet words;
    if (const Lexicon* found = result_.lexicon(lexicon)) {
      for (const LexiconEntry& entry : found->entries()) words.insert(entry.word);
    }
    return words;
  }

  SegmentWords segment_words() const {
    SegmentWords words;
    words.title_abbreviations = words_of("abbreviations_title");
    words.other_abbreviations = words_of("abbreviations_other");
    words.sentence_openers = words_of("sentence_openers");
    words.speech_forms = words_of("speech_forms");
    words.elisions = words_of("elisions");
    return words;
  }

  std::string digest() const {
    std::string all;
    for (const RuleFile& file : definition().files) all += fmt::format("{} {}\n{}\n", file.path, file.text.size(), file.text);
    return sha256_hex(all);
  }

  Diagnostics& diagnostics_;
  RuleSet result_;
  std::unordered_map<std::string, const FragmentDefinition*> fragments_;
  std::unordered_map<std::string, const Lexicon*> lexicons_;
  std::unordered_map<std::string, const CutDefinition*> cuts_;
  std::vector<std::string> type_names_, layer_names_, lexicon_names_;
};

std::optional<RuleSet> RuleSet::compile(RuleSetDefinition definition, Diagnostics& diagnostics) {
  const std::vector<RuleFile> files = definition.files;
  Diagnostics found;
  auto rules = RuleSetCompiler(std::move(definition), found).run();
  add_with_lines(found, files, diagnostics);
  return rules;
}

}  // namespace onrecord
