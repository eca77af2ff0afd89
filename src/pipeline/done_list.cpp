#include "onrecord/pipeline/done_list.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "onrecord/base/digest.h"
#include "onrecord/pipeline/file_lock.h"
#include "onrecord/pipeline/output_file.h"

namespace onrecord {
namespace {

constexpr const char* file_name = "/.onrecord.done";
constexpr std::chrono::milliseconds between_saves{500};
constexpr std::size_t digits = 16;

std::uint64_t number_of(const std::string& hex) { return std::strtoull(hex.substr(0, digits).c_str(), nullptr, 16); }
std::string short_digest(const std::string& text) { return sha256_hex(text).substr(0, digits); }

std::string all_of(int descriptor) {
  std::string all;
  char buffer[1U << 16U];
  for (ssize_t count = 0; (count = read(descriptor, buffer, sizeof(buffer))) > 0;) all.append(buffer, static_cast<std::size_t>(count));
  return all;
}

}  // namespace

DoneList::DoneList(const std::string& folder, const std::string& key, Diagnostics& diagnostics) : path_(folder + file_name) {
  descriptor_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    diagnostics.add(system_error(path_, "cannot open"));
  } else if (lock(diagnostics)) {
    read(key, diagnostics);
  } else {
    close(descriptor_);
    descriptor_ = -1;
  }
}

bool DoneList::lock(Diagnostics& diagnostics) const {
  const Lock lock = lock_file(descriptor_);
  if (lock == Lock::held) diagnostics.add(problem_with_file(path_, "another run writes to this folder; give each run one of its own"));
  if (lock == Lock::failed) diagnostics.add(system_error(path_, "cannot lock"));
  return lock == Lock::taken || lock == Lock::unsupported;
}

DoneList::~DoneList() {
  if (descriptor_ >= 0) close(descriptor_);
}

/// Only whole lines count: the last one may have been cut.
void DoneList::read(const std::string& key, Diagnostics& diagnostics) {
  const std::string all = all_of(descriptor_);
  const std::size_t whole = all.rfind('\n') + 1;
  std::istringstream lines(all.substr(0, whole));
  std::string line;
  if (!std::getline(lines, line) || line != key) {
    if (!all.empty()) {
      Diagnostic note;
      note.severity = Severity::note;
      note.file = path_;
      note.message = "the rules, the version or the options are others than before: everything is done anew";
      diagnostics.add(std::move(note));
    }
    begin(key, diagnostics);
    return;
  }
  while (std::getline(lines, line))
    if (line.size() == 2 * digits + 1) done_[number_of(line)] = number_of(line.substr(digits + 1));
  if (ftruncate(descriptor_, static_cast<off_t>(whole)) != 0) diagnostics.add(system_error(path_, "cannot write"));
  lseek(descriptor_, 0, SEEK_END);
}

bool DoneList::begin(const std::string& key, Diagnostics& diagnostics) {
  if (ftruncate(descriptor_, 0) != 0) diagnostics.add(system_error(path_, "cannot write"));
  lseek(descriptor_, 0, SEEK_SET);
  added_ = key + '\n';
  return save(true, diagnostics);
}

bool DoneList::has(const std::string& name, const std::string& digest) const {
  const auto found = done_.find(number_of(short_digest(name)));
  return found != done_.end() && found->second == number_of(digest);
}

void DoneList::add(const std::string& name, const std::string& digest) { added_ += short_digest(name) + ' ' + digest.substr(0, digits) + '\n'; }

bool DoneList::save(bool now, Diagnostics& diagnostics) {
  const auto time = std::chrono::steady_clock::now();
  if (added_.empty() || (!now && time - saved_at_ < between_saves)) return true;
  saved_at_ = time;
  if (syncfs(descriptor_) != 0 || !write_all(descriptor_, added_)) {
    diagnostics.add(system_error(path_, "cannot write"));
    return false;
  }
  added_.clear();
  return true;
}

}  // namespace onrecord
