#include "onrecord/rules/key_scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace onrecord {
namespace {

using Find = std::size_t(std::string_view, std::size_t, KeyBitsView, KeyPlaces&);

std::vector<std::uint32_t> all_places(Find find, std::string_view text, const KeyBits& keys) {
  std::vector<std::uint32_t> all;
  KeyPlaces places;
  for (std::size_t from = 0; from < text.size();) {
    from = find(text, from, keys, places);
    all.insert(all.end(), places.offsets.begin(), places.offsets.begin() + static_cast<std::ptrdiff_t>(places.count));
  }
  return all;
}

KeyBits keys_of(std::initializer_list<std::string_view> texts) {
  KeyBits keys{};
  for (const std::string_view text : texts) {
    const std::uint32_t key = key_at(text, 0);
    keys[key / 64] |= std::uint64_t{1} << key % 64;
  }
  return keys;
}

TEST(KeyScan, FindsKeysWithoutRegardToCase) {
  const KeyBits keys = keys_of({"said", "the", "\xC3\xA9tat"});
  const std::string text = "The mayor SAID so; they said: l'\xC3\xA9tat, the";
  EXPECT_EQ(all_places(find_keys, text, keys), (std::vector<std::uint32_t>{0, 10, 19, 24, 32, 39}));
}

TEST(KeyScan, FindsTheSameOneByOne) {
  const KeyBits keys = keys_of({"abc", "bca", "aaa", "cc\xC3"});
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 700; size += 1 + size / 9) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += "aAbBcC\xC3z"[random() % 8];
    EXPECT_EQ(all_places(find_keys, text, keys), all_places(find_keys_one_by_one, text, keys)) << text;
  }
}

}  // namespace
}  // namespace onrecord
