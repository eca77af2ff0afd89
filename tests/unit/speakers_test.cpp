#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include "onrecord/extract/extract.h"
#include "test_rules.h"

namespace onrecord {
namespace {

struct Row {
  std::string text;
  std::string speakers;  // a line each
};

/// The rows of `tests/data/speakers.txt`.
std::vector<Row> read_rows() {
  std::ifstream file(ONRECORD_SOURCE_DIR "/tests/data/speakers.txt");
  std::vector<Row> rows(1);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (line == "----") rows.emplace_back();
    else if (line.starts_with("= ")) rows.back().speakers += line.substr(2) + '\n';
    else rows.back().text += line + '\n';
  }
  return rows;
}

/// The speakers found in a text, as the rows have them.
std::string speakers_of(const std::string& text) {
  static constexpr const char* kinds[] = {"person", "organization", "group", "unnamed"};
  const auto field = [](const std::string& value) { return value.empty() ? " |" : " | " + value; };
  std::string result;
  for (const Record& record : extract(testing::standard_rules(), text, "").records) {
    const auto* speaker = std::get_if<SpeakerRecord>(&record);
    if (speaker == nullptr) continue;
    result += speaker->name + " | " + kinds[static_cast<int>(speaker->kind)] + field(speaker->role) + field(speaker->affiliation) + '\n';
  }
  return result;
}

TEST(Speakers, NamesKindsRolesAndAffiliations) {
  for (const Row& row : read_rows()) EXPECT_EQ(speakers_of(row.text), row.speakers) << row.text;
}

}  // namespace
}  // namespace onrecord
