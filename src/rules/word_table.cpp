#include "onrecord/rules/word_table.h"

#include <algorithm>
#include <cstring>

namespace onrecord {
namespace {

constexpr std::size_t first_slots = 32;

template <typename Integer>
Integer load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// What a slot tells of a word.
struct Key {
  std::uint64_t start;
  std::uint32_t hash;
};

constexpr std::size_t told_whole = 8;  // bytes of the longest word that its key tells from all others

/// Made of length, start and end; longer words that agree in them have the same key.
inline Key key_of(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  const std::size_t size = word.size();
  Key key{0, static_cast<std::uint32_t>(std::min<std::size_t>(size, 0xFF))};
  std::uint64_t mixed = size;
  if (size >= 8) {
    key.start = load<std::uint64_t>(word.data());
    mixed ^= load<std::uint64_t>(word.data() + size - 8);
  } else if (size >= 4) {
    key.start = load<std::uint32_t>(word.data()) | std::uint64_t{load<std::uint32_t>(word.data() + size - 4)} << 32;
  } else if (size > 0) {
    const auto byte = [word](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(word[i])}; };
    key.start = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }
  mixed = (mixed ^ key.start * factor) * factor;
  key.hash |= static_cast<std::uint32_t>(mixed >> 32) & ~0xFFU;
  return key;
}

/// Whether two words that are longer than `told_whole` and have the same key are the same.
inline bool is_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t at = 8; at + 8 < a.size(); at += 8) {
    if (load<std::uint64_t>(a.data() + at) != load<std::uint64_t>(b.data() + at)) return false;
  }
  return load<std::uint64_t>(a.data() + a.size() - 8) == load<std::uint64_t>(b.data() + b.size() - 8);
}

/// Where a word stands among the slots, or the free one where it would. `word_of` tells the word of a number.
template <typename Slots, typename WordOf>
std::size_t slot_of(const Slots& slots, std::string_view wanted, const Key& key, WordOf word_of) {
  const std::size_t mask = slots.size() - 1;
  std::size_t slot = (key.hash >> 8) & mask;
  const auto is_wanted = [&](const auto& there) {
    return there.hash == key.hash && there.start == key.start && (wanted.size() <= told_whole || is_same(word_of(there.form), wanted));
  };
  while (slots[slot].form != 0 && !is_wanted(slots[slot])) slot = (slot + 1) & mask;
  return slot;
}

}  // namespace

WordForm WordTable::find(std::string_view wanted) const {
  if (wanted.size() > longest_ || slots_.empty()) return 0;
  return slots_[slot_of(slots_, wanted, key_of(wanted), [this](WordForm form) { return word(form); })].form;
}

void WordTable::prefetch(std::string_view wanted) const {
  if (wanted.size() > longest_ || slots_.empty()) return;
  __builtin_prefetch(&slots_[(key_of(wanted).hash >> 8) & (slots_.size() - 1)]);
}

std::string_view WordTableBuilder::word(WordForm form) const {
  return form == 0 ? std::string_view() : std::string_view(text_.data() + words_[form - 1].begin, words_[form - 1].size);
}

void WordTableBuilder::grow() {
  std::vector<WordTable::Slot> old(std::max(first_slots, slots_.size() * 2));
  old.swap(slots_);
  for (const WordTable::Slot& slot : old) {
    if (slot.form != 0) slots_[slot_of(slots_, word(slot.form), Key{slot.start, slot.hash}, [this](WordForm form) { return word(form); })] = slot;
  }
}

WordForm WordTableBuilder::add(std::string_view wanted) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const Key key = key_of(wanted);
  WordTable::Slot& slot = slots_[slot_of(slots_, wanted, key, [this](WordForm form) { return word(form); })];
  if (slot.form != 0) return slot.form;
  words_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(wanted.size())});
  text_.insert(text_.end(), wanted.begin(), wanted.end());
  longest_ = std::max<std::uint64_t>(longest_, wanted.size());
  slot = {key.hash, static_cast<WordForm>(words_.size()), key.start};
  return slot.form;
}

WordForm WordTableBuilder::find(std::string_view wanted) const {
  if (wanted.size() > longest_ || slots_.empty()) return 0;
  return slots_[slot_of(slots_, wanted, key_of(wanted), [this](WordForm form) { return word(form); })].form;
}

WordTable WordTableBuilder::finish() {
  WordTable table;
  table.text_ = FlatArray<char>(std::move(text_));
  table.words_ = FlatArray<WordTable::Word>(std::move(words_));
  table.slots_ = FlatArray<WordTable::Slot>(std::move(slots_));
  table.longest_ = longest_;
  return table;
}

}  // namespace onrecord
