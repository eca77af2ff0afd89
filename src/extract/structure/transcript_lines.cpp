#include "onrecord/extract/structure/transcript_lines.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "onrecord/extract/structure/hearing.h"
#include "onrecord/extract/structure/interview.h"
#include "onrecord/extract/structure/stage_directions.h"
#include "onrecord/extract/structure/turn_reader.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// "Supply orders", "5 p.m."
bool is_heading(const PageLine& line) {
  constexpr std::uint32_t most_words = 10, most_words_of_time = 3;
  return line.shape.words <= (line.shape.ends_sentence ? most_words_of_time : most_words) && (!line.shape.ends_sentence || line.has(Label::time_line));
}

}  // namespace

void TranscriptLines::find(const std::vector<LineClass>& classes, const Lexicon* first_names) {
  name_those_heard(page_);
  drop_lone_signature();
  transcript_.turns = read_turns(page_, classes, first_names);
}

/// "— Ann Lee" below an article has written it.
void TranscriptLines::drop_lone_signature() {
  const auto is_signature = [](const PageLine& line) { return line.has(Label::signed_line) && line.turn_form == PageLine::TurnForm::dash; };
  if (std::count_if(page_.lines.begin(), page_.lines.end(), is_signature) != 1) return;
  std::find_if(page_.lines.begin(), page_.lines.end(), is_signature)->labels.reset(static_cast<std::size_t>(Label::signed_line));
}

void TranscriptLines::divide_with(std::vector<FaqPair>& pairs) {
  std::vector<Turn>& turns = transcript_.turns;
  if (turns.empty()) return;
  std::erase_if(pairs, [this](const FaqPair& pair) { return is_named_turn(pair.answer_lines.front()); });
  std::vector<std::uint32_t> taken;
  for (const FaqPair& pair : pairs) {
    taken.push_back(pair.question_line);
    taken.insert(taken.end(), pair.answer_lines.begin(), pair.answer_lines.end());
  }
  std::sort(taken.begin(), taken.end());
  std::erase_if(turns, [&](const Turn& turn) { return std::binary_search(taken.begin(), taken.end(), turn.line); });
}

bool TranscriptLines::is_named_turn(std::uint32_t line) const {
  const Turn* const turn = transcript_.turn_at(line);
  return turn != nullptr && !turn->speaker.empty();
}

void TranscriptLines::keep_said(std::vector<bool>& kept) {
  keep_turns(kept);
  for (std::uint32_t i = 0; i + 1 < page_.size(); ++i) {
    if (is_prompt_line(page_, i)) kept[i] = kept[i + 1] = true;
  }
  std::set<std::string> speakers;
  for (const Turn& turn : transcript_.turns) {
    if (!turn.speaker.empty()) speakers.insert(lower_case(page_.text(turn.speaker)));
  }
  const std::vector<Turn>& turns = transcript_.turns;
  for (std::uint32_t i = 0; i < page_.size(); ++i) {
    const PageLine& line = page_.lines[i];
    if (!turns.empty() && turns.front().line < i && i < turns.back().line) name_nobody(i);
    // Who takes part in a transcript is listed above or below it, and has not written it.
    if (line.has(Label::turn_line) && speakers.contains(lower_case(page_.text(line.turn_speaker)))) name_nobody(i);
    if (!line.has(Label::signed_line)) continue;
    keep_line(i, kept);
    if (i > 0 && line.turn_label.begin == line.span.begin) keep_line(i - 1, kept);
  }
}

/// With a time a program wrote it, which may set no full stops.
bool TranscriptLines::is_timed(const Turn& turn) const { return holds_time(page_.text(turn.label)); }

/// Behind the last line that may have been said in a turn. Above the name of a member stand the party, the time and what is debated.
std::uint32_t TranscriptLines::end_of(std::size_t t) const {
  const Turn& turn = transcript_.turns[t];
  if (t + 1 < transcript_.turns.size()) {
    std::uint32_t end = transcript_.turns[t + 1].line;
    if (page_.lines[end].turn_form != PageLine::TurnForm::member) return end;
    while (end > turn.line + 1 && is_heading(page_.lines[end - 1])) --end;
    return end;
  }
  const auto size = static_cast<std::uint32_t>(page_.size());
  if (turn.is_speech) return size;
  std::uint32_t end = turn.line + 1;
  if (!stands_alone(turn)) return end;
  while (end < size && page_.lines[end].has(Label::turn_link)) ++end;
  return std::min(end + 1, size);
}

/// Where the label stands alone, the sentences below are said, too.
void TranscriptLines::keep_turns(std::vector<bool>& kept) {
  const std::vector<Turn>& turns = transcript_.turns;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const Turn& turn = turns[t];
    keep_line(turn.line, kept);
    for (std::uint32_t i = turn.line + 1, end = end_of(t); i < end; ++i) {
      if (is_broken_off(page_.text(page_.lines[i].span))) kept[i] = true;
      if (stands_alone(turn) && (page_.lines[i].shape.ends_sentence || is_timed(turn))) kept[i] = true;
    }
  }
}

void TranscriptLines::keep_line(std::uint32_t i, std::vector<bool>& kept) {
  kept[i] = true;
  name_nobody(i);
}

void TranscriptLines::name_nobody(std::uint32_t i) {
  for (const Label names : {Label::by_line, Label::by_more, Label::by_alone, Label::name_line, Label::name_start}) {
    page_.lines[i].labels.reset(static_cast<std::size_t>(names));
  }
}

bool TranscriptLines::has(std::uint32_t line) const {
  if (transcript_.turn_at(line) != nullptr || page_.lines[line].has(Label::signed_line)) return true;
  const std::vector<Turn>& turns = transcript_.turns;
  return !turns.empty() && turns.front().line < line && line < turns.back().line && is_broken_off(page_.text(page_.lines[line].span));
}

Transcript TranscriptLines::take(const std::vector<LineClass>& classes, const Lexicon* first_names) {
  add_paragraphs(classes);
  find_posts(classes);
  if (transcript_.turns.empty()) transcript_.answers = read_answers(page_, classes, first_names);
  return std::move(transcript_);
}

void TranscriptLines::add_paragraph(Span span, Turn& turn) const {
  const Span text = without_directions(page_.document->folded.text(), span);
  if (!text.empty() && !is_direction(page_.text(text))) turn.paragraphs.push_back(text);
}

/// "DIRECT EXAMINATION" between turns, "Ann Lee, called as a witness, was sworn."
bool TranscriptLines::is_headline(std::uint32_t i) const {
  const PageLine& line = page_.lines[i];
  return line.has(Label::hearing_line) || (!line.shape.ends_sentence && is_in_capitals(page_.text(line.span)));
}

void TranscriptLines::add_paragraphs(const std::vector<LineClass>& classes) {
  std::vector<Turn>& turns = transcript_.turns;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    Turn& turn = turns[t];
    add_paragraph({turn.label.end, page_.lines[turn.line].span.end}, turn);
    for (std::uint32_t i = turn.line + 1, end = end_of(t); i < end; ++i) {
      if (classes[i] == LineClass::body && !is_headline(i) && !page_.lines[i].has(Label::turn_link)) add_paragraph(page_.lines[i].span, turn);
    }
  }
}

void TranscriptLines::find_posts(const std::vector<LineClass>& classes) {
  for (std::uint32_t i = 0; i < page_.size(); ++i) {
    const PageLine& line = page_.lines[i];
    if (!line.has(Label::signed_line)) continue;
    Turn post{i, line.turn_label, line.turn_speaker, line.turn, {}};
    add_paragraph({line.span.begin, line.turn_label.begin}, post);
    const bool below_text = i > 0 && classes[i - 1] == LineClass::body && !page_.lines[i - 1].has(Label::signed_line);
    if (post.paragraphs.empty() && below_text) add_paragraph(page_.lines[i - 1].span, post);
    if (!post.paragraphs.empty()) transcript_.posts.push_back(std::move(post));
  }
}

}  // namespace onrecord
