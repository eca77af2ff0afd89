#include "onrecord/extract/structure/labelled_speakers.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/structure/stage_directions.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using TurnForm = PageLine::TurnForm;

constexpr std::size_t fewest_turns = 3;
constexpr std::size_t many_turns = 6;  // need no full name
constexpr std::size_t fewest_speakers = 2;
constexpr std::size_t often = 3;           // a first name that speaks so often is somebody's
constexpr std::size_t most_searches = 64;  // through the text for who has a surname: so many take turns nowhere

bool has_digit(std::string_view name) { return std::any_of(name.begin(), name.end(), is_ascii_digit); }

/// Whoever writes in a chat need not end a sentence.
bool is_of_chat(TurnForm form) { return form == TurnForm::logged || form == TurnForm::column; }

}  // namespace

std::string_view surname_of(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

/// "Lakers" of "Quilt Lakers" is a team.
bool ends_full_name(const Page& page, const Lexicon* first_names, std::string_view surname) {
  if (first_names == nullptr) return false;
  const std::string_view text = page.document->folded.text();
  for (std::size_t at = text.find(surname, 1); at != std::string_view::npos; at = text.find(surname, at + 1)) {
    if (text[at - 1] != ' ' || is_word(character_at(text, static_cast<std::uint32_t>(at + surname.size())).code)) continue;
    const std::string_view before = text.substr(0, at - 1);
    if (first_names->find(before.substr(before.find_last_of(" \n\"(") + 1)) != nullptr) return true;
  }
  return false;
}

/// By what those who speak are told apart.
std::string_view LabelledSpeakers::key(const PageLine& line) const {
  const std::string_view name = page_.text(line.turn_speaker);
  const bool by_surname = line.turn_form != TurnForm::bare && line.turn_form != TurnForm::part && !is_of_chat(line.turn_form);
  return by_surname ? surname_of(name) : name;
}

bool LabelledSpeakers::is_first_name(std::string_view name) const { return first_names_ != nullptr && first_names_->find(name) != nullptr; }

void LabelledSpeakers::note(const PageLine& line, const LabelPlace& place) {
  const std::string_view name = page_.text(line.turn_speaker);
  const TurnForm form = line.turn_form;
  const bool is_apart = line.turn_label.end == line.span.end;
  Speaker& speaker = all_[key(line)];
  ++speaker.turns;
  speaker.bare = form == TurnForm::bare;
  speaker.listed = speaker.listed || place.listed;
  speaker.alone = speaker.alone || form == TurnForm::alone || form == TurnForm::member;
  speaker.apart = speaker.apart || is_apart;
  has_office_ = has_office_ || (line.turn_stands_alone() && surname_of(name).size() == name.size());
  speaker.sentences += is_apart || line.shape.ends_sentence || place.broken_off || is_of_chat(form) ? 1 : 0;
  speaker.part = speaker.part || form == TurnForm::part;
  speaker.logged = speaker.logged || form == TurnForm::logged;
  speaker.column = speaker.column || form == TurnForm::column;
  speaker.voice = speaker.voice || place.voice;
  speaker.dash = speaker.dash || form == TurnForm::dash;
  const std::string_view before = page_.text({line.turn_label.begin, std::max(line.turn_label.begin, line.turn_speaker.begin)});
  speaker.sure = speaker.sure || form == TurnForm::part || place.voice || (form != TurnForm::column && holds_time(before));
  // "Council Member Lee"
  const bool has_rank = before.size() > 1 && before.back() == ' ' && is_ascii_letter(before[before.size() - 2]) && !holds_time(before);
  speaker.named = speaker.named || has_rank || surname_of(name).size() < name.size();
}

void LabelledSpeakers::judge() {
  for (auto& [name, speaker] : all_) speaker.believed = is_believable(name, speaker);
  // The columns of a program of a day begin with capitals, all of them.
  const bool in_columns = std::any_of(all_.begin(), all_.end(), [](const auto& one) { return one.second.believed && one.second.column; });
  for (auto& [name, speaker] : all_) speaker.believed = speaker.believed || (in_columns && speaker.column && speaker.turns > 1);
}

bool LabelledSpeakers::is_believable(std::string_view name, const Speaker& speaker) {
  if (speaker.bare) return is_with_others(name, speaker);
  if (speaker.logged) return true;
  if (speaker.column) return speaker.turns > 1 && is_small_at(name, 0);
  if (speaker.dash) return speaker.turns > 1;
  if (speaker.sure && is_first_name(name)) return true;
  if (speaker.named || speaker.alone || speaker.voice || (speaker.sure && has_digit(name))) return true;
  if (!has_small_letter(name)) return speaker.turns > 1 || speaker.part || ends_longer_name(lower_case_rest(name));
  return speaker.turns > 1 && (speaker.sure || ends_longer_name(std::string(name)) || is_forename(name, speaker));
}

void LabelledSpeakers::judge_others() {
  const auto any = [this](bool Speaker::*what) {
    return std::any_of(all_.begin(), all_.end(), [what](const auto& one) { return one.second.believed && one.second.*what; });
  };
  const bool in_columns = any(&Speaker::column), apart = any(&Speaker::apart);
  for (auto& [name, speaker] : all_) {
    const bool is_like_others = (in_columns && speaker.column) || (apart && speaker.apart);
    speaker.believed = speaker.believed || (!speaker.bare && (speaker.part || is_like_others || is_first_name(name)));
  }
}

/// "Ann" where the text has "Ann Lee", or where she speaks often, or again below a line of her own.
bool LabelledSpeakers::is_forename(std::string_view name, const Speaker& speaker) {
  if (!is_first_name(name)) return false;
  if (speaker.turns >= often || speaker.apart) return true;
  if (++searches_ > most_searches) return false;
  const std::string_view text = page_.document->folded.text();
  const std::string begun = std::string(name) + ' ';
  for (std::size_t at = text.find(begun); at != std::string_view::npos; at = text.find(begun, at + 1)) {
    if (is_capital_at(text, static_cast<std::uint32_t>(at + begun.size()))) return true;
  }
  return false;
}

/// "Tzu Lee" is somebody where "Tzu Lee, CEO" speaks, too, or an operator does and it is listed or speaks again.
bool LabelledSpeakers::is_with_others(std::string_view name, const Speaker& speaker) const {
  const auto other = all_.find(surname_of(name));
  return (other != all_.end() && other->second.alone) || (has_office_ && (speaker.turns > 1 || speaker.listed));
}

bool LabelledSpeakers::ends_longer_name(const std::string& surname) { return ++searches_ <= most_searches && ends_full_name(page_, first_names_, surname); }

std::size_t LabelledSpeakers::believed() const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [](const auto& one) { return one.second.believed; }));
}

bool LabelledSpeakers::is_believed(const PageLine& line) const { return !line.turn_speaker.empty() && all_.at(key(line)).believed; }

/// Whether labels in capitals are first names of two, or surnames of those whom the text calls by their full names: "LEE" where it has "Ann Lee".
bool LabelledSpeakers::has_names() {
  std::size_t count = 0;
  for (const auto& [label, speaker] : all_) {
    const std::string name = lower_case_rest(label);
    count += speaker.believed && (is_first_name(name) || ends_longer_name(name)) ? 1 : 0;
  }
  return count >= fewest_speakers;
}

bool LabelledSpeakers::make_transcript(bool somebody_asks) {
  std::size_t turns = 0, sentences = 0;
  std::size_t speakers = believed();
  bool again = false, named = false;
  for (const auto& [name, speaker] : all_) {
    if (!speaker.believed) continue;
    turns += speaker.turns;
    sentences += speaker.sentences;
    again = again || speaker.turns > 1;
    named = named || speaker.named || has_small_letter(name);
  }
  if (!named && turns >= fewest_turns && turns < many_turns) named = has_names();
  if (speakers > 0 && somebody_asks) ++speakers;
  return turns >= fewest_turns && sentences * 3 >= turns * 2 && speakers >= fewest_speakers && again && (named || turns >= many_turns);
}

}  // namespace onrecord
