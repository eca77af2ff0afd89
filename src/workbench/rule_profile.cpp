#include "onrecord/workbench/rule_profile.h"

#include <charconv>
#include <numeric>

#include "onrecord/rules/program_size.h"

namespace onrecord {
namespace {

std::uint64_t program_of(const Rule& rule) {
  std::uint64_t size = 0;
  const bool ignore_case = rule.definition.flags.find('i') != std::string::npos;
  for (const CompiledPattern& pattern : rule.patterns)
    for (const Part* part : {&pattern.left, &pattern.right})
      if (part->regex) size += program_size(part->regex->pattern(), ignore_case);
  return size;
}

}  // namespace

RuleProfiler::RuleProfiler(const RuleSet& rules) : rule_set_(rules), costs_(rules.rules().size()), filters_(rules.layers().size()) {
  for (const Rule& rule : rules.rules()) costs_[rule.id].program = program_of(rule);
}

void RuleProfiler::filtering(const Layer&) { began_ = std::chrono::steady_clock::now(); }

void RuleProfiler::filtered(const Layer& layer) {
  filters_[static_cast<std::size_t>(&layer - rule_set_.layers().data())] += std::chrono::steady_clock::now() - began_;
}

void RuleProfiler::trying(const Rule&) { began_ = std::chrono::steady_clock::now(); }

void RuleProfiler::tried(const Rule& rule) {
  RuleCost& cost = costs_[rule.id];
  ++cost.tried;
  cost.time += std::chrono::steady_clock::now() - began_;
}

void RuleProfiler::matched(const Rule& rule, std::uint32_t, Span, Span) { ++costs_[rule.id].matched; }

void RuleProfiler::kept(const Rule& rule, std::uint32_t, Span, std::uint32_t) { ++costs_[rule.id].kept; }

Nanoseconds RuleProfiler::total() const {
  Nanoseconds sum = std::accumulate(filters_.begin(), filters_.end(), Nanoseconds{0});
  for (const RuleCost& cost : costs_) sum += cost.time;
  return sum;
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
