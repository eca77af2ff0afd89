#include "onrecord/rules/regex_set.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "onrecord/rules/image.h"
#include "onrecord/rules/key_scan.h"
#include "onrecord/rules/regex_watch.h"
#include "onrecord/rules/required_text.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t word_bits = 64;
constexpr std::size_t bucket_count = 4096;

std::size_t byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

constexpr std::array<unsigned char, 256> make_small_letters() {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}
constexpr auto small_letters = make_small_letters();

}  // namespace

class RequirementCollector {
 public:
  void add(const RequiredText& required) {
    TextRequirements::Requirement result;
    const bool has_texts = !required.texts.empty() && std::all_of(required.texts.begin(), required.texts.end(), [](const std::string& text) { return text.size() >= key_bytes; });
    for (std::size_t i = 0; has_texts && i < required.texts.size(); ++i) seek(required.texts[i]);
    result.has_texts = has_texts ? 1 : 0;
    result.first_begin = static_cast<std::uint32_t>(firsts_.size());
    for (const auto& [first, last] : required.first) firsts_.push_back({first, last});
    result.first_end = static_cast<std::uint32_t>(firsts_.size());
    requirements_.push_back(result);
  }

  void finish(TextRequirements& result) {
    std::vector<std::uint64_t> keys(key_count / word_bits);
    std::vector<std::uint32_t> buckets(bucket_count + 1);
    const auto key_of = [this](const TextRequirements::Sought& sought) { return key_at({texts_.data() + sought.begin, sought.size}, 0); };
    std::stable_sort(sought_.begin(), sought_.end(), [&](const auto& a, const auto& b) { return key_of(a) % bucket_count < key_of(b) % bucket_count; });
    for (const TextRequirements::Sought& sought : sought_) {
      const std::uint32_t key = key_of(sought);
      keys[key / word_bits] |= std::uint64_t{1} << key % word_bits;
      ++buckets[key % bucket_count + 1];
    }
    for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
    result.requirements_ = FlatArray(std::move(requirements_));
    result.firsts_ = FlatArray(std::move(firsts_));
    result.keys_ = FlatArray(std::move(keys));
    result.buckets_ = FlatArray(std::move(buckets));
    result.sought_ = FlatArray(std::move(sought_));
    result.texts_ = FlatArray(std::move(texts_));
  }

 private:
  void seek(const std::string& text) {
    sought_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(requirements_.size())});
    texts_.insert(texts_.end(), text.begin(), text.end());
  }

  std::vector<TextRequirements::Requirement> requirements_;
  std::vector<TextRequirements::CodeRange> firsts_;
  std::vector<TextRequirements::Sought> sought_;
  std::vector<char> texts_;
};

TextRequirements::TextRequirements(const std::vector<std::pair<std::string, bool>>& patterns) {
  RequirementCollector collector;
  for (const auto& [pattern, ignore_case] : patterns) {
    const auto root = parse_regex(pattern, ignore_case);
    collector.add(root ? required_text(*root) : RequiredText{});
  }
  collector.finish(*this);
}

/// For which patterns a text is found.
void TextRequirements::scan(std::string_view text, std::vector<bool>& found) const {
  const KeyBitsView keys(keys_.data(), key_count / word_bits);
  KeyPlaces places;
  for (std::size_t from = 0; from < text.size();) {
    from = find_keys(text, from, keys, places);
    for (std::size_t i = 0; i < places.count; ++i) compare(text.substr(places.offsets[i]), key_at(text, places.offsets[i]), found);
  }
}

void TextRequirements::compare(std::string_view text, std::uint32_t key, std::vector<bool>& found) const {
  for (std::uint32_t i = buckets_[key % bucket_count]; i < buckets_[key % bucket_count + 1]; ++i) {
    const Sought& wanted = sought_[i];
    const std::string_view written(texts_.data() + wanted.begin, wanted.size);
    // The last letter tells more than the first ones, which led here.
    if (text.size() < written.size() || small_letters[byte_at(text, written.size() - 1)] != byte_at(written, written.size() - 1)) continue;
    if (found[wanted.pattern]) continue;
    found[wanted.pattern] = std::equal(written.begin(), written.end(), text.begin(), [](char a, char b) {
      return static_cast<unsigned char>(a) == small_letters[static_cast<unsigned char>(b)];
    });
  }
}

bool TextRequirements::begins_right(const Requirement& wanted, char32_t first) const {
  const auto holds_first = [&](const CodeRange& range) { return range.first <= first && first <= range.last; };
  const CodeRange* const begin = firsts_.data() + wanted.first_begin;
  const CodeRange* const end = firsts_.data() + wanted.first_end;
  return begin == end || std::any_of(begin, end, holds_first);
}

void TextRequirements::keep_possible(std::string_view text, std::vector<std::uint32_t>& patterns) const {
  const char32_t first = character_at(text, 0).code;
  std::erase_if(patterns, [&](std::uint32_t pattern) { return !begins_right(requirements_[pattern], first); });
  if (std::none_of(patterns.begin(), patterns.end(), [&](std::uint32_t pattern) { return requirements_[pattern].has_texts != 0; })) return;
  // Two characters beyond ASCII are letters of it without regard to case.
  const bool odd_letters = text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos;
  if (odd_letters) return;
  std::vector<bool> found(requirements_.size());
  scan(text, found);
  std::erase_if(patterns, [&](std::uint32_t pattern) { return requirements_[pattern].has_texts != 0 && !found[pattern]; });
}

namespace {

std::int64_t bytes_of(TextRequirements& requirements) {
  ImageWriter writer;
  writer(requirements);
  return static_cast<std::int64_t>(writer.take().size());
}

}  // namespace

struct RegexSet::Impl {
  std::vector<std::pair<std::string, bool>> patterns_and_ignore_case;
  std::once_flag once;
  TextRequirements requirements;
};

RegexSet::RegexSet(std::vector<std::pair<std::string, bool>> patterns_and_ignore_case) : impl_(std::make_unique<Impl>()) {
  impl_->patterns_and_ignore_case = std::move(patterns_and_ignore_case);
}
RegexSet::RegexSet(TextRequirements requirements) : impl_(std::make_unique<Impl>()) { impl_->requirements = std::move(requirements); }
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

TextRequirements& RegexSet::requirements() const {
  std::call_once(impl_->once, [&] {
    if (!impl_->patterns_and_ignore_case.empty()) impl_->requirements = TextRequirements(impl_->patterns_and_ignore_case);
    if (RegexCounts* counts = RegexWatch::watched()) counts->memory += bytes_of(impl_->requirements);
  });
  return impl_->requirements;
}

void RegexSet::keep_possible(std::string_view text, std::vector<std::uint32_t>& patterns) const { requirements().keep_possible(text, patterns); }

}  // namespace onrecord
