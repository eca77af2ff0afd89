#include "onrecord/rules/reference_targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

template <typename Items, typename Fits>
std::optional<std::uint32_t> index_where(const Items& items, Fits fits) {
  const auto found = std::find_if(items.begin(), items.end(), fits);
  return found == items.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - items.begin()));
}

template <typename Items, typename Name>
std::vector<std::string> names_of(const Items& items, Name name) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(name(item));
  return names;
}

/// What a key of the layer holds, for those who named something else.
std::string listed(std::string_view key, const std::vector<std::string>& names) {
  return names.empty() ? fmt::format("the layer has no `{}`", key) : fmt::format("its `{}`: {}", key, comma_separated(names));
}

bool is_selected(const Lexicon& lexicon, const LexiconEntry& entry, const PatternReference& reference) {
  return std::all_of(reference.selection.begin(), reference.selection.end(), [&](const auto& choice) {
    const auto& [column, values] = choice;
    const std::string_view value =
        column.empty() ? lexicon.word(lexicon.entries()[lexicon.number_as_written(entry)]) : lexicon.attribute(entry, std::string_view(column));
    return std::find(values.begin(), values.end(), value) != values.end();
  });
}

}  // namespace

std::optional<std::uint32_t> ReferenceTargets::mask(const std::string& name, const PatternPlace& at) const {
  const auto found = index_where(vocabulary_.masks, [&](const MaskedType& mask) { return mask.name == name; });
  if (!found) {
    const std::size_t written = name.size() + 3;  // with brace and '@'
    const std::vector<std::string> names = names_of(vocabulary_.masks, [](const MaskedType& mask) { return mask.name; });
    reporter_.error({at.pattern, at.offset, written}, rule_error::unknown_reference, fmt::format("'{}' is not masked in this layer", name),
                    did_you_mean(name, names, listed("mask", names)));
  }
  return found;
}

std::optional<std::uint32_t> ReferenceTargets::tag_called(const std::string& name) const {
  return index_where(vocabulary_.tags, [&](const Lexicon* lexicon) { return lexicon->name() == name; });
}

std::optional<std::uint32_t> ReferenceTargets::anchor_tag(const std::string& name, const PatternPlace& at) const {
  const auto found = tag_called(name);
  if (!found) reporter_.error(at, rule_error::unknown_reference, fmt::format("the anchor '{}' is not tagged in this layer", name));
  return found;
}

std::optional<std::vector<std::uint32_t>> ReferenceTargets::union_tags(const PatternReference& reference, const PatternPlace& at) const {
  const PatternPlace written{at.pattern, at.offset, reference.name.size() + 2};  // with braces
  if (!reference.selection.empty()) {
    reporter_.error(written, rule_error::bad_reference, "words are selected from one lexicon, not from several", "(?:{one}|{other[word]})");
    return std::nullopt;
  }
  std::vector<std::uint32_t> tags;
  for (const std::string& name : names_of_union(reference.name)) {
    const auto tag = tag_called(name);
    if (!tag) {
      const std::vector<std::string> names = names_of(vocabulary_.tags, [](const Lexicon* lexicon) { return lexicon->name(); });
      reporter_.error(written, rule_error::unknown_reference, fmt::format("'{}' is not tagged in this layer", name),
                      did_you_mean(name, names, listed("tags", names)));
      return std::nullopt;
    }
    tags.push_back(*tag);
  }
  return tags;
}

std::optional<std::uint32_t> ReferenceTargets::tag_of(const Lexicon& lexicon) const {
  return index_where(vocabulary_.tags, [&](const Lexicon* tagged) { return tagged == &lexicon; });
}

std::optional<std::uint32_t> ReferenceTargets::tag_of_word(std::string_view word) const {
  return index_where(vocabulary_.tags, [&](const Lexicon* lexicon) { return lexicon->find(word) != nullptr; });
}

std::vector<SelectedChoice> ReferenceTargets::choices(const MaskedType& mask, const PatternReference& reference, const PatternPlace& at) const {
  std::vector<SelectedChoice> selected;
  for (const auto& [field, values] : reference.selection) {
    if (auto found = choice(mask, field, values, at)) selected.push_back(std::move(*found));
  }
  return selected;
}

std::optional<SelectedChoice> ReferenceTargets::choice(const MaskedType& mask, const std::string& field, const std::vector<std::string>& values,
                                                       const PatternPlace& at) const {
  const auto index = index_where(mask.choices, [&](const MaskedType::Choice& choice) { return choice.field == field; });
  if (!index) {
    const std::vector<std::string> names = names_of(mask.choices, [](const MaskedType::Choice& choice) { return choice.field; });
    reporter_.error(at, rule_error::unknown_choice, fmt::format("type '{}' has no choice field '{}'", mask.name, field), did_you_mean(field, names));
    return std::nullopt;
  }
  SelectedChoice result{*index, {}};
  const std::vector<std::string>& known = mask.choices[*index].values;
  for (const std::string& value : values) {
    const auto found = std::find(known.begin(), known.end(), value);
    if (found != known.end()) result.second.push_back(static_cast<std::uint32_t>(found - known.begin()));
    else reporter_.error(at, rule_error::unknown_value, fmt::format("'{}' is no value of {}.{}", value, mask.name, field), did_you_mean(value, known));
  }
  return result;
}

std::vector<std::string> ReferenceTargets::words(const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at) const {
  std::vector<std::string> words;
  if (!has_columns(lexicon, reference, at)) return words;
  for (const LexiconEntry& entry : lexicon.entries()) {
    if (is_selected(lexicon, entry, reference)) words.emplace_back(lexicon.word(entry));
  }
  if (words.empty()) reporter_.error(at, rule_error::empty_selection, fmt::format("no word of lexicon '{}' is selected", lexicon.name()));
  return words;
}

bool ReferenceTargets::has_columns(const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at) const {
  const std::vector<std::string>& columns = lexicon.columns();
  for (const auto& [column, values] : reference.selection) {
    if (column.empty() || std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
    reporter_.error(at, rule_error::unknown_choice, fmt::format("lexicon '{}' has no column '{}'", lexicon.name(), column), did_you_mean(column, columns));
    return false;
  }
  return true;
}

}  // namespace onrecord
