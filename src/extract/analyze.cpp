#include "onrecord/extract/analyze.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "onrecord/extract/matching/match.h"
#include "onrecord/extract/statements/quotation_marks.h"
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

}  // namespace

void find_sentences(const RuleSet& rules, const Headings& headings, Analysis& analysis) {
  analysis.structure = find_structure(rules, analysis.document, analysis.annotations, headings);
  segment(analysis.document, rules.segment_words());
  leave_out_dateline(analysis.structure, analysis.document);
  part_labels(analysis.structure, analysis.document);
  annotate_quotations(rules, analysis.document, analysis.annotations);
}

Analysis analyze(const RuleSet& rules, std::string text, const ExtractOptions& options) {
  Analysis analysis{read_lines(std::move(text)), {}, Annotations(rules)};
  run_layers(rules, Unit::line, analysis.document, options, analysis.annotations);
  find_sentences(rules, {}, analysis);
  run_layers(rules, Unit::sentence, analysis.document, options, analysis.annotations);
  run_layers(rules, Unit::document, analysis.document, options, analysis.annotations);
  return analysis;
}

}  // namespace onrecord
