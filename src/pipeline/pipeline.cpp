#include "onrecord/pipeline/pipeline.h"

#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/pipeline/in_order.h"
#include "onrecord/pipeline/record_block.h"

namespace onrecord {
namespace {

using Part = RecordBlock::Part;

/// Takes the blocks in order: writes them, tells of them, counts them, and knows when to stop.
class BlockTaker {
 public:
  BlockTaker(RecordSink& sink, const PipelineOptions& options, const PipelineObserver& observer)
      : sink_(sink), options_(options), observer_(observer), summary_(options.resumed) {
    summary_.units = 0;
    summary_.units_digest.clear();
  }

  /// False: no more.
  bool take(const RecordBlock& block) {
    std::size_t begin = 0;
    for (const Part& part : block.parts) {
      take_part(part, std::string_view(block.records).substr(begin, part.end - begin));
      begin = part.end;
      if (part.kind == Part::Kind::unit_end && has_ended()) break;
    }
    Diagnostics diagnostics;
    if (!summary_.output_failed && !is_catching_up()) fail_unless(sink_.flush(summary_, diagnostics), diagnostics);
    observer_.progress(summary_);
    return !has_ended();
  }

  RunSummary finish(bool was_stopped) {
    if (!summary_.output_failed && !was_stopped && is_catching_up()) fail_other_input();
    summary_.was_stopped = was_stopped;
    Diagnostics diagnostics;
    if (!summary_.output_failed) fail_unless(sink_.finish(summary_, ending(), diagnostics), diagnostics);
    return summary_;
  }

 private:
  bool has_too_many_errors() const { return options_.max_errors > 0 && summary_.error_count() >= options_.max_errors; }
  bool has_ended() const { return summary_.output_failed || (has_too_many_errors() && !is_catching_up()); }
  /// The units that come were written by the run that is gone on with.
  bool is_catching_up() const { return summary_.units < options_.resumed.units; }

  Ending ending() const {
    if (summary_.was_stopped) return Ending::stopped;
    return has_too_many_errors() ? Ending::cut : Ending::whole;
  }

  void take_part(const Part& part, std::string_view records) {
    for (const Diagnostic& diagnostic : part.reports) observer_.report(diagnostic);
    switch (part.kind) {
      case Part::Kind::document:
      case Part::Kind::skipped:
      case Part::Kind::failure: write(part, records); break;
      case Part::Kind::unit_end: count_unit(part); break;
      case Part::Kind::warning: break;
    }
  }

  void write(const Part& part, std::string_view records) {
    for (const std::string& code : part.errors) ++summary_.errors[code];
    if (const auto refused = sink_.write({part.id, part.source, part.digest, records, part.kind == Part::Kind::skipped})) {
      Diagnostic diagnostic;
      diagnostic.file = refused->source;
      diagnostic.message = refused->message;
      observer_.report(diagnostic);
      ++summary_.errors[refused->code];
      return;
    }
    if (part.kind == Part::Kind::document) ++summary_.documents;
    if (part.kind == Part::Kind::skipped) ++summary_.skipped;
    for (const auto& [kind, count] : part.counts) summary_.records[kind] += count;
    summary_.bytes_out += records.size();
  }

  void count_unit(const Part& part) {
    if (!is_catching_up()) summary_.bytes_in += part.bytes;
    ++summary_.units;
    if (!part.digest.empty()) summary_.units_digest = sha256_hex(summary_.units_digest + part.digest);
    if (summary_.units == options_.resumed.units && summary_.units_digest != options_.resumed.units_digest) fail_other_input();
  }

  void fail_other_input() {
    Diagnostics diagnostics;
    Diagnostic diagnostic;
    diagnostic.file = "onrecord";
    diagnostic.message = "the input is not that of the run to go on with; without --resume everything is done anew";
    diagnostics.add(std::move(diagnostic));
    fail_unless(false, diagnostics);
  }

  void fail_unless(bool is_done, const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics.items()) observer_.report(diagnostic);
    if (!is_done) summary_.output_failed = true;
  }

  RecordSink& sink_;
  const PipelineOptions& options_;
  const PipelineObserver& observer_;
  RunSummary summary_;
};

}  // namespace

RunSummary run_pipeline(const RuleSet& rules, const InputOptions& input, const RecordWriter& writer, RecordSink& sink, const PipelineOptions& options,
                        const PipelineObserver& observer) {
  DocumentStream stream(input);
  const BlockMaker maker{rules, writer, sink, input, options.extract};
  BlockTaker taker(sink, options, observer);
  const OrderedWork<Piece, RecordBlock> work = {[&stream] { return stream.next(); }, [&maker](Piece piece) { return maker.make(std::move(piece)); },
                                                [&taker](const RecordBlock& block) { return taker.take(block); }, [&stream] { return stream.is_at_end(); }};
  InOrder(work, options.jobs).run();
  return taker.finish(stream.was_stopped());
}

}  // namespace onrecord
