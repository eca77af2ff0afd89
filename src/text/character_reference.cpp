#include "onrecord/text/character_reference.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace onrecord {
namespace {

constexpr std::size_t longest_name = 8;  // "#x1F600", and shorter names below

struct Named {
  std::string_view name;
  char32_t code;
};

// Sorted by name.
constexpr std::array<Named, 96> named = {{
    {"AElig", 0xC6},   {"Aacute", 0xC1},   {"Acirc", 0xC2},    {"Agrave", 0xC0},  {"Aring", 0xC5},   {"Atilde", 0xC3},  {"Auml", 0xC4},     {"Ccedil", 0xC7},
    {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Egrave", 0xC8},   {"Euml", 0xCB},    {"Iacute", 0xCD},  {"Icirc", 0xCE},   {"Igrave", 0xCC},   {"Iuml", 0xCF},
    {"Ntilde", 0xD1},  {"OElig", 0x152},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},   {"Ograve", 0xD2},  {"Oslash", 0xD8},  {"Otilde", 0xD5},   {"Ouml", 0xD6},
    {"Scaron", 0x160}, {"Uacute", 0xDA},   {"Ucirc", 0xDB},    {"Ugrave", 0xD9},  {"Uuml", 0xDC},    {"Yacute", 0xDD},  {"aacute", 0xE1},   {"acirc", 0xE2},
    {"aelig", 0xE6},   {"agrave", 0xE0},   {"amp", '&'},       {"apos", '\''},    {"aring", 0xE5},   {"atilde", 0xE3},  {"auml", 0xE4},     {"bdquo", 0x201E},
    {"bull", 0x2022},  {"ccedil", 0xE7},   {"cent", 0xA2},     {"copy", 0xA9},    {"deg", 0xB0},     {"eacute", 0xE9},  {"ecirc", 0xEA},    {"egrave", 0xE8},
    {"emsp", 0x2003},  {"ensp", 0x2002},   {"euml", 0xEB},     {"euro", 0x20AC},  {"frac12", 0xBD},  {"frac14", 0xBC},  {"gt", '>'},        {"hellip", 0x2026},
    {"iacute", 0xED},  {"icirc", 0xEE},    {"igrave", 0xEC},   {"iuml", 0xEF},    {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsaquo", 0x2039}, {"lsquo", 0x2018},
    {"lt", '<'},       {"mdash", 0x2014},  {"middot", 0xB7},   {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},  {"oacute", 0xF3},   {"ocirc", 0xF4},
    {"oelig", 0x153},  {"ograve", 0xF2},   {"oslash", 0xF8},   {"otilde", 0xF5},  {"ouml", 0xF6},    {"pound", 0xA3},   {"quot", '"'},      {"raquo", 0xBB},
    {"rdquo", 0x201D}, {"reg", 0xAE},      {"rsaquo", 0x203A}, {"rsquo", 0x2019}, {"sbquo", 0x201A}, {"scaron", 0x161}, {"sect", 0xA7},     {"shy", 0xAD},
    {"szlig", 0xDF},   {"thinsp", 0x2009}, {"trade", 0x2122},  {"uacute", 0xFA},  {"ucirc", 0xFB},   {"ugrave", 0xF9},  {"uuml", 0xFC},     {"yacute", 0xFD},
}};
static_assert(std::is_sorted(named.begin(), named.end(), [](const Named& a, const Named& b) { return a.name < b.name; }));

// Numbers 128 to 159 mean the characters of windows-1252, as browsers read them; 0: none.
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                                   0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

char32_t code_of_number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  digits.remove_prefix(hexadecimal ? 1 : 0);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return 0;
  if (code >= ascii_end && code < ascii_end + windows_1252.size()) return windows_1252[code - ascii_end];
  const bool is_character = code >= ' ' && code != 0x7F && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return is_character ? code : 0;
}

char32_t code_of_name(std::string_view name) {
  const auto found = std::lower_bound(named.begin(), named.end(), name, [](const Named& one, std::string_view wanted) { return one.name < wanted; });
  return found != named.end() && found->name == name ? found->code : 0;
}

/// Of what follows a '&': the character, and the bytes up to behind the ';'.
Character reference_in(std::string_view rest) {
  const std::size_t size = rest.substr(0, longest_name + 1).find(';');
  if (size == std::string_view::npos || size == 0) return {};
  const std::string_view name = rest.substr(0, size);
  const char32_t code = name.front() == '#' ? code_of_number(name.substr(1)) : code_of_name(name);
  return code == 0 ? Character{} : Character{code, static_cast<std::uint32_t>(size + 1)};
}

}  // namespace

Character character_reference_at(std::string_view text, std::uint32_t offset) {
  Character found = reference_in(text.substr(offset + 1));
  if (found.size == 0) return {};
  ++found.size;
  if (found.code != '&') return found;
  const Character inner = reference_in(text.substr(offset + found.size));
  return inner.size == 0 ? found : Character{inner.code, found.size + inner.size};
}

}  // namespace onrecord
