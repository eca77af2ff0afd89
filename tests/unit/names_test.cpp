#include "onrecord/extract/names/names.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "onrecord/extract/analyze.h"
#include "onrecord/text/segment.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// The names of a text, each with a letter for its gender.
std::string names_of(const std::string& text) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, text, {});
  const NameWords words(rules);
  const Names names = find_names(rules, words, analysis.document, analysis.structure, analysis.annotations);
  std::string result;
  for (const Named& named : names.all()) {
    if (named.kind != Named::Kind::person) continue;
    result += (result.empty() ? "" : "; ") + named.name + (named.gender == Gender::man ? " m" : named.gender == Gender::woman ? " f" : " ?");
  }
  return result;
}

/// Who is meant by the last name of a text; empty: it has none.
std::string last_named(const std::string& text) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, text, {});
  const Names names = find_names(rules, NameWords(rules), analysis.document, analysis.structure, analysis.annotations);
  return names.mentions().empty() ? "" : names.all()[names.mentions().back().named].name;
}

TEST(Names, FormsOfManyLanguages) {
  std::ifstream file(ONRECORD_SOURCE_DIR "/tests/data/names.txt");
  int count = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    const std::string name = line.substr(0, line.find('\t'));
    const std::string later = line.substr(line.find('\t') + 1);
    EXPECT_EQ(last_named("Yesterday it rained, and " + name + " stayed. It was late when " + later + " left."), name) << later;
    ++count;
  }
  EXPECT_GE(count, 29);
}

TEST(Names, ANameAlone) {
  EXPECT_EQ(names_of("Their sister, Halina, left. Then Odalys, 14, left, as fifteen-year-old Quimmi did. Tomás and Maria Holmqvist stayed."),
            "Maria Holmqvist f; Halina f; Odalys ?; Quimmi ?; Tomás m");
}

TEST(Names, OfSeveralWithASurnameItMeansWhoWasNamedFirst) {
  const std::string both = "It was Peter Holmqvist who came with Greta Holmqvist. ";
  EXPECT_EQ(last_named(both + "It was late when Holmqvist left. It rained."), "Peter Holmqvist");
  EXPECT_EQ(last_named(both + "It was late when Holmqvist left. She was wet."), "Greta Holmqvist");
}

TEST(Names, OnePersonForAllFormsOfTheName) {
  EXPECT_EQ(names_of("It was Greta Holmqvist who came. Greta Anna Holmqvist left."), "Greta Anna Holmqvist f");
  EXPECT_EQ(names_of("It was Mr. Holmqvist who came. Quim Holmqvist left."), "Quim Holmqvist m");
}

TEST(Names, InitialsAndASurnameAreAName) { EXPECT_EQ(names_of("The quay belongs to Q.C. Holmqvist, who came."), "Q.C. Holmqvist ?"); }

TEST(Names, JuniorIsSomebodyElseThanWhoWasNamedBeforeHim) {
  EXPECT_EQ(names_of("It was Peter Holmqvist who came. Peter Holmqvist Jr. left. Peter Holmqvist stayed."), "Peter Holmqvist m; Peter Holmqvist Jr m");
  EXPECT_EQ(names_of("It was Peter Holmqvist Jr. who came. Peter Holmqvist left."), "Peter Holmqvist Jr m");
}

/// The role and the affiliation of the first person of a text.
std::string work_of(const std::string& text) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, text, {});
  const Names names = find_names(rules, NameWords(rules), analysis.document, analysis.structure, analysis.annotations);
  for (const Named& named : names.all()) {
    if (named.kind != Named::Kind::person) continue;
    return std::string(analysis.document.folded.slice(named.role)) + "; " + std::string(analysis.document.folded.slice(named.affiliation));
  }
  return "nobody";
}

TEST(Names, ABodyBeforeARoleIsTheAffiliation) {
  EXPECT_EQ(work_of("It was Quimper Fund spokeswoman Greta Holmqvist who came."), "spokeswoman; Quimper Fund");
  EXPECT_EQ(work_of("It rained. Quimper Air Force spokeswoman Greta Holmqvist came."), "spokeswoman; Quimper Air Force");
  EXPECT_EQ(work_of("It rained. Pentagon spokeswoman Greta Holmqvist came."), "spokeswoman; Pentagon");
  EXPECT_EQ(work_of("It rained. House Speaker Greta Holmqvist came."), "House Speaker; ");
  EXPECT_EQ(work_of("It rained. South African envoy Greta Holmqvist came."), "South African envoy; ");
  EXPECT_EQ(work_of("It rained. Former House speaker Greta Holmqvist came."), "speaker; House");
  EXPECT_EQ(work_of("It rained. Greta Holmqvist, an African-American mason, came."), "mason; ");
}

TEST(Names, TwoRolesBeforeANameAreOnePersons) {
  EXPECT_EQ(work_of("It is late, said Olera co-founder and chief executive Greta Holmqvist."), "co-founder and chief executive; Olera");
  EXPECT_EQ(work_of("It is late, said painter and former mayor Greta Holmqvist."), "painter and former mayor; ");
  EXPECT_EQ(work_of("They met the mayor and painter Greta Holmqvist."), "painter; ");
  EXPECT_EQ(work_of("It is late, said lobbyist and Pentagon adviser Greta Holmqvist."), "adviser; Pentagon");
}

TEST(Names, ANounBeforeAFormOfAddressIsTheRole) {
  EXPECT_EQ(work_of("It was the public prosecutor Dr Greta Holmqvist who came."), "public prosecutor; ");
  EXPECT_EQ(work_of("It was QBI director general Dame Greta Holmqvist who came."), "director general; QBI");
}

TEST(Names, APossessiveIsNoSubject) {
  const RuleSet& rules = testing::standard_rules();
  for (const std::string name : {"Greta Holmqvist's", "Greta Holmqvist\u2019s", "Greta Holmqvist"}) {
    const Analysis analysis = analyze(rules, "It rained on the quay. " + name + " brother left early.", {});
    const Names names = find_names(rules, NameWords(rules), analysis.document, analysis.structure, analysis.annotations);
    ASSERT_EQ(names.mentions().size(), 1U) << name;
    EXPECT_EQ(names.mentions().front().possessive, name != "Greta Holmqvist") << name;
  }
}

TEST(Names, ASurnameThatIsAnotherWord) {
  EXPECT_EQ(names_of("It was former Lisbon Rep. David Duke who came with Ana Richardson White."), "David Duke m; Ana Richardson White f");
}

TEST(Names, AHeadlineOfCapitalsTellsNoNames) {
  EXPECT_EQ(names_of("It rained on the bridge all day and nobody crossed it.\n\nGreta Holmqvist Drops Bridge Bid Amid Quimper Talks\n\nIt rained again on the "
                     "bridge, as it does."),
            "");
}

TEST(Names, PartsCompareWithoutInitialsAndSuffixes) {
  const NameWords words(testing::standard_rules());
  const auto form_of = [&](const std::string& name) { return name_form(words, read_lines(name), {0, static_cast<std::uint32_t>(name.size())}); };
  EXPECT_EQ(form_of("Peter J. O\u2019Malley Jr."), "peter o'malley");
  EXPECT_EQ(form_of("J."), "");
  EXPECT_EQ(parts_of("peter o'malley"), 2U);
  EXPECT_EQ(parts_of(""), 0U);
  EXPECT_EQ(first_part("peter o'malley"), "peter");
  EXPECT_EQ(last_part("peter o'malley"), "o'malley");
}

}  // namespace
}  // namespace onrecord
