#pragma once

#include <cstdint>
#include <memory>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/options.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Runs the layers of one kind of unit, in their order, each over all its units, and adds what their rules emit. Within a
/// layer rules do not see each other's output. With `use_filters` what cannot match or cannot win is skipped; without it
/// every rule is tried everywhere, and the same annotations come out, slower.
void run_layers(const RuleSet& rules, Unit unit, const Document& document, const ExtractOptions& options, Annotations& annotations);

/// The layers of sentences, of which those that are on demand (`Layer::on_demand`) may run over one sentence at a time, when somebody asks
/// what they find there. Refers to what it was made of.
class SentenceLayers {
 public:
  SentenceLayers(const RuleSet& rules, const Document& document, const ExtractOptions& options, Annotations& annotations);
  ~SentenceLayers();

  /// Runs the layers over all sentences, as `run_layers` does, those on demand left out. Before `need`.
  void run();
  /// Adds what the layers on demand find in a sentence (an index into `Document::sentences`). Twice for one sentence is as good as once.
  void need(std::uint32_t sentence);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
