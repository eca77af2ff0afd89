#include "onrecord/extract/matching/sentence_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "onrecord/text/segment.h"
#include "test_rules.h"

namespace onrecord {
namespace {

std::vector<std::uint32_t> rewritten(const std::string& text) {
  const RuleSet& rules = testing::standard_rules();
  Document document = read_lines(text);
  segment(document, rules.segment_words());
  return SentenceWords(rules, document).rewritten();
}

/// The same, a byte at a time and without inner dots.
std::vector<std::uint32_t> odd_spaces(const std::string& text) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const bool before_space = i + 1 < text.size() && is_view_space(text[i + 1]);
    if (is_view_space(text[i]) && (text[i] != ' ' || before_space)) found.push_back(i);
  }
  return found;
}

// White space is looked for in 64 bytes at a time.
TEST(SentenceWords, TellsWhereViewsDiffer) {
  for (const std::string gap : {" ", "  ", "\n", " \t ", "\n\n"}) {
    for (std::size_t before = 1; before < 140; ++before) {
      const std::string text = std::string(before, 'a') + gap + "b" + gap + std::string(before, 'c') + gap;
      EXPECT_EQ(rewritten(text), odd_spaces(text)) << before;
    }
  }
}

TEST(SentenceWords, CountsInnerDotsAmongThem) {
  EXPECT_EQ(rewritten("The pier of 3.5 km.  It rose"), (std::vector<std::uint32_t>{13, 19}));
  EXPECT_EQ(rewritten("It rose\nby 3.5"), (std::vector<std::uint32_t>{7, 12}));
}

}  // namespace
}  // namespace onrecord
