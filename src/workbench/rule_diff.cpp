#include "onrecord/workbench/rule_diff.h"

#include <cerrno>
#include <cstring>
#include <deque>
#include <functional>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "onrecord/extract/article_batches.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/unpack/byte_source.h"
#include "onrecord/workbench/read_documents.h"

namespace onrecord {
namespace {

constexpr std::uint64_t longest_line = 1U << 30U;

/// All kinds of records that rules make.
NdjsonOptions kinds_made_by(const RuleSet& rules) {
  NdjsonOptions options;
  for (std::string& kind : record_kinds(rules))
    if (kind != "document" && kind != "error") options.kinds.push_back(std::move(kind));
  return options;
}

/// One rule set and how its records are written.
class RecordMaker {
 public:
  RecordMaker(const RuleSet& rules, const ExtractOptions& options) : rules_(rules), options_(options), writer_(rules, kinds_made_by(rules)) {}

  /// Gives the lines of each document to `take`, in their order.
  void operator()(const std::vector<SourceDocument>& documents, const std::function<void(std::string)>& take) const {
    std::vector<Article> articles;
    for (const SourceDocument& document : documents) articles.push_back({document.text, document.sha256});
    auto next = documents.begin();
    extract_together(rules_, std::move(articles), options_, [&](const ArticleResult& result) {
      if (result.mistake) throw std::logic_error(*result.mistake);
      std::string lines;
      writer_.append(lines, facts_of(*next++), result.extraction);
      take(std::move(lines));
    });
  }

 private:
  static DocumentFacts facts_of(const SourceDocument& document) {
    DocumentFacts facts;
    facts.doc = document.id;
    facts.sha256 = document.sha256;
    return facts;
  }

  const RuleSet& rules_;
  const ExtractOptions& options_;
  NdjsonWriter writer_;
};

/// Compares two rule sets on one batch of documents after the other. Each set runs over a whole batch before the other has its
/// turn: the caches of the processor hold the automata of one of them, not of both.
class RulePair {
 public:
  RulePair(const RuleSet& before, const RuleSet& after, const ExtractOptions& extract_options, RecordDiffOptions options, const RuleDiffWatcher& watcher)
      : before_(before, extract_options), after_(after, extract_options), diff_(std::move(options)), watcher_(watcher) {}
  RulePair(const RulePair&) = delete;
  RulePair& operator=(const RulePair&) = delete;

  void add(SourceDocument document) { batches_.add(std::move(document)); }

  RecordDifferences finish() {
    batches_.finish();
    return diff_.finish();
  }

 private:
  void run(const std::vector<SourceDocument>& batch) {
    std::vector<std::string> before;
    before_(batch, [&before](std::string lines) { before.push_back(std::move(lines)); });
    std::size_t at = 0;
    after_(batch, [&](const std::string& after) {
      const SourceDocument& document = batch[at];
      const std::vector<DiffSample> differences = diff_.add(document.id, document.text, before[at], after);
      if (watcher_.see) watcher_.see({document.id, document.text, before[at], after, differences});
      ++at;
    });
  }

  RecordMaker before_, after_;
  RecordDiff diff_;
  const RuleDiffWatcher& watcher_;
  ArticleBatches<SourceDocument> batches_{[this](const std::vector<SourceDocument>& batch) { run(batch); }};
};

/// The lines of one document in a file of records.
struct DocumentLines {
  std::string doc;  ///< escaped as in the file
  std::string lines;
};

/// Reads a file of records document by document.
class RecordFile {
 public:
  RecordFile(const std::string& path, const RuleDiffWatcher& watcher) : path_(path), watcher_(watcher), bytes_(ByteSource::open(path)) {
    if (!bytes_) fail();
  }

  bool failed() const { return failed_; }

  std::optional<DocumentLines> next() {
    if (!bytes_) return std::nullopt;
    std::optional<DocumentLines> group;
    while (pending_ || read()) {
      const std::string doc(doc_of_record_line(*pending_));
      if (group && group->doc != doc) return group;
      if (!group) group = DocumentLines{doc, {}};
      group->lines += *pending_ + '\n';
      pending_.reset();
    }
    return group;
  }

 private:
  bool read() {
    std::string line;
    const ByteSource::Outcome outcome = bytes_->read_line(line, '\n', longest_line);
    if (outcome == ByteSource::Outcome::at_end) return false;
    if (outcome != ByteSource::Outcome::done) {
      fail();
      return false;
    }
    pending_ = std::move(line);
    return true;
  }

  void fail() {
    failed_ = true;
    Diagnostic diagnostic;
    diagnostic.file = path_;
    diagnostic.message = std::string("cannot read: ") + std::strerror(errno);
    watcher_.report(diagnostic);
  }

  std::string path_;
  const RuleDiffWatcher& watcher_;
  std::optional<ByteSource> bytes_;
  std::optional<std::string> pending_;
  bool failed_ = false;
};

/// Joins two files by document, with a window of those that still wait for their counterpart.
class RecordFileDiff {
 public:
  RecordFileDiff(RecordDiffOptions options, const RuleDiffWatcher& watcher, std::size_t window)
      : diff_(std::move(options)), watcher_(watcher), window_(window) {}

  RecordDifferences run(RecordFile& before, RecordFile& after) {
    while (true) {
      std::optional<DocumentLines> old = before.next(), now = after.next();
      if (!old && !now) break;
      if (old && now && old->doc == now->doc) {
        compare(old->doc, old->lines, now->lines);
        continue;
      }
      if (now) meet(*std::move(now), new_, old_, false);
      if (old) meet(*std::move(old), old_, new_, true);
    }
    for (const DocumentLines& left : old_) compare(left.doc, left.lines, {});
    for (const DocumentLines& left : new_) compare(left.doc, {}, left.lines);
    return diff_.finish();
  }

 private:
  void meet(DocumentLines group, std::deque<DocumentLines>& own, std::deque<DocumentLines>& others, bool is_old) {
    for (auto other = others.begin(); other != others.end(); ++other) {
      if (other->doc != group.doc) continue;
      if (is_old) compare(group.doc, group.lines, other->lines);
      else compare(group.doc, other->lines, group.lines);
      others.erase(other);
      return;
    }
    own.push_back(std::move(group));
    if (own.size() <= window_) return;
    compare(own.front().doc, is_old ? own.front().lines : "", is_old ? "" : own.front().lines);
    own.pop_front();
  }

  void compare(const std::string& doc, const std::string& before, const std::string& after) {
    const std::vector<DiffSample> differences = diff_.add(doc, {}, before, after);
    if (watcher_.see) watcher_.see({doc, {}, before, after, differences});
  }

  RecordDiff diff_;
  const RuleDiffWatcher& watcher_;
  std::size_t window_;
  std::deque<DocumentLines> old_, new_;
};

}  // namespace

RuleDiffOutcome diff_rules(const RuleSet& before, const RuleSet& after, const InputOptions& input, const ExtractOptions& extract_options,
                           RecordDiffOptions options, const RuleDiffWatcher& watcher) {
  RulePair rules(before, after, extract_options, std::move(options), watcher);
  RuleDiffOutcome outcome;
  outcome.failed = read_documents(
      input, after, [&rules](SourceDocument document) { rules.add(std::move(document)); }, watcher.report);
  outcome.found = rules.finish();
  return outcome;
}

RuleDiffOutcome diff_record_files(const std::string& before, const std::string& after, RecordDiffOptions options, const RuleDiffWatcher& watcher,
                                  std::size_t window) {
  RecordFile old_file(before, watcher), new_file(after, watcher);
  RuleDiffOutcome outcome;
  if (!old_file.failed() && !new_file.failed()) outcome.found = RecordFileDiff(std::move(options), watcher, window).run(old_file, new_file);
  outcome.failed = (old_file.failed() ? 1U : 0U) + (new_file.failed() ? 1U : 0U);
  return outcome;
}

std::map<std::string, std::string> renamed_rules(const RuleSet& rules) {
  std::map<std::string, std::string> renamed;
  for (const Rule& rule : rules.rules())
    for (const std::string& old : rule.definition().was) renamed.emplace(old, rule.name);
  return renamed;
}

}  // namespace onrecord
