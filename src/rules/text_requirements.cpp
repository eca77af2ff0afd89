#include "onrecord/rules/text_requirements.h"

#include <algorithm>
#include <bit>
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

inline std::uint64_t eight_at(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, head_size);
  return eight;
}

/// The first eight bytes of a text, or what it has.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data(), std::min(text.size(), head_size));
  return bytes;
}

/// Of eight bytes, ASCII letters as small ones.
inline std::uint64_t small_eight(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t low = bytes & each * 0x7F;
  const std::uint64_t from_a = low + each * (0x80 - 'A'), behind_z = low + each * (0x80 - 'Z' - 1);
  const std::uint64_t capitals = from_a & ~behind_z & ~bytes & each * 0x80;
  return bytes | capitals >> 2;
}

/// The text in small letters, and so many zeros behind it that eight bytes can be read anywhere.
void write_small(std::string_view text, std::string& small) {
  small.resize(text.size() + head_size);
  std::size_t at = 0;
  for (; at + head_size <= text.size(); at += head_size) {
    const std::uint64_t eight = small_eight(eight_at(text.data() + at));
    std::memcpy(small.data() + at, &eight, head_size);
  }
  const std::uint64_t rest = small_eight(head_of(text.substr(at)));
  std::memcpy(small.data() + at, &rest, head_size);
  std::memset(small.data() + text.size(), 0, head_size);
}

/// Of the first eight bytes of a text those that one of so many bytes has.
inline std::uint64_t mask_of(std::size_t size) {
  static_assert(std::endian::native == std::endian::little);
  return size >= head_size ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * size) - 1;
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
    make_sought();
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
    result.lists_of_texts_ = FlatArray(std::move(lists_of_texts_));
    result.texts_ = FlatArray(std::move(texts_));
  }

 private:
  static constexpr std::size_t longest = 255;  // of what is sought of a text: more tells no more

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
      if (text.size() >= key_bytes) lists_of_text_[text.substr(0, longest)].push_back(list);
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

  /// Each text once, as many lists hold the same.
  void make_sought() {
    for (const auto& [text, lists] : lists_of_text_) {
      TextRequirements::Sought& sought = sought_.emplace_back();
      sought.begin = static_cast<std::uint32_t>(texts_.size());
      sought.size = static_cast<std::uint16_t>(text.size());
      sought.first_list = static_cast<std::uint32_t>(lists_of_texts_.size());
      sought.lists = static_cast<std::uint32_t>(lists.size());
      texts_.insert(texts_.end(), text.begin(), text.end());
      lists_of_texts_.insert(lists_of_texts_.end(), lists.begin(), lists.end());
    }
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
      for (std::uint16_t at = 1; at + key_bytes <= sought.size; ++at) {
        if (cost(at) < cost(sought.offset)) sought.offset = at;
      }
      sought.head = head_of(text.substr(sought.offset));
      sought.mask = mask_of(text.size() - sought.offset);
      sought.start = head_of(text.substr(0, sought.offset));
    }
  }

  std::map<std::vector<std::string>, std::uint32_t> numbers_;
  std::vector<std::uint32_t> lists_of_, with_symbols_;
  std::vector<SymbolSet> symbols_;
  std::vector<std::uint8_t> with_pairs_{0};
  std::vector<TextRequirements::Pair> pairs_;
  std::map<std::string, std::vector<std::uint32_t>> lists_of_text_;
  std::vector<TextRequirements::Sought> sought_;
  std::vector<std::uint32_t> lists_of_texts_;
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
void take_as_found(std::uint32_t list, TextsFound& found) { found.lists[list] = {0, nowhere}; }

}  // namespace

void TextRequirements::find(std::string_view text, const SymbolSet& symbols, TextsFound& found) const {
  const bool is_odd = has_odd_letters(text, symbols);
  found.lists.assign(with_pairs_.size(), is_odd ? TextsFound::List{0, nowhere} : TextsFound::List{nowhere, 0});
  found.looked_for_pairs.assign(with_pairs_.size(), 0);
  if (is_odd) return;
  for (std::size_t i = 0; i < symbols_.size(); ++i) {
    if (symbols_[i].meets(symbols)) take_as_found(with_symbols_[i], found);
  }
  if (sought_.empty()) return;
  const KeyBitsView keys(keys_.data(), bits::words_for(key_count));
  write_small(text, found.small);
  KeyPlaces places;
  for (std::size_t from = 0; from < text.size();) {
    from = find_keys(text, from, keys, places);
    for (std::size_t i = 0; i < places.count; ++i) compare(places.offsets[i], places.keys[i], found);
  }
}

/// Notes the sought texts of which the bytes with this key stand at `place`.
void TextRequirements::compare(std::uint32_t place, std::uint32_t key, TextsFound& found) const {
  const char* const text = found.small.data();
  const std::uint64_t bytes = eight_at(text + place);
  const std::uint32_t end = buckets_[key % bucket_count + 1];
  for (std::uint32_t i = buckets_[key % bucket_count]; i < end; ++i) {
    const Sought& wanted = sought_[i];
    if (((bytes ^ wanted.head) & wanted.mask) != 0 || place < wanted.offset) continue;
    const std::uint32_t at = place - wanted.offset;
    if (!stands_at(text + at, wanted)) continue;
    const std::uint32_t* const lists = lists_of_texts_.data() + wanted.first_list;
    for (std::size_t k = 0; k < wanted.lists; ++k) {
      TextsFound::List& list = found.lists[lists[k]];
      list.first_end = std::min(list.first_end, at + wanted.size);
      list.last_begin = std::max(list.last_begin, at);
    }
  }
}

/// Whether what is sought stands there, where its first eight bytes from the key on do. A text that ends too early differs at the zeros behind it.
inline bool TextRequirements::stands_at(const char* place, const Sought& wanted) const {
  if (((eight_at(place) ^ wanted.start) & mask_of(wanted.offset)) != 0) return false;
  if (wanted.offset <= head_size && wanted.size <= wanted.offset + head_size) return true;
  return std::strncmp(place, texts_.data() + wanted.begin, wanted.size) == 0;
}

void TextRequirements::look_for_pairs(std::uint32_t list, std::string_view text, TextsFound& found) const {
  found.looked_for_pairs[list] = 1;
  auto pair = std::lower_bound(pairs_.begin(), pairs_.end(), list, [](const Pair& known, std::uint32_t number) { return known.list < number; });
  for (; pair != pairs_.end() && pair->list == list; ++pair) {
    if (holds_pair(text, pair->letters)) return take_as_found(list, found);
  }
}

}  // namespace onrecord
