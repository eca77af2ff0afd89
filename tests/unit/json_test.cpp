#include "onrecord/output/json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace onrecord {
namespace {

TEST(Json, KnownKeysAndPairs) {
  std::string out;
  JsonAppender json(out);
  json.open('{');
  json.known_key("bytes");
  json.pair(0, 4294967295U);
  json.known_key("n");
  json.number(7);
  json.close('}');
  EXPECT_EQ(out, R"({"bytes":[0,4294967295],"n":7})");
}

TEST(Json, EscapesWhatItMust) {
  std::string text;
  for (int c = 0; c < 0x80; ++c) text += static_cast<char>(c);
  text += "“ä” 𝄞 \u2028";
  std::string out;
  append_json_string(out, text);
  EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
  EXPECT_EQ(out.find('\n'), std::string::npos);
}

TEST(Json, EscapesAtEveryPlaceOfALongText) {
  for (std::size_t place = 0; place < 40; ++place) {
    for (const char c : {'"', '\\', '\n', '\x01', '\x1f', ' ', '\x7f'}) {
      std::string text(40, 'a');
      text[place] = c;
      std::string out;
      append_json_string(out, text);
      EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
      EXPECT_EQ(out.size(), 42 + (c >= ' ' && c != '"' && c != '\\' ? 0 : c == '\x01' || c == '\x1f' ? 5U : 1U));
    }
  }
}

TEST(Json, RoundsFractionsAsFmtDoes) {
  for (int i = 0; i <= 10000; ++i) {
    for (const double value : {i / 1000.0, i / 10000.0 * 0.98, i / 10000.0 + 1e-12}) {
      std::string out = ":";
      JsonAppender(out).fraction(value);
      EXPECT_EQ(out, fmt::format(":{:.2f}", value));
    }
  }
}

TEST(Json, EscapesKeysThatNeedIt) {
  std::string out;
  JsonAppender json(out);
  json.open('{');
  json.any_key("a\"b");
  json.null();
  json.key("plain");
  json.null();
  EXPECT_EQ(out, R"({"a\"b":null,"plain":null)");
}

TEST(Json, SetsCommas) {
  std::string out = "{\"line\":1}\n";
  JsonAppender json(out);
  json.open('{');
  json.any_key("a,");
  json.open('[');
  json.close(']');
  json.key("b");
  json.open('[');
  json.number(1);
  json.string("{");
  json.string_or_null("");
  json.open('{');
  json.key("c");
  json.fraction(0.876);
  json.close('}');
  json.boolean(false);
  json.close(']');
  json.close('}');
  EXPECT_EQ(out, "{\"line\":1}\n{\"a,\":[],\"b\":[1,\"{\",null,{\"c\":0.88},false]}");
}

}  // namespace
}  // namespace onrecord
