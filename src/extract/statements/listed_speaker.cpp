#include "onrecord/extract/statements/listed_speaker.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {

Span ListedSpeaker::of(std::uint32_t paragraph) {
  constexpr std::uint32_t longest_answer = 4;  // paragraphs between two topics
  if (paragraph < 2 || !is_topic(paragraph - 1)) return {};
  if (const Span name = name_in(paragraph - 2); !name.empty()) speaker_ = name;
  else if (speaker_.empty() || paragraph - 1 - last_ > longest_answer)
    speaker_ = teller_.of(document_.sentence_at(document_.lines[paragraph - 1].span.begin)).subject;
  last_ = paragraph;
  return speaker_;
}

/// "On the bridge:", "On the bridge …": few words behind a preposition, and no sentence.
bool ListedSpeaker::is_topic(std::uint32_t paragraph) const {
  constexpr std::size_t most_words = 20;
  const Span line = document_.lines[paragraph].span;
  const WordSpans words = document_.words_in(line);
  if (words.size() < 2 || words.size() > most_words || words.front().begin != line.begin || !words_.is_preposition(text(words.front()))) return false;
  return (!text(line).ends_with('.') || text(line).ends_with("...")) && outer_.overlapping(line).empty();
}

/// The name that a paragraph without a verb ends with, behind what somebody is or with a first name; empty: it has none.
Span ListedSpeaker::name_in(std::uint32_t paragraph) const {
  constexpr std::size_t most_words = 9, most_of_name = 4;
  const Span line = document_.lines[paragraph].span;
  const WordSpans words = document_.words_in(line);
  if (words.empty() || words.size() > most_words || !outer_.overlapping(line).empty()) return {};
  const std::string& source = document_.folded.text();
  std::size_t begin = words.size();
  const auto is_role = [&](std::size_t i) { return i + 1 < words.size() && !words_.role_noun(text(words[i])).empty(); };  // "Ann Baker" is a name
  while (begin > 0 && is_capital_at(source, words[begin - 1].begin) && !is_role(begin - 1)) --begin;
  const bool of_role = begin > 0 && is_role(begin - 1);
  const bool fits =
      begin < words.size() && words.size() - begin <= most_of_name && (of_role || (begin == 0 && words.size() > 1 && words_.is_first_name(text(words[0]))));
  const bool has_verb = std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(text(word)); });
  return fits && !has_verb ? Span{words[begin].begin, words.back().end} : Span{};
}

}  // namespace onrecord
