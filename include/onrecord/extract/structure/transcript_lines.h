#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/faq/faq.h"
#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/extract/structure/transcript.h"

namespace onrecord {

/// Reads a transcript, and posts, off the labels with which rules say that lines begin (`Label::turn_line`) or end (`Label::signed_line`), for who finds the
/// structure of the page. Refers to the page.
class TranscriptLines {
 public:
  explicit TranscriptLines(Page& page) : page_(page) {}

  /// Finds the turns, without their paragraphs (`read_turns`).
  void find(const std::vector<LineClass>& classes, const Lexicon* first_names);
  /// "QUESTION: Is it safe?" and "MS. LEE: It is." are turns, and no pair of a FAQ; elsewhere "Q:" and "A:" are no turns.
  void divide_with(std::vector<FaqPair>& pairs);
  /// Those found, without their paragraphs.
  const std::vector<Turn>& turns() const { return transcript_.turns; }
  /// Marks the lines that were said, as far as it is plain: what has a label, and what stands above one that ends a post or below one that tells on what
  /// somebody is quoted, is neither furniture nor the title.
  /// Takes from them, and from lists of who takes part, the labels of bylines: they name no author.
  void keep_said(std::vector<bool>& kept);
  /// Whether a turn begins in the line `line`, or a post ends there, or somebody is cut short.
  bool has(std::uint32_t line) const;
  /// The transcript. To each turn belongs what stands behind its label, and the lines of text below up to the next one, stage directions aside. Below the last
  /// turn the page may go on with anything: of it no more than one line is taken, if its label stands alone. What was posted stands before its label, or, where
  /// there is nothing, on the line of text above.
  Transcript take(const std::vector<LineClass>& classes, const Lexicon* first_names);

 private:
  void drop_lone_signature();
  bool is_named_turn(std::uint32_t line) const;
  bool stands_alone(const Turn& turn) const { return turn.label.end == page_.lines[turn.line].span.end; }
  bool is_timed(const Turn& turn) const;
  std::uint32_t end_of(std::size_t turn) const;
  void keep_turns(std::vector<bool>& kept);
  void keep_line(std::uint32_t i, std::vector<bool>& kept);
  void name_nobody(std::uint32_t i);
  void add_paragraph(Span span, Turn& turn) const;
  bool is_headline(std::uint32_t line) const;
  void add_paragraphs(const std::vector<LineClass>& classes);
  void find_posts(const std::vector<LineClass>& classes);

  Page& page_;
  Transcript transcript_;
};

}  // namespace onrecord
