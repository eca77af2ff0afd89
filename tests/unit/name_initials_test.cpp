#include "onrecord/extract/names/name_initials.h"

#include <gtest/gtest.h>

#include <string>

#include "onrecord/extract/analyze.h"
#include "test_rules.h"

namespace onrecord {
namespace {

TEST(NameInitials, MeanTheOnlyPersonWhoHasThem) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, "On Monday Ann Lee met Ben Ross Baker, Carl Dunn and Chloe Drew at the bridge. The four of them stayed there.", {});
  const Names names = find_names(rules, NameWords(rules), analysis.document, analysis.structure, analysis.annotations);
  const NameInitials initials(names);
  struct Row {
    const char* label;
    const char* person;
  };
  const Row rows[] = {
      {"AL", "Ann Lee"}, {"A.L.", "Ann Lee"}, {"BRB", "Ben Ross Baker"}, {"BB", "Ben Ross Baker"}, {"CD", ""}, {"BR", ""}, {"al", ""}, {"A", ""}, {"", ""},
  };
  for (const Row& row : rows) {
    const std::uint32_t found = initials.person(row.label);
    EXPECT_EQ(found == Names::nobody ? "" : names.all()[found].name, row.person) << row.label;
  }
}

}  // namespace
}  // namespace onrecord
