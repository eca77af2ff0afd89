#include "onrecord/input/line_fields.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::optional<LineFields> read(std::string json, const InputOptions& options = {}) {
  const std::size_t begin = json.find('{');
  return read_line_fields(json, begin, options);
}

TEST(LineFields, ReadsTextAndId) {
  const auto fields = read(R"(key {"id": "a\u00e9", "n": [1, {"text": 2}], "text": "One\ntwo."})");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->id, "aé");
  EXPECT_EQ(fields->text, "One\ntwo.");
}

TEST(LineFields, WritesNumbersAsTheyStand) {
  EXPECT_EQ(read(R"({"id": 12, "text": ""})")->id, "12");
  EXPECT_EQ(read(R"({"id": -3, "text": ""})")->id, "-3");
  EXPECT_EQ(read(R"({"id": 18446744073709551615, "text": ""})")->id, "18446744073709551615");
  EXPECT_EQ(read(R"({"id": 99999999999999999999999, "text": ""})")->id, "99999999999999999999999");
  EXPECT_EQ(read(R"({"id": 1.50, "text": ""})")->id, "1.50");
  EXPECT_EQ(read(R"({"id": -1e999, "n": [1e999, 2], "text": ""})")->id, "-1e999");
  EXPECT_FALSE(read(R"({"text": ""})")->id);
}

TEST(LineFields, HasNoIdThatIsNeitherTextNorNumber) {
  for (const char* json : {R"({"id": null, "text": ""})", R"({"id": "", "text": ""})", R"({"text": "", "id": [1]})", R"({"text": "", "id": {"id": 1}})"}) {
    const auto fields = read(json);
    ASSERT_TRUE(fields) << json;
    EXPECT_FALSE(fields->id) << json;
  }
}

TEST(LineFields, HandsFieldsOnAsTheyAre) {
  InputOptions options;
  options.pass = {"n", "more", "gone", "n", "text"};
  const auto fields = read(R"({"n": 18446744073709551617, "more": {"b": [1.10, {"c": null}, "\u00e9\n"], "a": true}, "text": "t", "x": {"n": 1}})", options);
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->passed,
            (std::vector<std::string>{"18446744073709551617", R"({"b":[1.10,{"c":null},"é\n"],"a":true})", "null", "18446744073709551617", R"("t")"}));
  EXPECT_EQ(read(R"({"n": 1, "n": [2], "text": ""})", options)->passed.front(), "[2]");
}

TEST(LineFields, TakesTheLastOfEqualNames) {
  EXPECT_EQ(read(R"({"text": "one", "text": "two"})")->text, "two");
  EXPECT_FALSE(read(R"({"text": "one", "text": 2})"));
}

TEST(LineFields, TakesTheFirstUsualNameThatHoldsAText) { EXPECT_EQ(read(R"({"content": "c", "body": "b", "maintext": null})")->text, "b"); }

TEST(LineFields, LooksAtFieldsOfTheObjectOnly) {
  EXPECT_EQ(read(R"({"body": "b", "more": {"text": "t", "deep": [{"text": "u"}]}})")->text, "b");
  EXPECT_FALSE(read(R"({"text": "one", "text": {"text": "two"}})"));
}

TEST(LineFields, ReadsWhatIsNestedDeep) {
  const std::string open(1 << 20, '['), close(1 << 20, ']');
  EXPECT_EQ(read(R"({"text": "t", "more": )" + open + close + "}")->text, "t");
}

TEST(LineFields, DoesNotEndAtZero) {
  using namespace std::string_literals;
  EXPECT_EQ(read(R"({"text": "a\u0000b"})")->text, "a\0b"s);
  EXPECT_FALSE(read("{\"text\": \"a\"}\0 x"s));
}

TEST(LineFields, GoesByTheNamesGiven) {
  InputOptions options;
  options.text_field = "lead";
  options.id_field = "url";
  const auto fields = read(R"({"id": 1, "url": "u", "text": "t", "lead": "l"})", options);
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->id, "u");
  EXPECT_EQ(fields->text, "l");
  EXPECT_FALSE(read(R"({"id": 1, "text": "t", "lead": "l"})", options));
}

TEST(LineFields, LeavesTheRestToOthers) {
  for (const char* json : {R"({"id": 1})", R"({"text": "a)", R"({"text": ""} x)", R"({"n": 1e, "text": ""})", R"({"text": "\ud800"})", R"({"text": "\udc00"})",
                           R"([{"text": ""}])", R"("text")"}) {
    EXPECT_FALSE(read(json)) << json;
  }
}

}  // namespace
}  // namespace onrecord
