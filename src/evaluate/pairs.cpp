#include <algorithm>

#include "onrecord/evaluate/compared_text.h"
#include "onrecord/evaluate/judges.h"

namespace onrecord {
namespace {

constexpr double enough = 0.8;  // of the words of a question or an answer

/// The place of the marked pair most like the found one; none where nothing is left.
std::size_t most_alike(const std::vector<GoldPair>& marked, const FaqRecord& found) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const double alike = shared_words(marked[i].question, found.question) + shared_words(marked[i].answer, found.answer);
    if (alike <= most) continue;
    most = alike;
    best = i;
  }
  return best;
}

bool same_words(const GoldPair& marked, const FaqRecord& found) {
  return compared_words(marked.question) == compared_words(found.question) && compared_words(marked.answer) == compared_words(found.answer);
}

/// Judges one pair; takes the one it is held against from `left` if the question is right.
void judge_pair(const MarkedText& article, const FaqRecord& found, std::vector<GoldPair>& left, Evaluation& evaluation) {
  Counts& counts = evaluation.counts;
  for (const Measure measure : {Measure::question, Measure::pair, Measure::pair_exact}) counts[measure].found += 1;
  JudgedRecord record = judged(found.head, "faq");
  record.content = Verdict::wrong;
  const std::size_t best = most_alike(left, found);
  const bool question_right = best < left.size() && shared_words(left[best].question, found.question) > enough;
  if (question_right) {
    const bool answer_right = shared_words(left[best].answer, found.answer) > enough;
    counts[Measure::question].right += 1;
    counts[Measure::pair].right += answer_right ? 1 : 0;
    counts[Measure::pair_exact].right += same_words(left[best], found) ? 1 : 0;
    if (answer_right) record.content = Verdict::right;
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
  }
  if (record.content == Verdict::wrong) {
    const Span span = question_right ? found.answer_place.characters : found.head.place.characters;
    evaluation.misses.push_back(article.miss(question_right ? "answer wrong" : "pair false", span, made_by(found.head), found.head.confidence));
  }
  evaluation.judged.push_back(std::move(record));
}

}  // namespace

void judge_pairs(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation) {
  std::vector<GoldPair> left = *article.gold.pairs;
  for (const Measure measure : {Measure::question, Measure::pair, Measure::pair_exact}) evaluation.counts[measure].marked += left.size();
  for (const Record& record : extraction.records) {
    if (const auto* found = std::get_if<FaqRecord>(&record)) judge_pair(article, *found, left, evaluation);
  }
  for (const GoldPair& missed : left) {
    Miss miss = article.miss("pair missed", {}, {}, static_cast<double>(missed.question.size()));
    miss.words = missed.question;
    miss.after.clear();
    evaluation.misses.push_back(std::move(miss));
  }
}

}  // namespace onrecord
