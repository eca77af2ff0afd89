#include "onrecord/convert/charset.h"

#include <iconv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <utility>

#include "onrecord/base/small_letters.h"
#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view last_resort = "windows-1252";
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t least_to_guess = 1024;
constexpr std::size_t least_high_bytes_to_guess = 20;  // one in so many
constexpr std::size_t most_to_guess = 64 << 10;        // more of a text takes time and tells nothing new

/// Names for encodings that pages use for their superset (WHATWG Encoding Standard, "Names and labels").
constexpr std::array<std::string_view, 8> means_windows_1252 = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252", "iso_8859-1"};

struct ByteMark {
  std::string_view bytes;
  std::string_view encoding;
};
constexpr std::array<ByteMark, 5> marks = {
    {{"\xEF\xBB\xBF"sv, "utf-8"}, {"\xFF\xFE\0\0"sv, "utf-32le"}, {"\0\0\xFE\xFF"sv, "utf-32be"}, {"\xFF\xFE"sv, "utf-16le"}, {"\xFE\xFF"sv, "utf-16be"}}};

struct CloseConverter {
  using pointer = iconv_t;
  void operator()(iconv_t converter) const { iconv_close(converter); }
};

std::string normal_name(std::string_view name) {
  std::string lower = small_letters(name);
  if (lower == "utf8") return "utf-8";
  const bool latin = std::find(means_windows_1252.begin(), means_windows_1252.end(), lower) != means_windows_1252.end();
  return latin ? std::string(last_resort) : lower;
}

/// None where iconv does not know the encoding.
std::optional<Decoded> convert(std::string_view bytes, const std::string& encoding) {
  iconv_t opened = iconv_open("UTF-8", encoding.c_str());
  if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  const std::unique_ptr<iconv_t, CloseConverter> converter(opened);
  Decoded decoded;
  decoded.encoding = encoding;
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  std::array<char, 16U << 10U> buffer{};
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(converter.get(), &in, &left, &out, &room);
    const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
    decoded.text.append(buffer.data(), buffer.size() - room);
    if (error == 0 || error == E2BIG) continue;
    decoded.text += replacement;
    ++decoded.repaired;
    if (error == EINVAL) break;  // the last character is cut off
    ++in;
    --left;
  }
  return decoded;
}

struct Utf8Counts {
  std::size_t multibyte = 0;  // well-formed characters of more than a byte
  std::size_t bad_runs = 0;   // stretches of bytes that belong to none
};

Utf8Counts count_utf8(std::string_view bytes) {
  Utf8Counts counts;
  bool in_bad_run = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = character_length(bytes, at);
    if (length == 0 && !in_bad_run) ++counts.bad_runs;
    in_bad_run = length == 0;
    if (length > 1) ++counts.multibyte;
    at += std::max<std::size_t>(length, 1);
  }
  return counts;
}

/// Text in UTF-16 has a NUL in every second byte as long as it is Latin; text in other encodings has none.
std::optional<std::string> unmarked_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, least_to_guess);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++nuls[i % 2];
  const std::size_t most = head.size() / 2;
  if (most < 8) return std::nullopt;
  if (nuls[1] * 10 > most * 8 && nuls[0] * 10 < most) return "utf-16le";
  if (nuls[0] * 10 > most * 8 && nuls[1] * 10 < most) return "utf-16be";
  return std::nullopt;
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::optional<std::string> guess(std::string_view bytes) {
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  if (bytes.size() < least_to_guess || high * least_high_bytes_to_guess < bytes.size()) return std::nullopt;
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  const std::string_view sample = bytes.substr(first < most_to_guess / 2 ? 0 : first, most_to_guess);
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  std::string name = normal_name(uchardet_get_charset(detector.get()));
  if (name.empty() || name == "utf-8") return std::nullopt;
  return name;
}

}  // namespace

bool is_encoding(std::string_view name) {
  const std::string normal = normal_name(name);
  return normal == "utf-8" || convert({}, normal).has_value();
}

Decoded decode_utf8(std::string bytes) {
  Decoded decoded;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  decoded.encoding = "utf-8";
  decoded.repaired = repair_utf8(bytes);
  decoded.text = std::move(bytes);
  return decoded;
}

Decoded decode(std::string bytes, std::string_view declared) {
  for (const ByteMark& mark : marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.encoding == "utf-8") return decode_utf8(std::move(bytes));
    return convert(std::string_view(bytes).substr(mark.bytes.size()), std::string(mark.encoding)).value_or(Decoded{});
  }
  if (const auto wide = unmarked_utf16(bytes)) return convert(bytes, *wide).value_or(Decoded{});
  const bool valid = is_valid_utf8(bytes);
  const Utf8Counts counts = valid ? Utf8Counts{} : count_utf8(bytes);
  if (valid || (counts.multibyte > 0 && counts.multibyte >= counts.bad_runs)) return decode_utf8(std::move(bytes));
  const std::string name = normal_name(declared);
  if (!name.empty() && name != "utf-8")
    if (auto decoded = convert(bytes, name)) return *std::move(decoded);
  if (const auto guessed = guess(bytes))
    if (auto decoded = convert(bytes, *guessed)) return *std::move(decoded);
  if (auto decoded = convert(bytes, std::string(last_resort))) return *std::move(decoded);
  return decode_utf8(std::move(bytes));
}

}  // namespace onrecord
