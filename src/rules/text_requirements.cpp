#include "onrecord/rules/text_requirements.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "onrecord/base/bits.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/rules/key_scan.h"
#include "onrecord/rules/pattern_facts.h"
#include "onrecord/text/byte_block.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t bucket_count = 4096;
constexpr std::size_t head_size = 8;

/// The first eight bytes of a text, or what it has, ASCII letters as small ones.
inline std::uint64_t head_of(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() >= head_size) std::memcpy(&bytes, text.data(), head_size);
  else if (!text.empty()) std::memcpy(&bytes, text.data(), text.size());
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t low = bytes & each * 0x7F;
  const std::uint64_t from_a = low + each * (0x80 - 'A'), behind_z = low + each * (0x80 - 'Z' - 1);
  const std::uint64_t capitals = from_a & ~behind_z & ~bytes & each * 0x80;
  return bytes | capitals >> 2;
}

std::uint64_t mask_of(std::size_t size) {
  const std::string all(std::min(size, head_size), '\xFF');
  std::uint64_t mask = 0;
  std::memcpy(&mask, all.data(), all.size());
  return mask;
}

}  // namespace

class RequirementCollector {
 public:
  void add(const RequiredText& required) {
    for (std::size_t i = 0; i < TextRequirements::most_lists; ++i)
      lists_of_.push_back(i < required.lists.size() ? number_of(required.lists[i]) : TextRequirements::nothing);
  }

  void finish(TextRequirements& result) {
    std::vector<std::uint64_t> keys(bits::words_for(key_count));
    std::vector<std::uint32_t> buckets(bucket_count + 1);
    const auto key_of = [this](const TextRequirements::Sought& sought) { return key_at(text_of(sought), sought.offset); };
    choose_keys();
    std::stable_sort(sought_.begin(), sought_.end(), [&](const auto& a, const auto& b) { return key_of(a) % bucket_count < key_of(b) % bucket_count; });
    for (const TextRequirements::Sought& sought : sought_) {
      const std::uint32_t key = key_of(sought);
      bits::add(keys, key);
      ++buckets[key % bucket_count + 1];
    }
    for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];
    result.lists_of_ = FlatArray(std::move(lists_of_));
    result.with_symbols_ = FlatArray(std::move(with_symbols_));
    result.symbols_ = FlatArray(std::move(symbols_));
    result.with_pairs_ = FlatArray(std::move(with_pairs_));
    result.pairs_ = FlatArray(std::move(pairs_));
    result.keys_ = FlatArray(std::move(keys));
    result.buckets_ = FlatArray(std::move(buckets));
    result.sought_ = FlatArray(std::move(sought_));
    result.texts_ = FlatArray(std::move(texts_));
  }

 private:
  static bool is_character(const std::string& text) { return character_at(text, 0).size == text.size(); }

  /// Many patterns require the same.
  std::uint32_t number_of(const std::vector<std::string>& texts) {
    // Of single characters `Needs` knows more.
    if (std::all_of(texts.begin(), texts.end(), is_character)) return TextRequirements::nothing;
    const auto [known, is_new] = numbers_.try_emplace(texts, static_cast<std::uint32_t>(with_pairs_.size()));
    if (is_new) add_list(texts, known->second);
    return known->second;
  }

  void add_list(const std::vector<std::string>& texts, std::uint32_t list) {
    with_pairs_.push_back(0);
    SymbolSet symbols;
    for (const std::string& text : texts) {
      if (text.size() >= key_bytes) seek(text, list);
      else if (is_letter(text.front()) && is_letter(text.back()) && text.size() == 2) seek_pair(text, list);
      else symbols.add_character(character_at(text, is_letter(text.front()) || text.front() == ' ' ? static_cast<std::uint32_t>(text.size() - 1) : 0).code);
    }
    if (symbols == SymbolSet()) return;
    symbols_.push_back(symbols);
    with_symbols_.push_back(list);
  }

  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

  void seek_pair(const std::string& text, std::uint32_t list) {
    with_pairs_.back() = 1;
    pairs_.push_back({list, static_cast<std::uint32_t>(text[0]) << 8 | static_cast<std::uint32_t>(text[1])});
  }

  void seek(const std::string& text, std::uint32_t list) {
    const auto number = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    sought_.push_back({0, 0, number(texts_.size()), number(text.size()), list, 0});
    texts_.insert(texts_.end(), text.begin(), text.end());
  }

  std::string_view text_of(const TextRequirements::Sought& sought) const { return {texts_.data() + sought.begin, sought.size}; }

  /// Each text is sought by those of its bytes that the others have least: these tell most, as what many of them have, most texts have.
  void choose_keys() {
    std::vector<std::uint32_t> uses(key_count);
    for (const TextRequirements::Sought& sought : sought_) {
      for (std::uint32_t at = 0; at + key_bytes <= sought.size; ++at) ++uses[key_at(text_of(sought), at)];
    }
    for (TextRequirements::Sought& sought : sought_) {
      const std::string_view text = text_of(sought);
      const auto cost = [&](std::uint32_t at) { return uses[key_at(text, at)] * likelihood_of(text.substr(at, key_bytes)); };
      for (std::uint32_t at = 1; at + key_bytes <= sought.size; ++at) {
        if (cost(at) < cost(sought.offset)) sought.offset = at;
      }
      sought.head = head_of(text.substr(sought.offset));
      sought.mask = mask_of(text.size() - sought.offset);
    }
  }

  std::map<std::vector<std::string>, std::uint32_t> numbers_;
  std::vector<std::uint32_t> lists_of_, with_symbols_;
  std::vector<SymbolSet> symbols_;
  std::vector<std::uint8_t> with_pairs_{0};
  std::vector<TextRequirements::Pair> pairs_;
  std::vector<TextRequirements::Sought> sought_;
  std::vector<char> texts_;
};

TextRequirements::TextRequirements(const std::vector<const Regex*>& patterns, std::size_t whole) {
  static_assert(most_lists == RequiredText::most_lists);
  RequirementCollector collector;
  std::vector<PatternEdges> edges;
  for (const Regex* pattern : patterns) {
    const bool is_whole = edges.size() < whole;
    RequiredOfText found = required_of_text(*pattern, is_whole);
    collector.add(found.required);
    if (is_whole) edges.push_back(std::move(found.edges));
  }
  collector.finish(*this);
  edges_ = TextEdges(edges);
}

namespace {

/// Where a letter stands in the block, small or capital.
std::uint64_t places_of(const ByteBlock& block, std::uint32_t small) {
  return block.equal(static_cast<char>(small)) | block.equal(static_cast<char>(small - 'a' + 'A'));
}

bool holds_pair(std::string_view text, std::uint32_t letters) {
  for (std::size_t at = 0; at + 1 < text.size(); at += ByteBlock::size - 1) {
    const ByteBlock block(text, at);
    if ((places_of(block, letters >> 8) & places_of(block, letters & 0xFF) >> 1) != 0) return true;
  }
  return false;
}

/// Two characters beyond ASCII are letters of it without regard to case.
bool has_odd_letters(std::string_view text, const SymbolSet& symbols) {
  static const SymbolSet odd = [] {
    SymbolSet result;
    result.add_character(U'\u212A');
    result.add_character(U'\u017F');
    return result;
  }();
  return odd.meets(symbols) && (text.find("\u212A") != std::string_view::npos || text.find("\u017F") != std::string_view::npos);
}

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

/// As if the list stood everywhere.
void take_as_found(std::uint32_t list, TextsFound& found) {
  found.first_end[list] = 0;
  found.last_begin[list] = nowhere;
}

}  // namespace

void TextRequirements::find(std::string_view text, const SymbolSet& symbols, TextsFound& found) const {
  const bool is_odd = has_odd_letters(text, symbols);
  found.first_end.assign(with_pairs_.size(), is_odd ? 0 : nowhere);
  found.last_begin.assign(with_pairs_.size(), is_odd ? nowhere : 0);
  found.looked_for_pairs.assign(with_pairs_.size(), 0);
  if (is_odd) return;
  for (std::size_t i = 0; i < symbols_.size(); ++i) {
    if (symbols_[i].meets(symbols)) take_as_found(with_symbols_[i], found);
  }
  if (sought_.empty()) return;
  const KeyBitsView keys(keys_.data(), bits::words_for(key_count));
  KeyPlaces places;
  for (std::size_t from = 0; from < text.size();) {
    from = find_keys(text, from, keys, places);
    for (std::size_t i = 0; i < places.count; ++i) compare(text, places.offsets[i], places.keys[i], found);
  }
}

/// Notes the sought texts of which the bytes with this key stand at `place`.
void TextRequirements::compare(std::string_view text, std::uint32_t place, std::uint32_t key, TextsFound& found) const {
  const std::uint64_t bytes = head_of(text.substr(place));
  const std::uint32_t end = buckets_[key % bucket_count + 1];
  for (std::uint32_t i = buckets_[key % bucket_count]; i < end; ++i) {
    const Sought& wanted = sought_[i];
    if (((bytes ^ wanted.head) & wanted.mask) != 0 || place < wanted.offset) continue;
    const std::uint32_t at = place - wanted.offset;
    const bool has_more = wanted.offset != 0 || wanted.size > head_size;
    if (has_more && !has_rest(text.substr(at), wanted)) continue;
    found.first_end[wanted.list] = std::min(found.first_end[wanted.list], at + wanted.size);
    found.last_begin[wanted.list] = std::max(found.last_begin[wanted.list], at);
  }
}

/// Whether the text begins with what is sought, where its bytes from the key on are there.
bool TextRequirements::has_rest(std::string_view text, const Sought& wanted) const {
  if (wanted.size > text.size()) return false;
  const char* const written = texts_.data() + wanted.begin;
  const std::size_t compared = std::min<std::size_t>(wanted.size, wanted.offset + head_size);
  const auto is_same = [](char a, char b) { return a == small_letter(b); };
  return std::equal(written, written + wanted.offset, text.begin(), is_same) &&
         std::equal(written + compared, written + wanted.size, text.begin() + static_cast<std::ptrdiff_t>(compared), is_same);
}

void TextRequirements::look_for_pairs(std::uint32_t list, std::string_view text, TextsFound& found) const {
  found.looked_for_pairs[list] = 1;
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), list, [](const Pair& known, std::uint32_t number) { return known.list < number; });
  for (; pair != pairs_.end() && pair->list == list; ++pair) {
    if (holds_pair(text, pair->letters)) return take_as_found(list, found);
  }
}

}  // namespace onrecord
