#include "onrecord/extract/extract.h"

#include <algorithm>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/matching/match.h"
#include "onrecord/extract/statements/quotation_marks.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/segment.h"

namespace onrecord {
namespace {

/// The first sentence begins behind the dateline: rules read it as any other.
void leave_out_dateline(const Structure& structure, Document& document) {
  if (structure.dateline.empty()) return;
  const std::uint32_t sentence = document.sentence_at(structure.dateline.begin);
  if (sentence < document.sentences.size()) document.sentences[sentence].span = structure.behind_dateline(document, document.sentences[sentence].span);
}

/// The label of a turn, or of a post, is a sentence of its own, and what stands beside it is read as any other text.
void part_labels(const Structure& structure, Document& document) {
  const std::vector<Span> labels = structure.transcript.labels();
  if (labels.empty()) return;
  std::vector<Sentence> parted;
  const auto add = [&](Span span, std::uint32_t paragraph) {
    if (const Span text = without_space(document.folded.text(), span); !text.empty()) parted.push_back({text, paragraph});
  };
  auto next = document.sentences.begin();
  for (const Span label : labels) {
    while (next != document.sentences.end() && next->span.end <= label.begin) parted.push_back(*next++);
    if (next == document.sentences.end()) break;
    const std::uint32_t paragraph = next->paragraph;
    add({next->span.begin, std::max(next->span.begin, label.begin)}, paragraph);
    add(label, paragraph);
    // "MR. LEE:" may have been two sentences.
    while (next != document.sentences.end() && next->span.end <= label.end) ++next;
    if (next == document.sentences.end() || next->span.begin >= label.end) continue;
    const Span rest = without_space(document.folded.text(), {label.end, next->span.end});
    if (rest.empty()) ++next;
    else next->span = rest;
  }
  parted.insert(parted.end(), next, document.sentences.end());
  document.sentences = std::move(parted);
}

/// The first part of `analyze`: what comes before the layers of sentences.
Analysis analyze_lines(const RuleSet& rules, std::string text, const ExtractOptions& options) {
  Analysis analysis{read_lines(std::move(text)), {}, Annotations(rules)};
  run_layers(rules, Unit::line, analysis.document, options, analysis.annotations);
  analysis.structure = find_structure(rules, analysis.document, analysis.annotations, options.headings);
  segment(analysis.document, rules.segment_words());
  leave_out_dateline(analysis.structure, analysis.document);
  part_labels(analysis.structure, analysis.document);
  annotate_quotations(rules, analysis.document, analysis.annotations);
  return analysis;
}

}  // namespace

Analysis analyze(const RuleSet& rules, std::string text, const ExtractOptions& options) {
  Analysis analysis = analyze_lines(rules, std::move(text), options);
  run_layers(rules, Unit::sentence, analysis.document, options, analysis.annotations);
  run_layers(rules, Unit::document, analysis.document, options, analysis.annotations);
  return analysis;
}

Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options) {
  Analysis analysis = analyze_lines(rules, std::move(text), options);
  const auto& [document, structure, annotations] = analysis;
  SentenceLayers layers(rules, document, options, analysis.annotations);
  layers.run();
  run_layers(rules, Unit::document, document, options, analysis.annotations);
  const Subjects subjects(rules, document, annotations, &layers);
  const std::vector<Statement> statements = find_statements(rules, document, structure, annotations, subjects);
  const Speakers speakers = resolve_speakers(rules, document, structure, annotations, subjects, statements);
  return make_records(rules, document, structure, annotations, statements, speakers, digest, options.terms);
}

}  // namespace onrecord
