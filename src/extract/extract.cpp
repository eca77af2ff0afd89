#include "onrecord/extract/extract.h"

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/match.h"
#include "onrecord/extract/quotation_marks.h"
#include "onrecord/extract/statement.h"
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

/// The label of a turn is a sentence of its own, and what follows is read as any other text.
void part_labels(const Structure& structure, Document& document) {
  if (structure.turns.empty()) return;
  std::vector<Sentence> parted;
  auto next = document.sentences.begin();
  for (const Turn& turn : structure.turns) {
    while (next != document.sentences.end() && next->span.end <= turn.label.begin) parted.push_back(*next++);
    if (next == document.sentences.end()) break;
    parted.push_back({turn.label, next->paragraph});
    // "MR. LEE:" may have been two sentences.
    while (next != document.sentences.end() && next->span.end <= turn.label.end) ++next;
    if (next == document.sentences.end() || next->span.begin >= turn.label.end) continue;
    const Span rest = without_space(document.folded.text(), {turn.label.end, next->span.end});
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
