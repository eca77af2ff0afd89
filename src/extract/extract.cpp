#include "onrecord/extract/extract.h"

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/match.h"
#include "onrecord/extract/quotation_marks.h"
#include "onrecord/extract/statement.h"
#include "onrecord/text/segment.h"

namespace onrecord {
Analysis analyze(const RuleSet& rules, std::string text, const ExtractOptions& options) {
  Analysis analysis{read_lines(std::move(text)), {}, Annotations(rules)};
  run_layers(rules, Unit::line, analysis.document, options, analysis.annotations);
  analysis.structure = find_structure(rules, analysis.document, analysis.annotations, options.headings);
  segment(analysis.document, rules.segment_words());
  annotate_quotations(rules, analysis.document, analysis.annotations);
  run_layers(rules, Unit::sentence, analysis.document, options, analysis.annotations);
  run_layers(rules, Unit::document, analysis.document, options, analysis.annotations);
  return analysis;
}

Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options) {
  Analysis analysis = analyze(rules, std::move(text), options);
  const auto& [document, structure, annotations] = analysis;
  const std::vector<Statement> statements = find_statements(rules, document, structure, analysis.annotations);
  const Speakers speakers = resolve_speakers(rules, document, structure, annotations, statements);
  return make_records(rules, document, structure, annotations, statements, speakers, digest, options.terms);
}

}  // namespace onrecord
