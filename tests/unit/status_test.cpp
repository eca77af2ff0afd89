#include "onrecord/extract/statements/status.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

constexpr const char* rules_text = R"(
[lexicon]
to = ["to"]
determiner = ["a", "this"]
finite = ["cut", "held"]
auxiliary_be = ["is", "was", "be"]
status.subjunctive = ["be"]
auxiliary_have = ["has", "having"]
status.gerunds = ["having"]
auxiliary_modal = ["did", "would", "will"]
adverb = ["ever"]
status.focus = ["only"]
status.withholding = ["refused", "short"]
status.gainsaying = ["avoided"]
status.alternative = ["or"]
status.joint = ["nor"]
status.adverb_endings = ["ly"]
preposition = ["of", "by", "after"]
conjunction = ["and"]
status.modals = { columns = ["modality"], words = [["could", "possible"], ["could not", "asserted"], ["will", "predicted"], ["would have", "conditional"], ["should", "requested"]] }
status.hedges = { columns = ["modality"], words = [["likely", "predicted"], ["perhaps", "possible"], ["possible", "possible"], ["as possible", "asserted"]] }
status.negation = ["not", "never", "didn't"]
status.nothing = ["nobody"]
status.conditions = ["if", "unless"]
status.condition_phrases = ["provided that"]
status.asking = ["if"]
status.joiners = ["but"]
status.openers = ["once", "after"]
status.relatives = ["who", "that"]
status.subordinators = ["because"]
status.complementizers = ["that"]
status.cues = { columns = ["modality", "needs", "polarity"], words = [["urge", "requested"], ["ask", "requested", "infinitive"], ["deny", "", "", "denied"]] }
[type.sample]
fields = { lemma = "choice:urge|ask|deny|say" }
)";

struct Row {
  std::string cue, lemma, content;
  Modality modality;
  Polarity polarity = Polarity::affirmed;
  bool negated = false;
};

TEST(Status, IsReadFromTheFirstVerbAndTheCue) {
  Diagnostics diagnostics;
  const auto rules = RuleSet::load({{"rules.toml", std::string("schema = 1\n") + rules_text}}, diagnostics);
  ASSERT_TRUE(rules.has_value()) << render(diagnostics.items().front());
  const Row rows[] = {
      {"said", "say", "that the bridge is open", Modality::asserted},
      {"said", "say", "that the bridge could fall", Modality::possible},
      {"said", "say", "the man who could fall is safe", Modality::asserted},
      {"said", "say", "Having a plan will save the bridge", Modality::predicted},
      {"denied", "deny", "having a bridge that will fall", Modality::asserted, Polarity::denied},
      {"said", "say", "if it rains, the bridge will fall", Modality::conditional},
      {"said", "say", "the bridge will fall if it rains", Modality::conditional},
      {"said", "say", "because it rained, the bridge is likely shut", Modality::predicted},
      {"said", "say", "it would have fallen", Modality::conditional},
      {"said", "say", "the bridge is not open", Modality::asserted, Polarity::affirmed, true},
      {"said", "say", "nobody could see it", Modality::possible, Polarity::affirmed, true},
      {"said", "say", "a cut could come", Modality::possible},
      {"said", "say", "this was less than it could be", Modality::asserted},
      {"said", "say", "there was nobody on the bridge", Modality::asserted, Polarity::affirmed, true},
      {"said", "say", "the bridge could not be mended", Modality::asserted, Polarity::affirmed, true},
      {"said", "say", "the bridge should be shut if it rains", Modality::requested},
      {"said", "say", "the bridge will fall, provided that it rains", Modality::conditional},
      {"said", "say", "unless it is mended the bridge will fall", Modality::conditional},
      {"said", "say", "once it is mended, the bridge will open", Modality::predicted},
      {"said", "say", "but once it is mended, the bridge will open", Modality::predicted},
      {"said", "say", "but that is not so", Modality::asserted, Polarity::affirmed, true},
      {"said", "say", "after the flood the bridge will open, for good", Modality::predicted},
      {"said", "say", "because it rained, nobody was there", Modality::asserted, Polarity::affirmed, true},
      {"said", "say", "the men held by police will be freed", Modality::predicted},
      {"said", "say", "the men held by police and mayors who will go", Modality::asserted},
      {"said", "say", "the town held a talk and will act", Modality::asserted},
      {"said", "say", "the bridge is old and not safe", Modality::asserted},
      {"said", "say", "a possible flood is over", Modality::asserted},
      {"said", "say", "it is open as possible", Modality::asserted},
      {"said", "say", "the man who could be here is safe", Modality::asserted},
      {"asked", "ask", "that the bridge be shut", Modality::requested},
      {"asked", "ask", "whether the bridge is to be shut", Modality::asserted},
      {"said", "say", "that the bridge be shut", Modality::asserted},
      {"urged", "urge", "the board to act", Modality::requested},
      {"asked", "ask", "the board to act", Modality::requested},
      {"asked", "ask", "if the bridge is open", Modality::asserted},
      {"denied", "deny", "the bridge is open", Modality::asserted, Polarity::denied},
      {"didn't deny", "deny", "the bridge is open", Modality::asserted},
  };
  for (const Row& row : rows) {
    const Document document = read_lines(row.cue + " " + row.content);
    const auto cue_size = static_cast<std::uint32_t>(row.cue.size());
    std::vector<Statement> statements(1);
    statements[0].cue = {0, cue_size};
    statements[0].lemma = rules->symbol(row.lemma);
    statements[0].content = {cue_size + 1, static_cast<std::uint32_t>(document.folded.text().size())};
    find_status(*rules, document, statements);
    EXPECT_EQ(statements[0].modality, row.modality) << row.content;
    EXPECT_EQ(statements[0].polarity, row.polarity) << row.cue << ' ' << row.content;
    EXPECT_EQ(statements[0].negated, row.negated) << row.content;
  }
}

TEST(Status, IsTurnedRoundByTheWordsBeforeTheCue) {
  Diagnostics diagnostics;
  const auto rules = RuleSet::load({{"rules.toml", std::string("schema = 1\n") + rules_text}}, diagnostics);
  ASSERT_TRUE(rules.has_value()) << render(diagnostics.items().front());
  const std::pair<std::string, Polarity> rows[] = {
      {"Lee ", Polarity::affirmed},
      {"Lee did not ", Polarity::denied},
      {"Lee has never publicly ", Polarity::denied},
      {"Lee did not only ", Polarity::affirmed},
      {"Lee refused to ", Polarity::denied},
      {"Lee never refused to ", Polarity::affirmed},
      {"Lee was not able to ", Polarity::denied},
      {"Lee stopped short of ", Polarity::denied},
      {"Lee avoided ", Polarity::denied},
      {"Lee did not deny or ", Polarity::denied},
      {"Lee, who did not, ", Polarity::affirmed},
      {"Those who did not cross ", Polarity::affirmed},
      {"", Polarity::affirmed},
  };
  for (const auto& [before, polarity] : rows) {
    const Document document = read_lines(before + "say that the bridge is open");
    const auto begin = static_cast<std::uint32_t>(before.size());
    std::vector<Statement> statements(1);
    statements[0].cue = {begin, begin + 3};
    statements[0].lemma = rules->symbol("say");
    statements[0].content = {begin + 4, static_cast<std::uint32_t>(document.folded.text().size())};
    find_status(*rules, document, statements);
    EXPECT_EQ(statements[0].polarity, polarity) << before;
  }
}

}  // namespace
}  // namespace onrecord
