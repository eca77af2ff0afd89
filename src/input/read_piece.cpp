#include <fmt/format.h>

#include <cerrno>
#include <utility>
#include <variant>

#include "onrecord/base/digest.h"
#include "onrecord/input/content_reader.h"
#include "onrecord/input/convert_document.h"
#include "onrecord/input/documents.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/jsonl.h"
#include "onrecord/input/units.h"

namespace onrecord {
namespace {

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
    return unit(0, name, [&] { return take_(std::move(failure)); });
  }

  bool operator()(UnreadFile file) {
    return unit(file.size, fmt::format("{}\n{}\n{}", file.path, file.size, file.changed_at), [&] { return read_file(file.path); });
  }

  bool operator()(RawDocument document) {
    const std::uint64_t size = document.bytes.size();
    const std::string name = options_.digest_units ? document.id + '\n' + sha256_hex(document.bytes) : std::string();
    return unit(size, name, [&] { return convert_document(std::move(document), options_, take_); });
  }

  bool operator()(const LineBlock& block) { return read_lines(block, unit_, options_, take_); }

 private:
  template <typename Give>
  bool unit(std::uint64_t bytes, const std::string& name, Give give) {
    UnitEnd end{bytes, options_.digest_units ? sha256_hex(name) : std::string(), is_done(unit_, options_)};
    return (end.is_skipped || give()) && take_(std::move(end));
  }

  /// All that a file holds is one unit, whatever it is.
  bool read_file(const std::string& path) const {
    auto bytes = open_file(path);
    if (!bytes) return take_(system_failure(path, errno));
    InputOptions options = options_;
    options.shards = 1;
    options.shard = options.skip_units = 0;
    options.digest_units = false;
    const std::function<bool(Input)> take = [this](Input input) { return std::holds_alternative<UnitEnd>(input) || take_(std::move(input)); };
    const auto contents = read_contents(std::move(bytes), path, options);
    PieceReader reader(options, take);
    while (auto content = contents->next())
      if (!reader.read({*std::move(content), 0})) return false;
    return true;
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
