#pragma once

#include <cstdint>
#include <memory>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/match_memory.h"
#include "onrecord/extract/matching/options.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The layers of rules at work on one document. Each runs over all its units and adds what its rules emit; within a layer rules do not see each
/// other's output. With `use_filters` what cannot match or cannot win is skipped; without it every rule is tried everywhere, and the same
/// annotations come out, slower. Refers to what it was made of.
class DocumentLayers {
 public:
  /// `memory`: of the same way of matching; other documents may use it between two calls.
  DocumentLayers(const RuleSet& rules, const Document& document, const ExtractOptions& options, Annotations& annotations, MatchMemory& memory);
  ~DocumentLayers();

  /// Runs a layer. Those before it have run, and the document has the layer's units.
  void run(const Layer& layer);
  /// Adds what the layers on demand (`Layer::on_demand`) find in a sentence (an index into `Document::sentences`), for which all others of
  /// sentences have run. Twice for one sentence is as good as once.
  void need(std::uint32_t sentence);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Runs the layers of one kind of unit, in their order, those on demand among them.
void run_layers(const RuleSet& rules, Unit unit, const Document& document, const ExtractOptions& options, Annotations& annotations);

}  // namespace onrecord
