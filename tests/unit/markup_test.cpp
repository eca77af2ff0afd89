#include "onrecord/base/markup.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Markup, HoldsTextAndNothingElse) {
  struct Row {
    const char* text;
    const char* escaped;
  };
  const Row rows[] = {
      {"", ""},
      {"Ann Lee said “no”", "Ann Lee said “no”"},
      {"<b title=\"x\">A & B</b>", "&lt;b title=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;"},
      {"&amp;", "&amp;amp;"},
      {"a\n\tb", "a&#10;&#9;b"},
      {"a\x01\r"
       "b",
       "a\uFFFD\uFFFD"
       "b"},
      {"Łódź é", "Łódź é"},
  };
  for (const Row& row : rows) EXPECT_EQ(escaped_for_markup(row.text), row.escaped);
}

}  // namespace
}  // namespace onrecord
