#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/statements/statement.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// Resolves a statement for each of the mentions, which stand in the text in this order; "name/resolution" of each, joint
/// speakers with "+" between.
std::vector<std::string> resolved(const std::string& text, const std::vector<std::string>& mentions) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, text, {});
  std::vector<Statement> statements;
  std::size_t from = 0;
  for (const std::string& mention : mentions) {
    const std::size_t at = analysis.document.folded.text().find(mention, from);
    if (at == std::string::npos) return {"no mention '" + mention + "'"};
    from = at + mention.size();
    Statement statement;
    statement.speakers = {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)}};
    const auto end = static_cast<std::uint32_t>(analysis.document.folded.text().size());
    statement.content = {end - 1, end};  // behind all that a mention may be a part of
    statements.push_back(statement);
  }
  const Speakers speakers = resolve_speakers(rules, analysis.document, analysis.structure, analysis.annotations,
                                             Subjects(rules, analysis.document, analysis.annotations), statements);
  static constexpr const char* names[] = {"name", "alias", "pronoun", "descriptor", "carried"};
  std::vector<std::string> result;
  for (const auto& of_one : speakers.of_statement) {
    std::string line;
    for (const Resolved& one : of_one) line += (line.empty() ? "" : " + ") + speakers.all[one.speaker].name + "/" + names[static_cast<int>(one.resolution)];
    result.push_back(line);
  }
  return result;
}

struct Case {
  std::string text;
  std::vector<std::string> mentions;
  std::vector<std::string> expected;
};

TEST(Resolve, NamesPronounsRolesAndJointSpeakers) {
  const std::vector<Case> cases{
      {"Mayor Greta Holmqvist said the bridge is safe. Holmqvist said it was tested.",
       {"Mayor Greta Holmqvist", "Holmqvist"},
       {"Greta Holmqvist/name", "Greta Holmqvist/alias"}},
      {"Greta Holmqvist met Peter Sandoval. She said the bridge is safe. He said it is not.",
       {"She", "He"},
       {"Greta Holmqvist/pronoun", "Peter Sandoval/pronoun"}},
      {"Greta Holmqvist, head of the Quimper Fund, said the bridge is safe.", {"Greta Holmqvist, head of the Quimper Fund,"}, {"Greta Holmqvist/name"}},
      {"A bridge builder, Peter Sandoval, said it is safe.", {"A bridge builder, Peter Sandoval,"}, {"Peter Sandoval/name"}},
      {"The bridge is safe, said Greta Holmqvist, Peter Sandoval and Ann Lee.",
       {"Greta Holmqvist"},
       {"Greta Holmqvist/name + Peter Sandoval/name + Ann Lee/name"}},
      {"According to Greta Holmqvist, Peter Sandoval and Ann Lee crossed the bridge.", {"Greta Holmqvist"}, {"Greta Holmqvist/name"}},
      {"Mayor Greta Holmqvist and council members Bo Hart, Peter Sandoval and Ann Lee said it is safe.",
       {"Peter Sandoval and Ann Lee"},
       {"Greta Holmqvist/name + Bo Hart/name + Peter Sandoval/name + Ann Lee/name"}},
      {"The three ministers, Greta Holmqvist, Peter Sandoval and Ann Lee, said it is safe.",
       {"The three ministers"},
       {"Greta Holmqvist/name + Peter Sandoval/name + Ann Lee/name"}},
      {"Greta Holmqvist of Lisbon and Peter Sandoval said it is safe.",
       {"Greta Holmqvist of Lisbon and Peter Sandoval"},
       {"Greta Holmqvist/name + Peter Sandoval/name"}},
      {"A spokesman for Greta Holmqvist said it is safe.", {"A spokesman for Greta Holmqvist"}, {"spokesman for Greta Holmqvist/descriptor"}},
      {"Peter Sandoval, a Holmqvist aide whose town is far but who said it is safe, met Greta Holmqvist.", {"who said"}, {"Peter Sandoval/pronoun"}},
      {"Senator Peter Sandoval came late. The senator said it is safe.", {"The senator"}, {"Peter Sandoval/descriptor"}},
      {"The other man, his cousin Peter Sandoval of Lisbon, said it is safe.", {"The other man"}, {"Peter Sandoval/name"}},
      {"One critic -- Peter Sandoval, who came late -- said it is safe.", {"One critic"}, {"Peter Sandoval/name"}},
      {"The bridge is safe, said its builder. Peter Sandoval left.", {"its builder"}, {"its builder/descriptor"}},
      {"Peter Sandoval, the Quimper guru who came late, said it is safe.", {"the Quimper guru"}, {"Peter Sandoval/name"}},
      {"The bridge was tested by Peter Sandoval, an aide said.", {"an aide"}, {"aide/descriptor"}},
      {"It was Q.C. Holmqvist who came. Holmquist said it is safe. Sandoval Jr. said no.", {"Holmquist"}, {"Q.C. Holmqvist/name"}},
      {"Peter Sandoval met Peter Sandoval Jr. in May. Sandoval said it is safe. Sandoval Jr. said no.",
       {"Sandoval said", "Sandoval Jr."},
       {"Peter Sandoval/alias", "Peter Sandoval Jr/alias"}},
      {"The White House left. One House Republican aide said it is safe. House Democrats said no.",
       {"One House Republican aide", "House Democrats"},
       {"One House Republican aide/descriptor", "House Democrats/descriptor"}},
      {"Peter Sandoval met some quiet neighbours who said it is safe.", {"who"}, {"some quiet neighbours/pronoun"}},
      {"Peter Sandoval met quiet officials on Capitol Hill who said it is safe.", {"who"}, {"quiet officials/pronoun"}},
      {"Peter Sandoval met the boy’s tearful mother, who said it is safe.", {"who"}, {"boy’s tearful mother/pronoun"}},
      {"Peter Sandoval of the Quimper Fund, who said it is safe, left.", {"who"}, {"Peter Sandoval/pronoun"}},
      {"Greta Holmqvist (Lisbon), Ana Kowal and Peter Sandoval said it is safe.",
       {"Ana Kowal and Peter Sandoval"},
       {"Greta Holmqvist/name + Ana Kowal/name + Peter Sandoval/name"}},
      {"About four out of 10 voters said it is safe.", {"About four out of 10 voters"}, {"About four out of 10 voters/descriptor"}},
      {"Peter Sandoval, a retired nurse who said it is safe, left.", {"who"}, {"Peter Sandoval/pronoun"}},
      {"Fisherman Peter Sandoval said it is safe.", {"Fisherman Peter Sandoval"}, {"Peter Sandoval/name"}},
      {"Analysts said the bridge is safe.", {"Analysts"}, {"Analysts/descriptor"}},
      {"Peter Sandoval came late. He and Greta Holmqvist said it is safe.", {"Greta Holmqvist"}, {"Peter Sandoval/pronoun + Greta Holmqvist/name"}},
      {"The mayor and Greta Holmqvist said it is safe.", {"The mayor and Greta Holmqvist"}, {"mayor/descriptor + Greta Holmqvist/name"}},
      {"The singer and mayor Greta Holmqvist said it is safe.", {"The singer and mayor Greta Holmqvist"}, {"Greta Holmqvist/name"}},
      {"Greta Holmqvist and her husband said it is safe.", {"Greta Holmqvist and her husband"}, {"Greta Holmqvist/name + her husband/descriptor"}},
      {"The council and the ministry said it is safe.", {"The council and the ministry"}, {"council/descriptor + ministry/descriptor"}},
      {"The head of the council and the ministry said it is safe.",
       {"The head of the council and the ministry"},
       {"head of the council and the ministry/descriptor"}},
      {"Masons such as Ann Quilter said it is safe.", {"Masons such as Ann Quilter"}, {"Masons/descriptor"}},
      {"One pastor supporting Mr. Sandoval, Greta Holmqvist of Lisbon, said it is safe.", {"One pastor supporting Mr. Sandoval"}, {"Greta Holmqvist/name"}},
      {"The other candidate on the stage, former Lisbon mayor Greta Holmqvist, said it is safe.",
       {"The other candidate on the stage"},
       {"Greta Holmqvist/name"}},
  };
  for (const Case& one : cases) EXPECT_EQ(resolved(one.text, one.mentions), one.expected) << one.text;
}

TEST(Resolve, CarriedStatementsTakeTheSpeakerOver) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, "Greta Holmqvist said it is safe. It was tested.", {});
  std::vector<Statement> statements(2);
  statements[0].speakers = {{0, 15}};
  statements[0].content = {21, 31};
  statements[1].content = {33, 46};
  statements[1].carried_from = 0;
  const Speakers speakers = resolve_speakers(rules, analysis.document, analysis.structure, analysis.annotations,
                                             Subjects(rules, analysis.document, analysis.annotations), statements);
  ASSERT_EQ(speakers.of_statement[1].size(), 1u);
  EXPECT_EQ(speakers.of_statement[1][0].resolution, Resolution::carried);
  EXPECT_EQ(speakers.of_statement[1][0].mention, (Span{0, 15}));
  ASSERT_EQ(speakers.all.size(), 1u);
  EXPECT_EQ(speakers.all[0].name, "Greta Holmqvist");
  EXPECT_EQ(speakers.all[0].kind, SpeakerKind::person);
}

}  // namespace
}  // namespace onrecord
