#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

/// What is done in a folder for output, kept in a file there: the names of documents' files with digests of what they
/// were made from. A line is added only once the files it tells of are safe on the disk.
class DoneList {
 public:
  /// Reads the list in `folder`, if it was made under the same `key`; else begins a new one. A problem is a diagnostic,
  /// and then `is_open` is false.
  DoneList(const std::string& folder, const std::string& key, Diagnostics& diagnostics);
  ~DoneList();
  DoneList(const DoneList&) = delete;
  DoneList& operator=(const DoneList&) = delete;

  /// False: there is no list to read or to add to.
  bool is_open() const { return descriptor_ >= 0; }
  /// Whether the document of this name was done, and made from what has this digest.
  bool has(const std::string& name, const std::string& digest) const;
  /// Notes a document as done, for the next `save`.
  void add(const std::string& name, const std::string& digest);
  /// Writes what was added, if the last time is long enough ago or `now` is set. False, with a diagnostic, on failure.
  bool save(bool now, Diagnostics& diagnostics);

 private:
  bool lock(Diagnostics& diagnostics) const;
  void read(const std::string& key, Diagnostics& diagnostics);
  bool begin(const std::string& key, Diagnostics& diagnostics);

  std::string path_;
  int descriptor_ = -1;
  std::unordered_map<std::uint64_t, std::uint64_t> done_;
  std::string added_;
  std::chrono::steady_clock::time_point saved_at_ = std::chrono::steady_clock::now();
};

}  // namespace onrecord
