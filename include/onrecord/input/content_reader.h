#pragma once

#include <memory>
#include <optional>
#include <string>

#include "onrecord/input/documents.h"
#include "onrecord/unpack/byte_layer.h"

namespace onrecord {

/// What one file, or one member of an archive, holds, in its order.
class ContentReader {
 public:
  ContentReader() = default;
  ContentReader(const ContentReader&) = delete;
  ContentReader& operator=(const ContentReader&) = delete;
  virtual ~ContentReader() = default;

  /// The next document, lines, failure or warning; none at the end, and where the bytes below were asked to stop.
  virtual std::optional<Piece::Content> next() = 0;
  /// Whether `next` need not wait.
  virtual bool is_ready() = 0;
  /// Whether it gives one document and no more.
  virtual bool is_single() const { return false; }
};

/// Opens `bytes`, called `source` in records: undoes compression, sees what it is, and reads that. `depth` counts the containers
/// around it; too many are a failure. Refers to `options`.
std::unique_ptr<ContentReader> read_contents(std::unique_ptr<ByteLayer> bytes, const std::string& source, const InputOptions& options, int depth = 0);

/// Whether the file at `path`, packed or not, holds records that this program wrote, by its name and its first bytes.
bool holds_own_records(const std::string& path, const InputOptions& options);

}  // namespace onrecord
