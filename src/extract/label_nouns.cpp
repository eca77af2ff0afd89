#include "onrecord/extract/label_nouns.h"

#include "onrecord/extract/view.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {

bool LabelNouns::is_thing(Span label, bool in_title) {
  const WordSpans words = document_.words_in(label);
  if (words.empty()) return false;
  const std::string_view last = document_.folded.slice(words.back());
  const std::string small = lower_case(last);
  const bool capitals = last.size() > 1 && is_capital(character_at(last, 1).code);
  if (capitals || words_.source_noun(small) != SourceNoun::none || words_.is_first_name(document_.folded.slice(words.front()))) return false;
  read_document();
  const bool doubtful = in_title || words.size() == 1;
  return (!doubtful || small_words_.contains(small)) && !surnames_.contains(last);
}

void LabelNouns::read_document() {
  if (is_read_) return;
  is_read_ = true;
  for (const Span word : document_.words_in({0, static_cast<std::uint32_t>(document_.folded.text().size())})) {
    const std::string_view form = document_.folded.slice(word);
    if (is_small(character_at(form, 0).code)) small_words_.insert(form);
  }
  const TypeId person = rules_.type("person");
  const std::uint32_t name = person == no_type ? no_field : rules_.types()[person].field("name");
  if (name == no_field) return;
  for (const std::uint32_t index : annotations_.of(person)) {
    const Span span = annotations_.value(index, name).span;
    const WordSpans words = document_.words_in(span);
    if (!words.empty() && !document_.folded.text().substr(span.end).starts_with(':')) surnames_.insert(document_.folded.slice(words.back()));
  }
}

}  // namespace onrecord
