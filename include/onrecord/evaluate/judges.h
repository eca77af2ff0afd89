#pragma once

#include <string>
#include <string_view>

#include "onrecord/evaluate/evaluation.h"

/// The parts of `Evaluation::add`.
namespace onrecord {

/// An article with its code points.
struct MarkedText {
  const GoldArticle& gold;
  std::u32string characters;

  std::string words(Span span) const;
  /// A miss at `span`, with the text around it.
  Miss miss(std::string_view sort, Span span, std::string note, double weight) const;
};

/// Quotes and attributed claims, their speakers and cues, and how the claims are said.
void judge_statements(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation);
/// The writer's own claims.
void judge_claims(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation);
/// Pairs of question and answer.
void judge_pairs(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation);
/// Title and byline, and what was taken from furniture.
void judge_page(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation);

/// Counts a value that is marked only where it is not the usual one.
void count_marked(Count& count, bool found, bool marked, bool same);

/// Fills in what all judged records tell.
JudgedRecord judged(const RecordHead& head, std::string_view kind);

/// "rule.id, 0.93"
std::string made_by(const RecordHead& head);

}  // namespace onrecord
