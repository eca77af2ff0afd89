#include "onrecord/output/json.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <iterator>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onrecord {
namespace {

/// Appends what stands for a character that JSON does not take as it is.
void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: fmt::format_to(std::back_inserter(out), FMT_COMPILE("\\u{:04x}"), static_cast<unsigned char>(c));
  }
}

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

#if defined(__SSE2__)
/// A bit for each of 16 characters, set where it needs an escape.
unsigned escaped_in(const char* text) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(control, marks)));
}
#endif

/// Offset of the first character from `i` on that needs an escape; the size of `text` where none does. 16 bytes at a
/// time, the last of them together with some before: texts are some hundred bytes long, longer registers bring nothing.
std::size_t find_escaped(std::string_view text, std::size_t i) {
#if defined(__SSE2__)
  constexpr std::size_t step = 16;
  for (; i + step <= text.size(); i += step) {
    if (const unsigned found = escaped_in(text.data() + i)) return i + static_cast<std::size_t>(std::countr_zero(found));
  }
  if (i < text.size() && text.size() >= step) {
    const std::size_t last = text.size() - step;
    const unsigned found = escaped_in(text.data() + last) >> (i - last);
    return found != 0 ? i + static_cast<std::size_t>(std::countr_zero(found)) : text.size();
  }
#endif
  while (i < text.size() && is_plain(text[i])) ++i;
  return i;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = find_escaped(text, 0); i < text.size(); i = find_escaped(text, copied)) {
    out.append(text, copied, i - copied);
    append_escape(out, text[i]);
    copied = i + 1;
  }
  out.append(text, copied);
  out += '"';
}

void JsonAppender::separate() {
  if (follows_value_) out_ += ',';
}

void JsonAppender::begin_value() {
  separate();
  follows_value_ = depth_ > 0;
}

void JsonAppender::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  follows_value_ = false;
}

void JsonAppender::close(char bracket) {
  out_ += bracket;
  --depth_;
  follows_value_ = depth_ > 0;
}

void JsonAppender::key(std::string_view name) {
  const std::size_t begin = out_.size() + (follows_value_ ? 1 : 0);
  out_.resize(begin + name.size() + 3, '"');
  char* const at = out_.data() + begin;
  if (follows_value_) at[-1] = ',';
  name.copy(at + 1, name.size());
  at[name.size() + 2] = ':';
  follows_value_ = false;
}

void JsonAppender::known_key(const JsonKey& key) {
  out_ += key.with_comma().substr(follows_value_ ? 0 : 1);
  follows_value_ = false;
}

void JsonAppender::any_key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  follows_value_ = false;
}

void JsonAppender::string(std::string_view text) {
  begin_value();
  append_json_string(out_, text);
}

void JsonAppender::plain_string(std::string_view text) {
  begin_value();
  out_ += '"';
  out_ += text;
  out_ += '"';
}

void JsonAppender::string_or_null(std::string_view text) {
  if (text.empty()) null();
  else string(text);
}

void JsonAppender::number(std::uint64_t value) {
  begin_value();
  std::array<char, 20> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), written.ptr);
}

void JsonAppender::pair(std::uint32_t first, std::uint32_t second) {
  begin_value();
  constexpr std::size_t most_digits = 10;
  std::array<char, 2 * most_digits + 3> text;
  text[0] = '[';
  char* at = std::to_chars(text.data() + 1, text.data() + 1 + most_digits, first).ptr;
  *at++ = ',';
  at = std::to_chars(at, at + most_digits, second).ptr;
  *at++ = ']';
  out_.append(text.data(), at);
}

/// Near a half it is not the product but the exact value that tells which way to round.
void JsonAppender::fraction(double value) {
  begin_value();
  const double hundredths = value * 100;
  const double whole = std::floor(hundredths);
  constexpr double near = 1e-6;
  if (!(value >= 0 && value < 10) || std::abs(hundredths - whole - 0.5) < near) {
    fmt::format_to(std::back_inserter(out_), FMT_COMPILE("{:.2f}"), value);
    return;
  }
  const auto rounded = static_cast<unsigned>(whole) + (hundredths - whole > 0.5 ? 1 : 0);
  const std::array<char, 4> digits = {static_cast<char>('0' + rounded / 100), '.', static_cast<char>('0' + rounded / 10 % 10),
                                      static_cast<char>('0' + rounded % 10)};
  if (rounded < 1000) out_.append(digits.data(), digits.size());
  else out_ += "10.00";
}

void JsonAppender::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
}

void JsonAppender::null() {
  begin_value();
  out_ += "null";
}

void JsonAppender::json(std::string_view value) {
  begin_value();
  out_ += value;
}

void JsonAppender::text(std::string_view name, std::string_view value) {
  key(name);
  string(value);
}

void JsonAppender::number(std::string_view name, std::uint64_t value) {
  key(name);
  number(value);
}

}  // namespace onrecord
