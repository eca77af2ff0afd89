#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/unpack/buffered_reader.h"
#include "onrecord/unpack/byte_reader.h"

namespace onrecord {

/// Whether the first bytes are those of a WARC file (1.0 or 1.1; ISO 28500).
bool is_warc(std::string_view head);

/// One record that holds a page or its text.
struct WarcRecord {
  enum class Kind : std::uint8_t { response, resource, conversion };
  Kind kind = Kind::response;
  std::string target;        ///< the URI; empty: not said
  std::string content_type;  ///< of the block, as written: "application/http; msgtype=response", "text/plain"
  std::string block;         ///< empty where `problem` is set
  std::optional<ReadProblem> problem;  ///< "too_large", "corrupt", "truncated": this record could not be read, the next ones can
};

/// Reads WARC and WET files record by record, compression already undone. Records of other types (requests, metadata, revisits) are
/// passed over. Where a length is wrong, the reader goes on at the next line that begins a record.
class WarcReader {
 public:
  /// `limit`: the most bytes of a block.
  WarcReader(std::unique_ptr<BufferedReader> bytes, std::uint64_t limit) : bytes_(std::move(bytes)), limit_(limit) {}

  /// The next record; none at the end and after a problem of the file.
  std::optional<WarcRecord> next();
  const std::optional<ReadProblem>& problem() const { return bytes_->problem(); }

 private:
  struct Header;
  bool find_record();
  std::optional<Header> read_header();
  std::optional<WarcRecord> read_record(const Header& header);
  bool ends_here();

  std::unique_ptr<BufferedReader> bytes_;
  std::uint64_t limit_;
};

}  // namespace onrecord
