#include "onrecord/workbench/found_fields.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "onrecord/check/test_fields.h"

namespace onrecord {
namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> names_of(const Record& record) {
  std::vector<std::string> names;
  for (const auto& [name, value] : fields_of(record)) names.push_back(name);
  return sorted(std::move(names));
}

/// A quote or a claim that has all that one may have.
template <typename Statement>
Statement complete() {
  Statement statement;
  statement.speaker = SpeakerReference{"s", "Ann Lee", {}, Resolution::name};
  statement.co_speakers = {*statement.speaker};
  statement.cue = Cue{};
  return statement;
}

TEST(FoundFields, AreThoseThatTestsMayExpect) {
  RuleSetDefinition rules;
  TypeDefinition& type = rules.types.emplace_back();
  type.name = "deadline";
  type.exported = true;
  type.fields.emplace_back().name = "day";
  CustomRecord deadline;
  deadline.type = "deadline";
  deadline.fields = {{"day", "1 May"}};
  const std::vector<std::pair<std::string, Record>> records = {
      {"quote", complete<QuoteRecord>()}, {"claim", complete<ClaimRecord>()}, {"faq", FaqRecord{}}, {"deadline", deadline}};
  std::vector<std::string> kinds;
  for (const auto& [kind, record] : records) {
    const auto expected = fields_in_tests(rules, kind);
    ASSERT_TRUE(expected) << kind;
    EXPECT_EQ(names_of(record), sorted(*expected)) << kind;
    kinds.push_back(kind);
  }
  EXPECT_EQ(sorted(kinds_in_tests(rules)), sorted(kinds));
}

}  // namespace
}  // namespace onrecord
