#include "onrecord/extract/page/page.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

/// Names of the annotation types, in the order of `Label`.
constexpr std::array<std::string_view, label_count> label_names = {
    "furniture_line",     "furniture_sentence", "tail_start",    "articles_start",    "comment_start",   "comment_mark",      "age_line",
    "date_alone",         "reviewer_line",      "more_line",     "photo_credit",      "bio_line",        "title_reject",      "breadcrumb",
    "date_line",          "time_line",          "role_line",     "by_line",           "written_line",    "by_more",           "by_alone",
    "name_start",         "name_line",          "callout_label", "dateline_start",    "place_start",     "faq_heading_line",  "faq_name_line",
    "question_line",      "unmarked_question",  "quiz_line",     "letter_line",       "inline_question", "question_label",    "answer_label",
    "answer_label_alone", "bare_answer_label",  "cta_question",  "first_person_line", "asking_line",     "interviewing_line", "interviewed_line",
    "yes_no_line",        "accordion_line",     "faq_end",       "faq_end_short",     "faq_end_strong",  "turn_line",         "signed_line",
    "interviewee_line",   "notes_head",         "hearing_line",  "turn_link",         "prompt_line"};

/// Values of the field `form` of turns, in the order of `PageLine::TurnForm`.
constexpr std::array<std::string_view, 12> turn_forms = {"",       "asker",   "alone",  "bare",   "part",     "logged",
                                                         "column", "witness", "answer", "member", "capitals", "dash"};
static_assert(turn_forms.size() == static_cast<std::size_t>(PageLine::TurnForm::dash) + 1);

/// Fields of the label types that the page reads. A type or field that a rule set lacks is simply never there.
struct LabelFields {
  TypeId type = no_type;
  std::uint32_t names = no_field, more = no_field, question = no_field, answer = no_field, place = no_field, form = no_field, speaker = no_field,
                examiner = no_field;
};

LabelFields fields_of(const RuleSet& rules, std::string_view name) {
  LabelFields result;
  result.type = rules.type(name);
  if (result.type == no_type) return result;
  const Type& type = rules.types()[result.type];
  result.names = type.field("names");
  result.more = type.field("more");
  result.question = type.field("question");
  result.answer = type.field("answer");
  result.place = type.field("place");
  result.form = type.field("form");
  result.speaker = type.field("speaker");
  result.examiner = type.field("examiner");
  return result;
}

class PageReader {
 public:
  PageReader(const RuleSet& rules, const Document& document, const Annotations& annotations) : rules_(rules), document_(document), annotations_(annotations) {}

  Page run() {
    page_.document = &document_;
    page_.lines.reserve(document_.lines.size());
    for (const Line& line : document_.lines) {
      PageLine& read = page_.lines.emplace_back();
      read.span = line.span;
      read.shape = measure(document_.folded.slice(line.span));
    }
    for (std::size_t label = 0; label < label_count; ++label) read_label(static_cast<Label>(label));
    for (std::size_t i = 1; i < page_.size(); ++i) lend_label(page_.lines[i - 1], page_.lines[i]);
    return std::move(page_);
  }

 private:
  void read_label(Label label) {
    const LabelFields fields = fields_of(rules_, label_names[static_cast<std::size_t>(label)]);
    if (fields.type == no_type) return;
    std::size_t at = 0;
    for (const std::uint32_t index : annotations_.of(fields.type)) {
      const Span span = annotations_.at(index).span;
      while (at < page_.size() && page_.lines[at].span.end <= span.begin) ++at;
      if (at == page_.size()) return;
      take(page_.lines[at], label, fields, index);
    }
  }

  static void lend_label(const PageLine& above, PageLine& line) {
    if (above.has(Label::question_label)) {
      line.labels.set(static_cast<std::size_t>(Label::question_line));
      line.question_labelled = true;
      if (line.question.empty()) line.question = line.span;
    } else if (above.has(Label::answer_label_alone)) {
      line.labels.set(static_cast<std::size_t>(Label::answer_label));
      line.answer = line.span;
    } else if (above.question_labelled && line.has(Label::bare_answer_label)) {
      line.labels.set(static_cast<std::size_t>(Label::answer_label));
    }
  }

  void take(PageLine& line, Label label, const LabelFields& fields, std::uint32_t index) {
    line.labels.set(static_cast<std::size_t>(label));
    take_fields(line, label, fields, index);
  }

  Span field(std::uint32_t index, std::uint32_t number) const { return number == no_field ? Span{} : annotations_.value(index, number).span; }

  bool is_labelled(const LabelFields& fields, std::uint32_t index) const {
    return fields.form != no_field && rules_.symbol(annotations_.value(index, fields.form).symbol) == "labelled";
  }

  PageLine::TurnForm form_of_turn(const LabelFields& fields, std::uint32_t index) const {
    if (fields.form == no_field) return PageLine::TurnForm::labelled;
    const std::string_view name = rules_.symbol(annotations_.value(index, fields.form).symbol);
    const auto form = std::find(turn_forms.begin(), turn_forms.end(), name);
    return form == turn_forms.end() ? PageLine::TurnForm::labelled : static_cast<PageLine::TurnForm>(form - turn_forms.begin());
  }

  void take_fields(PageLine& line, Label label, const LabelFields& fields, std::uint32_t index) {
    if (const Span names = field(index, fields.names); !names.empty() && line.names.empty()) {
      line.names = names;
      line.more_names = field(index, fields.more);
      line.team = fields.form != no_field && rules_.symbol(annotations_.value(index, fields.form).symbol) == "team";
    }
    if (label == Label::question_line) {
      line.question = field(index, fields.question);
      line.embedded_answer = field(index, fields.answer);
      line.question_labelled = is_labelled(fields, index);
    } else if (label == Label::unmarked_question) {
      line.unmarked_question = field(index, fields.question);
      line.unmarked_answer = field(index, fields.answer);
    } else if (label == Label::inline_question) {
      line.inline_question = field(index, fields.question);
      line.inline_answer = field(index, fields.answer);
    } else if (label == Label::answer_label || label == Label::bare_answer_label) {
      if (line.answer.empty()) line.answer = field(index, fields.answer);
    } else if (label == Label::turn_line || label == Label::signed_line) {
      line.turn_label = annotations_.at(index).span;
      line.turn_speaker = field(index, fields.speaker);
      line.turn = index;
      line.turn_form = form_of_turn(fields, index);
    } else if (label == Label::interviewee_line) {
      line.interviewee = field(index, fields.speaker);
      line.interviewee_mark = index;
    } else if (label == Label::interviewing_line) {
      line.interviewing_mark = index;
    } else if (label == Label::hearing_line) {
      line.heard = field(index, fields.speaker);
      line.examiner = field(index, fields.examiner);
    } else if (label == Label::dateline_start || (label == Label::place_start && line.dateline.empty())) {
      line.dateline = field(index, fields.place);
    }
  }

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
  Page page_;
};

}  // namespace

Page read_page(const RuleSet& rules, const Document& document, const Annotations& annotations) { return PageReader(rules, document, annotations).run(); }

}  // namespace onrecord
