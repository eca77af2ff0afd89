#include "onrecord/evaluate/measures.h"

namespace onrecord {
namespace {

constexpr std::array<MeasureDescription, measure_count> descriptions = {{
    {"direct_exact", "quotes", "direct quotes, same span", Reading::precision_recall},
    {"direct_half", "quotes", "direct quotes", Reading::precision_recall},
    {"statements_exact", "quotes", "all statements, same span", Reading::precision_recall},
    {"statements_half", "quotes", "all statements", Reading::precision_recall},
    {"speaker", "quotes", "speaker", Reading::accuracy},
    {"name", "quotes", "full name", Reading::accuracy},
    {"cue", "quotes", "cue", Reading::accuracy},
    {"end_to_end", "quotes", "statements with their speaker", Reading::precision_recall},
    {"claims_exact", "claims", "the writer’s claims, same span", Reading::precision_recall},
    {"claims_half", "claims", "the writer’s claims", Reading::precision_recall},
    {"claim_kind", "claims", "their kind", Reading::accuracy},
    {"modality", "status", "modality other than asserted", Reading::precision_recall},
    {"polarity", "status", "denied", Reading::precision_recall},
    {"negation", "status", "negated", Reading::precision_recall},
    {"question", "faq", "questions", Reading::precision_recall},
    {"pair", "faq", "pairs", Reading::precision_recall},
    {"pair_exact", "faq", "pairs, same words", Reading::precision_recall},
    {"title", "structure", "title", Reading::precision_recall},
    {"byline", "structure", "byline", Reading::precision_recall},
    {"boilerplate_speaker", "structure", "speakers in furniture", Reading::share},
    {"boilerplate_quote", "structure", "quotes in furniture", Reading::share},
    {"boilerplate_claim", "structure", "claims in furniture", Reading::share},
    {"boilerplate_faq", "structure", "FAQ answers in furniture", Reading::share},
    {"boilerplate_text", "structure", "text that is furniture", Reading::share},
    {"author_is_speaker", "structure", "speakers who are authors", Reading::share},
}};

double ratio(std::uint64_t part, std::uint64_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

const MeasureDescription& description_of(Measure measure) { return descriptions[static_cast<std::size_t>(measure)]; }

double Count::precision() const { return ratio(right, found); }

double Count::recall() const { return ratio(right, marked); }

double Count::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

std::vector<std::pair<std::string_view, double>> figures_of(Measure measure, const Count& count) {
  switch (description_of(measure).reading) {
    case Reading::precision_recall: return {{"p", count.precision()}, {"r", count.recall()}, {"f1", count.f1()}};
    case Reading::accuracy: return {{"accuracy", count.recall()}};
    case Reading::share: break;
  }
  return {{"share", count.recall()}};
}

}  // namespace onrecord
