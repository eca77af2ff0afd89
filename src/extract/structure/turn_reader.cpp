#include "onrecord/extract/structure/turn_reader.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "onrecord/extract/structure/labelled_speakers.h"
#include "onrecord/extract/structure/stage_directions.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_turns = 3;
constexpr std::uint32_t said_words = 8;
constexpr std::size_t most_lines_a_turn = 12;  // on average: where labels are farther apart they are headings
constexpr std::string_view voice_mark = ">>";  // of captions

class TurnReader {
 public:
  TurnReader(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names)
      : page_(page), classes_(classes), speakers_(page, first_names) {}

  std::vector<Turn> run() {
    find_labels();
    if (lines_.size() == 1 && is_speech(lines_.front())) return {turn_of(lines_.front(), true)};
    for (const std::uint32_t i : lines_) read(i);
    if (!stand_close()) return {};
    speakers_.judge();
    if (!make_transcript()) return {};
    speakers_.judge_others();
    std::vector<Turn> turns;
    for (const std::uint32_t i : lines_) {
      const PageLine& line = page_.lines[i];
      const bool believed = is_said_by_somebody(i);
      // "Look: …" goes on with what was said, "QUESTION: …" does not, nor does a label on a line of its own.
      // The party above the name of its member.
      if (!believed && is_alone(i) && i + 1 < page_.size() && is_member(i + 1)) continue;
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
    if (has_small_letter(surname_of(name)) || surname_of(name).size() == name.size() || page_.lines[i].turn_form != PageLine::TurnForm::labelled) return false;
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
  /// "BRIDGE NEWS", in capitals and no name.
  bool is_headline(std::uint32_t i) const {
    if (page_.lines[i].turn_form != PageLine::TurnForm::capitals) return false;
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    return !speakers_.is_first_name(lower_case_rest(name.substr(0, name.find(' '))));
  }

  bool is_label(std::uint32_t i) const { return page_.lines[i].has(Label::turn_line) && !is_headline(i); }

  /// Lines with labels. Names that stand alone make turns where sentences stand below most of them, and above: else they are a list of people, or
  /// of what they wrote. Between such turns each of them is one.
  void find_labels() {
    std::vector<std::uint32_t> spoken;
    std::size_t listed = 0, below_sentences = 0;
    for (std::uint32_t i = 0; i < page_.size(); ++i) {
      if (!is_alone(i)) continue;
      if (is_listed(i)) {
        listed += i + 1 < page_.size() && is_member(i + 1) ? 0 : 1;
        listed_.insert(page_.text(page_.lines[i].turn_speaker));
      } else {
        below_sentences += !spoken.empty() && (is_spoken(i - 1) || is_unmarked(i, i - 1) || is_member(i)) ? 1 : 0;
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

  bool is_alone(std::uint32_t i) const { return is_label(i) && is_text(i) && page_.lines[i].turn_stands_alone(); }

  bool is_member(std::uint32_t i) const { return is_alone(i) && page_.lines[i].turn_form == PageLine::TurnForm::member; }

  /// The line below a label, links left out.
  std::uint32_t below(std::uint32_t i) const {
    ++i;
    while (i < page_.size() && page_.lines[i].has(Label::turn_link) && !is_label(i)) ++i;
    return i;
  }

  /// A name that stands alone, and not above what somebody says.
  bool is_listed(std::uint32_t i) const {
    const std::uint32_t next = below(i);
    return next == page_.size() || is_label(next) || !(is_spoken(next) || is_unmarked(i, next));
  }

  bool is_spoken(std::uint32_t i) const {
    const PageLine& line = page_.lines[i];
    return line.shape.ends_sentence || line.shape.several_sentences || is_broken_off(i) || is_direction(page_.text(line.span));
  }

  /// Where names stand with the time, a program wrote them, which may set no full stops: a long line was said.
  bool is_unmarked(std::uint32_t label, std::uint32_t i) const {
    return holds_time(page_.text(page_.lines[label].turn_label)) && page_.lines[i].shape.words >= said_words;
  }

  bool is_broken_off(std::uint32_t i) const { return onrecord::is_broken_off(page_.text(page_.lines[i].span)); }

  void read(std::uint32_t i) {
    const bool is_voice = page_.text(page_.lines[i].turn_label).starts_with(voice_mark);
    if (is_voice) {
      ++voices_;
      opens_with_voice_ = opens_with_voice_ || i == 0;
    }
    const std::string_view name = page_.text(page_.lines[i].turn_speaker);
    if (!name.empty()) speakers_.note(page_.lines[i], {listed_.contains(name), is_broken_off(i), is_voice});
  }

  bool is_said_by_somebody(std::uint32_t i) const { return speakers_.is_believed(page_.lines[i]); }

  bool stand_close() const { return !lines_.empty() && lines_.back() - lines_.front() <= most_lines_a_turn * lines_.size(); }

  bool make_transcript() {
    // Captions tell by a mark of their own that somebody speaks.
    if (speakers_.believed() > 0 && (voices_ >= fewest_turns || opens_with_voice_)) return true;
    return speakers_.make_transcript(answers() > 1);
  }

  /// How many turns of somebody with a name follow what nobody with a name asks: "Q: Is it safe?", "MS. LEE: It is."
  std::size_t answers() const {
    std::size_t count = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      const std::string_view name = page_.text(page_.lines[lines_[k]].turn_speaker);
      count += is_asked(k) && is_said_by_somebody(lines_[k]) && surname_of(name).size() < name.size() ? 1 : 0;
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
  LabelledSpeakers speakers_;
  std::size_t voices_ = 0;  // labels behind the mark of captions
  bool opens_with_voice_ = false;
  std::set<std::string_view> listed_;  // names that stand alone, but not between sentences
  std::vector<std::uint32_t> lines_;   // with labels
};

}  // namespace

std::vector<Turn> read_turns(const Page& page, const std::vector<LineClass>& classes, const Lexicon* first_names) {
  return TurnReader(page, classes, first_names).run();
}

}  // namespace onrecord
