#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/unpack/byte_source.h"

namespace onrecord {

/// Whether the first bytes are those of a WARC file (1.0 or 1.1; ISO 28500).
bool is_warc(std::string_view head);

/// One record that holds a page or its text.
struct WarcRecord {
  enum class Kind : std::uint8_t { response, resource, conversion };
  Kind kind = Kind::response;
  std::string target;                  ///< the URI; empty: not said
  std::string content_type;            ///< of the block, as written: "application/http; msgtype=response", "text/plain"
  std::string block;                   ///< empty where `failure` is set
  std::optional<ReadFailure> failure;  ///< "too_large", "corrupt", "truncated": this record could not be read, the next ones can
};

/// Reads WARC and WET files record by record, compression already undone. Records of other types (requests, metadata, revisits) are
/// passed over. Where a length is wrong, the reader goes on at the next line that begins a record.
class WarcReader {
 public:
  /// `limit`: the most bytes of a block.
  WarcReader(ByteSource bytes, std::uint64_t limit) : bytes_(std::move(bytes)), limit_(limit) {}

  /// The next record; none at the end and after a failure of the file.
  std::optional<WarcRecord> next();
  /// Why the file ended early, or is no such file; none where all is well.
  std::optional<ReadFailure> failure() const;
  /// Whether the next record can be had without waiting.
  bool is_ready() { return bytes_.is_ready(); }

 private:
  struct Header;
  bool find_record();
  std::optional<Header> read_header();
  std::optional<WarcRecord> read_record(const Header& header);
  void give_back_next_record(WarcRecord& record);
  bool ends_here();

  ByteSource bytes_;
  std::uint64_t limit_;
  bool found_record_ = false;
  bool ends_in_header_ = false;
  bool passed_over_ = false;  // lines that belong to no record
};

}  // namespace onrecord
