#include "onrecord/workbench/compared_record.h"

#include <gtest/gtest.h>

#include "onrecord/workbench/diff_forms.h"
#include "onrecord/workbench/diff_judgement.h"

namespace onrecord {
namespace {

ComparedRecord record(const std::string& kind, const std::string& rule, std::uint32_t begin, std::uint32_t end) { return {kind, rule, {begin, end}, 1, {}}; }

/// "0-1" for a pair, "0-" and "-1" for what stands alone.
std::string aligned(const std::vector<ComparedRecord>& before, const std::vector<ComparedRecord>& after) {
  std::string text;
  for (const RecordPair& pair : align_records(before, after)) {
    if (!text.empty()) text += ' ';
    if (pair.before != RecordPair::none) text += std::to_string(pair.before);
    text += '-';
    if (pair.after != RecordPair::none) text += std::to_string(pair.after);
  }
  return text;
}

TEST(AlignRecords, PairsThoseThatOverlapMost) {
  const struct {
    const char* what;
    std::vector<ComparedRecord> before, after;
    const char* pairs;
  } rows[] = {
      {"nothing", {}, {}, ""},
      {"one and the same", {record("quote", "a", 0, 9)}, {record("quote", "a", 0, 9)}, "0-0"},
      {"another kind", {record("quote", "a", 0, 9)}, {record("claim", "a", 0, 9)}, "0- -0"},
      {"side by side", {record("quote", "a", 0, 9)}, {record("quote", "a", 9, 12)}, "0- -0"},
      {"the larger share", {record("quote", "a", 0, 10)}, {record("quote", "a", 0, 3), record("quote", "a", 2, 10)}, "-0 0-1"},
      {"a share, not a length", {record("quote", "a", 0, 10)}, {record("quote", "a", 0, 100), record("quote", "a", 2, 8)}, "-0 0-1"},
      {"the same rule where shares are equal", {record("claim", "b", 5, 9)}, {record("claim", "a", 5, 9), record("claim", "b", 5, 9)}, "0-1 -0"},
      {"the first where rules are equal too", {record("claim", "a", 5, 9)}, {record("claim", "a", 5, 9), record("claim", "a", 5, 9)}, "0-0 -1"},
      {"each once", {record("claim", "a", 0, 9), record("claim", "a", 0, 8)}, {record("claim", "a", 0, 9)}, "1- 0-0"},
      {"crosswise", {record("claim", "a", 0, 10), record("claim", "a", 20, 30)}, {record("claim", "a", 21, 30), record("claim", "a", 1, 10)}, "0-1 1-0"},
  };
  for (const auto& row : rows) EXPECT_EQ(aligned(row.before, row.after), row.pairs) << row.what;
}

TEST(ReadRecordLine, LeavesOutWhatFollowsFromPlaceAndOtherRecords) {
  const auto read = read_record_line(
      R"({"type":"quote","id":"q_1","doc":"a","text":"Hi","kind":"full","group":"q_0","speaker":{"id":"s_1","name":"Ann Lee","text":"Lee","span":[1,2],"bytes":[1,2],"resolution":"name"},)"
      R"("co_speakers":[{"id":"s_2","name":"Bo"}],"cue":null,"claim":"c_1","section":null,"block":"lead","span":[3,5],"bytes":[4,6],"line":2,"rule":"quote.x","confidence":0.90})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kind, "quote");
  EXPECT_EQ(read->rule, "quote.x");
  EXPECT_EQ(read->bytes, (Span{4, 6}));
  EXPECT_EQ(read->line, 2u);
  const Settings fields = {{"text", "Hi"},        {"kind", "full"},  {"speaker.name", "Ann Lee"}, {"speaker.text", "Lee"}, {"speaker.resolution", "name"},
                           {"co_speakers", "Bo"}, {"block", "lead"}, {"confidence", "0.9"}};
  EXPECT_EQ(read->fields, fields);
}

TEST(ReadRecordLine, TakesOnlyRecordsOfRulesAndSpeakers) {
  for (const char* line : {"", "no JSON", "[]", "{}", R"({"type":"document","id":"d"})", R"({"type":"error"})", R"({"type":"quote","bytes":["a",1]})"})
    EXPECT_FALSE(read_record_line(line)) << line;
  EXPECT_TRUE(read_record_line(R"({"type":"speaker","name":"Ann"})"));
}

TEST(ReadRecordLine, FindsDocumentAndRuleWithoutReadingTheRest) {
  const std::string line = R"({"type":"quote","id":"q","doc":"a\"b","text":"\"rule\":\"no\"","rule":"quote.x","pass":{"rule":"other"}})";
  EXPECT_EQ(doc_of_record_line(line), R"(a\"b)");
  EXPECT_EQ(rule_of_record_line(line), "quote.x");
  EXPECT_EQ(rule_of_record_line(R"({"type":"speaker"})"), "");
}

TEST(ChangedFields, TellBothValues) {
  ComparedRecord before = record("quote", "a", 0, 4), after = before;
  EXPECT_TRUE(changed_fields(before, after).empty());
  after.bytes = {0, 5};
  EXPECT_EQ(changed_fields(before, after), (std::vector<FieldChange>{{"bytes", "0-4", "0-5"}}));
  before.fields = {{"text", "one"}, {"cue.text", "said"}};
  after.fields = {{"text", "two"}, {"section", "Top"}};
  EXPECT_EQ(changed_fields(before, after), (std::vector<FieldChange>{{"text", "one", "two"}, {"section", "", "Top"}, {"cue.text", "said", ""}}));
}

std::string as_text(const std::vector<WordChange>& changes) {
  std::string text;
  for (const WordChange& change : changes)
    text += (change.kind == WordChange::Kind::kept ? "=" : change.kind == WordChange::Kind::gone ? "-" : "+") + change.text + "|";
  return text;
}

TEST(WordChanges, KeepAsManyWordsAsCanBe) {
  EXPECT_EQ(as_text(word_changes("", "")), "");
  EXPECT_EQ(as_text(word_changes("a b c", "a b c")), "=a b c|");
  EXPECT_EQ(as_text(word_changes("a b c", "a x c d")), "=a|-b|+x|=c|+d|");
  EXPECT_EQ(as_text(word_changes("gone", "")), "-gone|");
}

TEST(DiffBudgets, AreNumbersOrShares) {
  for (const char* text : {"", "x", "-1", "5 %", "1.5%", "%"}) EXPECT_FALSE(read_budget(Change::removed, text)) << text;
  RecordDifferences found;
  found.rules["a"].counts = {0, 1, 0, 0, 99};
  found.rules["a"].digest = "d";
  found.differing_documents = 1;
  Diagnostics diagnostics;
  const auto holds = [&](const char* budget) { return judge(found, nullptr, {{*read_budget(Change::removed, budget)}, {}, {}, {}}, diagnostics).holds; };
  EXPECT_TRUE(holds("1"));
  EXPECT_FALSE(holds("0"));
  EXPECT_TRUE(holds("1%"));
  EXPECT_FALSE(holds("0%"));
  EXPECT_FALSE(judge(found, nullptr, {}, diagnostics).holds);
}

TEST(AcceptedDifferences, ApproveWhatTheyHoldAndNothingElse) {
  RecordDifferences found;
  found.rules["a"].digest = "1";
  found.rules["b"].digest = "2";
  const std::string accepted = accepted_differences(found);
  Diagnostics diagnostics;
  EXPECT_TRUE(judge(found, nullptr, {{}, {}, accepted, "f"}, diagnostics).holds);
  found.rules["b"].digest = "3";
  EXPECT_EQ(judge(found, nullptr, {{}, {}, accepted, "f"}, diagnostics).unapproved, (std::vector<std::string>{"b"}));
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(judge(found, nullptr, {{}, {}, "no JSON", "f"}, diagnostics).unapproved.size(), 2u);
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace onrecord
