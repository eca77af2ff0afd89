#include "onrecord/pipeline/record_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "onrecord/base/digest.h"
#include "onrecord/base/utf8.h"
#include "onrecord/input/failures.h"
#include "onrecord/output/kinds.h"

namespace onrecord {
namespace {

using Part = RecordBlock::Part;

/// Names of files may be any bytes; what is written is UTF-8.
std::string as_utf8(std::string name) {
  repair_utf8(name);
  return name;
}

/// Something that is wrong with a document and costs none of its records.
InputFailure flaw(const SourceDocument& document, const char* code, std::string message) {
  InputFailure failure;
  failure.id = document.id;
  failure.source = document.source;
  failure.code = code;
  failure.message = std::move(message);
  failure.passed = document.passed;
  failure.line = document.line;
  return failure;
}

InputFailure repaired_failure(const SourceDocument& document) {
  const std::string what = document.repaired == 1 ? fmt::format("1 byte that is not {} was", document.encoding)
                                                  : fmt::format("{} bytes that are not {} were", document.repaired, document.encoding);
  return flaw(document, "bad_encoding", what + " replaced");
}

InputFailure unexpanded_failure(const SourceDocument& document) {
  const std::string what = document.unexpanded == 1 ? "1 reference to an entity of the document itself was"
                                                    : fmt::format("{} references to entities of the document itself were", document.unexpanded);
  return flaw(document, "entities", what + " not expanded");
}

std::vector<std::pair<std::string, std::uint64_t>> counts_of(const Extraction& extraction) {
  std::vector<std::pair<std::string, std::uint64_t>> counts;
  for (const Record& record : extraction.records) {
    const std::string_view kind = kind_of(record);
    const auto found = std::find_if(counts.begin(), counts.end(), [kind](const auto& count) { return count.first == kind; });
    if (found != counts.end()) ++found->second;
    else counts.emplace_back(kind, 1);
  }
  return counts;
}

/// Puts `key` and a tab at the beginning of each line from `begin` on.
void prefix_lines(std::string& lines, std::size_t begin, const std::string& key) {
  std::string prefixed;
  for (std::size_t line = begin; line < lines.size();) {
    const std::size_t next = lines.find('\n', line) + 1;
    prefixed += key;
    prefixed += '\t';
    prefixed.append(lines, line, next - line);
    line = next;
  }
  lines.replace(begin, std::string::npos, prefixed);
}

/// A document that a mistake of ours stopped at: it costs its own records, not those of the others.
InputFailure internal_failure(const SourceDocument& document, const std::string& what) {
  InputFailure failure;
  failure.id = document.id;
  failure.source = document.source;
  failure.code = "internal";
  failure.message = "a mistake in the program: " + what;
  failure.key = document.key;
  failure.passed = document.passed;
  return failure;
}

/// Whether `byline` says all of these names, which commas part.
bool says_all(std::string_view byline, std::string_view names) {
  constexpr std::string_view comma = ", ";
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(comma), names.size());
    if (byline.find(names.substr(0, end)) == std::string_view::npos) return false;
    names.remove_prefix(std::min(end + comma.size(), names.size()));
  }
  return true;
}

/// The names that markup gives go before others; where the text has them too, it says them better ("Ann Lee and Bo Berg").
void set_byline(Extraction& extraction, std::string names) {
  const bool is_part = !extraction.byline.empty() && names.find(',') == std::string::npos && names.find(extraction.byline) != std::string::npos;
  if (!names.empty() && !is_part && !says_all(extraction.byline, names)) extraction.byline = std::move(names);
}

/// Adds a part to the block for each input, in their order. Documents wait for some others, to be worked on together.
class PartMaker {
 public:
  PartMaker(const BlockMaker& maker, RecordBlock& block) : maker_(maker), block_(block) {}

  void add(Input input) {
    const auto* document = std::get_if<SourceDocument>(&input);
    const bool is_extracted = document != nullptr && !maker_.sink.has(*document);
    if (is_extracted) waiting_bytes_ += document->text.size();
    waiting_.push_back({std::move(input), is_extracted});
    if (waiting_bytes_ >= bytes_together) make_parts();
  }

  /// Adds the parts of all that waits.
  void make_parts() {
    std::vector<Article> articles;
    for (Waiting& waiting : waiting_) {
      if (waiting.is_extracted) articles.push_back(article_of(std::get<SourceDocument>(waiting.input)));
    }
    auto next = waiting_.begin();
    extract_together(maker_.rules, std::move(articles), maker_.extract, [&](ArticleResult result) {
      for (; !next->is_extracted; ++next) add_part(std::move(next->input));
      add_document(std::get<SourceDocument>(std::move((next++)->input)), std::move(result));
    });
    for (; next != waiting_.end(); ++next) add_part(std::move(next->input));
    waiting_.clear();
    waiting_bytes_ = 0;
  }

 private:
  struct Waiting {
    Input input;
    bool is_extracted = false;
  };

  /// Takes text and headings out of the document, or shares the text with a writer that needs it.
  Article article_of(SourceDocument& document) const {
    std::string text = maker_.writer.needs_text() ? document.text : std::exchange(document.text, {});
    return {std::move(text), document.sha256, std::move(document.headings)};
  }

  /// Of an input that nothing is extracted from.
  void add_part(Input input) {
    std::visit([this](auto&& one) { add_one(std::forward<decltype(one)>(one)); }, std::move(input));
  }

  void add_one(const InputWarning& warning) { part(Part::Kind::warning).reports.push_back(diagnostic_of(warning)); }

  void add_one(UnitEnd end) {
    Part& ended = part(Part::Kind::unit_end);
    ended.digest = std::move(end.digest);
    ended.bytes = end.bytes;
  }

  void add_one(const InputFailure& failure) {
    Part& failed = part(Part::Kind::failure, failure.id, failure.source);
    add_error(failed, failure, true);
    end_records(failed, failure.key);
  }

  void add_one(const SourceDocument& document) { part(Part::Kind::skipped, document.id, document.source); }

  void add_document(SourceDocument document, ArticleResult result) {
    if (result.mistake) return add_one(internal_failure(document, *result.mistake));
    Extraction& extraction = result.extraction;
    Part& done = part(Part::Kind::document, document.id, document.source);
    done.digest = content_digest(document);
    DocumentFacts facts{as_utf8(document.id), as_utf8(document.source), document.size, document.sha256, document.encoding, {}, passed_fields(document.passed)};
    if (maker_.writer.needs_text()) facts.text = std::move(document.text);
    if (!document.title.empty()) extraction.title = as_utf8(std::move(document.title));
    set_byline(extraction, as_utf8(std::move(document.byline)));
    maker_.writer.append(block_.records, facts, extraction);
    done.counts = counts_of(extraction);
    if (document.repaired > 0) add_error(done, repaired_failure(document), false);
    if (document.unexpanded > 0) add_error(done, unexpanded_failure(document), false);
    end_records(done, document.key);
  }

  Part& part(Part::Kind kind, std::string id = {}, std::string source = {}) {
    Part& added = block_.parts.emplace_back();
    added.kind = kind;
    added.end = block_.records.size();
    added.id = std::move(id);
    added.source = std::move(source);
    return added;
  }

  std::vector<PassedField> passed_fields(const std::vector<std::string>& values) const {
    std::vector<PassedField> fields;
    for (std::size_t i = 0; i < values.size(); ++i) fields.push_back({maker_.input.pass[i], values[i]});
    return fields;
  }

  void add_error(Part& to, const InputFailure& failure, bool fatal) {
    maker_.writer.append(block_.records, ErrorRecord{as_utf8(failure.id), as_utf8(failure.source), failure.code, as_utf8(failure.message), fatal,
                                                     passed_fields(failure.passed)});
    to.reports.push_back(diagnostic_of(failure));
    to.errors.push_back(failure.code);
  }

  /// `to.end` is still where the part began.
  void end_records(Part& to, const std::string& key) {
    if (maker_.input.has_keys) prefix_lines(block_.records, to.end, key);
    to.end = block_.records.size();
  }

  const BlockMaker& maker_;
  RecordBlock& block_;
  std::vector<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;  // of text
};

}  // namespace

std::string content_digest(const SourceDocument& document) {
  if (document.passed.empty() && document.key.empty()) return document.sha256;
  std::string all = document.sha256 + '\n' + document.key;
  for (const std::string& value : document.passed) all += '\n' + value;
  return sha256_hex(all);
}

RecordBlock BlockMaker::make(Piece piece) const {
  constexpr std::size_t usual_size = 256U << 10U;  // of the records of a piece; untouched memory costs nothing
  RecordBlock block;
  block.records.reserve(usual_size);
  PartMaker parts(*this, block);
  read_piece(std::move(piece), input, [&parts](Input one) {
    parts.add(std::move(one));
    return true;
  });
  parts.make_parts();
  return block;
}

}  // namespace onrecord
