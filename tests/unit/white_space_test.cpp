#include "onrecord/base/white_space.h"

#include <gtest/gtest.h>

#include "onrecord/base/ascii.h"

namespace onrecord {
namespace {

TEST(WhiteSpace, IsTakenOffBothEnds) {
  struct Row {
    const char* text;
    const char* trimmed;
    const char* trimmed_at_start;
  };
  const Row rows[] = {
      {"", "", ""},
      {" \t\r\n\f\v", "", ""},
      {"Ann Lee", "Ann Lee", "Ann Lee"},
      {"\t Ann \n Lee \r\n", "Ann \n Lee", "Ann \n Lee \r\n"},
      {"\xC2\xA0 Ann", "\xC2\xA0 Ann", "\xC2\xA0 Ann"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(trimmed(row.text), row.trimmed);
    EXPECT_EQ(trimmed_at_start(row.text), row.trimmed_at_start);
    EXPECT_EQ(is_blank(row.text), *row.trimmed == '\0');
  }
  EXPECT_EQ(trimmed_at_start("\f {", white_space_of_data), "\f {");
}

TEST(WhiteSpace, IsTheSameForTextsAndCharacters) {
  for (int c = 0; c < 0x100; ++c) EXPECT_EQ(white_space.find(static_cast<char>(c)) != std::string_view::npos, is_ascii_space(static_cast<char>(c))) << c;
}

}  // namespace
}  // namespace onrecord
