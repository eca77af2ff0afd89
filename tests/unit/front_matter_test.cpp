#include "onrecord/convert/front_matter.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

/// "key=value;key=|value|value|", then "@" and the text behind it.
std::string debug_string(std::string_view text) {
  const FrontMatter front = read_front_matter(text);
  std::string all;
  for (const FrontMatter::Field& field : front.fields) {
    (all += all.empty() ? "" : ";") += field.key + (field.is_list ? "=|" : "=");
    for (const std::string& value : field.values) all += value + (field.is_list ? "|" : "");
  }
  return all + '@' + std::string(text.substr(front.size));
}

TEST(FrontMatter, ReadsFields) {
  struct Row {
    const char* name;
    const char* text;
    const char* fields;
  };
  const Row rows[] = {
      {"values", "---\ntitle: Rain\nauthor: Ann Lee\n---\nIt rained.", "title=Rain;author=Ann Lee@It rained."},
      {"quotation marks", "---\na: \"Rain: \\\"much\\\"\"\nb: 'it''s wet' # so\n---\nIt rained.", "a=Rain: \"much\";b=it's wet@It rained."},
      {"comments", "---\n# about\na: Rain # and snow\n\n---\nIt rained.", "a=Rain@It rained."},
      {"list on the line", "---\na: [Ann Lee, 'Berg, Bo', ]\n---\nIt rained.", "a=|Ann Lee|Berg, Bo|@It rained."},
      {"list below", "---\na:\n  - Ann Lee\n  - name: Bo Berg\n    mail: b@x.example\nb:\n- one\n---\nIt rained.", "a=|Ann Lee|Bo Berg|;b=|one|@It rained."},
      {"name of a nested value", "---\nauthor:\n  name: Ann Lee\n  town: Rome\n---\nIt rained.", "author=Ann Lee@It rained."},
      {"long value", "---\na: >-\n  Rain\n  fell\n---\nIt rained.", "a=Rain fell@It rained."},
      {"line ends", "---\r\na: Rain\r\n---\r\nIt rained.", "a=Rain@It rained."},
      {"dots close it", "---\na: Rain\n...\nIt rained.", "a=Rain@It rained."},
      {"TOML", "+++\ntitle = \"Rain\"\n[extra]\ntags = [\"a\", \"b\"]\n+++\nIt rained.", "title=Rain;tags=|a|b|@It rained."},
      {"empty values", "---\na:\nb: []\n---\nIt rained.", "a=;b=|@It rained."},
      {"no end", "---\ntitle: Rain\n", "@---\ntitle: Rain\n"},
      {"a rule, then text", "---\nIt rained.\n---\n", "@---\nIt rained.\n---\n"},
      {"a rule, then talk", "---\nAnn Lee: it rained.\nThen it stopped.\n---\n", "@---\nAnn Lee: it rained.\nThen it stopped.\n---\n"},
      {"nothing in it", "---\n---\n", "@---\n---\n"},
      {"not at the beginning", "\n---\na: b\n---\n", "@\n---\na: b\n---\n"},
      {"nothing", "", "@"},
  };
  for (const Row& row : rows) EXPECT_EQ(debug_string(row.text), row.fields) << row.name;
}

TEST(FrontMatter, IsKnownByItsBeginning) {
  EXPECT_TRUE(begins_front_matter("---\ntitle: Rain\nau"));
  EXPECT_FALSE(begins_front_matter("---\nIt rained all day, and"));
  EXPECT_FALSE(begins_front_matter("---\n"));
}

}  // namespace
}  // namespace onrecord
