#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/page/page.h"

namespace onrecord {

/// A question and what answers it. Spans are without labels and mark-up.
struct FaqPair {
  std::uint32_t question_line = 0;  ///< index into `Page::lines`
  Span question;
  std::vector<std::uint32_t> answer_lines;  ///< one for each of `answers`; the question's own where it is embedded there
  std::vector<Span> answers;                ///< never empty
  bool operator==(const FaqPair&) const = default;
};

/// Questions that belong together, as indices into a list of lines without those that say nothing (switches, symbols).
struct FaqBlock {
  std::vector<std::uint32_t> questions;         ///< in order, never empty
  std::uint32_t end = 0;                        ///< the last answer ends here at the latest
  std::vector<std::uint32_t> answer_ends = {};  ///< where each answer ends, if markup tells; else empty
};

/// The lines of a page that say something, and what a FAQ needs to know of them.
struct FaqLines {
  const Page* page = nullptr;
  std::vector<std::uint32_t> lines;  ///< indices into `Page::lines`

  const PageLine& at(std::size_t i) const { return page->lines[lines[i]]; }
  std::size_t size() const { return lines.size(); }
  /// Whether it asks, not to sell something, and not at the end of an answer.
  bool asks(std::size_t i) const;
  bool sells(std::size_t i) const;

 private:
  /// Whether the line so many below (above) ends in a question.
  bool is_question(std::size_t i, std::ptrdiff_t below) const;
  /// Whether a question below another stands among more of them that nothing answers.
  bool is_listed(std::size_t i) const;
};

/// Below a heading that announces questions, makes question lines of those lines of `page` that ask and go on with the answer, if two
/// or more do and none but asks. `lines` are those of `page`.
void take_inline_questions(Page& page, const FaqLines& lines);

/// Blocks of questions under a heading that announces them, in order. They do not overlap.
std::vector<FaqBlock> find_headed_blocks(const FaqLines& lines);

/// Blocks whose questions are headings in the markup, with or without a question mark, in order: below a heading that announces them, and
/// lists of entries of which some ask. They do not overlap. None where no line has a heading's level.
std::vector<FaqBlock> find_marked_blocks(const FaqLines& lines);

/// Questions that stand open with their answer above the list that they were chosen from: the list has each, or leaves its number out. A block
/// for each, which the list ends.
std::vector<FaqBlock> find_opened_questions(const FaqLines& lines);

/// Blocks of questions that no heading announces: readers' questions, labelled ones, questions each with one answer, plain
/// ones close together. `taken` tells which lines belong to other blocks.
std::vector<FaqBlock> find_runs(const FaqLines& lines, const std::vector<bool>& taken);

/// Blocks of topics that no mark calls questions, each above its answer, right below a line that calls all of it a FAQ and is no entry of a menu: "Opening
/// hours", "Dogs". Notes in `page` what the topics say. `lines` are those of `page`; `taken` tells which belong to other blocks.
std::vector<FaqBlock> take_topics(Page& page, const FaqLines& lines, const std::vector<bool>& taken);

/// Where the last answer of a block ends, whose question is `lines.at(question)`. `longest_answer`: the most lines that an
/// earlier answer of the block has; 0: there is none.
std::uint32_t last_answer_end(const FaqLines& lines, std::uint32_t question, std::uint32_t end, std::uint32_t longest_answer);

/// Adds to blocks that markup does not tell the questions without a mark that stand between their answers, and those that tell what is wrong: "How to
/// pay", "I lost my key.", or a topic that a table of contents has, too. Notes in `page` what they ask. `lines` are those of `page`.
void add_unmarked_questions(Page& page, const FaqLines& lines, std::vector<FaqBlock>& blocks);

/// Whether it is an interview, a transcript, a quiz or letters.
bool is_no_faq(const FaqLines& lines, const FaqBlock& block);

/// Whether the answers are those of a quiz: none says more than a word or two.
bool are_of_quiz(const FaqLines& lines, const std::vector<FaqPair>& pairs);

/// The pairs of `blocks`, by place: those with an answer, each once. Interviews and bare lists of questions have none.
std::vector<FaqPair> make_pairs(const FaqLines& lines, const std::vector<FaqBlock>& blocks);

/// The pairs of a page, in order. Notes in `page` which lines of them ask and answer.
std::vector<FaqPair> find_faq(Page& page);

}  // namespace onrecord
