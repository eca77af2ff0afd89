#include "onrecord/extract/structure/turn_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "onrecord/extract/structure/stage_directions.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_turns = 3;
constexpr std::size_t many_turns = 6;  // need no full name
constexpr std::size_t fewest_speakers = 2;
constexpr std::uint32_t said_words = 8;
constexpr std::size_t often = 3;               // a first name that speaks so often is somebody's
constexpr std::size_t most_searches = 64;      // through the text for who has a surname: so many take turns nowhere
constexpr std::size_t most_lines_a_turn = 12;  // on average: where labels are farther apart they are headings
constexpr std::string_view voice_mark = ">>";  // of captions

/// What is known of those whose labels end in one word, a surname, or of a label that is only like a name.
struct LabelledSpeaker {
  std::size_t turns = 0;
  std::size_t sentences = 0;  // of them, those that end as sentences do: what stands behind the label of a thing seldom does
  bool bare = false;          // the label is only like a name
  bool listed = false;        // a list of those who take part has it, too
  bool alone = false;         // a label that is more stands on a line of its own
  bool named = false;         // a label has other words before it
  bool part = false;          // a part that somebody has, not a name
  bool voice = false;         // behind the mark of captions
  bool sure = false;          // the time stands before it, or it is a part that somebody has
  bool believed = false;      // speaks, and is no heading
};

class TurnReader {
 public:
  TurnReader(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names) : page_(page), classes_(classes), first_names_(first_names) {}

  std::vector<Turn> run() {
    find_labels();
    if (lines_.size() == 1 && is_speech(lines_.front())) return {turn_of(lines_.front(), true)};
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
      if (!believed && !is_alone(i) && !is_part && !line.turn_speaker.empty() && has_small_letter(page_.text(line.turn_speaker))) continue;
      turns.push_back(turn_of(i, believed));
    }
    return turns;
  }

 private:
  Turn turn_of(std::uint32_t i, bool is_named) const {
    const PageLine& line = page_.lines[i];
    Turn turn;
    turn.line = i;
    turn.label = line.turn_label;
    turn.speaker = is_named ? line.turn_speaker : Span{};
    turn.annotation = line.turn;
    turn.is_speech = lines_.size() == 1;
    return turn;
  }

  /// "THE PRESIDENT: …" once, in capitals, before all sentences: a speech, where those below speak of "I".
  bool is_speech(std::uint32_t i) const {
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    if (has_small_letter(surname(name)) || surname(name).size() == name.size() || page_.lines[i].turn_form != PageLine::TurnForm::labelled) return false;
    // "10:48 A.M." is none.
    const auto is_sentence = [this](std::uint32_t line) { return is_text(line) && page_.lines[line].shape.ends_sentence && page_.lines[line].shape.words > 3; };
    for (std::uint32_t above = 0; above < i; ++above) {
      if (is_sentence(above)) return false;
    }
    std::size_t sentences = 0, own = 0;
    for (std::uint32_t line = i; line < page_.size(); ++line) {
      if (!is_sentence(line)) continue;
      ++sentences;
      own += page_.lines[line].has(Label::first_person_line) || page_.lines[line].has(Label::interviewed_line) ? 1 : 0;
    }
    return sentences >= fewest_turns && own * 3 >= sentences;
  }

  bool is_text(std::uint32_t i) const { return classes_[i] == LineClass::body; }
  bool is_label(std::uint32_t i) const { return page_.lines[i].has(Label::turn_line); }

  /// Lines with labels. Names that stand alone make turns where sentences stand below most of them, and above: else they are a list of people, or
  /// of what they wrote. Between such turns each of them is one.
  void find_labels() {
    std::vector<std::uint32_t> spoken;
    std::size_t listed = 0, below_sentences = 0;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (!is_alone(i)) continue;
      if (i + 1 == page_.size() || is_label(i + 1) || !(is_spoken(i + 1) || is_unmarked(i, i + 1))) {
        ++listed;
        listed_.insert(page_.text(page_.lines[i].turn_speaker));
      } else {
        below_sentences += !spoken.empty() && (is_spoken(i - 1) || is_unmarked(i, i - 1)) ? 1 : 0;
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
    return line.shape.ends_sentence || line.shape.several_sentences || is_broken_off(i) || is_direction(page_.text(line.span));
  }

  /// Where names stand with the time, a program wrote them, which may set no full stops: a long line was said.
  bool is_unmarked(std::uint32_t label, std::uint32_t i) const {
    return holds_time(page_.text(page_.lines[label].turn_label)) && page_.lines[i].shape.words >= said_words;
  }

  /// "The bridge is—", as where somebody else cuts in.
  bool is_broken_off(std::uint32_t i) const {
    const std::string_view text = page_.text(page_.lines[i].span);
    return text.ends_with("\u2014") || text.ends_with("--");
  }

  void read(std::uint32_t i) {
    const bool is_voice = page_.text(page_.lines[i].turn_label).starts_with(voice_mark);
    if (is_voice) {
      ++voices_;
      opens_with_voice_ = opens_with_voice_ || i == 0;
    }
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    if (name.empty()) return;
    LabelledSpeaker& speaker = speakers_[key(i)];
    ++speaker.turns;
    speaker.bare = is_bare(i);
    speaker.listed = speaker.listed || listed_.contains(name);
    speaker.alone = speaker.alone || (is_alone(i) && !is_bare(i));
    has_office_ = has_office_ || (is_alone(i) && surname(name).size() == name.size());
    const bool alone = page_.lines[i].turn_label.end == page_.lines[i].span.end;
    speaker.sentences += alone || page_.lines[i].shape.ends_sentence || is_broken_off(i) ? 1 : 0;
    speaker.part = speaker.part || page_.lines[i].turn_form == PageLine::TurnForm::part;
    speaker.voice = speaker.voice || is_voice;
    speaker.sure = speaker.sure || page_.lines[i].turn_form == PageLine::TurnForm::part || page_.lines[i].turn_label.begin < page_.lines[i].turn_speaker.begin;
    speaker.named = speaker.named || surname(name).size() < name.size();
  }

  static std::string_view surname(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

  /// "MODERATOR" speaks if he speaks again, "Lee" if the text has a longer name that ends so, or it is a part or the time stands before: lists begin with
  /// single words, too.
  bool is_believed(std::string_view name, const LabelledSpeaker& speaker) {
    if (speaker.bare) return is_with_others(name, speaker);
    if (speaker.sure && first_names_ != nullptr && first_names_->find(name) != nullptr) return true;
    if (speaker.named || speaker.alone || speaker.voice || (speaker.sure && std::any_of(name.begin(), name.end(), [](unsigned char c) { return is_digit(c); })))
      return true;
    if (!has_small_letter(name)) return speaker.turns > 1 || speaker.part || ends_longer_name(lower_case_rest(name));
    return speaker.turns > 1 && (speaker.sure || ends_longer_name(std::string(name)) || is_forename(name, speaker.turns));
  }

  /// "Ann" where the text has "Ann Lee", or where she speaks often.
  bool is_forename(std::string_view name, std::size_t turns) {
    if (first_names_ == nullptr || first_names_->find(name) == nullptr) return false;
    if (turns >= often) return true;
    if (++searches_ > most_searches) return false;
    const std::string_view text = page_.document->folded.text();
    const std::string begun = std::string(name) + ' ';
    for (std::size_t at = text.find(begun); at != std::string_view::npos; at = text.find(begun, at + 1)) {
      if (is_capital_at(text, static_cast<std::uint32_t>(at + begun.size()))) return true;
    }
    return false;
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

  /// Whether labels in capitals are first names of two, or surnames of those whom the text calls by their full names: "LEE" where it has "Ann Lee".
  bool has_names() {
    std::size_t count = 0;
    for (const auto& [label, speaker] : speakers_) {
      const std::string name = lower_case_rest(label);
      const bool is_first_name = first_names_ != nullptr && first_names_->find(name) != nullptr;
      count += speaker.believed && (is_first_name || ends_longer_name(name)) ? 1 : 0;
    }
    return count >= fewest_speakers;
  }

  bool make_transcript() {
    std::size_t turns = 0, sentences = 0, believed = 0;
    bool again = false, named = false;
    for (const auto& [name, speaker] : speakers_) {
      if (!speaker.believed) continue;
      turns += speaker.turns;
      sentences += speaker.sentences;
      ++believed;
      again = again || speaker.turns > 1;
      named = named || speaker.named || has_small_letter(name);
    }
    if (!named && turns >= fewest_turns && turns < many_turns) named = has_names();
    if (believed > 0 && answers() > 1) ++believed;  // somebody asks, too
    // Captions tell by a mark of their own that somebody speaks.
    if (believed > 0 && (voices_ >= fewest_turns || opens_with_voice_)) return true;
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
  std::size_t voices_ = 0;  // labels behind the mark of captions
  bool opens_with_voice_ = false;
  std::set<std::string_view> listed_;                     // names that stand alone, but not between sentences
  bool has_office_ = false;                               // a line is the name of an office that speaks
  std::vector<std::uint32_t> lines_;                      // with labels
  std::map<std::string_view, LabelledSpeaker> speakers_;  // by `key`
};

}  // namespace

std::vector<Turn> read_turns(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names) {
  return TurnReader(page, classes, first_names).run();
}

}  // namespace onrecord
