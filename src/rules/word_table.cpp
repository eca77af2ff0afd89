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

/// Takes length, start and end of the word; words that agree in them merely share a slot.
inline std::uint32_t hash_of(std::string_view word) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t value = word.size();
  if (word.size() >= 8) {
    value ^= load<std::uint64_t>(word.data()) * factor;
    value ^= load<std::uint64_t>(word.data() + word.size() - 8);
  } else if (word.size() >= 4) {
    value ^= load<std::uint32_t>(word.data()) | std::uint64_t{load<std::uint32_t>(word.data() + word.size() - 4)} << 32;
  } else if (!word.empty()) {
    const auto byte = [word](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(word[i])}; };
    value |= byte(0) << 8 | byte(word.size() / 2) << 16 | byte(word.size() - 1) << 24;
  }
  value *= factor;
  return static_cast<std::uint32_t>(value >> 32) | 1;
}

/// Whether two words of the same size are the same. Calls no function: most words are short.
inline bool is_same(const char* a, const char* b, std::size_t size) {
  const auto differ = [&]<typename Integer>(Integer, std::size_t at) { return load<Integer>(a + at) ^ load<Integer>(b + at); };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) {
      if (differ(std::uint64_t{}, at) != 0) return false;
    }
    return differ(std::uint64_t{}, size - 8) == 0;  // may look at some twice
  }
  if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
  if (size >= 2) return (differ(std::uint16_t{}, 0) | differ(std::uint16_t{}, size - 2)) == 0;
  return size == 0 || *a == *b;
}

/// Where a word stands among the slots, or the free one where it would. `word_of` tells the word of a number.
template <typename Slots, typename WordOf>
std::size_t slot_of(const Slots& slots, std::string_view wanted, std::uint32_t hash, WordOf word_of) {
  const std::size_t mask = slots.size() - 1;
  std::size_t slot = (hash >> 8) & mask;
  const auto is_wanted = [&](std::string_view word) { return word.size() == wanted.size() && is_same(word.data(), wanted.data(), word.size()); };
  while (slots[slot].form != 0 && (slots[slot].hash != hash || !is_wanted(word_of(slots[slot].form)))) slot = (slot + 1) & mask;
  return slot;
}

}  // namespace

WordForm WordTable::find(std::string_view wanted) const {
  if (wanted.size() > longest_ || slots_.empty()) return 0;
  return slots_[slot_of(slots_, wanted, hash_of(wanted), [this](WordForm form) { return word(form); })].form;
}

std::string_view WordTableBuilder::word(WordForm form) const {
  return form == 0 ? std::string_view() : std::string_view(text_.data() + words_[form - 1].begin, words_[form - 1].size);
}

void WordTableBuilder::grow() {
  std::vector<WordTable::Slot> old(std::max(first_slots, slots_.size() * 2));
  old.swap(slots_);
  for (const WordTable::Slot& slot : old) {
    if (slot.form != 0) slots_[slot_of(slots_, word(slot.form), slot.hash, [this](WordForm form) { return word(form); })] = slot;
  }
}

WordForm WordTableBuilder::add(std::string_view wanted) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(wanted);
  WordTable::Slot& slot = slots_[slot_of(slots_, wanted, hash, [this](WordForm form) { return word(form); })];
  if (slot.form != 0) return slot.form;
  words_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(wanted.size())});
  text_.insert(text_.end(), wanted.begin(), wanted.end());
  longest_ = std::max<std::uint64_t>(longest_, wanted.size());
  slot = {hash, static_cast<WordForm>(words_.size())};
  return slot.form;
}

WordForm WordTableBuilder::find(std::string_view wanted) const {
  if (wanted.size() > longest_ || slots_.empty()) return 0;
  return slots_[slot_of(slots_, wanted, hash_of(wanted), [this](WordForm form) { return word(form); })].form;
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
