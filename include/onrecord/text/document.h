#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/text/folded_text.h"
#include "onrecord/text/text_words.h"

namespace onrecord {

/// All spans here are byte offsets into the document's folded text.

/// A line with something on it, without the white space around it: a paragraph. Lines of running text that something broke
/// to fit a width are one. The number before each line of a page is no part of it.
struct Line {
  Span span;
  std::uint32_t blank_before = 0;  ///< empty lines between it and the line before
  bool operator==(const Line&) const = default;
};

/// A stretch between quotation marks within one paragraph.
struct Quotation {
  Span span;                    ///< with its marks (or one of them, where the other is missing)
  Span inner;                   ///< without the marks and without white space beside them
  std::uint32_t paragraph = 0;  ///< index
  std::uint32_t group = 0;      ///< the same for the parts of a quotation that runs over several paragraphs
  std::uint8_t depth = 0;       ///< 0: outermost; 1: inside another quotation; …
  bool open_ended = false;      ///< no closing mark: it ends with its paragraph, or where its next part begins
  bool operator==(const Quotation&) const = default;
};

struct Sentence {
  Span span;
  std::uint32_t paragraph = 0;
  bool operator==(const Sentence&) const = default;
};

/// One article: its text and the structure that needs no rules. Owns everything; spans refer to `folded`.
struct Document {
  std::string text;  ///< as decoded: valid UTF-8
  FoldedText folded;
  std::vector<Line> lines;
  std::vector<Quotation> quotations;  ///< by start; an outer one before those inside it
  /// By start; they do not overlap and leave out nothing but white space, numbers of lines and, once it is found, the dateline.
  std::vector<Sentence> sentences;
  TextWords words;                        ///< those of the folded text, from segmenting on
  std::vector<std::uint32_t> inner_dots;  ///< offsets of dots that end no sentence (abbreviations, initials, numbers), sorted

  /// The words of a stretch of the folded text. Valid as long as the document is.
  WordSpans words_in(Span span) const { return words.in(folded.text(), span); }

  /// Index of the line, the sentence that holds `offset`, or of the last before it where it stands between two; 0 where there
  /// is none.
  std::uint32_t line_at(std::uint32_t offset) const;
  std::uint32_t sentence_at(std::uint32_t offset) const;
  /// Whether a sentence begins at `offset`.
  bool opens_sentence(std::uint32_t offset) const;
};

}  // namespace onrecord
