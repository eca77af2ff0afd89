#include "onrecord/extract/structure/hearing.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "onrecord/extract/structure/labelled_speakers.h"

namespace onrecord {
namespace {

using TurnForm = PageLine::TurnForm;

constexpr std::size_t fewest_questions = 2;
constexpr std::uint32_t most_words = 5;  // of a line that is a name

class HearingReader {
 public:
  explicit HearingReader(Page& page) : page_(page) {}

  void run() {
    const auto has_form = [this](TurnForm form) { return [this, form](const PageLine& line) { return is(line, form); }; };
    const auto questions = static_cast<std::size_t>(std::count_if(page_.lines.begin(), page_.lines.end(), has_form(TurnForm::asker)));
    const bool has_witness = std::any_of(page_.lines.begin(), page_.lines.end(), has_form(TurnForm::witness));
    if (questions < fewest_questions && !has_witness) {
      drop_all();
      return;
    }
    answerer_ = questions < fewest_questions ? Span{} : labelled_answerer();
    for (std::uint32_t i = 0; i < page_.size(); ++i) read(i);
  }

 private:
  static bool is(const PageLine& line, TurnForm form) { return line.has(Label::turn_line) && line.turn_form == form; }

  /// "A:" ends what was said above, whoever speaks; a lone "A" may be a word, or number an item of a list.
  void drop(PageLine& line) {
    const std::string_view label = page_.text(line.turn_label);
    if (!label.ends_with(':')) line.labels.reset(static_cast<std::size_t>(Label::turn_line));
  }

  void drop_all() {
    for (PageLine& line : page_.lines) {
      line.labels.reset(static_cast<std::size_t>(Label::hearing_line));
      if (is(line, TurnForm::answer)) drop(line);
    }
  }

  void read(std::uint32_t i) {
    PageLine& line = page_.lines[i];
    if (line.has(Label::hearing_line)) {
      if (!line.heard.empty()) heard_ = line.heard;
      if (line.heard.empty() && line.examiner.empty() && i > 0) heard_ = name_above(i - 1, heard_);
      if (!line.examiner.empty()) examiner_ = line.examiner;
    }
    if (is(line, TurnForm::asker) && line.turn_speaker.empty()) line.turn_speaker = examiner_;
    if (is(line, TurnForm::asker)) examiner_ = line.turn_speaker;
    if (is(line, TurnForm::witness) && !heard_.empty()) line.turn_speaker = heard_;
    if (!is(line, TurnForm::answer)) return;
    line.turn_speaker = heard_.empty() ? answerer_ : heard_;
    if (line.turn_speaker.empty() && !is_asked(i)) drop(line);
  }

  /// Whether the label above is that of a question: whoever answers is not who asks.
  bool is_asked(std::uint32_t i) const {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t above = i; above > 0 && i - above < reach; --above) {
      if (page_.lines[above - 1].has(Label::turn_line)) return page_.lines[above - 1].turn_form == TurnForm::asker;
    }
    return false;
  }

  /// "ANN LEE," above "called as a witness".
  Span name_above(std::uint32_t i, Span otherwise) const {
    const PageLine& line = page_.lines[i];
    if (line.shape.ends_sentence || line.shape.words < 2 || line.shape.words > most_words) return otherwise;
    Span name = line.span;
    while (!name.empty() && (page_.text(name).back() == ',' || page_.text(name).back() == ':')) --name.end;
    return name;
  }

  /// Who has the label of a witness, or a name before answers, if nobody else has.
  Span labelled_answerer() const {
    Span found;
    bool was_asked = false;
    for (const PageLine& line : page_.lines) {
      if (is(line, TurnForm::witness)) return line.turn_speaker;
      if (!line.has(Label::turn_line)) continue;
      if (was_asked && !line.turn_speaker.empty() && line.turn_form != TurnForm::asker) {
        if (!found.empty() && surname_of(page_.text(found)) != surname_of(page_.text(line.turn_speaker))) return {};
        if (found.empty()) found = line.turn_speaker;
      }
      was_asked = line.turn_form == TurnForm::asker;
    }
    return found;
  }

  Page& page_;
  Span answerer_;          // where no line tells who answers
  Span heard_, examiner_;  // as the lines above tell
};

}  // namespace

void name_those_heard(Page& page) { HearingReader(page).run(); }

}  // namespace onrecord
