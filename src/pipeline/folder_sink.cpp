#include "onrecord/pipeline/folder_sink.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/pipeline/output_name.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

InputFailure refusal(const WrittenDocument& document, const char* code, std::string message) {
  InputFailure failure;
  failure.id = document.id;
  failure.source = document.source;
  failure.code = code;
  failure.message = std::move(message);
  return failure;
}

std::string temporary_of(const std::string& folder) { return folder + "/.onrecord.part"; }

std::uint64_t digest_of(const std::string& name) { return std::strtoull(sha256_hex(name).substr(0, 16).c_str(), nullptr, 16); }

}  // namespace

FolderSink::FolderSink(std::string folder, std::string suffix, Frame frame, std::unique_ptr<DoneList> done)
    : folder_(std::move(folder)), suffix_(std::move(suffix)), frame_(std::move(frame)), done_(std::move(done)) {
  if (done_) unlink(temporary_of(folder_).c_str());
}

bool FolderSink::has(const SourceDocument& document) const {
  if (!done_) return false;
  const std::optional<std::string> name = output_name(document.id, document.source, suffix_);
  return name && done_->has(*name, content_digest(document)) && access((folder_ + '/' + *name).c_str(), F_OK) == 0;
}

std::optional<InputFailure> FolderSink::write(const WrittenDocument& document) {
  const std::optional<std::string> name = output_name(document.id, document.source, suffix_);
  if (!name) return refusal(document, "refused_name", "'" + document.id + "' names no file below the output folder: it must be relative, without '..'");
  if (!names_.insert(digest_of(*name)).second) return refusal(document, "name_taken", "another document has the output file '" + *name + "' already");
  if (document.is_done) return std::nullopt;
  write_file(*name, document.records);
  if (done_ && !document.digest.empty() && !failures_.has_errors()) done_->add(*name, document.digest);
  return std::nullopt;
}

void FolderSink::write_file(const std::string& name, std::string_view records) {
  const std::string path = folder_ + '/' + name;
  const fs::path parent = fs::path(path).parent_path();
  std::error_code error;
  if (parent.native() != last_parent_) fs::create_directories(parent, error);
  if (!error) last_parent_ = parent.native();
  if (!records.empty()) records.remove_prefix(frame_.separator.size());
  std::string content = frame_.head;
  content += records;
  content += frame_.tail;
  // Nobody else writes to a folder whose list is open, so one name is enough there.
  constexpr auto safety = OutputFile::Safety::of_process;
  std::optional<OutputFile> file =
      done_ ? OutputFile::open_by_way_of(temporary_of(folder_), path, failures_, safety) : OutputFile::open(path, failures_, safety);
  if (file && file->write(content, failures_)) file->finish(failures_);
}

bool FolderSink::flush(const RunSummary&, Diagnostics& diagnostics) {
  for (const Diagnostic& failure : failures_.items()) diagnostics.add(failure);
  return !failures_.has_errors() && (!done_ || done_->save(false, diagnostics));
}

bool FolderSink::finish(const RunSummary&, Ending, Diagnostics& diagnostics) { return !done_ || done_->save(true, diagnostics); }

}  // namespace onrecord
