#pragma once

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/extract/matching/match.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/segment.h"

namespace onrecord::testing {

/// The standard rules, for all tests.
inline const RuleSet& standard_rules() {
  static const RuleSet rules = embedded_rule_set();
  return rules;
}

/// A page with its line labels and what the structure finder made of them.
struct StructuredPage {
  Document document;
  Annotations annotations;
  Structure structure;

  std::string text(Span span) const { return std::string(document.folded.slice(span)); }
};

inline StructuredPage structured(std::string text, const Headings& headings = {}) {
  const RuleSet& rules = standard_rules();
  StructuredPage page{read_lines(std::move(text)), Annotations(rules), {}};
  run_layers(rules, Unit::line, page.document, {}, page.annotations);
  page.structure = find_structure(rules, page.document, page.annotations, headings);
  return page;
}

}  // namespace onrecord::testing
