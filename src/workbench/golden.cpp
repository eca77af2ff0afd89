#include "onrecord/workbench/golden.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "onrecord/extract/extract.h"
#include "onrecord/input/documents.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/unpack/byte_source.h"
#include "onrecord/workbench/read_documents.h"
#include "onrecord/workbench/record_diff.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 1U << 30U;
constexpr std::string_view digest_key = "\"rules\":\"";

bool is_article(const fs::path& path) {
  std::error_code error;
  const bool has_suffix = path.extension() == ".txt" || path.extension() == ".md";
  return has_suffix && path.stem() != "README" && fs::is_regular_file(path, error);
}

/// The files of a folder that fit, by name.
template <typename Fits>
std::vector<fs::path> files_in(const fs::path& folder, const Fits& fits) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (fits(entry->path())) files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<std::string> read_file(const fs::path& path) {
  std::optional<ByteSource> bytes = ByteSource::open(path.native());
  std::string text;
  if (!bytes || bytes->read_all(text, most_bytes) != ByteSource::Outcome::done) return std::nullopt;
  return text;
}

/// Takes the digest of the rules out of the document's record.
void blank_rules_digest(std::string& records) {
  const std::size_t key = records.substr(0, records.find('\n')).rfind(digest_key);
  if (key == std::string::npos) return;
  const std::size_t begin = key + digest_key.size();
  records.erase(begin, records.find('"', begin) - begin);
}

std::string records_of(const RuleSet& rules, const fs::path& article, const std::string& name) {
  InputOptions input;
  input.paths = {article.native()};
  std::string records;
  const auto append = [&](SourceDocument document) {
    const NdjsonWriter writer(rules, {});
    DocumentFacts facts;
    facts.doc = facts.source = name;
    facts.size = document.size;
    facts.sha256 = document.sha256;
    facts.encoding = document.encoding;
    Extraction extraction = extract(rules, {std::move(document.text), document.sha256, std::move(document.headings)}, {.terms = true});
    if (!document.title.empty()) extraction.title = std::move(document.title);
    if (extraction.byline.empty()) extraction.byline = std::move(document.byline);
    writer.append(records, facts, extraction);
  };
  read_documents(input, rules, append, [](const Diagnostic&) {});
  blank_rules_digest(records);
  return records;
}

std::string value_text(const ComparedRecord& record) {
  std::string text = fmt::format("{} {}", record.kind, record.rule);
  for (const auto& [name, value] : record.fields)
    if (name == "text" || name == "name" || name == "question" || name == "speaker.name") text += fmt::format(", {} = \"{}\"", name, value);
  return text;
}

/// *Missing*, *Noisy* and *Wrong* of one difference.
std::string difference_text(const DiffSample& sample) {
  const std::uint32_t line = sample.shown().line;
  if (!sample.after) return fmt::format("  Missing: want {} (line {})\n", value_text(*sample.before), line);
  if (!sample.before) return fmt::format("  Noisy:   got  {} (line {})\n", value_text(*sample.after), line);
  std::string text = fmt::format("  Wrong:   {} (line {})\n", value_text(*sample.after), line);
  if (!sample.old_rule.empty()) text += fmt::format("    rule: want \"{}\"\n          got  \"{}\"\n", sample.old_rule, sample.rule);
  for (const FieldChange& change : changed_fields(*sample.before, *sample.after))
    text += fmt::format("    {0}: want \"{1}\"\n    {3:<{4}}  got  \"{2}\"\n", change.name, change.before, change.after, "", change.name.size());
  return text;
}

/// The first line that differs, where records say the same but their places, ids or order do not.
std::string first_difference(std::string_view want, std::string_view got) {
  std::size_t line = 1;
  while (!want.empty() && !got.empty() && want.substr(0, want.find('\n')) == got.substr(0, got.find('\n'))) {
    want.remove_prefix(std::min(want.find('\n'), want.size() - 1) + 1);
    got.remove_prefix(std::min(got.find('\n'), got.size() - 1) + 1);
    ++line;
  }
  return fmt::format("  Wrong:   line {}\n    want {}\n    got  {}\n", line, want.substr(0, want.find('\n')), got.substr(0, got.find('\n')));
}

std::string differences_text(const std::string& name, const std::string& want, const std::string& got, std::size_t& count) {
  RecordDiff diff({.samples = 0, .passages = false, .renamed = {}});
  std::string text;
  for (const DiffSample& sample : diff.add(name, {}, want, got)) {
    text += difference_text(sample);
    ++count;
  }
  if (!text.empty()) return text;
  ++count;
  return first_difference(want, got);
}

class GoldenRun {
 public:
  GoldenRun(const RuleSet& rules, const GoldenFolders& folders, bool update, Diagnostics& diagnostics)
      : rules_(rules), folders_(folders), update_(update), diagnostics_(diagnostics) {}

  TestResult test_article(const fs::path& article) {
    const fs::path accepted = folders_.accepted / (article.stem().native() + ".ndjson");
    std::error_code error;
    const fs::path place = fs::relative(article, folders_.project, error);
    const std::string name = error || place.empty() ? article.generic_string() : place.generic_string();
    const std::string got = records_of(rules_, article, name);
    TestResult result = result_for(article.stem().string(), accepted);
    const std::optional<std::string> want = read_file(accepted);
    if (want && *want == got) return result;
    if (update_ && write(accepted, got)) return result;
    result.outcome = TestOutcome::failed;
    if (!want) {
      result.message = "there are no accepted records of this article";
      result.details = fmt::format("  Missing: {}\n  to accept what the rules find now: the same command with --update\n", accepted.generic_string());
      return result;
    }
    std::size_t count = 0;
    result.details = differences_text(name, *want, got, count);
    result.message = fmt::format("{} record{} differ{}", count, count == 1 ? "" : "s", count == 1 ? "s" : "");
    return result;
  }

  TestResult without_article(const fs::path& accepted) const {
    TestResult result = result_for(accepted.stem().string(), accepted);
    result.outcome = TestOutcome::failed;
    result.message = "these records have no article";
    result.details = fmt::format("  Missing: {} (or .md)\n", (folders_.articles / (accepted.stem().native() + ".txt")).generic_string());
    return result;
  }

 private:
  TestResult result_for(const std::string& name, const fs::path& accepted) const {
    TestResult result;
    result.suite = "golden";
    result.name = name;
    result.file = accepted.generic_string();
    return result;
  }

  bool write(const fs::path& path, const std::string& records) {
    std::optional<OutputFile> output = OutputFile::open(path.native(), diagnostics_);
    return output && output->write(records, diagnostics_) && output->finish(diagnostics_);
  }

  const RuleSet& rules_;
  const GoldenFolders& folders_;
  bool update_;
  Diagnostics& diagnostics_;
};

}  // namespace

GoldenFolders golden_folders(const fs::path& accepted) {
  std::error_code error;
  fs::path normal = (accepted / "").lexically_normal().parent_path();
  if (normal.empty()) normal = ".";
  const fs::path above = (normal / ".." / "..").lexically_normal();
  GoldenFolders folders{normal, normal, above.empty() ? "." : above};
  if (files_in(normal, is_article).empty() && fs::is_directory(folders.project / "examples", error))
    folders.articles = (folders.project / "examples").lexically_normal();
  return folders;
}

std::vector<TestResult> run_golden_tests(const RuleSet& rules, const GoldenFolders& folders, bool update,
                                         const std::function<bool(const std::string&)>& selects, Diagnostics& diagnostics) {
  GoldenRun run(rules, folders, update, diagnostics);
  std::vector<TestResult> results;
  std::set<std::string> names;
  for (const fs::path& article : files_in(folders.articles, is_article)) {
    names.insert(article.stem().string());
    if (selects("golden/" + article.stem().string())) results.push_back(run.test_article(article));
  }
  for (const fs::path& accepted : files_in(folders.accepted, [](const fs::path& path) { return path.extension() == ".ndjson"; })) {
    const std::string name = accepted.stem().string();
    if (!names.contains(name) && selects("golden/" + name)) results.push_back(run.without_article(accepted));
  }
  return results;
}

}  // namespace onrecord
