#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/text/segment.h"

namespace onrecord::testing {

/// A few words of each sort, as a rule set would give them.
inline SegmentWords segment_words() {
  return {{"Mr", "Ms", "Dr", "Gov", "Sen", "Capt", "Jan", "St"},
          {"No"},
          {"Inc", "Jr", "Corp", "Ariz", "a.m", "p.m", "etc"},
          {"The", "A", "He", "She", "It", "They", "In", "But", "We"},
          {"said", "says", "asked", "asks", "shouted"},
          {"em", "tis", "til", "n"},
          {"s", "S", "x", "z", "in"}};
}

inline Document segmented(std::string text) {
  Document document = read_lines(std::move(text));
  segment(document, segment_words());
  return document;
}

/// The document's text with ⟨ ⟩ around what stands inside each quotation. Behind it `~` where it has no closing mark,
/// `=` where it goes on from an earlier paragraph.
inline std::string show_quotations(const Document& document) {
  struct Insertion {
    std::uint32_t at;
    int order;  // what closes comes before what opens
    std::string text;
  };
  std::vector<Insertion> insertions;
  for (std::uint32_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    const int depth = quotation.depth;
    insertions.push_back({quotation.inner.begin, 10 + depth, "⟨"});
    insertions.push_back({quotation.inner.end, -depth, std::string("⟩") + (quotation.open_ended ? "~" : "") + (quotation.group == i ? "" : "=")});
  }
  std::stable_sort(insertions.begin(), insertions.end(),
                   [](const Insertion& a, const Insertion& b) { return std::pair(a.at, a.order) < std::pair(b.at, b.order); });
  std::string shown;
  std::uint32_t offset = 0;
  for (const Insertion& insertion : insertions) {
    shown += document.folded.text().substr(offset, insertion.at - offset) + insertion.text;
    offset = insertion.at;
  }
  return shown + document.folded.text().substr(offset);
}

/// The sentences with " | " between those of one paragraph and " || " where another begins.
inline std::string show_sentences(const Document& document) {
  std::string shown;
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& sentence = document.sentences[i];
    if (i > 0) shown += document.sentences[i - 1].paragraph == sentence.paragraph ? " | " : " || ";
    shown += document.folded.slice(sentence.span);
  }
  return shown;
}

/// Random text of the pieces that scanners trip over, the same for the same seed.
inline std::string random_text(unsigned seed, std::size_t pieces) {
  static const std::vector<std::string> all = {"\"",   "\"",   "“",      "”",      "‘",      "’",      "'",       "''",      "``",   "«",       "»",   "„",
                                               ".",    ". ",   "! ",     "? ",     ",\" ",   ".” ",    "…",       "...",     " ",    " ",       "\n",  "\n\n",
                                               "\r\n", "U.S.", "Mr.",    "a.m.",   "6'2\"",  "’90s",   "he said", "The end", "word", "Ann Lee", "(",   ")",
                                               "[",    "]",    "\u00A0", "\u00AD", "\u2011", "\u2028", "é",       "漢",      "🙂", "—",       "1.5", "said "};
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += all[random() % all.size()];
  return text;
}

inline bool is_character_border(std::string_view text, std::uint32_t offset) {
  return offset == text.size() || (offset < text.size() && (text[offset] & 0xC0) != 0x80);
}

inline bool is_on_borders(std::string_view text, Span span) {
  return span.begin <= span.end && span.end <= text.size() && is_character_border(text, span.begin) && is_character_border(text, span.end);
}

}  // namespace onrecord::testing
