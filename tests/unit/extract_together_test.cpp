#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "onrecord/base/digest.h"
#include "onrecord/extract/extract.h"
#include "onrecord/output/ndjson.h"
#include "test_rules.h"

namespace onrecord {
namespace {

std::vector<std::string> examples() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(ONRECORD_SOURCE_DIR "/examples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    texts.push_back(text.str());
  }
  return texts;
}

std::string written(const Extraction& extraction, const std::string& digest) {
  std::string records;
  NdjsonWriter(testing::standard_rules(), {}).append(records, {"a", "a", 0, digest, "utf-8", {}, {}}, extraction);
  return records;
}

/// The records of each article, by `extract_together`.
std::vector<std::string> written_together(const std::vector<std::string>& texts, const std::vector<std::string>& digests, const ExtractOptions& options) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < texts.size(); ++i) articles.push_back({texts[i], digests[i], {}});
  std::vector<std::string> records;
  extract_together(testing::standard_rules(), std::move(articles), options, [&](ArticleResult result) {
    EXPECT_FALSE(result.mistake.has_value());
    records.push_back(written(result.extraction, digests[records.size()]));
  });
  return records;
}

// What matching keeps in mind is shared: nothing that one article left there may be taken for the next one's.
TEST(ExtractTogether, GivesEachArticleTheRecordsThatItHasAlone) {
  std::vector<std::string> texts = examples();
  ASSERT_GE(texts.size(), 3U);
  // An empty article, units of the same length, and two whose claims end early at different places of views of the same size.
  for (const char* text : {"", "Ann Lee said it was safe.", "Ann Lee said it was over.", "“It is safe,” she said.\n\nAnn Lee said it was safe.",
                           "The bridge will open, but the mill fell in May.", "The bridge will open in May, but the mill fell."}) {
    texts.emplace_back(text);
  }
  texts.push_back(texts.front());
  std::vector<std::string> digests, alone;
  for (const std::string& text : texts) digests.push_back(sha256_hex(text));
  for (const bool use_filters : {true, false}) {
    const ExtractOptions options{.terms = true, .use_filters = use_filters};
    alone.clear();
    for (std::size_t i = 0; i < texts.size(); ++i) alone.push_back(written(extract(testing::standard_rules(), texts[i], digests[i], options), digests[i]));
    const std::vector<std::string> together = written_together(texts, digests, options);
    ASSERT_EQ(together.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(together[i], alone[i]) << texts[i].substr(0, texts[i].find('\n'));
  }
}

TEST(ExtractTogether, OfNoArticleIsNothing) { EXPECT_TRUE(written_together({}, {}, {}).empty()); }

}  // namespace
}  // namespace onrecord
