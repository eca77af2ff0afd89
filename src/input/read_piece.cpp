#include <fmt/format.h>

#include <cerrno>
#include <utility>
#include <variant>

#include "onrecord/base/digest.h"
#include "onrecord/input/byte_source.h"
#include "onrecord/input/decode.h"
#include "onrecord/input/documents.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/jsonl.h"
#include "onrecord/input/units.h"

namespace onrecord {
namespace {

Input document_of(const std::string& path, std::string bytes) {
  SourceDocument document;
  document.id = document.source = path;
  document.size = bytes.size();
  document.sha256 = sha256_hex(bytes);
  Decoded decoded = decode(std::move(bytes));
  document.encoding = std::move(decoded.encoding);
  document.text = std::move(decoded.text);
  document.repaired = decoded.repaired;
  return document;
}

/// Gives the inputs of the parts of a piece to `take_`. Each function is false once it wants no more.
class PieceReader {
 public:
  PieceReader(const InputOptions& options, const std::function<bool(Input)>& take) : options_(options), take_(take) {}

  bool read(Piece::Part part) {
    unit_ = part.first_unit;
    return std::visit(*this, std::move(part.content));
  }

  bool operator()(InputWarning warning) { return take_(std::move(warning)); }

  bool operator()(InputFailure failure) {
    const std::string name = failure.source + '\n' + failure.code;
    return unit(0, name, [&failure] { return Input(std::move(failure)); });
  }

  bool operator()(UnreadFile file) {
    return unit(file.size, fmt::format("{}\n{}\n{}", file.path, file.size, file.changed_at), [&] { return read_file(file.path); });
  }

  bool operator()(RawDocument document) {
    const std::uint64_t size = document.bytes.size();
    const std::string name = options_.digest_units ? document.path + '\n' + sha256_hex(document.bytes) : std::string();
    return unit(size, name, [&] { return document_of(document.path, std::move(document.bytes)); });
  }

  bool operator()(const LineBlock& block) { return read_lines(block, unit_, options_, take_); }

 private:
  template <typename Make>
  bool unit(std::uint64_t bytes, const std::string& name, Make make) {
    UnitEnd end{bytes, options_.digest_units ? sha256_hex(name) : std::string(), is_done(unit_, options_)};
    return (end.is_skipped || take_(make())) && take_(std::move(end));
  }

  Input read_file(const std::string& path) const {
    std::optional<ByteSource> bytes = ByteSource::open(path);
    if (!bytes) return system_failure(path, errno);
    std::string content;
    const auto outcome = bytes->read_all(content, options_.max_document_bytes);
    if (outcome == ByteSource::Outcome::failed) return read_failure(path, bytes->failure());
    if (outcome == ByteSource::Outcome::too_long) return too_large(path, path, options_.max_document_bytes);
    return document_of(path, std::move(content));
  }

  const InputOptions& options_;
  const std::function<bool(Input)>& take_;
  std::uint64_t unit_ = 0;
};

}  // namespace

void read_piece(Piece piece, const InputOptions& options, const std::function<bool(Input)>& take) {
  PieceReader reader(options, take);
  for (Piece::Part& part : piece.parts)
    if (!reader.read(std::move(part))) return;
}

}  // namespace onrecord
