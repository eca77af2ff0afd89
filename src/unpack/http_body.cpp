#include "onrecord/unpack/http_body.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <tuple>

#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"
#include "onrecord/unpack/header_lines.h"

namespace onrecord {
namespace {

/// The next line of `text`, without its end, taken off it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  int status = 0;
  if (space != std::string_view::npos) std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status;
}

/// The chunks of a body joined; none where it is not in chunks after all.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (error != std::errc() || (end != line.data() + line.size() && *end != ';' && *end != ' ')) return std::nullopt;
    if (size == 0) return joined;
    if (size > body.size()) {  // the crawl was cut off here
      joined += body;
      return joined;
    }
    joined += body.substr(0, size);
    body.remove_prefix(size);
    take_line(body);
  }
  return joined;
}

enum class Inflated { done, not_packed, too_large };

/// Undoes gzip and zlib by their own header, else raw deflate, which some servers mean by "deflate".
Inflated inflate_body(std::string_view packed, int window_bits, std::uint64_t limit, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) return Inflated::not_packed;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  out.clear();
  Inflated outcome = Inflated::done;
  char buffer[32U << 10U];
  int result = Z_OK;
  while (result == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer, sizeof buffer - stream.avail_out);
    if (out.size() > limit) result = Z_MEM_ERROR;
  }
  if (out.size() > limit) outcome = Inflated::too_large;
  else if (result != Z_STREAM_END && out.empty()) outcome = Inflated::not_packed;
  inflateEnd(&stream);
  return outcome;
}

/// Texts have no control characters but those of white space; what is packed has many.
bool is_packed(std::string_view body) {
  constexpr std::size_t looked_at = 512;
  const std::string_view head = body.substr(0, looked_at);
  return std::any_of(head.begin(), head.end(), [](unsigned char c) { return c < 0x20 && (c < 0x08 || c > 0x0D) && c != 0x1B; });
}

bool is_undone(std::string_view encoding) { return encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate"; }

/// False where the body unpacks to too much.
bool undo_content_encoding(const std::string& encoding, std::uint64_t limit, std::string& body) {
  if (!is_undone(encoding)) return true;
  constexpr int any_header = 32 + MAX_WBITS;
  std::string plain;
  Inflated outcome = inflate_body(body, any_header, limit, plain);
  if (outcome == Inflated::not_packed && encoding == "deflate") outcome = inflate_body(body, -MAX_WBITS, limit, plain);
  if (outcome == Inflated::done) body = std::move(plain);
  return outcome != Inflated::too_large;
}

}  // namespace

std::pair<std::string, std::string> parse_media_type(std::string_view value) {
  const std::size_t semicolon = value.find(';');
  std::string type = small_letters(trimmed(value.substr(0, semicolon)));
  std::string charset;
  const std::string parameters = semicolon == std::string_view::npos ? std::string() : small_letters(value.substr(semicolon));
  constexpr std::string_view key = "charset=";
  if (const std::size_t found = parameters.find(key); found != std::string::npos) {
    std::string_view rest = std::string_view(parameters).substr(found + key.size());
    rest = rest.substr(0, rest.find(';'));
    rest = trimmed(rest);
    if (rest.size() >= 2 && (rest.front() == '"' || rest.front() == '\'')) rest = rest.substr(1, rest.find(rest.front(), 1) - 1);
    charset = rest;
  }
  return {std::move(type), std::move(charset)};
}

std::optional<HttpMessage> parse_http(std::string_view message, std::uint64_t limit) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  HttpMessage parsed;
  parsed.status = status_of(take_line(message));
  HeaderLines headers;
  for (std::string_view line = take_line(message); !line.empty(); line = take_line(message)) headers.add(line);
  std::tie(parsed.media_type, parsed.charset) = parse_media_type(headers.value("content-type"));
  const bool chunked = small_letters(headers.value("transfer-encoding")).find("chunked") != std::string::npos;
  if (auto joined = chunked ? join_chunks(message) : std::nullopt) parsed.body = *std::move(joined);
  else parsed.body = message;
  const std::string encoding = small_letters(headers.value("content-encoding"));
  if (!undo_content_encoding(encoding, limit, parsed.body)) return std::nullopt;
  if (!encoding.empty() && encoding != "identity" && !is_undone(encoding) && is_packed(parsed.body)) parsed.packed_by = encoding;
  return parsed;
}

}  // namespace onrecord
