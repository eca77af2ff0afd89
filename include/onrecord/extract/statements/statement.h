#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/extract/statements/subjects.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A quote or a claim before it is known who its speaker is. Spans are in the folded text.
struct Statement {
  enum class Kind : std::uint8_t { quote, claim };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Kind kind = Kind::claim;
  Span content;                    ///< of a quote: without its marks
  std::uint32_t quotation = none;  ///< of a quote: index into `Document::quotations`
  QuoteKind quote_kind = QuoteKind::full;
  Attribution attribution = Attribution::attributed;
  Modality modality = Modality::asserted;
  Polarity polarity = Polarity::affirmed;
  bool negated = false;
  Symbol claim_kind = 0;  ///< "statement", "stance", "forecast", …
  Span cue;               ///< empty: none
  Symbol lemma = 0;
  Symbol cue_class = 0;
  bool by_label = false;              ///< what tells of its speaker is a label: "Ann Lee: …", or a line of its own
  std::vector<Span> speakers;         ///< mentions, the main one first; empty: unknown
  std::uint32_t carried_from = none;  ///< the statement whose speaker and cue this one takes over (it is earlier)
  std::uint32_t claim = none;         ///< of a quote: the claim it lies in
  std::uint32_t group = none;         ///< the first statement of its group; none: stands alone
  std::uint32_t sentence = 0;         ///< index into `Document::sentences`
  RuleId rule = no_rule;
};

/// Turns what the attribution layers found into statements, by start of content, outer before inner.
std::vector<Statement> find_statements(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                                       const Subjects& subjects);

/// A distinct source of the document.
struct Speaker {
  std::string name;
  SpeakerKind kind = SpeakerKind::unnamed;
  std::string role, affiliation;     ///< empty: unknown
  std::vector<std::string> aliases;  ///< forms seen, sorted, without the name itself
  std::vector<Span> mentions;        ///< those that something is attributed to, in order
};

/// Who a statement's mention means.
struct Resolved {
  std::uint32_t speaker = 0;  ///< index into `Speakers::all`
  Span mention;
  Resolution resolution = Resolution::name;
};

struct Speakers {
  std::vector<Speaker> all;                         ///< by first mention
  std::vector<std::vector<Resolved>> of_statement;  ///< for each statement: its speakers, the main one first; may be empty
};

/// One pass from left to right over the statements: surname to full name, pronouns by gender and recency, roles and
/// descriptions, carried speakers.
Speakers resolve_speakers(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, const Subjects& subjects,
                          const std::vector<Statement>& statements);

/// Makes the records of the document from everything found.
Extraction make_records(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                        const std::vector<Statement>& statements, const Speakers& speakers, std::string_view digest, bool terms);

}  // namespace onrecord
