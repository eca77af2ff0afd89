#include "onrecord/extract/structure/transcript_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_turns = 3;
constexpr std::size_t many_turns = 6;  // need no full name
constexpr std::size_t fewest_speakers = 2;
constexpr std::size_t most_searches = 64;      // through the text for who has a surname: so many take turns nowhere
constexpr std::size_t most_lines_a_turn = 12;  // on average: where labels are farther apart they are headings

/// What is known of those whose labels end in one word, a surname, or of a label that is only like a name.
struct LabelledSpeaker {
  std::size_t turns = 0;
  std::size_t sentences = 0;  // of them, those that end as sentences do: what stands behind the label of a thing seldom does
  bool bare = false;          // the label is only like a name
  bool listed = false;        // a list of those who take part has it, too
  bool alone = false;         // a label that is more stands on a line of its own
  bool named = false;         // a label has other words before it
  bool sure = false;          // the time stands before it, or it is a part that somebody has
  bool believed = false;      // speaks, and is no heading
};

/// All of it in brackets: "(APPLAUSE)".
bool is_direction(std::string_view text) { return (text.starts_with('(') && text.ends_with(')')) || (text.starts_with('[') && text.ends_with(']')); }

class TurnReader {
 public:
  TurnReader(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names) : page_(page), classes_(classes), first_names_(first_names) {}

  std::vector<Turn> run() {
    find_labels();
    for (const std::uint32_t i : lines_) read(i);
    if (!stand_close()) return {};
    for (auto& [name, speaker] : speakers_) speaker.believed = is_believed(name, speaker);
    if (!make_transcript()) return {};
    std::vector<Turn> turns;
    for (const std::uint32_t i : lines_) {
      const PageLine& line = page_.lines[i];
      const bool believed = is_said_by_somebody(i);
      // "Look: …" goes on with what was said, "QUESTION: …" does not, nor does a label on a line of its own.
      const bool is_part = line.turn_form == PageLine::TurnForm::part;
      if (!believed && !is_alone(i) && !is_part && !line.turn_speaker.empty() && !is_in_capitals(page_.text(line.turn_speaker))) continue;
      turns.push_back({i, line.turn_label, believed ? line.turn_speaker : Span{}, line.turn, {}});
    }
    return turns;
  }

 private:
  bool is_text(std::uint32_t i) const { return classes_[i] == LineClass::body; }
  bool is_label(std::uint32_t i) const { return page_.lines[i].has(Label::turn_line); }

  /// Lines with labels. Names that stand alone make turns where sentences stand below most of them, and above: else they are a list of people, or
  /// of what they wrote. Between such turns each of them is one.
  void find_labels() {
    std::vector<std::uint32_t> spoken;
    std::size_t listed = 0, below_sentences = 0;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (!is_alone(i)) continue;
      if (i + 1 == page_.size() || is_label(i + 1) || !is_spoken(i + 1)) {
        ++listed;
        listed_.insert(page_.text(page_.lines[i].turn_speaker));
      } else {
        below_sentences += !spoken.empty() && is_spoken(i - 1) ? 1 : 0;
        spoken.push_back(i);
      }
    }
    const auto is_sure = [this](std::uint32_t i) { return !is_bare(i) || listed_.contains(page_.text(page_.lines[i].turn_speaker)); };
    const auto sure = static_cast<std::size_t>(std::count_if(spoken.begin(), spoken.end(), is_sure));
    const bool close = !spoken.empty() && spoken.back() - spoken.front() <= most_lines_a_turn * spoken.size();
    const bool make_turns = close && sure >= fewest_turns && spoken.size() > listed && below_sentences * 3 >= (spoken.size() - 1) * 2;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (is_label(i) && is_text(i) && (!is_alone(i) || (make_turns && spoken.front() <= i && i <= spoken.back()))) lines_.push_back(i);
    }
  }

  bool is_bare(std::uint32_t i) const { return page_.lines[i].turn_form == PageLine::TurnForm::bare; }

  bool is_alone(std::uint32_t i) const {
    const PageLine::TurnForm form = page_.lines[i].turn_form;
    return is_label(i) && is_text(i) && (form == PageLine::TurnForm::alone || form == PageLine::TurnForm::bare);
  }

  bool is_spoken(std::uint32_t i) const {
    const PageLine& line = page_.lines[i];
    return line.shape.ends_sentence || line.shape.several_sentences || is_direction(page_.text(line.span));
  }

  void read(std::uint32_t i) {
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    if (name.empty()) return;
    LabelledSpeaker& speaker = speakers_[key(i)];
    ++speaker.turns;
    speaker.bare = is_bare(i);
    speaker.listed = speaker.listed || listed_.contains(name);
    speaker.alone = speaker.alone || (is_alone(i) && !is_bare(i));
    has_office_ = has_office_ || (is_alone(i) && surname(name).size() == name.size());
    const bool alone = page_.lines[i].turn_label.end == page_.lines[i].span.end;
    speaker.sentences += alone || page_.lines[i].shape.ends_sentence ? 1 : 0;
    speaker.sure = speaker.sure || page_.lines[i].turn_form == PageLine::TurnForm::part || page_.lines[i].turn_label.begin < page_.lines[i].turn_speaker.begin;
    speaker.named = speaker.named || surname(name).size() < name.size();
  }

  static std::string_view surname(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

  /// "MODERATOR" speaks if he speaks again, "Lee" if the text has a longer name that ends so, or it is a part or the time stands before: lists begin with
  /// single words, too.
  bool is_believed(std::string_view name, const LabelledSpeaker& speaker) {
    if (speaker.bare) return is_with_others(name, speaker);
    if (speaker.named || speaker.alone || (speaker.sure && std::any_of(name.begin(), name.end(), [](unsigned char c) { return is_digit(c); }))) return true;
    if (is_in_capitals(name)) return speaker.turns > 1 || ends_longer_name(lower_case_rest(name));
    return speaker.turns > 1 && (speaker.sure || ends_longer_name(std::string(name)));
  }

  /// "Tzu Lee" is somebody where "Tzu Lee, CEO" speaks, too, or an operator does and it is listed or speaks again.
  bool is_with_others(std::string_view name, const LabelledSpeaker& speaker) const {
    const auto other = speakers_.find(surname(name));
    return (other != speakers_.end() && other->second.alone) || (has_office_ && (speaker.turns > 1 || speaker.listed));
  }

  bool is_said_by_somebody(std::uint32_t i) const { return !page_.lines[i].turn_speaker.empty() && speakers_.at(key(i)).believed; }

  /// By what those who speak are told apart.
  std::string_view key(std::uint32_t i) const {
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    return is_bare(i) || page_.lines[i].turn_form == PageLine::TurnForm::part ? name : surname(name);
  }

  /// Behind a first name: "Lakers" of "Quilt Lakers" is a team.
  bool ends_longer_name(const std::string& surname) {
    if (first_names_ == nullptr || ++searches_ > most_searches) return false;
    const std::string_view text = page_.document->folded.text();
    for (std::size_t at = text.find(surname, 1); at != std::string_view::npos; at = text.find(surname, at + 1)) {
      if (text[at - 1] != ' ' || is_word(character_at(text, static_cast<std::uint32_t>(at + surname.size())).code)) continue;
      const std::string_view before = text.substr(0, at - 1);
      if (first_names_->find(before.substr(before.find_last_of(" \n\"(") + 1)) != nullptr) return true;
    }
    return false;
  }

  bool stand_close() const { return !lines_.empty() && lines_.back() - lines_.front() <= most_lines_a_turn * lines_.size(); }

  bool make_transcript() const {
    std::size_t turns = 0, sentences = 0, believed = 0;
    bool again = false, named = false;
    for (const auto& [name, speaker] : speakers_) {
      if (!speaker.believed) continue;
      turns += speaker.turns;
      sentences += speaker.sentences;
      ++believed;
      again = again || speaker.turns > 1;
      named = named || speaker.named || !is_in_capitals(name);
    }
    if (believed > 0 && answers() > 1) ++believed;  // somebody asks, too
    return turns >= fewest_turns && sentences * 3 >= turns * 2 && believed >= fewest_speakers && again && (named || turns >= many_turns);
  }

  /// How many turns of somebody with a name follow what nobody with a name asks: "Q: Is it safe?", "MS. LEE: It is."
  std::size_t answers() const {
    std::size_t count = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      const std::string_view name = page_.text(page_.lines[lines_[k]].turn_speaker);
      count += is_asked(k) && is_said_by_somebody(lines_[k]) && surname(name).size() < name.size() ? 1 : 0;
    }
    return count;
  }

  /// Below a label of who asks, or a line that is a question.
  bool is_asked(std::size_t k) const {
    if (k > 0 && page_.lines[lines_[k - 1]].turn_form == PageLine::TurnForm::asker) return true;
    const std::uint32_t i = lines_[k];
    return i > 0 && !is_label(i - 1) && page_.lines[i - 1].shape.last == U'?';
  }

  const Page& page_;
  const std::vector<LineClass>& classes_;
  const Lexicon* first_names_;
  std::size_t searches_ = 0;
  std::set<std::string_view> listed_;                     // names that stand alone, but not between sentences
  bool has_office_ = false;                               // a line is the name of an office that speaks
  std::vector<std::uint32_t> lines_;                      // with labels
  std::map<std::string_view, LabelledSpeaker> speakers_;  // by `key`
};

}  // namespace

void TranscriptLines::find(const std::vector<LineClass>& classes, const Lexicon* first_names) {
  transcript_.turns = TurnReader(page_, classes, first_names).run();
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
  std::set<std::string> speakers;
  for (const Turn& turn : transcript_.turns) {
    if (!turn.speaker.empty()) speakers.insert(lower_case(page_.text(turn.speaker)));
  }
  for (std::uint32_t i = 0; i < page_.size(); ++i) {
    const PageLine& line = page_.lines[i];
    // Who takes part in a transcript is listed above or below it, and has not written it.
    if (line.has(Label::turn_line) && speakers.contains(lower_case(page_.text(line.turn_speaker)))) name_nobody(i);
    if (!line.has(Label::signed_line)) continue;
    keep_line(i, kept);
    if (i > 0 && line.turn_label.begin == line.span.begin) keep_line(i - 1, kept);
  }
}

/// Where the label stands alone, the sentences below are said, too.
void TranscriptLines::keep_turns(std::vector<bool>& kept) {
  const std::vector<Turn>& turns = transcript_.turns;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const Turn& turn = turns[t];
    keep_line(turn.line, kept);
    if (!stands_alone(turn)) continue;
    const std::size_t next = t + 1 < turns.size() ? turns[t + 1].line : std::min<std::size_t>(turn.line + 2, page_.size());
    for (std::size_t i = turn.line + 1; i < next; ++i) {
      if (page_.lines[i].shape.ends_sentence) kept[i] = true;
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

bool TranscriptLines::has(std::uint32_t line) const { return transcript_.turn_at(line) != nullptr || page_.lines[line].has(Label::signed_line); }

Transcript TranscriptLines::take(const std::vector<LineClass>& classes) {
  add_paragraphs(classes);
  find_posts(classes);
  return std::move(transcript_);
}

void TranscriptLines::add_paragraph(Span span, Turn& turn) const {
  const Span text = without_space(page_.document->folded.text(), span);
  if (!text.empty() && !is_direction(page_.text(text))) turn.paragraphs.push_back(text);
}

void TranscriptLines::add_paragraphs(const std::vector<LineClass>& classes) {
  std::vector<Turn>& turns = transcript_.turns;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    Turn& turn = turns[t];
    add_paragraph({turn.label.end, page_.lines[turn.line].span.end}, turn);
    const std::uint32_t only = turn.line + (stands_alone(turn) ? 2 : 1);
    const std::uint32_t next = t + 1 < turns.size() ? turns[t + 1].line : std::min(only, static_cast<std::uint32_t>(page_.size()));
    for (std::uint32_t i = turn.line + 1; i < next; ++i) {
      if (classes[i] == LineClass::body) add_paragraph(page_.lines[i].span, turn);
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
