#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/heading.h"
#include "onrecord/extract/matching/options.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// One article to extract from.
struct Article {
  std::string text;         ///< valid UTF-8, shorter than 4 GiB
  std::string_view digest;  ///< the hex SHA-256 of the document's content, from which the records' ids are made
  Headings headings = {};   ///< where the text's markup has headings; without one of level 1 to 6 they are guessed from the lines
};

/// Finds the records of an article. Cannot fail: any text has an extraction.
Extraction extract(const RuleSet& rules, Article article, const ExtractOptions& options = {});

inline Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options = {}) {
  return extract(rules, Article{std::move(text), digest}, options);
}

/// What came of one article of several.
struct ArticleResult {
  Extraction extraction;
  std::optional<std::string> mistake;  ///< of the program, which stopped at this article: what it said
};

/// How many bytes of text are worth working on together: twice as many save no more.
inline constexpr std::size_t bytes_together = 128U << 10U;

/// Finds the records of several articles and gives them to `take`, in their order: those of each are the same as by `extract`. The articles take
/// each step together, one layer of rules after the other, so that the caches of the processor hold what one layer needs and not all that they
/// all need. What was found in them is held at once, some 30 bytes for each byte of text.
void extract_together(const RuleSet& rules, std::vector<Article> articles, const ExtractOptions& options, const std::function<void(ArticleResult)>& take);

}  // namespace onrecord
