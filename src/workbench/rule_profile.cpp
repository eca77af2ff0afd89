#include "onrecord/workbench/rule_profile.h"

#include <charconv>
#include <numeric>

namespace onrecord {
namespace {

std::uint64_t program_of(const Rule& rule) {
  std::uint64_t size = 0;
  for (const CompiledPattern& pattern : rule.patterns)
    for (const Part* part : {&pattern.left, &pattern.right})
      if (part->regex != nullptr) size += part->regex->program_size();
  return size;
}

}  // namespace

RuleProfiler::RuleProfiler(const RuleSet& rules) : rule_set_(rules), costs_(rules.rules().size()), filters_(rules.layers().size()) {
  for (const Rule& rule : rules.rules()) costs_[rule.id].program = program_of(rule);
}

void RuleProfiler::filtering(const Layer&) {
  counted_ = watch_.counts();
  began_ = std::chrono::steady_clock::now();
}

void RuleProfiler::filtered(const Layer& layer) {
  FilterCost& cost = filters_[static_cast<std::size_t>(&layer - rule_set_.layers().data())];
  cost.time += std::chrono::steady_clock::now() - began_;
  cost.memory += watch_.counts().memory - counted_.memory;
}

void RuleProfiler::trying(const Rule&) {
  counted_ = watch_.counts();
  began_ = std::chrono::steady_clock::now();
}

void RuleProfiler::tried(const Rule& rule) {
  RuleCost& cost = costs_[rule.id];
  ++cost.tried;
  cost.time += std::chrono::steady_clock::now() - began_;
  cost.regex += watch_.counts();
  cost.regex -= counted_;
}

void RuleProfiler::matched(const Rule& rule, std::uint32_t, Span, Span) { ++costs_[rule.id].matched; }

void RuleProfiler::kept(const Rule& rule, std::uint32_t, Span, std::uint32_t) { ++costs_[rule.id].kept; }

RuleCost RuleProfiler::all_rules() const {
  RuleCost all;
  for (const RuleCost& cost : costs_) {
    all.tried += cost.tried;
    all.matched += cost.matched;
    all.kept += cost.kept;
    all.time += cost.time;
    all.regex += cost.regex;
    all.program += cost.program;
  }
  return all;
}

Nanoseconds RuleProfiler::total() const {
  return std::accumulate(filters_.begin(), filters_.end(), all_rules().time, [](Nanoseconds sum, const FilterCost& filter) { return sum + filter.time; });
}

std::optional<double> read_cost_budget(std::string_view text) {
  double amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc() || amount < 0) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const std::size_t slash = unit.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto factor = [](std::string_view name, std::initializer_list<std::pair<std::string_view, double>> units) -> std::optional<double> {
    for (const auto& [known, value] : units)
      if (known == name) return value;
    return std::nullopt;
  };
  const auto time = factor(unit.substr(0, slash), {{"ns", 1.0}, {"us", 1e3}, {"ms", 1e6}, {"s", 1e9}});
  const auto size = factor(unit.substr(slash + 1), {{"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}});
  if (!time || !size) return std::nullopt;
  return amount * *time / *size * 1e6;
}

}  // namespace onrecord
