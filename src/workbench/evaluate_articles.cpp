#include "onrecord/workbench/evaluate_articles.h"

#include <stdexcept>
#include <string>

#include "onrecord/base/digest.h"
#include "onrecord/extract/extract.h"

namespace onrecord {

void evaluate_articles(const RuleSet& rules, const std::vector<GoldArticle>& articles, Evaluation& evaluation) {
  std::vector<std::string> digests;
  std::vector<Article> texts;
  for (const GoldArticle& article : articles) digests.push_back(sha256_hex(article.text));
  for (std::size_t i = 0; i < articles.size(); ++i) texts.push_back({articles[i].text, digests[i]});
  auto next = articles.begin();
  extract_together(rules, std::move(texts), {}, [&](const ArticleResult& result) {
    if (result.mistake) throw std::logic_error(*result.mistake);
    evaluation.add(*next++, result.extraction);
  });
}

}  // namespace onrecord
