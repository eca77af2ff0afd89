#include "onrecord/rules/required_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

template <typename Items>
std::vector<std::string> names_of(const Items& items) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(item.name);
  return names;
}

}  // namespace

RequiredNames::RequiredNames(const RuleSet& rules, CompileReporter& reporter) : rules_(rules), reporter_(reporter) {
  for (const CutDefinition& cut : rules.definition().cuts) cuts_.emplace(cut.name, &cut);
}

TypeId RequiredNames::type(const std::string& name, const NamedBelow& where) const {
  const TypeId id = rules_.type(name);
  if (id == no_type) {
    reporter_.error(where, name, rule_error::unknown_name, fmt::format("no type is called '{}'", name),
                    did_you_mean(name, names_of(rules_.definition().types)));
  }
  return id;
}

std::vector<TypeId> RequiredNames::types(const std::vector<std::string>& names, const NamedBelow& where) const {
  std::vector<TypeId> ids;
  for (const std::string& name : names) {
    if (const TypeId id = type(name, where); id != no_type) ids.push_back(id);
  }
  return ids;
}

const Lexicon* RequiredNames::lexicon(const std::string& name, const NamedBelow& where, std::string_view prefix) const {
  const Lexicon* found = rules_.lexicon(name);
  if (found == nullptr) {
    reporter_.error(where, std::string(prefix) + name, rule_error::unknown_name, fmt::format("no lexicon is called '{}'", name),
                    did_you_mean(name, names_of(rules_.definition().lexicons)));
  }
  return found;
}

std::optional<std::uint16_t> RequiredNames::layer(const std::string& name, const NamedBelow& where) const {
  const std::vector<LayerDefinition>& layers = rules_.definition().layers;
  const auto found = std::find_if(layers.begin(), layers.end(), [&](const LayerDefinition& layer) { return layer.name == name; });
  if (found != layers.end()) return static_cast<std::uint16_t>(found - layers.begin());
  reporter_.error(where, name, rule_error::unknown_name, fmt::format("no layer is called '{}'", name),
                  did_you_mean(name, names_of(layers), layers.empty() ? std::string() : fmt::format("layers are: {}", comma_separated(names_of(layers)))));
  return std::nullopt;
}

std::uint32_t RequiredNames::field(const Type& type, const std::string& name, const NamedBelow& where) const {
  const std::uint32_t field = type.field(name);
  if (field == no_field) {
    reporter_.error(where, name, rule_error::unknown_field, fmt::format("type '{}' has no field '{}'", type.name, name), did_you_mean(name, field_names(type)));
  }
  return field;
}

std::vector<const CutDefinition*> RequiredNames::cuts(const std::string& name, const NamedBelow& where) const {
  std::vector<const CutDefinition*> result;
  CutsAbove above;
  add_cuts(name, where, above, result);
  return result;
}

void RequiredNames::add_cuts(const std::string& name, const NamedBelow& where, CutsAbove& above, std::vector<const CutDefinition*>& result) const {
  const auto found = cuts_.find(name);
  if (found == cuts_.end()) {
    return reporter_.error(where, name, rule_error::unknown_name, fmt::format("no cut is called '{}'", name),
                           did_you_mean(name, names_of(rules_.definition().cuts)));
  }
  const CutDefinition& cut = *found->second;
  if (std::find(above.begin(), above.end(), name) != above.end()) {
    return reporter_.error(where, name, rule_error::endless_fragment, fmt::format("cut '{}' holds itself", name));
  }
  if (cut.cuts.empty()) result.push_back(&cut);
  above.push_back(name);
  for (const std::string& part : cut.cuts) add_cuts(part, {cut.at, "cuts"}, above, result);
  above.pop_back();
}

std::vector<std::string> field_names(const Type& type) { return names_of(type.fields); }

}  // namespace onrecord
