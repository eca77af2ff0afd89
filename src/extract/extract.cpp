#include "onrecord/extract/extract.h"

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/matching/match.h"
#include "onrecord/extract/statements/statement.h"

namespace onrecord {
namespace {

/// An article on its way to its records, by the steps of `take_steps`. Stays where it is, as its parts refer to each other.
class ArticleWork {
 public:
  ArticleWork(const RuleSet& rules, Article article, const ExtractOptions& options, MatchMemory& memory)
      : rules_(rules),
        options_(options),
        digest_(article.digest),
        headings_(std::move(article.headings)),
        analysis_{read_lines(std::move(article.text)), {}, Annotations(rules)},
        layers_(rules, analysis_.document, options, analysis_.annotations, memory) {}
  ArticleWork(const ArticleWork&) = delete;
  ArticleWork& operator=(const ArticleWork&) = delete;

  void run(const Layer& layer) { layers_.run(layer); }
  void segment() { find_sentences(rules_, headings_, analysis_); }
  void tell_statements() {
    subjects_.emplace(rules_, analysis_.document, analysis_.annotations, &layers_);
    statements_ = find_statements(rules_, analysis_.document, analysis_.structure, analysis_.annotations, *subjects_);
  }
  Extraction records() {
    const auto& [document, structure, annotations] = analysis_;
    const Speakers speakers = resolve_speakers(rules_, document, structure, annotations, *subjects_, statements_);
    return make_records(rules_, document, structure, annotations, statements_, speakers, digest_, options_.terms);
  }

 private:
  const RuleSet& rules_;
  const ExtractOptions& options_;
  std::string_view digest_;
  Headings headings_;
  Analysis analysis_;
  DocumentLayers layers_;
  std::optional<Subjects> subjects_;
  std::vector<Statement> statements_;
};

/// One of several articles that take their steps together.
struct ArticleInBatch {
  /// Does something for the article, unless a mistake stopped it, or does.
  template <typename Do>
  void attempt(const Do& act) {
    if (mistake) return;
    try {
      act();
    } catch (const std::logic_error& error) {
      mistake = error.what();
      work.reset();
    }
  }

  std::unique_ptr<ArticleWork> work;
  std::optional<std::string> mistake;
};

/// Hands out the steps that come before `ArticleWork::records`, to be taken by all articles.
template <typename Take>
void take_steps(const RuleSet& rules, const Take& take) {
  const auto run_layers_of = [&](Unit unit) {
    for (const Layer& layer : rules.layers()) {
      if (layer.unit == unit && !layer.on_demand) take([&layer](ArticleWork& work) { work.run(layer); });
    }
  };
  run_layers_of(Unit::line);
  take([](ArticleWork& work) { work.segment(); });
  run_layers_of(Unit::sentence);
  run_layers_of(Unit::document);
  take([](ArticleWork& work) { work.tell_statements(); });
}

}  // namespace

Extraction extract(const RuleSet& rules, Article article, const ExtractOptions& options) {
  MatchMemory memory(rules, options.engine());
  ArticleWork work(rules, std::move(article), options, memory);
  take_steps(rules, [&work](const auto& step) { step(work); });
  return work.records();
}

void extract_together(const RuleSet& rules, std::vector<Article> articles, const ExtractOptions& options, const std::function<void(ArticleResult)>& take) {
  MatchMemory memory(rules, options.engine());
  std::vector<ArticleInBatch> batch(articles.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].attempt([&] { batch[i].work = std::make_unique<ArticleWork>(rules, std::move(articles[i]), options, memory); });
  }
  take_steps(rules, [&batch](const auto& step) {
    for (ArticleInBatch& article : batch) article.attempt([&] { step(*article.work); });
  });
  for (ArticleInBatch& article : batch) {
    ArticleResult result;
    article.attempt([&] { result.extraction = article.work->records(); });
    result.mistake = std::move(article.mistake);
    article.work.reset();
    take(std::move(result));
  }
}

}  // namespace onrecord
