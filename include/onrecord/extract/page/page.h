#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What a rule says of a single line: each is an annotation type of the same name.
enum class Label : std::uint8_t {
  furniture_line,
  furniture_sentence,
  tail_start,
  articles_start,
  comment_start,
  comment_mark,
  age_line,
  date_alone,
  reviewer_line,
  more_line,
  photo_credit,
  bio_line,
  title_reject,
  breadcrumb,
  date_line,
  time_line,
  role_line,
  by_line,
  written_line,
  by_more,
  by_alone,
  name_start,
  name_line,
  callout_label,
  dateline_start,
  place_start,
  faq_heading_line,
  faq_name_line,
  question_line,
  unmarked_question,
  quiz_line,
  letter_line,
  inline_question,
  question_label,
  answer_label,
  answer_label_alone,
  bare_answer_label,
  cta_question,
  first_person_line,
  asking_line,
  interviewing_line,
  interviewed_line,
  yes_no_line,
  accordion_line,
  faq_end,
  faq_end_short,
  faq_end_strong,
  turn_line,
  signed_line,
  interviewee_line,
  notes_head,
  hearing_line,
  turn_link,
  prompt_line,
  last = prompt_line,
};
inline constexpr std::size_t label_count = static_cast<std::size_t>(Label::last) + 1;

/// Shape of a stretch of text: what can be seen of it without knowing a word.
struct LineShape {
  std::uint32_t characters = 0;  ///< code points
  std::uint32_t words = 0;
  std::uint32_t bars = 0;          ///< '|'
  std::uint32_t glued = 0;         ///< places where a small letter meets a capital: lost spaces between menu entries
  char32_t last = 0;               ///< last character but closing marks and brackets
  bool ends_sentence = false;      ///< `last` is a full stop, a question or exclamation mark or an ellipsis
  bool bullet = false;             ///< begins with a bullet, a dash or a number and a dot
  bool title_case = false;         ///< all its longer words begin with a capital or a digit
  bool quoted = false;             ///< holds a double quotation mark
  bool symbols_only = false;       ///< neither letter nor digit
  bool several_sentences = false;  ///< a sentence ends inside it
  bool path = false;               ///< holds a lone '>' or '/' between words
};

/// Measures `text`.
LineShape measure(std::string_view text);

/// One line of a page; its index is that of the document's line.
struct PageLine {
  Span span;
  LineShape shape;
  std::bitset<label_count> labels;
  Span names;                           ///< of `by_line`, `written_line`, `by_more`, `name_line` and `name_start`
  Span more_names;                      ///< of `by_line` and `name_start`: somebody else on the same line, behind where the first one is
  Span question;                        ///< of `question_line`: without number, label and mark-up
  Span embedded_answer;                 ///< of `question_line`: where the answer stands on the same line
  Span unmarked_question;               ///< of the label of that name: what it asks …
  Span unmarked_answer;                 ///< … and in a table what stands beside that
  Span inline_question;                 ///< of `inline_question`: what it asks …
  Span inline_answer;                   ///< … and what stands behind that
  Span answer;                          ///< of `answer_label` and `bare_answer_label`: without the label
  Span dateline;                        ///< of `dateline_start` and `place_start`: the place
  Span interviewee;                     ///< of `interviewee_line`
  std::uint32_t interviewee_mark = 0;   ///< index of the annotation that tells it
  std::uint32_t interviewing_mark = 0;  ///< of `interviewing_line`: index of the annotation
  Span turn_label;                      ///< of `turn_line`; of `signed_line` what stands behind the post
  Span turn_speaker;                    ///< of both: who speaks; empty: nobody is named
  std::uint32_t turn = 0;               ///< index of the annotation
  Span heard;                           ///< of `hearing_line`: who answers below …
  Span examiner;                        ///< … and who asks
  /// How the label of `turn_line` stands: before text, likewise and telling that somebody asks, alone and plainly somebody's (a role, a title),
  /// alone and only like a name, before text and a part that somebody has ("Speaker 2"), before what somebody writes in a chat, or likewise in a column,
  /// before what a witness says, or somebody answers, whom other lines may name, alone with his party, whatever stands above, alone in capitals,
  /// or before text without a colon.
  enum class TurnForm : std::uint8_t { labelled, asker, alone, bare, part, logged, column, witness, answer, member, capitals, dash };
  TurnForm turn_form = TurnForm::labelled;
  std::uint8_t heading = 0;    ///< level of the heading that markup begins in it (see `Heading`); 0: none
  bool told_question = false;  ///< markup tells that this heading asks
  bool team = false;           ///< `names` may be no names of persons
  bool question_labelled = false;

  /// Whether a label of a turn is a line of its own, without a colon.
  bool turn_stands_alone() const {
    return turn_form == TurnForm::alone || turn_form == TurnForm::bare || turn_form == TurnForm::member || turn_form == TurnForm::capitals;
  }
  bool has(Label label) const { return labels.test(static_cast<std::size_t>(label)); }
};

/// A document as the structure finder sees it. Refers to the document.
struct Page {
  const Document* document = nullptr;
  std::vector<PageLine> lines;

  std::string_view text(Span span) const { return document->folded.slice(span); }
  std::size_t size() const { return lines.size(); }
};

/// Collects shapes and labels of all lines. A label of a question or an answer that stands alone is the next line's.
Page read_page(const RuleSet& rules, const Document& document, const Annotations& annotations);

}  // namespace onrecord
