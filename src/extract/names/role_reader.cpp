#include "onrecord/extract/names/role_reader.h"

#include <algorithm>

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {

void RoleReader::run() {
  for (const FoundName& found : persons_) note_role(found);
  if (const TypeId role = rules_.type("role"); role != no_type) {
    for (const std::uint32_t index : annotations_.of(role)) read_role(index);
  }
  for (const FoundName& found : of_title_) note_role(found);
  names_.by_role_.sort();
  names_.by_kin_.sort();
}

Span RoleReader::field(std::uint32_t annotation, std::string_view name) const {
  const std::uint32_t number = rules_.types()[annotations_.at(annotation).type].field(name);
  return number == no_field ? Span{} : annotations_.value(annotation, number).span;
}

void RoleReader::note_role(const FoundName& found) {
  if (found.named == Names::nobody || found.title.empty()) return;
  Named& named = names_.all_[found.named];
  if (named.gender == Gender::unknown) named.gender = gender_of_title(words_, document_, found.title);
  const WordSpans words = document_.words_in(found.title);
  const bool address = std::all_of(words.begin(), words.end(), [&](Span word) { return words_.is_address(text(word)); });
  const bool many = words_.source_noun(text(words.back())) == SourceNoun::people && !holds_preposition(words);
  Span title = found.title;
  if (!address && !many && named.role.empty()) {
    take_role(named, before_address(behind_possessive(title, words)));
    if (named.role.begin == title.begin) named.role.begin = title.begin = with_joined(title).begin;
  }
  if (address && named.role.empty()) named.role = noun_before(title);
  if (!many && named.affiliation.empty() && (!address || !named.role.empty())) named.affiliation = body_before(address ? named.role : title);
  if (!many && named.affiliation.empty() && !address) named.affiliation = body_before_brackets(title);
  note_role_nouns(title, {found.name.begin, found.named});
  if (address && named.role.end + 1 == found.title.begin) note_role_nouns(named.role, {found.name.begin, found.named});
}

/// "founder and CEO" where the title is "CEO"; "the mayor and CEO Ann Lee" are two.
Span RoleReader::with_joined(Span title) const {
  constexpr std::uint32_t reach = 80;
  const WordSpans words = document_.words_in({title.begin - std::min(title.begin, reach), title.begin});
  if (words.size() < 2 || !words_.is_conjunction(text(words.back())) || text({words.back().end, title.begin}) != " ") return title;
  const std::size_t noun = words.size() - 2;
  if (words_.source_noun(text(words[noun])) != SourceNoun::person || words[noun].end + 1 != words.back().begin) return title;
  std::size_t first = noun;
  while (first > 0 && words[first - 1].end + 1 == words[first].begin && goes_before_noun(words[first - 1])) --first;
  if (first > 0 && words_.is_article(text(words[first - 1]))) return title;
  return {words[first].begin, title.end};
}

/// A word that may stand before the noun of a role: "former", "Deputy".
bool RoleReader::goes_before_noun(Span word) const {
  const std::string_view form = text(word);
  return words_.is_role_modifier(lower_case(form)) || words_.is_title(form) || words_.source_noun(form) == SourceNoun::person;
}

/// Of "Quilt Bank director" the role is "director", the affiliation "Quilt Bank"; "Union leader" is a role.
void RoleReader::take_role(Named& named, Span role) const {
  const auto after = std::upper_bound(bodies_.mentions.begin(), bodies_.mentions.end(), role.begin,
                                      [](std::uint32_t at, const NameMention& body) { return at < body.name.begin; });
  if (after != bodies_.mentions.begin()) {
    const Span body = (after - 1)->name;
    const Span rest{body.end + 1, role.end};
    const WordSpans behind = document_.words_in({std::min(rest.begin, rest.end), rest.end});
    const bool joined = !behind.empty() && words_.is_conjunction(text(behind.front()));  // "Public Works and Highways Secretary"
    const bool proper = text(body).find(' ') != std::string_view::npos || is_capital_at(document_.folded.text(), body.end - 1);
    if (proper && !joined && body.end + 1 >= role.begin && rest.begin < rest.end && document_.folded.text()[body.end] == ' ') {
      role = rest;
      if (named.affiliation.empty()) named.affiliation = without_modifiers(body);
    }
  }
  named.role = behind_place(named, behind_body(named, role));
}

/// Of "Pentagon spokesman" the role is "spokesman", the affiliation "Pentagon", of "Air Force spokesman" behind "Quilt" the "Quilt Air Force": what small
/// letters follow, so that "House Speaker" and "Union leader" are roles.
Span RoleReader::behind_body(Named& named, Span role) const {
  const WordSpans words = document_.words_in(role);
  std::size_t count = 0;
  while (count < words.size() && may_be_in_body(words[count])) ++count;
  if (count == 0 || count == words.size() || is_capital_at(text(words[count]), 0)) return role;
  const Span known{words[0].begin, words[count - 1].end};
  const Span before = count == 1 || words_.is_first_name(text(words[0])) ? Span{} : capitalised_before(known);
  const Span body{before.empty() ? known.begin : before.begin, known.end};
  const std::string_view last = text(words[count - 1]);
  const bool several = count > 1 && !words_.is_demonym(last) && !words_.is_thing_word(last);
  if (!several && !words_.is_listed_body(text(known))) return role;
  if (named.affiliation.empty()) named.affiliation = body;
  return {words[count].begin, role.end};
}

/// A capitalised word that tells what nobody is: not "Former", not "President".
bool RoleReader::may_be_in_body(Span word) const {
  const std::string_view form = text(word);
  const SourceNoun noun = words_.source_noun(form);
  return is_capital_at(form, 0) && words_.role_noun(form).empty() && !words_.is_role_modifier(lower_case(form)) && noun != SourceNoun::person &&
         noun != SourceNoun::people;
}

/// A body that no list knows right before a title: "Olera" of "Olera CEO Ann Lee". Empty: none.
Span RoleReader::body_before(Span title) {
  const Span body = capitalised_before(title);
  if (body.empty()) return {};
  // Whatever word opens a sentence has a capital.
  return document_.opens_sentence(body.begin) && !capitals_tell(body, title) && !inside_.has(text(body)) ? Span{} : body;
}

/// "Quilt Bank" of "Quilt Bank (QB) director Ann Lee". Empty: none.
Span RoleReader::body_before_brackets(Span title) const {
  constexpr std::uint32_t reach = 12;
  const std::string_view before = document_.folded.before(title.begin, reach);
  const std::size_t open = before.rfind('(');
  if (!before.ends_with(") ") || open == std::string_view::npos || open == 0 || before[open - 1] != ' ') return {};
  const auto end = static_cast<std::uint32_t>(title.begin - (before.size() - open) - 1);
  const auto body = std::find_if(bodies_.mentions.begin(), bodies_.mentions.end(), [&](const NameMention& mention) { return mention.name.end == end; });
  if (body == bodies_.mentions.end()) return {};
  const Span name = capitalised_before({body->name.begin, body->name.begin});  // "Lane" of "Quilt Lane (QL) director" is half of a name
  return name.empty() ? body->name : Span{};
}

/// Words with capitals right before a title that may name a body. Empty: none, or more than a name has.
Span RoleReader::capitalised_before(Span title) const {
  constexpr std::uint32_t reach = 60;
  const WordSpans words = document_.words_in({title.begin - std::min(title.begin, reach), title.begin});
  std::uint32_t begin = title.begin;
  for (std::size_t i = words.size(); i-- > 0 && words[i].end + 1 == begin && text({words[i].end, begin}) == " " && may_be_of_body(words[i]);)
    begin = words[i].begin;
  return begin == title.begin || begin + reach <= title.begin ? Span{} : Span{begin, words.back().end};
}

bool RoleReader::may_be_of_body(Span word) const {
  const std::string_view form = text(word);
  return is_capital_at(form, 0) && !words_.never_starts_a_name(form) && !words_.is_title(form) && !words_.is_first_name(form) &&
         words_.source_noun(form) == SourceNoun::none && !tells_of_person(form);
}

/// A word with a capital that tells something of whoever has the title: "Former", "African-American", "Prize-winning".
bool RoleReader::tells_of_person(std::string_view word) const {
  const std::size_t hyphen = word.rfind('-');
  const std::string_view tail = hyphen == std::string_view::npos ? std::string_view() : word.substr(hyphen + 1);
  return words_.is_role_modifier(lower_case(word)) || words_.is_demonym(tail) || words_.is_participle(tail) || words_.is_finite_verb(tail);
}

/// Whether capitals show a name even where a sentence begins: "UNO director Ann Lee", "Quilt Bank Director Ann Lee".
bool RoleReader::capitals_tell(Span body, Span title) const {
  const std::string_view words = text(body);
  const bool several = words.find(' ') != std::string_view::npos;
  return is_in_capitals(words.substr(0, words.find(' '))) || (several && is_capital_at(text(title), 0));
}

/// Of "Lisbon Mayor" the role is "Mayor", the affiliation "Lisbon"; of "Former Lisbon Mayor" the role is the whole.
Span RoleReader::behind_place(Named& named, Span role) const {
  const WordSpans words = document_.words_in(role);
  for (std::size_t first = 0; first < words.size(); ++first) {
    for (std::size_t i = words.size(); i-- > first + 1;) {
      const Span place{words[first].begin, words[i - 1].end};
      if (!words_.is_place(text(place))) continue;
      if (named.affiliation.empty()) named.affiliation = place;
      return first == 0 ? Span{words[i].begin, role.end} : role;
    }
  }
  return role;
}

/// Of "Quilt Bank's director" the role is "director".
Span RoleReader::behind_possessive(Span title, const WordSpans& words) const {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (words_.is_possessive(text(words[i - 1]))) return {words[i].begin, title.end};
  }
  return title;
}

/// "Superintendent of Police" is one person.
bool RoleReader::holds_preposition(const WordSpans& words) const {
  return std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_preposition(text(word)); });
}

/// "public prosecutor" before the form of address in "public prosecutor Dr Ann Lee"; empty: no such noun.
Span RoleReader::noun_before(Span address) const {
  constexpr std::uint32_t reach = 60;
  const WordSpans words = document_.words_in({address.begin - std::min(address.begin, reach), address.begin});
  if (words.empty() || words.back().end + 1 != address.begin || text({words.back().end, address.begin}) != " ") return {};
  if (words_.source_noun(text(words.back())) != SourceNoun::person) return {};
  Span role = words.back();
  for (std::size_t i = words.size() - 1; i-- > 0 && words[i].end + 1 == role.begin && goes_before_noun(words[i]);) role.begin = words[i].begin;
  return role;
}

/// Of "prosecutor Dr" the role is "prosecutor".
Span RoleReader::before_address(Span title) const {
  const WordSpans words = document_.words_in(title);
  std::size_t kept = words.size();
  while (kept > 1 && words_.is_address(text(words[kept - 1]))) --kept;
  return kept == words.size() ? title : Span{title.begin, words[kept - 1].end};
}

void RoleReader::note_role_nouns(Span role, NameUses::Use use) {
  constexpr std::size_t most_before = 4;
  std::vector<std::string> before;  // what stands before a noun, to tell one chief from another
  const WordSpans words = document_.words_in(role);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span word = words[i];
    std::string noun = words_.role_noun(text(word));
    // "Coast Guard spokeswoman" is no guard, but "Director General" is a director.
    const bool modifies = !noun.empty() && i + 1 < words.size() && !words_.is_title(text(word)) && words[i + 1].begin == word.end + 1 &&
                          !words_.role_noun(text(words[i + 1])).empty();
    if (!noun.empty() && !modifies) {
      names_.by_role_.add(names_.nouns_.add(noun), use);
      for (const std::string& modifier : before) names_.by_role_.add(names_.nouns_.add(modifier + " " + noun), use);
      if (const std::string_view kin = words_.kin_of_role(noun); !kin.empty()) names_.by_kin_.add(names_.nouns_.add(kin), use);
    }
    if (before.size() < most_before) before.push_back(noun.empty() ? name_form(words_, document_, word) : std::move(noun));
  }
}

void RoleReader::read_role(std::uint32_t index) {
  const Span holder = field(index, "holder");
  const auto found =
      std::lower_bound(persons_.begin(), persons_.end(), holder.begin, [](const FoundName& person, std::uint32_t at) { return person.name.begin < at; });
  if (found == persons_.end() || found->name.begin != holder.begin || found->named == Names::nobody) return;
  Named& named = names_.all_[found->named];
  const Span role = of_one(field(index, "role"));
  const Span affiliation = field(index, "affiliation");
  const Gender of_title = gender_of_title(words_, document_, found->title);
  if (of_title != Gender::unknown && named.gender != Gender::unknown && of_title != named.gender) return;  // "Lady Lee, his wife" of Sir Bo Lee
  if (named.gender == Gender::unknown && !role.empty()) named.gender = gender_of_title(words_, document_, role);
  if (named.role.empty()) named.role = role;
  named.certain = named.certain || !role.empty();
  if (named.affiliation.empty() && !is_person(affiliation)) named.affiliation = without_modifiers(without_possessive(words_, document_, affiliation));
  if (!role.empty()) note_role_nouns(role, {found->name.begin, found->named});
}

/// Of "Former House" speaker, "House"; nothing of what has a capital but tells of a person: "African-American".
Span RoleReader::without_modifiers(Span affiliation) const {
  const WordSpans words = document_.words_in(affiliation);
  if (words.size() == 1 && text(words.front()).find('-') != std::string_view::npos && tells_of_person(text(words.front()))) return {};
  const bool past = words.size() > 1 && words_.is_past_modifier(lower_case(text(words.front())));
  return past ? Span{words[1].begin, affiliation.end} : affiliation;
}

/// "Lee" of "Lee's lawyer, Bo Li" is no body.
bool RoleReader::is_person(Span affiliation) const {
  const std::uint32_t named = affiliation.empty() ? Names::nobody : names_.link(name_form(words_, document_, affiliation), affiliation.begin);
  return named != Names::nobody && names_.all_[named].kind == Named::Kind::person;
}

/// A role that a single person may have: not "men", "advocates", but "Commissioner of Police".
Span RoleReader::of_one(Span role) const {
  const WordSpans words = document_.words_in(role);
  const bool many = !words.empty() && words_.source_noun(text(words.back())) == SourceNoun::people && !holds_preposition(words);
  return many ? Span{} : role;
}

}  // namespace onrecord
