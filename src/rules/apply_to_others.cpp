#include <fmt/format.h>

#include <algorithm>

#include "onrecord/rules/rule_reader.h"

namespace onrecord {
namespace {

template <typename Part, typename Name>
Part* find_named(std::vector<Part>& parts, std::string_view wanted, Name name) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return name(part) == wanted; });
  return found == parts.end() ? nullptr : &*found;
}

template <typename Part, typename Name>
void report_unknown(std::string_view sort, const std::string& wanted, const Place& at, const std::vector<Part>& parts, Name name, RuleReporter& reporter) {
  std::vector<std::string> names;
  for (const Part& part : parts) names.push_back(name(part));
  reporter.error(rule_error::unknown_name, at, wanted.size(), fmt::format("no {} is called '{}'", sort, wanted), did_you_mean(wanted, names));
}

/// The attributes of an added word in the order in which the lexicon has its columns.
std::vector<std::string> in_order(const std::vector<std::string>& columns, const LexiconDefinition& more, const EntryDefinition& entry) {
  std::vector<std::string> attributes;
  for (const std::string& column : columns) {
    const auto at = static_cast<std::size_t>(std::find(more.columns.begin(), more.columns.end(), column) - more.columns.begin());
    attributes.push_back(at < entry.attributes.size() ? entry.attributes[at] : std::string());
  }
  return attributes;
}

/// Whether what is added can stand in the lexicon; what does not fit is reported.
bool fits(const LexiconDefinition& lexicon, const LexiconDefinition& more, RuleReporter& reporter) {
  const auto is_unknown = [&](const std::string& column) { return std::find(lexicon.columns.begin(), lexicon.columns.end(), column) == lexicon.columns.end(); };
  const auto unknown = std::find_if(more.columns.begin(), more.columns.end(), is_unknown);
  if (unknown != more.columns.end()) {
    reporter.error(rule_error::unknown_choice, more.at, more.name.size(),
                   fmt::format("the lexicon '{}', to which this adds, has no column '{}'", more.name, *unknown), did_you_mean(*unknown, lexicon.columns));
    return false;
  }
  if (lexicon.patterns == more.patterns) return true;
  reporter.error(rule_error::bad_value, more.at, more.name.size(),
                 fmt::format("the lexicon '{}', to which this adds, holds {}", more.name,
                             lexicon.patterns ? "patterns: write 'patterns = true' here, too" : "words, not patterns"));
  return false;
}

}  // namespace

void apply_to_others(RuleReading& reading) {
  const auto lexicon_name = [](const LexiconDefinition& lexicon) { return lexicon.name; };
  const auto rule_id = [](const RuleDefinition& rule) { return rule.id; };
  RuleSetDefinition& definition = reading.definition;
  for (LexiconDefinition& more : reading.more) {
    LexiconDefinition* lexicon = find_named(definition.lexicons, more.name, lexicon_name);
    if (lexicon == nullptr) {
      report_unknown("lexicon", more.name, more.at, definition.lexicons, lexicon_name, reading.reporter);
    } else if (fits(*lexicon, more, reading.reporter)) {
      for (EntryDefinition& entry : more.entries) {
        entry.attributes = in_order(lexicon->columns, more, entry);
        lexicon->entries.push_back(std::move(entry));
      }
    }
  }
  for (const PatternText& id : reading.off) {
    if (RuleDefinition* rule = find_named(definition.rules, id.text, rule_id)) rule->off = true;
    else report_unknown("rule", id.text, id.at, definition.rules, rule_id, reading.reporter);
  }
}

}  // namespace onrecord
