#include "onrecord/text/characters.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Characters, SeesSmallLettersOfAllScripts) {
  for (const std::string_view text : {"Masons", "PDFs", "É-é", "МОСТы"}) EXPECT_TRUE(has_small_letter(text)) << text;
  for (const std::string_view text : {"", "UN", "747", "É—Æ", "МОСТ"}) EXPECT_FALSE(has_small_letter(text)) << text;
}

TEST(Characters, TellsWordsInCapitals) {
  for (const std::string_view word : {"UN", "MC-5", "ÉCOLE", "МОСТ"}) EXPECT_TRUE(is_in_capitals(word)) << word;
  for (const std::string_view word : {"", "A", "É", "Masons", "PDFs", "iOS", "747", "--", "P6", "Q&A"}) EXPECT_FALSE(is_in_capitals(word)) << word;
}

}  // namespace
}  // namespace onrecord
