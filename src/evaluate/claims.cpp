#include <fmt/format.h>

#include <algorithm>

#include "onrecord/evaluate/judges.h"
#include "onrecord/evaluate/matching.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

class ClaimJudge {
 public:
  ClaimJudge(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation)
      : article_(article), marked_(*article.gold.claims), evaluation_(evaluation) {
    for (const Record& record : extraction.records) {
      const auto* claim = std::get_if<ClaimRecord>(&record);
      if (claim == nullptr || claim->attribution != Attribution::narrator) continue;
      found_.push_back(claim);
      found_spans_.push_back(trimmed(article.characters, claim->head.place.characters));
    }
    for (const GoldClaim& claim : marked_) marked_spans_.push_back(trimmed(article.characters, claim.span));
  }

  void judge() {
    count(Measure::claims_exact, match(found_spans_, marked_spans_, Closeness::exact));
    const std::vector<std::uint32_t> matches = match(found_spans_, marked_spans_, Closeness::half);
    count(Measure::claims_half, matches);
    std::vector<bool> is_found(marked_.size(), false);
    for (const std::uint32_t j : matches) {
      if (j != unmatched) is_found[j] = true;
    }
    for (std::size_t i = 0; i < found_.size(); ++i) judge(i, matches[i], is_found);
    for (std::size_t j = 0; j < marked_.size(); ++j) {
      if (!is_found[j])
        evaluation_.misses.push_back(
            article_.miss("claim missed", marked_spans_[j], fmt::format("{}", fmt::join(marked_[j].kinds, " or ")), marked_spans_[j].size()));
    }
  }

 private:
  void count(Measure measure, const std::vector<std::uint32_t>& matches) {
    Count& count = evaluation_.counts[measure];
    count.found += matches.size();
    count.marked += marked_.size();
    count.right += matches.size() - static_cast<std::size_t>(std::count(matches.begin(), matches.end(), unmatched));
  }

  void judge(std::size_t i, std::uint32_t match, const std::vector<bool>& is_found) {
    JudgedRecord record = judged(found_[i]->head, "narrator");
    record.content = match == unmatched ? Verdict::wrong : Verdict::right;
    if (match == unmatched) {
      evaluation_.misses.push_back(article_.miss("claim false", found_spans_[i], made_by(found_[i]->head), found_[i]->head.confidence));
      for (std::size_t j = 0; j < marked_.size(); ++j) record.beside_missed |= !is_found[j] && marked_spans_[j].overlaps(found_spans_[i]);
    } else {
      judge_status(*found_[i], marked_[match]);
    }
    evaluation_.judged.push_back(std::move(record));
  }

  void judge_status(const ClaimRecord& found, const GoldClaim& marked) {
    Counts& counts = evaluation_.counts;
    if (!marked.kinds.empty()) {
      const bool same = std::find(marked.kinds.begin(), marked.kinds.end(), found.kind) != marked.kinds.end();
      counts.ask(Measure::claim_kind, same);
      if (!same) note("kind wrong", found, fmt::format("{} for {}", found.kind, fmt::join(marked.kinds, " or ")));
    }
    if (marked.modality) {
      const bool same = found.modality == *marked.modality;
      count_marked(counts[Measure::modality], found.modality != Modality::asserted, *marked.modality != Modality::asserted, same);
      if (!same) note("modality wrong", found, fmt::format("{} for {}", name_in(modality_names, found.modality), name_in(modality_names, *marked.modality)));
    }
    if (marked.negated) {
      count_marked(counts[Measure::negation], found.negated, *marked.negated, found.negated == *marked.negated);
      if (found.negated != *marked.negated) note("negation wrong", found, found.negated ? "negated for not negated" : "not negated for negated");
    }
  }

  void note(std::string_view sort, const ClaimRecord& found, std::string what) {
    evaluation_.misses.push_back(article_.miss(sort, found.head.place.characters, std::move(what), found.head.confidence));
  }

  const MarkedText& article_;
  const std::vector<GoldClaim>& marked_;
  Evaluation& evaluation_;
  std::vector<const ClaimRecord*> found_;
  std::vector<Span> found_spans_, marked_spans_;
};

}  // namespace

void judge_claims(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation) { ClaimJudge(article, extraction, evaluation).judge(); }

}  // namespace onrecord
