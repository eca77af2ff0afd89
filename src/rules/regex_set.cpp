#include <algorithm>
#include <array>
#include <bitset>
#include <mutex>

#include "onrecord/rules/regex.h"
#include "onrecord/rules/required_text.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Bytes = std::bitset<256>;

constexpr std::size_t key_bits = 16;
constexpr std::size_t buckets = 4096;
constexpr std::size_t key_bytes = 3;

std::size_t byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

constexpr std::array<unsigned char, 256> make_small_letters() {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}
constexpr auto small_letters = make_small_letters();

std::uint32_t key_of(std::uint32_t three_bytes) { return (three_bytes * 0x9E3779B1U) >> (32 - key_bits); }

/// What must be in a text for one pattern.
struct Requirement {
  bool has_texts = false;  // one of those that lead to it in `Sought`
  Bytes starts;            // one of these bytes; none: any
  Bytes marks;             // and one of these; none: any
  CodeRanges first;        // and this at its start; none: anything
};

/// A text that is sought, in small letters, and the pattern that it is for.
struct Sought {
  std::string text;
  std::uint32_t pattern;
};

}  // namespace

struct RegexSet::Impl {
  std::vector<std::pair<std::string, bool>> patterns_and_ignore_case;
  std::once_flag once;
  std::vector<Requirement> requirements;
  std::vector<std::vector<Sought>> sought;  // by key of their first three bytes
  std::bitset<std::size_t{1} << key_bits> keys;

  void prepare() {
    sought.resize(buckets);
    for (const auto& [pattern, ignore_case] : patterns_and_ignore_case) {
      const auto root = parse_regex(pattern, ignore_case);
      requirements.push_back(root ? requirement_of(required_text(*root)) : Requirement{});
    }
  }

  Requirement requirement_of(const RequiredText& required) {
    Requirement result;
    const bool all_long = std::all_of(required.texts.begin(), required.texts.end(), [](const std::string& text) { return text.size() >= key_bytes; });
    for (const std::string& text : required.texts) {
      if (all_long) {
        seek(text, static_cast<std::uint32_t>(requirements.size()));
      } else {
        result.starts.set(byte_at(text, 0));
      }
    }
    result.has_texts = all_long && !required.texts.empty();
    for (const std::string& mark : required.marks) result.marks.set(byte_at(mark, 0));
    result.first = required.first;
    return result;
  }

  void seek(const std::string& text, std::uint32_t pattern) {
    const std::uint32_t key = key_of(static_cast<std::uint32_t>(byte_at(text, 0) | byte_at(text, 1) << 8 | byte_at(text, 2) << 16));
    keys.set(key);
    sought[key % buckets].push_back({text, pattern});
  }

  /// One pass over the text: which bytes it has (letters as small ones), and for which patterns a text was found.
  void scan(std::string_view text, Bytes& bytes, std::vector<bool>& found) const {
    std::array<bool, 256> seen{};
    std::uint32_t last_three = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint32_t c = small_letters[byte_at(text, i)];
      seen[c] = true;
      last_three = last_three >> 8 | c << 16;
      if (i + 1 < key_bytes) continue;
      const std::uint32_t key = key_of(last_three);
      if (keys[key]) compare(text.substr(i + 1 - key_bytes), key, found);
    }
    for (std::size_t c = 0; c < seen.size(); ++c) bytes[c] = seen[c];
  }

  void compare(std::string_view text, std::uint32_t key, std::vector<bool>& found) const {
    for (const Sought& wanted : sought[key % buckets]) {
      if (found[wanted.pattern] || text.size() < wanted.text.size()) continue;
      found[wanted.pattern] = std::equal(wanted.text.begin(), wanted.text.end(), text.begin(), [](char a, char b) {
        return static_cast<unsigned char>(a) == small_letters[static_cast<unsigned char>(b)];
      });
    }
  }
};

RegexSet::RegexSet(std::vector<std::pair<std::string, bool>> patterns_and_ignore_case) : impl_(std::make_unique<Impl>()) {
  impl_->patterns_and_ignore_case = std::move(patterns_and_ignore_case);
}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

bool RegexSet::match(std::string_view text, std::vector<int>& hits) const {
  std::call_once(impl_->once, [&] { impl_->prepare(); });
  hits.clear();
  const auto& requirements = impl_->requirements;
  Bytes bytes;
  std::vector<bool> found(requirements.size());
  impl_->scan(text, bytes, found);
  // Two characters beyond ASCII are letters of it without regard to case.
  const bool odd_letters = text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos;
  if (odd_letters) return false;
  const char32_t first = character_at(text, 0).code;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const Requirement& wanted = requirements[i];
    if (wanted.has_texts && !found[i]) continue;
    if (wanted.starts.any() && (wanted.starts & bytes).none()) continue;
    if (wanted.marks.any() && (wanted.marks & bytes).none()) continue;
    const auto holds_first = [&](const auto& range) { return range.first <= first && first <= range.second; };
    if (!wanted.first.empty() && std::none_of(wanted.first.begin(), wanted.first.end(), holds_first)) continue;
    hits.push_back(static_cast<int>(i));
  }
  return true;
}

}  // namespace onrecord
