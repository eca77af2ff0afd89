#include "onrecord/extract/structure/lone_person.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "onrecord/extract/structure/labelled_speakers.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

/// The persons of lines, told apart by their surnames.
class PersonsNamed {
 public:
  PersonsNamed(std::string_view text, const Lexicon& first_names) : text_(text), first_names_(first_names) {}

  void read(Span line) {
    Span before;  // a first name
    for (const Span word : words_in(text_, line)) {
      if (!before.empty() && before.end + 1 == word.begin && text_[before.end] == ' ' && may_be_surname(word)) note({before.begin, word.end});
      before = first_names_.find(slice(text_, word)) != nullptr ? word : Span{};
    }
  }

  Span only() const { return surnames_.size() == 1 ? first_ : Span{}; }
  bool empty() const { return surnames_.empty(); }

 private:
  bool may_be_surname(Span word) const { return word.size() > 1 && is_capital_at(text_, word.begin); }

  void note(Span name) {
    if (surnames_.insert(surname_of(slice(text_, name))).second && surnames_.size() == 1) first_ = name;
  }

  std::string_view text_;
  const Lexicon& first_names_;
  std::set<std::string_view> surnames_;
  Span first_;
};

bool tells_of_writers(const PageLine& line) {
  return line.has(Label::by_line) || line.has(Label::written_line) || line.has(Label::by_more) || line.has(Label::photo_credit);
}

}  // namespace

Span lone_person_above(const Page& page, const std::vector<LineClass>& classes, std::uint32_t end, const Lexicon* first_names) {
  if (first_names == nullptr) return {};
  PersonsNamed all(page.document->folded.text(), *first_names), of_title = all;
  for (std::uint32_t i = 0; i < end; ++i) {
    const bool is_title = classes[i] == LineClass::title;
    if (is_title) of_title.read(page.lines[i].span);
    if ((is_title || classes[i] == LineClass::body || classes[i] == LineClass::heading) && !tells_of_writers(page.lines[i])) all.read(page.lines[i].span);
  }
  return of_title.empty() ? all.only() : of_title.only();
}

}  // namespace onrecord
