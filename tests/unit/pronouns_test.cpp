#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/statements/statement.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// A mention of a speaker in an article; `means` is whom a pronoun means, empty for other mentions.
struct Mention {
  Span span;
  std::string means;
};

struct Article {
  std::string text;  ///< without the marks
  std::vector<Mention> mentions;
};

/// Reads "{Ann Lee} left. {She=Ann Lee} said …".
Article read_article(const std::string& marked) {
  Article article{"Notes of the week\n\n", {}};  // a title, as articles have one
  for (std::size_t i = 0; i < marked.size();) {
    if (marked[i] != '{') {
      article.text += marked[i++];
      continue;
    }
    const std::size_t close = marked.find('}', i);
    const std::string inside = marked.substr(i + 1, close - i - 1);
    const std::size_t equals = inside.find('=');
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += inside.substr(0, equals);
    article.mentions.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, equals == std::string::npos ? "" : inside.substr(equals + 1)});
    i = close + 1;
  }
  return article;
}

std::vector<Article> read_articles() {
  std::ifstream file(ONRECORD_SOURCE_DIR "/tests/data/pronouns.txt");
  std::vector<Article> articles;
  std::string text;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    if (line.starts_with("----")) {
      articles.push_back(read_article(text));
      text.clear();
    } else {
      text += line + "\n";
    }
  }
  articles.push_back(read_article(text));
  return articles;
}

Speakers resolve(const Article& article) {
  const RuleSet& rules = testing::standard_rules();
  const Analysis analysis = analyze(rules, article.text, {});
  std::vector<Statement> statements;
  for (const Mention& mention : article.mentions) {
    Statement statement;
    statement.speakers = {mention.span};
    statement.content = {mention.span.end, mention.span.end + 1};
    statements.push_back(statement);
  }
  return resolve_speakers(rules, analysis.document, analysis.structure, analysis.annotations, Subjects(rules, analysis.document, analysis.annotations),
                          statements);
}

// Pronouns are told from what stands around them, so no rule finds all: the test holds how many it finds.
TEST(Pronouns, MostAreResolved) {
  constexpr int least_right = 440;
  int right = 0, all = 0;
  std::ostringstream wrong;
  for (const Article& article : read_articles()) {
    const Speakers speakers = resolve(article);
    for (std::size_t i = 0; i < article.mentions.size(); ++i) {
      const Mention& mention = article.mentions[i];
      if (mention.means.empty()) continue;
      const auto& found = speakers.of_statement[i];
      const std::string name = found.empty() ? "nobody" : speakers.all[found.front().speaker].name;
      ++all;
      right += name == mention.means ? 1 : 0;
      if (name != mention.means) wrong << "  " << article.text.substr(mention.span.begin, 60) << "… is " << mention.means << ", found " << name << '\n';
    }
  }
  EXPECT_GE(all, 451);
  EXPECT_GE(right, least_right) << right << " of " << all << " right; wrong:\n" << wrong.str();
}

}  // namespace
}  // namespace onrecord
