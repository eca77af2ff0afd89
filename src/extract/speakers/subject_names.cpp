#include "onrecord/extract/speakers/subject_names.h"

#include <algorithm>

#include "onrecord/extract/matching/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {

bool SubjectNames::holds(const NameMention& mention) const {
  if (mention.possessive) return false;
  if (is_set_off(mention)) return verb_behind(mention.name.end + 1) || ends_subject(mention.name) || follows_subject(mention.whole);
  return (opens_clause(mention.whole) && verb_behind(mention.name.end)) || ends_subject(mention.name);
}

/// Whether it stands between commas: ", Ann Lee,".
bool SubjectNames::is_set_off(const NameMention& mention) const {
  return document_.folded.stands_before(mention.whole.begin, ", ") && document_.folded.stands_at(mention.name.end, ",");
}

/// Whether a subject ends at the comma before: "the mayor, Ann Lee," but not "her colleague" of "the mayor praised her colleague, Ann Lee,".
bool SubjectNames::follows_subject(Span whole) const {
  constexpr std::uint32_t comma = 2;  // with the space behind it
  const auto subjects = subjects_.in(document_.sentence_at(whole.begin));
  return std::any_of(subjects.begin(), subjects.end(), [&](const ClauseSubject& subject) { return subject.span.end + comma == whole.begin; });
}

/// Whether the rules found a subject that ends with the name: "her colleague Ann Lee".
bool SubjectNames::ends_subject(Span name) const {
  const auto subjects = subjects_.in(document_.sentence_at(name.begin));
  const auto around = std::find_if(subjects.begin(), subjects.end(), [&](const ClauseSubject& subject) { return subject.span.contains(name); });
  return around != subjects.end() && around->span.end == name.end;
}

bool SubjectNames::holds_both(const NameMention& first, const NameMention& second) const {
  const auto subjects = subjects_.in(document_.sentence_at(first.name.begin));
  constexpr std::uint32_t comma = 2;  // "Ann Lee and her husband, Bo Li": the subject may end before the name
  return std::any_of(subjects.begin(), subjects.end(), [&](const ClauseSubject& subject) {
    return subject.span.contains(first.name) && (subject.span.contains(second.name) || subject.span.end + comma == second.name.begin);
  });
}

/// Whether a clause begins with the name: at a sentence's or paragraph's start, behind punctuation or a joining word.
bool SubjectNames::opens_clause(Span whole) const {
  const std::string& text = document_.folded.text();
  std::uint32_t at = whole.begin;
  while (at > 0 && is_space(character_before(text, at).code)) at -= character_before(text, at).size;
  if (at == 0) return true;
  const Character last = character_before(text, at);
  if (!is_word(last.code)) return last.code != '(' && last.code != '-' && last.code != '.' ? true : last.code == '.';
  std::uint32_t begin = at;
  while (begin > 0 && is_word(character_before(text, begin).code)) begin -= character_before(text, begin).size;
  if (std::binary_search(document_.lines.begin(), document_.lines.end(), Line{whole},
                         [](const Line& a, const Line& b) { return a.span.begin < b.span.begin; })) {
    return true;
  }
  const std::string_view word = slice(text, {begin, at});
  if (words_.is_determiner(word)) return begin > 1 && text[begin - 1] == ' ' && text[begin - 2] == ',';
  return words_.is_conjunction(word) || words_.is_subordinator(word);
}

/// Whether a comma or a finite verb follows, adverbs aside.
bool SubjectNames::verb_behind(std::uint32_t end) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t reach = 60;
  const std::string_view rest = std::string_view(text).substr(end);
  if (rest.starts_with(",")) return true;
  if (rest.starts_with(" (")) {
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || close > reach) return false;
    return verb_behind(end + static_cast<std::uint32_t>(close) + 1);
  }
  if (!rest.starts_with(" ")) return false;
  for (const Span word : document_.words.from(end)) {
    if (word.end > end + reach) return false;
    const std::string_view form = slice(text, word);
    if (words_.is_finite_verb(form)) return true;
    if (cue_word_ != no_type && annotations_.containing(cue_word_, word) != Annotations::none) return true;
    if (!words_.is_adverb(form)) return false;
  }
  return false;
}

}  // namespace onrecord
