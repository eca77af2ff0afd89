#include "onrecord/output/json.h"

#include <fmt/format.h>

#include <iterator>

namespace onrecord {
namespace {

/// What stands for a character that JSON does not take as it is; empty for all others.
std::string escape_of(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 ? fmt::format("\\u{:04x}", byte) : std::string();
}

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_plain(text[i])) continue;
    out += text.substr(copied, i - copied);
    out += escape_of(text[i]);
    copied = i + 1;
  }
  out += text.substr(copied);
  out += '"';
}

/// What stands before a value tells whether it is the first: the last byte written is never inside a string.
void JsonAppender::separate() {
  const char last = out_.empty() ? '\n' : out_.back();
  if (last != '{' && last != '[' && last != ':' && last != '\n') out_ += ',';
}

void JsonAppender::open(char bracket) {
  separate();
  out_ += bracket;
}

void JsonAppender::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
}

void JsonAppender::string(std::string_view text) {
  separate();
  append_json_string(out_, text);
}

void JsonAppender::string_or_null(std::string_view text) {
  if (text.empty()) null();
  else string(text);
}

void JsonAppender::number(std::uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonAppender::fraction(double value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{:.2f}", value);
}

void JsonAppender::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonAppender::null() {
  separate();
  out_ += "null";
}

void JsonAppender::json(std::string_view value) {
  separate();
  out_ += value;
}

}  // namespace onrecord
