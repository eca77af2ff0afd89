#include "onrecord/extract/names/label_nouns.h"

#include <algorithm>

#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t list_size = 2;      // labels of things, different ones, make a list
constexpr std::size_t capitals_size = 3;  // … of words in capitals that name nobody
constexpr std::size_t entries_size = 3;   // … of which nothing is known

}  // namespace

std::vector<bool> LabelNouns::are_things(const std::vector<Span>& labels, Span title) {
  std::vector<bool> result;
  if (labels.empty()) return result;
  read_surnames();
  std::unordered_set<std::string_view> things;
  for (const Span label : labels) {
    result.push_back(is_thing(label, title.contains(label)));
    if (result.back()) things.insert(text(label));
  }
  if (are_entries(labels)) return std::vector<bool>(labels.size(), true);
  if (are_each_once(labels, title)) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      result[i] = result[i] || is_unknown(labels[i]);
      if (result[i]) things.insert(text(labels[i]));
    }
  }
  if (things.size() < list_size) return result;
  for (std::size_t i = 0; i < labels.size(); ++i) result[i] = result[i] || may_be_thing(labels[i]);
  return result;
}

bool LabelNouns::are_entries(const std::vector<Span>& labels) const {
  std::unordered_set<std::string_view> entries;
  for (const Span label : labels) {
    const WordSpans words = document_.words_in(label);
    if (words.empty() || !is_in_capitals(text(label)) || source_noun(words.back()) != SourceNoun::none || is_known_person(words)) return false;
    if (text(label).find(' ') != std::string_view::npos && !text(words.front()).ends_with('.')) return false;  // "ST. ORLA", not "ANN LEE"
    if (!entries.insert(text(label)).second) return false;
  }
  return entries.size() >= capitals_size;
}

/// Neither a person nor a source, as far as the lists and the text know, and not in capitals.
bool LabelNouns::is_unknown(Span label) const {
  const WordSpans words = document_.words_in(label);
  if (words.empty() || is_in_capitals(text(words.back()))) return false;
  return source_noun(words.back()) == SourceNoun::none && !is_known_person(words) && !words_.is_organisation(text(label)) &&
         !words_.is_organisation(text(words.back()));
}

/// "Trowel: …", "Tent: …", "Lamp: …": several labels of which nothing is known, each once; who speaks has more than one turn.
bool LabelNouns::are_each_once(const std::vector<Span>& labels, Span title) const {
  std::unordered_set<std::string_view> unknown;
  for (const Span label : labels) {
    if (!title.contains(label) && is_unknown(label) && !unknown.insert(text(label)).second) return false;
  }
  return unknown.size() >= entries_size;
}

/// "Trial Transcript: …", "Dear Tired: …"
bool LabelNouns::is_kind_of_text(Span word) const { return kinds_of_text_ != nullptr && kinds_of_text_->find(lower_case(text(word))) != nullptr; }

bool LabelNouns::is_thing(Span label, bool in_title) {
  const WordSpans words = document_.words_in(label);
  if (!words.empty() && (is_kind_of_text(words.front()) || is_kind_of_text(words.back()))) return true;
  if (words.empty() || source_noun(words.back()) != SourceNoun::none || is_known_person(words)) return false;
  const auto is_common = [&](Span word) { return common_.has(text(word)); };
  if (is_in_capitals(text(words.back()))) return std::all_of(words.begin(), words.end(), is_common);
  return !in_title || is_common(words.back());  // words of a headline have capitals whatever they name
}

/// "Police" speaks; "Task Management" does not.
bool LabelNouns::may_be_thing(Span label) const {
  const WordSpans words = document_.words_in(label);
  if (words.empty() || is_known_person(words)) return false;
  const SourceNoun source = source_noun(words.back());
  return source != SourceNoun::person && (source != SourceNoun::people || words.size() > 1) && !is_in_capitals(text(words.back()));
}

bool LabelNouns::is_speaker(Span label) const {
  const WordSpans words = document_.words_in(label);
  return !words.empty() && (is_known_person(words) || std::all_of(words.begin(), words.end(), [this](Span word) { return is_in_capitals(text(word)); }));
}

bool LabelNouns::is_person(Span label) const {
  const WordSpans words = document_.words_in(label);
  return !words.empty() && is_known_person(words);
}

SourceNoun LabelNouns::source_noun(Span word) const { return words_.source_noun(lower_case(text(word))); }

/// Whether the words begin with a first name, or end in a surname that the document has.
bool LabelNouns::is_known_person(const WordSpans& words) const {
  return words_.is_first_name(text(words.front())) || surnames_.contains(lower_case(text(words.back())));
}

bool LabelNouns::is_behind_determiner(Span name) const {
  const WordSpans before = document_.words_in({document_.sentences[document_.sentence_at(name.begin)].span.begin, name.begin});
  return !before.empty() && words_.is_determiner(text(before.back()));
}

void LabelNouns::read_surnames() {
  const TypeId person = rules_.type("person");
  const std::uint32_t name = person == no_type ? no_field : rules_.types()[person].field("name");
  if (name == no_field) return;
  for (const std::uint32_t index : annotations_.of(person)) {
    const Span span = annotations_.value(index, name).span;
    const WordSpans words = document_.words_in(span);
    const bool is_label = document_.folded.text().substr(span.end, 1) == ":";
    if (!words.empty() && !is_label && !is_behind_determiner(span)) surnames_.insert(lower_case(text(words.back())));
  }
}

}  // namespace onrecord
