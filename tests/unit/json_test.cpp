#include "onrecord/output/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace onrecord {
namespace {

TEST(Json, EscapesWhatItMust) {
  std::string text;
  for (int c = 0; c < 0x80; ++c) text += static_cast<char>(c);
  text += "“ä” 𝄞 \u2028";
  std::string out;
  append_json_string(out, text);
  EXPECT_EQ(nlohmann::json::parse(out).get<std::string>(), text);
  EXPECT_EQ(out.find('\n'), std::string::npos);
}

TEST(Json, SetsCommas) {
  std::string out = "{\"line\":1}\n";
  JsonAppender json(out);
  json.open('{');
  json.key("a,");
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
