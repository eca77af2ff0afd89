#include "onrecord/text/bullet.h"

#include <gtest/gtest.h>

#include <string>

#include "test_rules.h"

namespace onrecord {
namespace {

struct Row {
  std::string line;
  std::uint32_t size;
};

const Row rows[] = {
    {"• The bridge", 4},    {"•\tThe bridge", 4},  // as word processors write it
    {"•  \tThe bridge", 6}, {"•\u00A0The bridge", 5}, {"•The bridge", 3},     {"•", 3},
    {"✓The bridge", 3},     {"- The bridge", 2},      {"–\tThe bridge", 4},   {"— The bridge", 4},
    {"—The bridge", 0},     {"-5 degrees", 0},        {"* The bridge", 2},    {"*The* bridge", 0},
    {"3. The bridge", 3},   {"12)\tThe bridge", 4},   {"123. The bridge", 5}, {"2011. The bridge", 0},
    {"2.1. The bridge", 5}, {"2.1.\tThe bridge", 5},  {"3.5 percent", 0},     {"3.", 0},
    {"3 The bridge", 0},    {". The bridge", 0},      {"The bridge", 0},      {"", 0},
};

TEST(Bullet, MarksAnItem) {
  for (const Row& row : rows) EXPECT_EQ(bullet_size(row.line), row.size) << row.line;
}

// Rules ask for items by a type.
TEST(Bullet, IsToldToRules) {
  const TypeId item = testing::standard_rules().type("item_line");
  for (const Row& row : rows) {
    const testing::StructuredPage page = testing::structured("The bridge\n\n" + row.line + "\n");
    EXPECT_EQ(!page.annotations.of(item).empty(), row.size > 0) << row.line;
  }
}

}  // namespace
}  // namespace onrecord
