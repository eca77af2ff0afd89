#include <algorithm>
#include <array>
#include <mutex>

#include "onrecord/rules/key_scan.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_watch.h"
#include "onrecord/rules/required_text.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t buckets = 4096;

std::size_t byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// A set of bytes, as `bytes_of` tells it.
struct Bytes {
  std::array<std::uint64_t, 4> bits{};

  void set(std::size_t byte) { bits[byte / 64] |= std::uint64_t{1} << byte % 64; }
  bool any() const { return (bits[0] | bits[1] | bits[2] | bits[3]) != 0; }
  bool meets(const Bytes& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2]) | (bits[3] & other.bits[3])) != 0;
  }
};

constexpr std::array<unsigned char, 256> make_small_letters() {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}
constexpr auto small_letters = make_small_letters();

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
  KeyBits keys{};
  bool has_keys = false;

  void prepare() {
    sought.resize(buckets);
    for (const auto& [pattern, ignore_case] : patterns_and_ignore_case) {
      const auto root = parse_regex(pattern, ignore_case);
      requirements.push_back(root ? requirement_of(required_text(*root)) : Requirement{});
    }
    if (RegexCounts* counts = RegexWatch::watched()) counts->memory += bytes();
  }

  std::int64_t bytes() const {
    std::size_t sum = sizeof(Impl) + requirements.capacity() * sizeof(Requirement) + sought.capacity() * sizeof(std::vector<Sought>);
    for (const Requirement& requirement : requirements) sum += requirement.first.capacity() * sizeof(requirement.first[0]);
    for (const std::vector<Sought>& bucket : sought)
      for (const Sought& one : bucket) sum += sizeof(Sought) + one.text.capacity();
    return static_cast<std::int64_t>(sum);
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
    const std::uint32_t key = key_at(text, 0);
    keys[key / 64] |= std::uint64_t{1} << key % 64;
    has_keys = true;
    sought[key % buckets].push_back({text, pattern});
  }

  /// For which patterns a text is found.
  void scan(std::string_view text, std::vector<bool>& found) const {
    KeyPlaces places;
    for (std::size_t from = 0; has_keys && from < text.size();) {
      from = find_keys(text, from, keys, places);
      for (std::size_t i = 0; i < places.count; ++i) compare(text.substr(places.offsets[i]), found);
    }
  }

  void compare(std::string_view text, std::vector<bool>& found) const {
    for (const Sought& wanted : sought[key_at(text, 0) % buckets]) {
      const std::size_t size = wanted.text.size();
      // The last letter tells more than the first ones, which led here.
      if (text.size() < size || small_letters[byte_at(text, size - 1)] != byte_at(wanted.text, size - 1) || found[wanted.pattern]) continue;
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
  const Bytes bytes{bytes_of(text)};
  std::vector<bool> found(requirements.size());
  impl_->scan(text, found);
  // Two characters beyond ASCII are letters of it without regard to case.
  const bool odd_letters = text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos;
  if (odd_letters) return false;
  const char32_t first = character_at(text, 0).code;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    const Requirement& wanted = requirements[i];
    if (wanted.has_texts && !found[i]) continue;
    if (wanted.starts.any() && !wanted.starts.meets(bytes)) continue;
    if (wanted.marks.any() && !wanted.marks.meets(bytes)) continue;
    const auto holds_first = [&](const auto& range) { return range.first <= first && first <= range.second; };
    if (!wanted.first.empty() && std::none_of(wanted.first.begin(), wanted.first.end(), holds_first)) continue;
    hits.push_back(static_cast<int>(i));
  }
  return true;
}

}  // namespace onrecord
