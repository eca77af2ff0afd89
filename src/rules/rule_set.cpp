#include "onrecord/rules/rule_set.h"

#include <algorithm>

namespace onrecord {

bool Part::fills(std::uint32_t field) const {
  return std::any_of(groups.begin(), groups.end(), [&](const FieldGroup& group) { return group.field == field; });
}

std::uint32_t Type::field(std::string_view field_name) const {
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == field_name) return i;
  }
  return no_field;
}

std::optional<RuleSet> RuleSet::load(std::vector<RuleFile> files, Diagnostics& diagnostics, PatternCompilation patterns) {
  RuleSetDefinition definition = parse_rules(std::move(files), diagnostics);
  const bool readable = !diagnostics.has_errors();
  auto rules = compile(std::move(definition), diagnostics, patterns);
  if (!readable) return std::nullopt;
  return rules;
}

TypeId RuleSet::type(std::string_view name) const {
  for (std::size_t i = 0; i < types_.size(); ++i) {
    if (types_[i].name == name) return static_cast<TypeId>(i);
  }
  return no_type;
}

const Lexicon* RuleSet::lexicon(std::string_view name) const {
  for (const auto& lexicon : lexicons_) {
    if (lexicon->name() == name) return lexicon.get();
  }
  return nullptr;
}

Symbol RuleSet::attribute(const Lexicon& lexicon, const LexiconEntry& entry, std::uint32_t column) const {
  const auto index = static_cast<std::size_t>(&entry - lexicon.entries().data());
  return attributes_[lexicon.number()][index * lexicon.definition().columns.size() + column];
}

Symbol RuleSet::symbol(std::string_view word) const {
  const auto found = symbol_ids_.find(word);
  return found == symbol_ids_.end() ? 0 : found->second;
}

}  // namespace onrecord
