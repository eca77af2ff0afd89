#include "onrecord/evaluate/evaluation.h"

#include <gtest/gtest.h>

#include "onrecord/evaluate/reliability.h"

namespace onrecord {
namespace {

// A text whose words stand at known offsets: "a1 b2 c3 …", three characters each.
constexpr const char* text = "a1 b2 c3 d4 e5 f6 g7 h8 i9";

GoldStatement marked(GoldStatement::Kind kind, Span span) {
  GoldStatement statement;
  statement.kind = kind;
  statement.span = span;
  return statement;
}

RecordHead head(Span span, const char* rule, double confidence = 0.9) {
  RecordHead head;
  head.place.characters = span;
  head.rule = rule;
  head.confidence = confidence;
  return head;
}

QuoteRecord quote(Span span) {
  QuoteRecord record;
  record.head = head(span, "quote.rule");
  return record;
}

ClaimRecord claim(Span span, Attribution attribution = Attribution::attributed) {
  ClaimRecord record;
  record.head = head(span, "claim.rule");
  record.attribution = attribution;
  return record;
}

SpeakerReference speaker(const char* name, Span mention) {
  SpeakerReference reference;
  reference.name = name;
  reference.mention.place.characters = mention;
  return reference;
}

Evaluation evaluated(const GoldArticle& article, std::vector<Record> records) {
  Extraction extraction;
  extraction.records = std::move(records);
  Evaluation evaluation;
  evaluation.add(article, extraction);
  return evaluation;
}

GoldArticle article(std::vector<GoldStatement> statements) {
  GoldArticle article;
  article.id = "x";
  article.text = text;
  article.statements = std::move(statements);
  return article;
}

TEST(Evaluation, CountsStatements) {
  using Kind = GoldStatement::Kind;
  GoldStatement belief = marked(Kind::indirect, {12, 20});
  belief.speech = false;
  struct Row {
    const char* what;
    std::vector<GoldStatement> statements;
    std::vector<Record> records;
    Count direct, all;
  };
  const Row rows[] = {
      {"found", {marked(Kind::direct, {0, 5})}, {quote({0, 5})}, {1, 1, 1}, {1, 1, 1}},
      {"missed", {marked(Kind::direct, {0, 5})}, {}, {0, 0, 1}, {0, 0, 1}},
      {"false", {}, {quote({0, 5})}, {0, 1, 0}, {0, 1, 0}},
      {"a quote inside a mixed statement is no false quote", {marked(Kind::mixed, {0, 20})}, {quote({0, 5})}, {0, 0, 0}, {0, 0, 1}},
      {"only the outer record counts", {marked(Kind::mixed, {0, 20})}, {claim({0, 20}), quote({6, 11})}, {0, 0, 0}, {1, 1, 1}},
      {"of two with one span the claim counts", {marked(Kind::mixed, {0, 20})}, {quote({0, 20}), claim({0, 20})}, {0, 0, 0}, {1, 1, 1}},
      {"a belief counts neither way", {belief}, {claim({12, 20})}, {0, 0, 0}, {0, 0, 0}},
      {"the writer's claims are no statements", {}, {claim({0, 5}, Attribution::narrator)}, {0, 0, 0}, {0, 0, 0}},
  };
  for (const Row& row : rows) {
    const Evaluation evaluation = evaluated(article(row.statements), row.records);
    EXPECT_EQ(evaluation.counts[Measure::direct_half], row.direct) << row.what;
    EXPECT_EQ(evaluation.counts[Measure::statements_half], row.all) << row.what;
  }
}

TEST(Evaluation, JudgesSpeakers) {
  struct Row {
    const char* what;
    std::optional<SpeakerReference> found;
    bool is_right;
  };
  const Row rows[] = {
      {"the mention", speaker("", {13, 16}), true},
      {"the last word of the full name", speaker("Ms. Lee", {0, 2}), true},
      {"the words of the mention", speaker("e5", {0, 2}), true},
      {"somebody else", speaker("Bo Fox", {0, 2}), false},
      {"nobody", std::nullopt, false},
  };
  for (const Row& row : rows) {
    GoldStatement statement = marked(GoldStatement::Kind::direct, {0, 5});
    statement.speaker = GoldPart{{12, 14}, "e5"};
    statement.speaker_name = "Ann Lee";
    QuoteRecord record = quote({0, 5});
    record.speaker = row.found;
    const Evaluation evaluation = evaluated(article({statement}), {record});
    EXPECT_EQ(evaluation.counts[Measure::speaker], (Count{row.is_right ? 1U : 0U, 0, 1})) << row.what;
    EXPECT_EQ(evaluation.counts[Measure::end_to_end].right, row.is_right ? 1U : 0U) << row.what;
    EXPECT_EQ(evaluation.judged.front().is_right(), row.is_right || !row.found) << row.what;
  }
}

TEST(Evaluation, CountsWhatIsNotTheUsualStatus) {
  struct Row {
    const char* what;
    Modality found, marked;
    Count count;
  };
  const Row rows[] = {
      {"usual", Modality::asserted, Modality::asserted, {0, 0, 0}},  {"right", Modality::possible, Modality::possible, {1, 1, 1}},
      {"other", Modality::predicted, Modality::possible, {0, 1, 1}}, {"too many", Modality::possible, Modality::asserted, {0, 1, 0}},
      {"missed", Modality::asserted, Modality::possible, {0, 0, 1}},
  };
  for (const Row& row : rows) {
    GoldStatement statement = marked(GoldStatement::Kind::indirect, {0, 5});
    statement.modality = row.marked;
    ClaimRecord record = claim({0, 5});
    record.modality = row.found;
    EXPECT_EQ(evaluated(article({statement}), {record}).counts[Measure::modality], row.count) << row.what;
  }
}

TEST(Evaluation, TellsARecordThatEndsElsewhereFromOneOutOfNothing) {
  const GoldArticle marked_text = article({marked(GoldStatement::Kind::indirect, {0, 26})});
  EXPECT_TRUE(evaluated(marked_text, {claim({0, 35})}).judged.front().content == Verdict::right);
  GoldArticle short_one = article({marked(GoldStatement::Kind::indirect, {0, 5})});
  EXPECT_TRUE(evaluated(short_one, {claim({3, 26})}).judged.front().beside_missed);
  EXPECT_FALSE(evaluated(short_one, {claim({6, 26})}).judged.front().beside_missed);
}

TEST(Gold, TellsWhatIsWrongWithALine) {
  struct Row {
    const char* line;
    const char* problem;
  };
  const Row rows[] = {
      {"{", "not JSON from byte 2 of the line on"},
      {"[]", "the line holds no JSON object"},
      {R"({"id": "a"})", "an article without 'text'"},
      {R"({"text": 1})", "'text' is no text"},
      {R"({"text": "a", "quotes": {}})", "'quotes' is no array"},
      {R"({"text": "a", "quotes": [{"start": 0, "end": 1, "kind": "said"}]})", "'said' is no value of 'kind': direct, mixed, indirect"},
      {R"({"text": "a", "quotes": [{"start": 0, "end": 1}]})", "a quote without 'kind'"},
      {R"({"text": "a", "claims": [{"start": 3, "end": 1}]})", "'end' 1 before 'start' 3"},
      {R"({"text": "né", "claims": [{"start": 0, "end": 3}]})", "'end' 3 is behind the end of the text, which has 2 code points"},
      {R"({"text": "né", "quotes": [{"start": 0, "end": 2, "kind": "direct", "cue": {"start": 1, "end": 4}}]})",
       "'end' 4 is behind the end of the text, which has 2 code points"},
      {R"({"text": "né Lee", "quotes": [{"start": 0, "end": 1, "kind": "direct", "speaker": {"start": 4, "end": 6, "text": "Lee"}}]})",
       "'Lee' does not stand from 4 to 6: there is 'ee'; offsets count code points"},
      {R"({"text": "a né b", "claims": [{"start": 5, "end": 6, "text": " b"}]})", "' b' does not stand from 5 to 6: there is 'b'; offsets count code points"},
      {R"({"text": "a", "quoets": []})", "nothing is marked in this article: it has 'quoets', did you mean 'quotes'?"},
      {R"({"text": "a", "claims": [{"start": -1, "end": 1}]})", "'start' is no offset"},
      {R"({"text": "a", "claims": [4]})", "what is marked must be an object"},
      {R"({"text": "a", "authors": "Ann Lee"})", "'authors' is no array"},
  };
  for (const Row& row : rows) {
    std::string problem;
    EXPECT_FALSE(read_gold_line(row.line, problem)) << row.line;
    EXPECT_EQ(problem, row.problem) << row.line;
  }
}

TEST(Gold, TellsNothingMarkedFromNothingSaid) {
  std::string problem;
  EXPECT_TRUE(read_gold_line(R"({"text": "a", "author": "Ann Lee", "date": "2021-05-03"})", problem)) << problem;
  EXPECT_TRUE(read_gold_line(R"({"text": "né “a”", "quotes": [{"start": 3, "end": 6, "kind": "direct", "text": "“a”"}]})", problem)) << problem;
  const auto empty = read_gold_line(R"({"text": "a", "quotes": [], "title": null})", problem);
  ASSERT_TRUE(empty);
  EXPECT_TRUE(empty->statements && empty->statements->empty());
  EXPECT_EQ(empty->title, "");
  EXPECT_FALSE(empty->claims);
  EXPECT_FALSE(empty->byline);
}

TEST(Reliability, MeasuresTheDistanceOfConfidenceAndShare) {
  std::vector<JudgedRecord> records(10);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].confidence = 0.95;
    records[i].content = i < 8 ? Verdict::right : Verdict::wrong;
  }
  records.push_back({"a.b", "quote", 0.15, std::nullopt, Verdict::unjudged, Verdict::unjudged, false});
  const Reliability reliability = reliability_of(records);
  ASSERT_EQ(reliability.bins.size(), 1U);
  EXPECT_DOUBLE_EQ(reliability.bins[0].from, 0.9);
  EXPECT_DOUBLE_EQ(reliability.bins[0].share_right(), 0.8);
  EXPECT_NEAR(reliability.calibration_error, 0.15, 1e-9);
}

TEST(Reliability, DrawsRulesWithFewRecordsToTheMeanOfTheirKind) {
  std::vector<JudgedRecord> records;
  for (int i = 0; i < 90; ++i) records.push_back({"many.right", "quote", 1, Resolution::name, Verdict::right, Verdict::right});
  for (int i = 0; i < 10; ++i) records.push_back({"few.wrong", "quote", 1, Resolution::pronoun, Verdict::wrong, Verdict::unjudged});
  const std::string file = confidence_file(records);
  EXPECT_NE(file.find(R"(["many.right", "0.990", "90"])"), std::string::npos) << file;
  EXPECT_NE(file.find(R"(["few.wrong", "0.450", "10"])"), std::string::npos) << file;
  EXPECT_NE(file.find(R"(["name", "1.000", "90"])"), std::string::npos) << file;
}

TEST(Reliability, CountsThreeRecordsOfRulesThatOneArticleJudges) {
  std::vector<JudgedRecord> records;
  for (std::uint64_t i = 0; i < 180; ++i) records.push_back({"many.right", "quote", 1, Resolution::name, Verdict::right, Verdict::right, 1 + i});
  for (std::uint64_t i = 0; i < 10; ++i) records.push_back({"one.wrong", "quote", 1, Resolution::name, Verdict::wrong, Verdict::unjudged, 7});
  for (std::uint64_t i = 0; i < 10; ++i) records.push_back({"two.wrong", "quote", 1, Resolution::name, Verdict::wrong, Verdict::unjudged, 7 + i % 2});
  const std::string file = confidence_file(records);
  EXPECT_NE(file.find(R"(["one.wrong", "0.692", "10"])"), std::string::npos) << file;
  EXPECT_NE(file.find(R"(["two.wrong", "0.450", "10"])"), std::string::npos) << file;
}

}  // namespace
}  // namespace onrecord
