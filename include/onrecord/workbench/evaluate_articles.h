#pragma once

#include <vector>

#include "onrecord/evaluate/evaluation.h"
#include "onrecord/evaluate/gold.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Adds what the rules find in marked-up articles to the evaluation. The articles are worked on together (`extract_together`). Throws
/// std::logic_error for a mistake of the program.
void evaluate_articles(const RuleSet& rules, const std::vector<GoldArticle>& articles, Evaluation& evaluation);

}  // namespace onrecord
