#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// What somebody says in a transcript, or posts. Spans are in the folded text.
struct Turn {
  std::uint32_t line = 0;        ///< that the label stands in
  Span label;                    ///< the head of the line, with its colon; of a post its end, with the dash
  Span speaker;                  ///< empty: nobody is named
  std::uint32_t annotation = 0;  ///< index of the one that found the label
  std::vector<Span> paragraphs;  ///< what was said
  bool is_speech = false;        ///< all that follows is said, too: nobody else speaks
};

/// Who speaks in a document by what lines begin with ("ANN LEE: …"), and who posts by what they end with. Read by `TranscriptLines`; what rules
/// of sentences take for labels is judged in `transcript_labels.h`.
struct Transcript {
  std::vector<Turn> turns;    ///< in order
  std::vector<Turn> posts;    ///< of social media, in order
  std::vector<Turn> answers;  ///< of an interview without labels, in order; their labels are empty, who speaks stands above all of them

  /// Whose turn begins in the line `line`; null: nobody's.
  const Turn* turn_at(std::uint32_t line) const;
  /// Where the labels of both stand, in order.
  std::vector<Span> labels() const;
};

}  // namespace onrecord
