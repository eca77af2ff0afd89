#include "onrecord/rules/rule_list.h"

#include <mutex>
#include <string>
#include <utility>

#include "onrecord/rules/image.h"

namespace onrecord {
namespace {

/// Writes or reads the parts of one rule. What points to a lexicon or a regex says its number.
template <typename Archive>
class RuleImage {
 public:
  RuleImage(Archive& archive, const RuleSurroundings& surroundings) : archive_(archive), surroundings_(surroundings) {}

  void visit(Rule& rule) {
    archive_(rule.id, rule.name, rule.priority, rule.confidence, rule.written, rule.emits, rule.layer, rule.phrases, rule.word_columns, rule.field_count,
             rule.order, rule.others_yield, rule.set, rule.copy, rule.after, rule.before, rule.inside, rule.outside, rule.amid, rule.yields);
    if constexpr (Archive::reads) rule.written_rules = surroundings_.written;
    each(rule.patterns, &RuleImage::visit_pattern);
    surroundings_.visit_lexicon(archive_, rule.words);
    each(rule.refuse, &RuleImage::visit_filter);
    each(rule.require, &RuleImage::visit_filter);
    each(rule.limits, &RuleImage::visit_limit);
    each(rule.until, &RuleImage::visit_until);
    visit_regex(rule.not_left);
    visit_regex(rule.not_right);
  }

 private:
  template <typename Value>
  void each(std::vector<Value>& values, void (RuleImage::*visit_one)(Value&)) {
    std::size_t count = values.size();
    archive_(count);
    if constexpr (Archive::reads) values.resize(count);
    for (Value& value : values) (this->*visit_one)(value);
  }

  void visit_regex(const Regex*& regex) {
    std::uint32_t number = none;
    if constexpr (!Archive::reads) number = regex == nullptr ? none : surroundings_.regexes->number_of(*regex);
    archive_(number);
    if constexpr (Archive::reads) regex = number == none ? nullptr : &(*surroundings_.regexes)[number];
  }

  void visit_part(Part& part) {
    bool is_there = part.regex != nullptr;
    archive_(is_there, part.number, part.needs, part.required, part.groups);
    if constexpr (Archive::reads) part.regex = is_there ? &(*surroundings_.regexes)[part.number] : nullptr;
  }

  void visit_pattern(CompiledPattern& pattern) {
    visit_part(pattern.left);
    visit_part(pattern.right);
    archive_(pattern.anchored, pattern.anchor_field, pattern.anchor_is_key);
    TokenQuery& anchor = pattern.anchor;
    archive_(anchor.tag, anchor.index, anchor.choices, anchor.words);
  }

  void visit_filter(Filter& filter) {
    archive_(filter.field);
    visit_regex(filter.regex);
    surroundings_.visit_lexicon(archive_, filter.lexicon);
  }

  void visit_limit(Limit& limit) { archive_(limit.field, limit.characters, limit.words); }

  void visit_until(Until& until) {
    archive_(until.field);
    each(until.cuts, &RuleImage::visit_part);
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Archive& archive_;
  const RuleSurroundings& surroundings_;
};

}  // namespace

RuleList::RuleList(std::vector<Rule> rules) {
  for (Rule& rule : rules) rules_.push_back(std::move(rule));
  known_ = std::vector<std::atomic<Rule*>>(rules_.size());
  for (std::size_t id = 0; id < rules_.size(); ++id) known_[id] = &rules_[id];
}

RuleList::RuleList(ImageList images, const RuleSurroundings& surroundings) : known_(images.size()), images_(std::move(images)), surroundings_(surroundings) {}

/// One thread at a time reads a rule, so that only one makes regexes.
const Rule& RuleList::read(std::size_t id) const {
  static std::mutex reading;
  const std::lock_guard lock(reading);
  if (const Rule* const known = known_[id].load(std::memory_order_relaxed)) return *known;
  ImageReader reader(images_[id]);
  Rule& rule = rules_.emplace_back();
  RuleImage(reader, surroundings_).visit(rule);
  known_[id].store(&rule, std::memory_order_release);
  return rule;
}

ImageList RuleList::images(const RuleSurroundings& surroundings) {
  std::vector<std::string> images;
  for (std::size_t id = 0; id < size(); ++id) {
    if (known_[id] == nullptr) read(id);
    ImageWriter writer;
    RuleImage(writer, surroundings).visit(*known_[id]);
    images.push_back(writer.take());
  }
  return ImageList(images);
}

}  // namespace onrecord
