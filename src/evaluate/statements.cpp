#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "onrecord/evaluate/compared_text.h"
#include "onrecord/evaluate/judges.h"
#include "onrecord/evaluate/matching.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

/// What quotes and attributed claims have in common.
struct Found {
  Span span;  ///< trimmed
  const RecordHead* head = nullptr;
  const SpeakerReference* speaker = nullptr;
  const Cue* cue = nullptr;
  const ClaimRecord* claim = nullptr;  ///< null: a quote
  bool is_outer = true;                ///< lies in no other record
};

template <typename StatementRecord>
Found found_in(const StatementRecord& record) {
  Found found;
  found.head = &record.head;
  found.speaker = record.speaker ? &*record.speaker : nullptr;
  found.cue = record.cue ? &*record.cue : nullptr;
  return found;
}

std::vector<Found> found_statements(const MarkedText& article, const Extraction& extraction) {
  std::vector<Found> all;
  for (const Record& record : extraction.records) {
    Found found;
    if (const auto* quote = std::get_if<QuoteRecord>(&record); quote != nullptr && quote->kind != QuoteKind::term) {
      found = found_in(*quote);
    } else if (const auto* claim = std::get_if<ClaimRecord>(&record); claim != nullptr && claim->attribution == Attribution::attributed) {
      found = found_in(*claim);
      found.claim = claim;
    } else {
      continue;
    }
    found.span = trimmed(article.characters, found.head->place.characters);
    if (!found.span.empty()) all.push_back(found);
  }
  return all;
}

/// Of two with the same span a claim is the outer one, else the earlier.
void find_outer(std::vector<Found>& all) {
  const auto rank = [&all](std::size_t i) { return std::pair(all[i].claim == nullptr, i); };
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t k = 0; k < all.size() && all[i].is_outer; ++k) {
      const bool is_second = k != i && all[i].span == all[k].span && rank(i) > rank(k);
      if (lies_inside(all[i].span, all[k].span) || is_second) all[i].is_outer = false;
    }
  }
}

bool names_the_same(std::string_view found, std::string_view marked) { return last_name_word(found) == last_name_word(marked); }

class StatementJudge {
 public:
  StatementJudge(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation)
      : article_(article), evaluation_(evaluation), found_(found_statements(article, extraction)) {
    find_outer(found_);
    for (const GoldStatement& statement : *article.gold.statements) {
      const Span span = trimmed(article.characters, statement.span);
      (statement.kind == GoldStatement::Kind::direct ? direct_ : wide_).push_back(span);
      if (statement.kind != GoldStatement::Kind::indirect || statement.speech) {
        wanted_.push_back(&statement);
        wanted_spans_.push_back(span);
      } else {
        other_spans_.push_back(span);
      }
    }
  }

  void judge() {
    judge_direct(Closeness::exact, Measure::direct_exact);
    judge_direct(Closeness::half, Measure::direct_half);
    judge_statements(Closeness::exact, Measure::statements_exact);
    judge_statements(Closeness::half, Measure::statements_half);
  }

 private:
  void judge_direct(Closeness closeness, Measure measure) {
    std::set<Span> distinct;
    for (const Found& found : found_) {
      if (found.claim == nullptr) distinct.insert(found.span);
    }
    const std::vector<Span> quotes(distinct.begin(), distinct.end());
    const std::vector<std::uint32_t> matches = match(quotes, direct_, closeness);
    Count& count = evaluation_.counts[measure];
    count.marked += direct_.size();
    for (std::size_t i = 0; i < quotes.size(); ++i) {
      const bool is_hit = matches[i] != unmatched;
      count.right += is_hit ? 1 : 0;
      count.found += is_hit || !lies_in_wide(quotes[i], closeness) ? 1 : 0;
    }
  }

  /// Inside a statement that is not all quoted, of which only the whole is marked.
  bool lies_in_wide(Span quote, Closeness closeness) const {
    return std::any_of(wide_.begin(), wide_.end(), [&](Span wide) { return lies_inside(quote, wide) || is_close(quote, wide, closeness); });
  }

  void judge_statements(Closeness closeness, Measure measure) {
    std::vector<std::size_t> outer;
    std::vector<Span> spans;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].is_outer) continue;
      outer.push_back(i);
      spans.push_back(found_[i].span);
    }
    const std::vector<std::uint32_t> matches = match(spans, wanted_spans_, closeness);
    Count& count = evaluation_.counts[measure];
    count.marked += wanted_.size();
    std::vector<Verdict> verdicts(found_.size(), Verdict::unjudged);
    for (std::size_t i = 0; i < outer.size(); ++i) {
      const bool is_hit = matches[i] != unmatched;
      if (is_hit || !is_left_out(spans[i])) verdicts[outer[i]] = is_hit ? Verdict::right : Verdict::wrong;
      count.right += is_hit ? 1 : 0;
      count.found += verdicts[outer[i]] != Verdict::unjudged ? 1 : 0;
    }
    if (closeness == Closeness::half) judge_hits(outer, matches, verdicts);
  }

  /// A belief, or a piece of a statement.
  bool is_left_out(Span span) const {
    const auto is_other = [span](Span other) { return is_close(span, other, Closeness::half) || lies_inside(span, other); };
    const auto is_piece = [span](Span wanted) { return lies_inside(span, wanted); };
    return std::any_of(other_spans_.begin(), other_spans_.end(), is_other) || std::any_of(wanted_spans_.begin(), wanted_spans_.end(), is_piece);
  }

  void judge_hits(const std::vector<std::size_t>& outer, const std::vector<std::uint32_t>& matches, const std::vector<Verdict>& verdicts) {
    std::vector<bool> is_found(wanted_.size(), false);
    std::vector<std::uint32_t> hit_by(found_.size(), unmatched);
    for (std::size_t i = 0; i < outer.size(); ++i) {
      if (matches[i] == unmatched) continue;
      hit_by[outer[i]] = matches[i];
      is_found[matches[i]] = true;
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      JudgedRecord record = judged(*found_[i].head, found_[i].claim == nullptr ? "quote" : "claim");
      if (found_[i].speaker != nullptr) record.resolution = found_[i].speaker->resolution;
      record.content = verdicts[i];
      if (hit_by[i] != unmatched) record.speaker = judge_hit(found_[i], *wanted_[hit_by[i]]);
      if (record.content == Verdict::wrong) record.beside_missed = note_false(found_[i], is_found);
      evaluation_.judged.push_back(std::move(record));
    }
    Count& whole = evaluation_.counts[Measure::end_to_end];
    whole.marked += wanted_.size();
    whole.found += static_cast<std::uint64_t>(std::count_if(verdicts.begin(), verdicts.end(), [](Verdict v) { return v != Verdict::unjudged; }));
    for (std::size_t j = 0; j < wanted_.size(); ++j) {
      if (!is_found[j]) evaluation_.misses.push_back(article_.miss("statement missed", wanted_spans_[j], {}, wanted_spans_[j].size()));
    }
  }

  /// Notes a false record; tells whether it overlaps a statement that was missed.
  bool note_false(const Found& found, const std::vector<bool>& is_found) {
    evaluation_.misses.push_back(article_.miss("statement false", found.span, made_by(*found.head), found.head->confidence));
    for (std::size_t j = 0; j < wanted_.size(); ++j) {
      if (!is_found[j] && wanted_spans_[j].overlaps(found.span)) return true;
    }
    return false;
  }

  Verdict judge_hit(const Found& found, const GoldStatement& marked) {
    const bool same_name =
        found.speaker != nullptr && !found.speaker->name.empty() && !marked.speaker_name.empty() && names_the_same(found.speaker->name, marked.speaker_name);
    const bool right = same_name || !marked.speaker || is_speaker(found.speaker, *marked.speaker);
    evaluation_.counts[Measure::end_to_end].right += right ? 1 : 0;
    if (marked.speaker) evaluation_.counts.ask(Measure::speaker, right);
    if (!marked.speaker_name.empty()) evaluation_.counts.ask(Measure::name, same_name);
    if (marked.cue) {
      const bool touches = found.cue != nullptr && found.cue->words.place.characters.overlaps(marked.cue->span);
      evaluation_.counts.ask(Measure::cue, touches);
    }
    if (found.claim != nullptr) judge_status(*found.claim, marked);
    if (!marked.speaker) return Verdict::unjudged;
    if (!right) note_speaker(found, marked);
    return right ? Verdict::right : Verdict::wrong;
  }

  static bool is_speaker(const SpeakerReference* found, const GoldPart& marked) {
    if (found == nullptr) return false;
    if (found->mention.place.characters.overlaps(marked.span)) return true;
    return !found->name.empty() && names_the_same(found->name, marked.text);
  }

  void note_speaker(const Found& found, const GoldStatement& marked) {
    const std::string seen = found.speaker == nullptr ? "nobody" : fmt::format("‘{}’", found.speaker->name);
    std::string note = fmt::format("{} for ‘{}’; {}", seen, marked.speaker->text, made_by(*found.head));
    evaluation_.misses.push_back(article_.miss("speaker wrong", found.span, std::move(note), found.head->confidence));
  }

  void judge_status(const ClaimRecord& claim, const GoldStatement& marked) {
    Counts& counts = evaluation_.counts;
    if (marked.modality) {
      const bool same = claim.modality == *marked.modality;
      count_marked(counts[Measure::modality], claim.modality != Modality::asserted, *marked.modality != Modality::asserted, same);
      if (!same) note_status("modality wrong", claim, name_in(modality_names, claim.modality), name_in(modality_names, *marked.modality));
    }
    if (marked.polarity) {
      const bool same = claim.polarity == *marked.polarity;
      count_marked(counts[Measure::polarity], claim.polarity == Polarity::denied, *marked.polarity == Polarity::denied, same);
      if (!same) note_status("polarity wrong", claim, name_in(polarity_names, claim.polarity), name_in(polarity_names, *marked.polarity));
    }
    if (marked.negated) {
      count_marked(counts[Measure::negation], claim.negated, *marked.negated, claim.negated == *marked.negated);
      if (claim.negated != *marked.negated)
        note_status("negation wrong", claim, claim.negated ? "negated" : "not negated", *marked.negated ? "negated" : "not negated");
    }
  }

  void note_status(std::string_view sort, const ClaimRecord& claim, std::string_view found, std::string_view marked) {
    evaluation_.misses.push_back(article_.miss(sort, claim.head.place.characters, fmt::format("{} for {}", found, marked), claim.head.confidence));
  }

  const MarkedText& article_;
  Evaluation& evaluation_;
  std::vector<Found> found_;
  std::vector<Span> direct_, wide_;
  std::vector<const GoldStatement*> wanted_;
  std::vector<Span> wanted_spans_;
  std::vector<Span> other_spans_;  // of beliefs and plans
};

}  // namespace

void judge_statements(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation) {
  StatementJudge(article, extraction, evaluation).judge();
}

}  // namespace onrecord
