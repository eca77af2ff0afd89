#include "onrecord/app/extract_output.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "onrecord/app/messages.h"
#include "onrecord/base/digest.h"
#include "onrecord/pipeline/folder_sink.h"
#include "onrecord/pipeline/resumable_sink.h"
#include "onrecord/pipeline/stream_sink.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

bool exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

bool is_device_or_pipe(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

/// All that decides what is written: a run goes on only where an earlier one with the same key ended. `input`: how many
/// units come in which order matters only where they are written one behind the other.
std::string resume_key(const ExtractArguments& arguments, const RuleSet& rules, bool with_input) {
  const InputOptions& input = arguments.input;
  Json options = {{"format", arguments.format.format},
                  {"kinds", arguments.format.kinds},
                  {"emit_text", arguments.format.emit_text},
                  {"terms", arguments.pipeline.extract.terms},
                  {"from", static_cast<int>(input.format)},
                  {"text_field", input.text_field.value_or("")},
                  {"id_field", input.id_field.value_or("")},
                  {"title_field", input.title_field.value_or("")},
                  {"encoding", input.encoding},
                  {"pass", input.pass},
                  {"has_keys", input.has_keys},
                  {"max_document_bytes", input.max_document_bytes},
                  {"max_window_bytes", input.max_window_bytes}};
  if (with_input) {
    options["paths"] = input.paths;
    options["list"] = input.list.value_or("");
    options["shard"] = {input.shard, input.shards};
  }
  const std::string digest = sha256_hex(options.dump(-1, ' ', false, Json::error_handler_t::replace));
  return fmt::format("onrecord {} rules {} options {}", ONRECORD_VERSION, rules.digest(), digest.substr(0, 16));
}

void show_note(const std::string& file, std::string message) {
  Diagnostic note;
  note.severity = Severity::note;
  note.file = file;
  note.message = std::move(message);
  show(note);
}

/// Where an earlier run ended, if this one can go on from there.
ResumePoint point_to_go_on_from(const std::string& path, const std::string& point_path, const std::string& key) {
  const std::string partial = OutputFile::partial_name(path);
  ResumePoint fresh;
  fresh.key = key;
  std::optional<ResumePoint> point = read_resume_point(point_path);
  if (!point) return fresh;
  if (point->key != key) {
    show_note(point_path, "the rules, the version or the options are others than before: everything is done anew");
    return fresh;
  }
  std::error_code error;
  const bool is_renamed = point->is_finished && !exists(partial) && exists(path);
  const std::uintmax_t size = is_renamed ? point->output_bytes : std::filesystem::file_size(partial, error);
  return error || size < point->output_bytes ? fresh : *std::move(point);
}

/// The run had ended but for the name of its file.
std::optional<OpenedOutput> finish_earlier_run(const std::string& path, const std::string& point_path, const ResumePoint& point, Diagnostics& diagnostics) {
  if (exists(OutputFile::partial_name(path))) {
    std::optional<OutputFile> file = OutputFile::open_partial(path, point.output_bytes, diagnostics);
    if (!file || !file->finish(diagnostics)) return std::nullopt;
  }
  remove_resume_point(point_path);
  return OpenedOutput{nullptr, point.summary};
}

std::optional<OpenedOutput> open_resumable(const std::string& path, const std::string& key, const RecordWriter& writer, Diagnostics& diagnostics) {
  const std::string point_path = path + ".resume";
  ResumePoint point = point_to_go_on_from(path, point_path, key);
  if (point.is_finished) return finish_earlier_run(path, point_path, point, diagnostics);
  std::optional<OutputFile> partial = OutputFile::open_partial(path, point.output_bytes, diagnostics);
  if (!partial) return std::nullopt;
  const RunSummary resumed = point.summary;
  return OpenedOutput{std::make_unique<ResumableSink>(*std::move(partial), writer.frame(), point_path, std::move(point)), resumed};
}

std::optional<OpenedOutput> open_folder(const ExtractArguments& arguments, const RuleSet& rules, const RecordWriter& writer, Diagnostics& diagnostics) {
  std::error_code error;
  std::filesystem::create_directories(arguments.output_folder, error);
  if (error) {
    Diagnostic diagnostic;
    diagnostic.file = arguments.output_folder;
    diagnostic.message = "cannot make this folder: " + error.message();
    diagnostics.add(std::move(diagnostic));
    return std::nullopt;
  }
  std::unique_ptr<DoneList> done;
  if (arguments.resumes) {
    done = std::make_unique<DoneList>(arguments.output_folder, resume_key(arguments, rules, false), diagnostics);
    if (!done->is_open() || diagnostics.has_errors()) return std::nullopt;
  }
  return OpenedOutput{std::make_unique<FolderSink>(arguments.output_folder, '.' + arguments.format.format, writer.frame(), std::move(done)), {}};
}

std::optional<OpenedOutput> open_stream(const std::string& path, const RecordWriter& writer, Diagnostics& diagnostics) {
  std::optional<OutputFile> file = path == "-" ? OutputFile::standard_output() : OutputFile::open(path, diagnostics);
  if (!file) return std::nullopt;
  return OpenedOutput{std::make_unique<StreamSink>(*std::move(file), writer.frame()), {}};
}

/// To write where articles are read would cost the articles, or make articles of records without end.
std::string problem_with_paths(const ExtractArguments& arguments) {
  const std::vector<FileIdentity> outputs = outputs_of(arguments);
  for (const std::string& path : arguments.input.paths) {
    const auto identity = path == "-" ? identity_of_open(STDIN_FILENO) : identity_of(path);
    if (!identity || std::find(outputs.begin(), outputs.end(), *identity) == outputs.end()) continue;
    return fmt::format("{} cannot be read: the output goes to it", path == "-" ? "standard input" : '\'' + path + '\'');
  }
  return {};
}

}  // namespace

std::vector<FileIdentity> outputs_of(const ExtractArguments& arguments) {
  const auto identity = !arguments.output_folder.empty() ? identity_of(arguments.output_folder)
                        : arguments.output == "-"        ? identity_of_open(STDOUT_FILENO)
                                                         : identity_of(arguments.output);
  return identity ? std::vector<FileIdentity>{*identity} : std::vector<FileIdentity>();
}

std::string problem_with_output(const ExtractArguments& arguments) {
  const bool has_folder = !arguments.output_folder.empty();
  if (has_folder && arguments.output != "-") return "-o and --output-dir do not go together";
  if (arguments.input.has_keys && arguments.format.format != "ndjson") return "--key-prefix goes with --format ndjson only";
  if (arguments.input.has_keys && has_folder) return "--key-prefix and --output-dir do not go together";
  if (arguments.resumes && !has_folder && (arguments.output == "-" || is_device_or_pipe(arguments.output)))
    return "--resume needs a file to go on with: -o FILE or --output-dir DIR";
  if (std::string problem = problem_with_paths(arguments); !problem.empty()) return problem;
  return problem_with(arguments.format);
}

std::optional<OpenedOutput> open_output(const ExtractArguments& arguments, const RuleSet& rules, const RecordWriter& writer) {
  Diagnostics diagnostics;
  std::optional<OpenedOutput> opened;
  if (!arguments.output_folder.empty()) opened = open_folder(arguments, rules, writer, diagnostics);
  else if (arguments.resumes) opened = open_resumable(arguments.output, resume_key(arguments, rules, true), writer, diagnostics);
  else opened = open_stream(arguments.output, writer, diagnostics);
  show(diagnostics);
  return opened;
}

std::string stats_line(const RunSummary& summary, double seconds) {
  const Json stats = {
      {"documents", summary.documents}, {"skipped", summary.skipped},     {"records", summary.records},     {"errors", summary.errors},
      {"bytes_in", summary.bytes_in},   {"bytes_out", summary.bytes_out}, {"stopped", summary.was_stopped}, {"seconds", std::round(seconds * 100) / 100}};
  return stats.dump() + '\n';
}

bool write_stats(const std::string& where, const RunSummary& summary, double seconds) {
  const std::string line = stats_line(summary, seconds);
  if (where == "-") return std::fwrite(line.data(), 1, line.size(), stderr) == line.size();
  Diagnostics diagnostics;
  std::optional<OutputFile> file = OutputFile::open(where, diagnostics);
  const bool is_written = file && file->write(line, diagnostics) && file->finish(diagnostics);
  show(diagnostics);
  return is_written;
}

}  // namespace onrecord
