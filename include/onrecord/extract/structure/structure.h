#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/heading.h"
#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/structure/transcript.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What a line is for the rest of the work. `body` is running text; nothing is attributed in `furniture`.
enum class LineClass : std::uint8_t { body, title, byline, dateline, heading, caption, callout, question, faq_question, faq_answer, furniture };

/// The parts of a page. Spans are in the folded text.
struct Structure {
  Span title;                           ///< empty: none
  Span byline;                          ///< the names only; empty: none
  std::vector<Span> more_authors;       ///< names that the lines below it add
  Span dateline;                        ///< "BERLIN (AP)" without the dash; empty: none
  Transcript transcript;                ///< who speaks in it by labels of lines
  std::vector<LineClass> lines;         ///< one for each line of the document
  std::vector<std::uint32_t> headings;  ///< indices of the lines that open a section, in order

  /// What the line `line` is; `body` where the document has none.
  LineClass of_line(std::uint32_t line) const { return line < lines.size() ? lines[line] : LineClass::body; }
  /// The line of the nearest section heading above the line `line`, or -1.
  std::int64_t section_of(std::uint32_t line) const;
  /// What of `span` is not the dateline and the sign behind it, where it begins in them: in "Oslo (dpa) - The bridge is safe" what somebody claims.
  Span behind_dateline(const Document& document, Span span) const;
};

/// Decides what each line is, from the labels that the line layers gave. Also adds the block annotations that document
/// layers see, where the rule set has their types: `turn` (the label of one), `title`, `byline`, `dateline`, `heading`, `headline` (beside another), `teaser`
/// (likewise), `caption`, `callout`, `furniture`, `faq_question` (its span without labels such as "Q:"), `faq_answer` (one for each answer line, likewise),
/// `paragraph` (every other line). `headings`: those that markup tells; without one of level 1 to 6 they are guessed from the lines.
Structure find_structure(const RuleSet& rules, const Document& document, Annotations& annotations, std::span<const Heading> headings = {});

}  // namespace onrecord
