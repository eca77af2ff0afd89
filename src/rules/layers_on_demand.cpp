#include "onrecord/rules/layers_on_demand.h"

#include <algorithm>

namespace onrecord {
namespace {

bool holds(const std::vector<TypeId>& types, TypeId type) { return std::find(types.begin(), types.end(), type) != types.end(); }

/// Types that rules of a layer make, and those that the layer, or one of its rules, looks at.
struct LayerTypes {
  std::vector<TypeId> made, seen;

  LayerTypes(const std::vector<Rule>& rules, const Layer& layer) {
    see(layer.over);
    see(layer.skip);
    for (const MaskedType& mask : layer.vocabulary.masks) seen.push_back(mask.type);
    for (const RuleId id : layer.rules) {
      const Rule& rule = rules[id];
      made.push_back(rule.emits);
      for (const auto* types : {&rule.after, &rule.before, &rule.inside, &rule.outside}) see(*types);
      for (const auto& [type, count] : rule.amid) seen.push_back(type);
    }
  }

  bool see_any_of(const std::vector<TypeId>& types) const {
    return std::any_of(types.begin(), types.end(), [&](TypeId type) { return holds(seen, type); });
  }

 private:
  void see(const std::vector<TypeId>& types) { seen.insert(seen.end(), types.begin(), types.end()); }
};

}  // namespace

void find_layers_on_demand(const std::vector<Type>& types, const std::vector<Rule>& rules, std::vector<Layer>& layers) {
  const auto demanded = std::find_if(types.begin(), types.end(), [](const Type& type) { return type.name == demanded_type; });
  if (demanded == types.end() || demanded->exported) return;
  const auto type = static_cast<TypeId>(demanded - types.begin());
  std::vector<LayerTypes> by_layer;
  for (const Layer& layer : layers) by_layer.emplace_back(rules, layer);
  if (std::any_of(by_layer.begin(), by_layer.end(), [&](const LayerTypes& layer) { return holds(layer.seen, type); })) return;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const std::vector<TypeId>& made = by_layer[i].made;
    const bool makes_only_it = !made.empty() && std::all_of(made.begin(), made.end(), [&](TypeId one) { return one == type; });
    // What a later layer makes must not be seen because this one runs after it.
    const bool sees_later = std::any_of(by_layer.begin() + static_cast<std::ptrdiff_t>(i), by_layer.end(),
                                        [&](const LayerTypes& later) { return by_layer[i].see_any_of(later.made); });
    layers[i].on_demand = layers[i].unit == Unit::sentence && makes_only_it && !sees_later;
  }
}

}  // namespace onrecord
