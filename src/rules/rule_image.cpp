#include "onrecord/rules/image.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Writes or reads the parts of a rule set. What points to a lexicon or a regex says its number.
template <typename Archive>
class RuleSetImage {
 public:
  RuleSetImage(Archive& archive, RuleSet& rules) : archive_(archive), rules_(rules) {}

  void run() {
    archive_(rules_.digest_, rules_.symbols_, rules_.words_, rules_.needs_, rules_.tagging_, rules_.tagging_of_form_);
    each(rules_.types_, &RuleSetImage::visit_type);
    each(rules_.lexicons_, &RuleSetImage::visit_lexicon);
    if constexpr (Archive::reads) {
      for (const Type& type : rules_.types_) rules_.type_names_.add(type.name);
      for (const auto& lexicon : rules_.lexicons_) rules_.lexicon_names_.add(lexicon->name());
    }
    archive_(rules_.attributes_, rules_.word_lexicons_);
    each(rules_.regexes_, &RuleSetImage::visit_owned_regex);
    each(rules_.layers_, &RuleSetImage::visit_layer);
    each(rules_.rules_, &RuleSetImage::visit_rule);
  }

 private:
  template <typename Value>
  void each(std::vector<Value>& values, void (RuleSetImage::*visit_one)(Value&)) {
    std::size_t count = values.size();
    archive_(count);
    if constexpr (Archive::reads) values.resize(count);
    for (Value& value : values) (this->*visit_one)(value);
  }

  void visit_type(Type& type) {
    archive_(type.name, type.exported, type.unique);
    each(type.fields, &RuleSetImage::visit_field);
  }

  void visit_field(Field& field) { archive_(field.name, field.kind, field.optional, field.choices); }

  void visit_lexicon(std::unique_ptr<Lexicon>& lexicon) {
    if constexpr (Archive::reads) lexicon = std::make_unique<Lexicon>();
    archive_(*lexicon);
  }

  void visit_lexicon_pointer(const Lexicon*& lexicon) {
    std::uint32_t number = lexicon == nullptr ? nothing : lexicon->number();
    archive_(number);
    if constexpr (Archive::reads) lexicon = number == nothing ? nullptr : rules_.lexicons_[number].get();
  }

  /// Puts the regex that is written into the image, or a new one read from it, into `pattern` and `ignore_case`.
  void regex_source(const Regex* regex, std::string_view& pattern, bool& ignore_case) {
    if (regex != nullptr) {
      pattern = regex->pattern();
      ignore_case = regex->ignores_case();
    }
    archive_(pattern, ignore_case);
  }

  void visit_owned_regex(std::unique_ptr<Regex>& regex) {
    std::string_view pattern;
    bool ignore_case = false;
    regex_source(regex.get(), pattern, ignore_case);
    if constexpr (Archive::reads) regex = std::make_unique<Regex>(Regex::in_image(pattern, ignore_case));
  }

  void visit_optional_regex(std::optional<Regex>& regex) {
    bool is_there = regex.has_value();
    archive_(is_there);
    if (!is_there) return;
    std::string_view pattern;
    bool ignore_case = false;
    regex_source(regex ? &*regex : nullptr, pattern, ignore_case);
    if constexpr (Archive::reads) regex = Regex::in_image(pattern, ignore_case);
  }

  void visit_part(Part& part) {
    bool is_there = part.regex != nullptr;
    archive_(is_there, part.number, part.needs, part.required);
    if constexpr (Archive::reads) part.regex = is_there ? rules_.regexes_[part.number].get() : nullptr;
    each(part.groups, &RuleSetImage::visit_group);
  }

  void visit_group(FieldGroup& group) { archive_(group.group, group.field); }

  void visit_token_query(TokenQuery& query) { archive_(query.tag, query.index, query.choices, query.words); }

  void visit_pattern(CompiledPattern& pattern) {
    visit_part(pattern.left);
    visit_part(pattern.right);
    archive_(pattern.anchored, pattern.anchor_field, pattern.anchor_is_key);
    visit_token_query(pattern.anchor);
  }

  void visit_masked_type(MaskedType& mask) {
    archive_(mask.name, mask.type);
    each(mask.choices, &RuleSetImage::visit_masked_choice);
  }

  void visit_masked_choice(MaskedType::Choice& choice) { archive_(choice.field, choice.index, choice.values); }

  void visit_anchor_filter(AnchorFilter& filter) {
    archive_(filter.refuses, filter.anchor_value, filter.accepted);
    visit_lexicon_pointer(filter.lexicon);
  }

  void visit_anchored_pattern(AnchoredPattern& pattern) {
    archive_(pattern.rule, pattern.pattern);
    each(pattern.anchor_filters, &RuleSetImage::visit_anchor_filter);
  }

  void visit_anchored_patterns(AnchoredPatterns& place) { each(place.patterns, &RuleSetImage::visit_anchored_pattern); }

  void visit_layer_filter(std::optional<RequirementsOnDemand>& filter) {
    bool is_there = filter.has_value();
    archive_(is_there);
    if (!is_there) return;
    if constexpr (Archive::reads) {
      TextRequirements requirements;
      archive_(requirements);
      filter.emplace(std::move(requirements));
    } else {
      archive_(filter->requirements());
    }
  }

  void visit_layer(Layer& layer) {
    archive_(layer.name, layer.unit, layer.pick, layer.over, layer.skip, layer.rules, layer.phrases, layer.on_demand);
    each(layer.vocabulary.masks, &RuleSetImage::visit_masked_type);
    each(layer.vocabulary.tags, &RuleSetImage::visit_lexicon_pointer);
    each(layer.at_mask, &RuleSetImage::visit_anchored_patterns);
    each(layer.at_tag, &RuleSetImage::visit_anchored_patterns);
    visit_layer_filter(layer.filter);
  }

  void visit_filter(Filter& filter) {
    archive_(filter.field);
    visit_optional_regex(filter.regex);
    visit_lexicon_pointer(filter.lexicon);
  }

  void visit_limit(Limit& limit) { archive_(limit.field, limit.characters, limit.words); }

  void visit_until(Until& until) {
    archive_(until.field);
    each(until.cuts, &RuleSetImage::visit_part);
  }

  void visit_rule(Rule& rule) {
    archive_(rule.id, rule.name, rule.priority, rule.confidence, rule.written, rule.emits, rule.layer, rule.phrases, rule.word_columns,
             rule.field_count, rule.order, rule.others_yield, rule.set, rule.copy, rule.after, rule.before, rule.inside, rule.outside, rule.amid, rule.yields);
    if constexpr (Archive::reads) rule.written_rules = rules_.written_.get();
    each(rule.patterns, &RuleSetImage::visit_pattern);
    visit_lexicon_pointer(rule.words);
    each(rule.refuse, &RuleSetImage::visit_filter);
    each(rule.require, &RuleSetImage::visit_filter);
    each(rule.limits, &RuleSetImage::visit_limit);
    each(rule.until, &RuleSetImage::visit_until);
    visit_optional_regex(rule.not_left);
    visit_optional_regex(rule.not_right);
  }

  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  Archive& archive_;
  RuleSet& rules_;
};

RuleSet RuleSet::from_image(std::string_view image, std::vector<RuleFile> (*files)()) {
  RuleSet rules;
  rules.written_ = std::make_unique<WrittenRules>(files);
  ImageReader reader(image);
  RuleSetImage<ImageReader>(reader, rules).run();
  rules.find_segment_words();
  rules.index_layers();
  return rules;
}

std::string RuleSet::image() {
  ImageWriter writer;
  RuleSetImage<ImageWriter>(writer, *this).run();
  return writer.take();
}

}  // namespace onrecord
