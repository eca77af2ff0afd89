#include "onrecord/rules/rule_set.h"

#include <algorithm>

#include "onrecord/rules/rule_errors.h"

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

const RuleDefinition& Rule::definition() const { return written_rules->definition().rules[written]; }

std::optional<RuleSet> RuleSet::load(std::vector<RuleFile> files, Diagnostics& diagnostics, const CompileOptions& options) {
  Diagnostics found;
  RuleSetDefinition definition = parse_rules(std::move(files), found);
  const bool complete = definition.complete;
  const bool readable = !found.has_errors();
  auto rules = compile(std::move(definition), found, options);
  for (const Diagnostic& item : found.items()) {
    if (complete || !needs_all_files(item)) diagnostics.add(item);
  }
  if (!readable) return std::nullopt;
  return rules;
}

TypeId RuleSet::type(std::string_view name) const {
  const std::uint32_t found = type_names_.find(name);
  return found == NameIndex::none ? no_type : static_cast<TypeId>(found);
}

const Lexicon* RuleSet::lexicon(std::string_view name) const {
  const std::uint32_t found = lexicon_names_.find(name);
  return found == NameIndex::none ? nullptr : lexicons_[found].get();
}

void RuleSet::find_segment_words() {
  const auto words_of = [this](std::string_view name) {
    WordSet words;
    if (const Lexicon* found = lexicon(name)) {
      for (const LexiconEntry& entry : found->entries()) words.emplace(found->word(entry));
    }
    return words;
  };
  segment_words_.title_abbreviations = words_of("abbreviations_title");
  segment_words_.number_abbreviations = words_of("abbreviations_number");
  segment_words_.other_abbreviations = words_of("abbreviations_other");
  segment_words_.sentence_openers = words_of("sentence_openers");
  segment_words_.speech_forms = words_of("speech_forms");
  segment_words_.elisions = words_of("elisions");
  segment_words_.apostrophe_endings = words_of("apostrophe_endings");
}

Symbol RuleSet::attribute(const Lexicon& lexicon, const LexiconEntry& entry, std::uint32_t column) const {
  return attributes_[lexicon.number()][entry.number * lexicon.columns().size() + column];
}

}  // namespace onrecord
