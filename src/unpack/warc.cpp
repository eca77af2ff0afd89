#include "onrecord/unpack/warc.h"

#include <charconv>

#include "onrecord/unpack/header_lines.h"

namespace onrecord {
namespace {

constexpr std::string_view version_start = "WARC/1.";
constexpr std::string_view next_record = "\r\n\r\nWARC/1.";
constexpr std::uint64_t longest_header_line = 64U << 10U;

std::optional<WarcRecord::Kind> kind_of(std::string_view type) {
  if (type == "response") return WarcRecord::Kind::response;
  if (type == "resource") return WarcRecord::Kind::resource;
  if (type == "conversion") return WarcRecord::Kind::conversion;
  return std::nullopt;
}

std::optional<std::uint64_t> length_of(std::string_view value) {
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

/// WARC 1.0 puts the address between angle brackets, as Wget does; others and WARC 1.1 leave them out.
std::string address_of(const HeaderLines& lines) {
  std::string_view address = lines.value("warc-target-uri");
  if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
  return std::string(address);
}

bool is_over(ByteSource::Outcome outcome) {
  return outcome == ByteSource::Outcome::at_end || outcome == ByteSource::Outcome::failed || outcome == ByteSource::Outcome::stopped;
}

}  // namespace

struct WarcReader::Header {
  HeaderLines lines;
  std::optional<std::uint64_t> length;
};

bool is_warc(std::string_view head) { return head.starts_with(version_start); }

/// Goes to the next line that begins a record: the next but blank ones, unless a length was wrong.
bool WarcReader::find_record() {
  std::string line;
  while (true) {
    if (bytes_.peek(version_start.size()) == version_start) return found_record_ = true;
    const auto outcome = bytes_.read_line(line, '\n', longest_header_line);
    if (is_over(outcome)) return false;
    passed_over_ |= !line.empty() && line != "\r";
  }
}

std::optional<WarcReader::Header> WarcReader::read_header() {
  Header header;
  std::string line;
  bytes_.read_line(line, '\n', longest_header_line);
  while (true) {
    const auto outcome = bytes_.read_line(line, '\n', longest_header_line);
    if (is_over(outcome)) {
      ends_in_header_ = true;
      return std::nullopt;
    }
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) break;
    if (outcome == ByteSource::Outcome::done) header.lines.add(line);
  }
  header.length = length_of(header.lines.value("content-length"));
  return header;
}

/// Whether the record ends where its length says: two line ends, which some programs write without '\r', then the next record or the end of the file.
bool WarcReader::ends_here() {
  std::string_view behind = bytes_.peek(next_record.size());
  if (behind.empty()) return true;
  for (const std::string_view line_ends : {"\r\n\r\n", "\n\n"}) {
    if (!behind.starts_with(line_ends)) continue;
    behind.remove_prefix(line_ends.size());
    return behind.empty() || behind.starts_with(version_start);
  }
  return false;
}

std::optional<WarcRecord> WarcReader::read_record(const Header& header) {
  const auto kind = kind_of(header.lines.value("warc-type"));
  if (!header.length) {
    if (!kind) return std::nullopt;
    WarcRecord record{*kind, address_of(header.lines), {}, {}, {}};
    record.failure = {"corrupt", "the record has no length"};
    return record;
  }
  if (!kind) {
    bytes_.skip(*header.length);
    return std::nullopt;
  }
  WarcRecord record{*kind, address_of(header.lines), std::string(header.lines.value("content-type")), {}, {}};
  if (*header.length > limit_) {
    record.failure = {"too_large", "more than " + std::to_string(limit_) + " bytes; --max-doc-bytes sets the limit"};
    bytes_.skip(*header.length);
    return record;
  }
  const ByteSource::Outcome outcome = bytes_.read_exactly(*header.length, record.block);
  if (outcome != ByteSource::Outcome::done) {
    if (outcome != ByteSource::Outcome::at_end) return std::nullopt;  // the file's own failure says more
    record.failure = {"truncated", "the record ends early"};
  } else if (!ends_here()) {
    record.failure = {"corrupt", "the record has a wrong length"};
  }
  if (record.failure) give_back_next_record(record);
  return record;
}

/// A length that is too great swallows what comes behind.
void WarcReader::give_back_next_record(WarcRecord& record) {
  const std::size_t length = record.block.size();
  record.block += bytes_.peek(next_record.size());
  const std::size_t found = record.block.find(next_record);
  if (found != std::string::npos && found < length) bytes_.put_back(std::string_view(record.block).substr(found, length - found));
  record.block.clear();
}

std::optional<ReadFailure> WarcReader::failure() const {
  if (bytes_.has_failed()) return bytes_.failure();
  if (ends_in_header_) return ReadFailure{"truncated", "it ends inside the header of a record"};
  if (!found_record_ && passed_over_) return ReadFailure{"corrupt", "no WARC: no record begins in it"};
  return std::nullopt;
}

std::optional<WarcRecord> WarcReader::next() {
  while (find_record()) {
    const std::optional<Header> header = read_header();
    if (!header) return std::nullopt;
    if (auto record = read_record(*header)) return record;
  }
  return std::nullopt;
}

}  // namespace onrecord
