#include "onrecord/rules/pattern_facts.h"

#include <utility>

namespace onrecord {
namespace {

std::optional<RegexNode> root_of(const Regex& regex) { return parse_regex(regex.pattern(), regex.ignores_case()); }

}  // namespace

PatternFacts facts_of(const Regex& regex, bool with_edges) {
  RequiredOfText of_text = required_of_text(regex, with_edges);
  PatternFacts facts{regex.matches_empty(), regex.program_size(), needs_of(regex), std::move(of_text.required), std::nullopt};
  if (with_edges) facts.edges = std::move(of_text.edges);
  return facts;
}

Needs needs_of(const Regex& regex) {
  if (const auto known = regex.known_facts()) return known->needs;
  const auto root = root_of(regex);
  return root ? needs_of(*root) : Needs{};
}

RequiredOfText required_of_text(const Regex& regex, bool with_edges) {
  std::optional<PatternFacts> known = regex.known_facts();
  if (known && !with_edges) return {std::move(known->required), {}};
  if (known && known->edges) return {std::move(known->required), *std::move(known->edges)};
  const auto root = root_of(regex);
  if (!root) return {};
  return {required_text(*root), with_edges ? edges_of(*root) : PatternEdges{}};
}

}  // namespace onrecord
