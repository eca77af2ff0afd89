#include "onrecord/pipeline/pipeline.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

/// Names of files may be any bytes; what is written is UTF-8.
std::string as_utf8(std::string name) {
  repair_utf8(name);
  return name;
}

/// What comes of one input: lines to write, what to tell the user, and what to count.
struct Result {
  std::string lines;
  std::vector<Diagnostic> reports;
  std::uint64_t documents = 0;
  std::uint64_t records = 0;
  std::uint64_t errors = 0;
};

Diagnostic diagnostic_of(const InputFailure& failure) {
  Diagnostic diagnostic;
  diagnostic.file = failure.source;
  diagnostic.line = static_cast<std::uint32_t>(failure.line);
  diagnostic.message = failure.message;
  return diagnostic;
}

/// Turns one input into its result. Keeps no state between inputs, so that they can be worked on side by side.
class ResultMaker {
 public:
  ResultMaker(const RuleSet& rules, const RecordWriter& writer, const PipelineOptions& options)
      : rules_(rules), writer_(writer), options_(options) {}

  Result operator()(InputWarning warning) const {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.file = std::move(warning.source);
    diagnostic.message = std::move(warning.message);
    Result result;
    result.reports.push_back(std::move(diagnostic));
    return result;
  }

  Result operator()(InputFailure failure) const {
    Result result;
    add_error(result, failure, true);
    return result;
  }

  Result operator()(SourceDocument document) const {
    Result result;
    DocumentFacts facts{as_utf8(document.id), as_utf8(document.source), document.size,
                        document.sha256,      document.encoding,        {},                        {}};
    if (writer_.needs_text()) facts.text = document.text;
    const Extraction extraction = extract(rules_, std::move(document.text), document.sha256, options_.extract);
    writer_.append(result.lines, facts, extraction);
    result.documents = 1;
    result.records = extraction.records.size();
    if (document.repaired > 0) add_error(result, repaired_failure(document), false);
    return result;
  }

 private:
  static InputFailure repaired_failure(const SourceDocument& document) {
    std::string message = fmt::format("{} bytes that are not {} were replaced", document.repaired, document.encoding);
    return {document.id, document.source, "bad_encoding", std::move(message), 0};
  }

  void add_error(Result& result, const InputFailure& failure, bool fatal) const {
    writer_.append(result.lines, ErrorRecord{as_utf8(failure.id), as_utf8(failure.source), failure.code,
                                            as_utf8(failure.message), fatal, {}});
    result.reports.push_back(diagnostic_of(failure));
    ++result.errors;
  }

  const RuleSet& rules_;
  const RecordWriter& writer_;
  const PipelineOptions& options_;
};

}  // namespace

PipelineOutcome run_pipeline(const RuleSet& rules, DocumentStream& input, const RecordWriter& writer, OutputFile& output,
                             const PipelineOptions& options, const std::function<void(const Diagnostic&)>& report) {
  const ResultMaker make_result(rules, writer, options);
  PipelineOutcome outcome;
  while (auto next = input.next()) {
    const Result result = std::visit(make_result, *std::move(next));
    for (const Diagnostic& diagnostic : result.reports) report(diagnostic);
    outcome.documents += result.documents;
    outcome.records += result.records;
    outcome.errors += result.errors;
    Diagnostics diagnostics;
    if (!output.write(result.lines, diagnostics)) {
      for (const Diagnostic& diagnostic : diagnostics.items()) report(diagnostic);
      outcome.output_failed = true;
      break;
    }
    if (options.fail_fast && outcome.errors > 0) break;
  }
  return outcome;
}

}  // namespace onrecord
