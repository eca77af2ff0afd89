#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace onrecord {

/// What a run has done so far.
struct RunSummary {
  std::uint64_t documents = 0;                   ///< extracted
  std::uint64_t skipped = 0;                     ///< documents that an earlier run had done
  std::uint64_t bytes_in = 0;                    ///< of the input
  std::uint64_t bytes_out = 0;                   ///< of the records written
  std::map<std::string, std::uint64_t> records;  ///< found, by type
  std::map<std::string, std::uint64_t> errors;   ///< error records, by code
  std::uint64_t units = 0;                       ///< of the input that are done, see `UnitEnd`
  std::string units_digest;                      ///< of all these units together; empty where units have none
  bool was_stopped = false;                      ///< it was asked to stop, and did so between two documents
  bool output_failed = false;                    ///< the rest was not written

  /// Of all codes together.
  std::uint64_t error_count() const;
  /// Of all types together.
  std::uint64_t record_count() const;
  bool operator==(const RunSummary&) const = default;
};

}  // namespace onrecord
