#pragma once

#include <cstddef>
#include <string>

#include "onrecord/evaluate/evaluation.h"

/// The forms in which an evaluation is read.
namespace onrecord {

/// Tables for people: figures, rules, reliability; then the `misses` worst of each sort in their context. Measures of
/// which nothing is marked or found are left out.
std::string text_of(const Evaluation& evaluation, std::size_t misses, bool colored);

/// One JSON object on one line. Figures have four decimals.
std::string json_of(const Evaluation& evaluation, std::size_t misses);

/// The `most` worst misses of each sort, the sorts by name.
std::vector<Miss> worst_misses(const Evaluation& evaluation, std::size_t most);

}  // namespace onrecord
