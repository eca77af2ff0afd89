#include "onrecord/rules/image.h"
#include "onrecord/rules/prepare_layers.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Writes or reads the parts of a rule set. What points to a lexicon says its number.
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
    if constexpr (Archive::reads) rules_.regexes_ = std::make_unique<RegexList>();
    archive_(*rules_.regexes_, rules_.parts_);
    each(rules_.layers_, &RuleSetImage::visit_layer);
    visit_rules();
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

  void visit_lexicon_pointer(const Lexicon*& lexicon) { rules_.surroundings().visit_lexicon(archive_, lexicon); }

  void visit_masked_type(MaskedType& mask) {
    archive_(mask.name, mask.type);
    each(mask.choices, &RuleSetImage::visit_masked_choice);
  }

  void visit_masked_choice(MaskedType::Choice& choice) { archive_(choice.field, choice.index, choice.values); }

  void visit_anchor_filter(AnchorFilter& filter) {
    archive_(filter.refuses, filter.anchor_value, filter.accepted);
    visit_lexicon_pointer(filter.lexicon);
  }

  void visit_fitting(FittingPatterns& fitting) { archive_(fitting.choice, fitting.by_value); }

  void visit_anchored_patterns(AnchoredPatterns& place) {
    archive_(place.patterns);
    each(place.filters, &RuleSetImage::visit_anchor_filter);
    each(place.fitting, &RuleSetImage::visit_fitting);
    archive_(place.with_left, place.with_right);
  }

  void visit_search_limit(SearchLimit& limit) { archive_(limit.characters, limit.patterns); }

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
    archive_(layer.name, layer.unit, layer.pick, layer.over, layer.skip, layer.rules, layer.phrases, layer.on_demand, layer.word_rules);
    each(layer.vocabulary.masks, &RuleSetImage::visit_masked_type);
    each(layer.vocabulary.tags, &RuleSetImage::visit_lexicon_pointer);
    each(layer.at_mask, &RuleSetImage::visit_anchored_patterns);
    each(layer.at_tag, &RuleSetImage::visit_anchored_patterns);
    archive_(layer.searches, layer.all_searches, layer.searches_on_condition, layer.search_needs);
    each(layer.search_limits, &RuleSetImage::visit_search_limit);
    visit_layer_filter(layer.filter);
  }

  /// Each an image of its own, to be read when somebody asks for it.
  void visit_rules() {
    ImageList images;
    if constexpr (!Archive::reads) images = rules_.rules_.images(rules_.surroundings());
    archive_(images);
    if constexpr (Archive::reads) rules_.rules_ = RuleList(std::move(images), rules_.surroundings());
  }

  Archive& archive_;
  RuleSet& rules_;
};

RuleSet RuleSet::from_image(std::string_view image, std::vector<RuleFile> (*files)()) {
  RuleSet rules;
  rules.written_ = std::make_unique<WrittenRules>(files);
  ImageReader reader(image);
  RuleSetImage<ImageReader>(reader, rules).run();
  rules.find_segment_words();
  make_part_sets(rules.layers_, *rules.regexes_);
  return rules;
}

std::string RuleSet::image() {
  ImageWriter writer;
  RuleSetImage<ImageWriter>(writer, *this).run();
  return writer.take();
}

}  // namespace onrecord
