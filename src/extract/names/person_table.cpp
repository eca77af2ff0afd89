#include "onrecord/extract/names/person_table.h"

#include <algorithm>

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {

void PersonTable::add_full_names(std::vector<FoundName>& found_names) {
  for (FoundName& found : found_names) {
    if (found.parts > 1 && begins_with_first_name(found)) add_tail_or_full(found);
  }
  for (FoundName& found : found_names) {
    if (found.parts > 1 && found.named == Names::nobody) add_tail_or_full(found);
  }
}

void PersonTable::add_singles(std::vector<FoundName>& found_names) {
  // "J.B. Lowe": initials are no parts of a name as names are compared.
  const auto has_initials = [&](const FoundName& found) { return found.parts == 1 && text(found.name).find(' ') != std::string_view::npos; };
  for (FoundName& found : found_names) {
    if (found.named == Names::nobody && (found.certain || has_initials(found))) add_single(found);
  }
}

bool PersonTable::begins_with_first_name(const FoundName& found) const {
  const std::string_view name = text(found.name);
  const Span first = document_.words_in(found.name).front();
  const bool initials = name.size() > 1 && (name[1] == '.' || name[1] == ' ');
  return initials || words_.is_first_name(text(first));
}

void PersonTable::add_full(FoundName& found) {
  found.named = namesake(found);
  if (found.named == Names::nobody) found.named = add_person(found);
  else improve(names_.all_[found.named], found);
  if (added_[found.named].office.empty()) added_[found.named].office = office_of(found);
  if (found.parts > 2 && found.titled) note_beginning(found);  // without a title, a headline may hold more than the name
}

/// Who has the same first name and surname, and the same "Jr"; without one of its own the name may be anybody's.
std::uint32_t PersonTable::namesake(const FoundName& found) const {
  std::uint32_t result = Names::nobody;
  each_with_surname(last_part(found.form), [&](std::uint32_t other) {
    if (first_part(names_.all_[other].form) != first_part(found.form)) return false;
    const bool same = text(added_[other].suffix) == text(found.suffix);
    if (same || (found.suffix.empty() && result == Names::nobody)) result = other;
    return same;
  });
  return result;
}

/// Whether somebody else has the surname, and no "Jr".
bool PersonTable::is_junior(std::uint32_t named) const {
  if (added_[named].suffix.empty()) return false;
  bool result = false;
  each_with_surname(last_part(names_.all_[named].form), [&](std::uint32_t other) { return result = added_[other].suffix.empty(); });
  return result;
}

std::uint32_t PersonTable::with_suffix(std::string_view surname, std::string_view suffix, std::uint32_t otherwise) const {
  std::uint32_t result = otherwise;
  each_with_surname(surname, [&](std::uint32_t other) {
    const bool same = text(added_[other].suffix) == suffix;
    if (same) result = other;
    return same;
  });
  return result;
}

void PersonTable::add_tail_or_full(FoundName& found) {
  each_with_surname(last_part(found.form), [&](std::uint32_t other) {
    const std::string& longer = names_.all_[other].form;
    const bool is_tail = longer.size() > found.form.size() && longer.ends_with(found.form) && longer[longer.size() - found.form.size() - 1] == ' ';
    if (is_tail) found.named = other;
    return is_tail;
  });
  if (found.named == Names::nobody) found.named = begun_by(found);
  if (found.named == Names::nobody) add_full(found);
}

/// "Khurram Das" where the text has "Khurram Das Khan" before: who is called by all names but the last. Nobody: none.
std::uint32_t PersonTable::begun_by(const FoundName& found) const {
  const WordForm key = found.suffix.empty() ? names_.keys_.find(found.form) : 0;
  return key == 0 || key >= of_beginning_.size() ? Names::nobody : of_beginning_[key];
}

void PersonTable::note_beginning(const FoundName& found) {
  for (std::size_t space = found.form.rfind(' '); parts_of(found.form.substr(0, space)) > 1; space = found.form.rfind(' ', space - 1)) {
    const WordForm key = names_.keys_.add(found.form.substr(0, space));
    if (key >= of_beginning_.size()) of_beginning_.resize(key + 1, Names::nobody);
    if (of_beginning_[key] == Names::nobody) of_beginning_[key] = found.named;
  }
}

void PersonTable::add_single(FoundName& found) {
  found.named = known_single(found);
  if (!found.suffix.empty()) found.named = with_suffix(found.form, text(found.suffix), found.named);
  if (found.named == Names::nobody) found.named = add_person(found);
}

/// Whom a surname behind a title means: who was called so last, by a full name or behind a title.
std::uint32_t PersonTable::known_single(const FoundName& found) const {
  if (const std::uint32_t holder = holder_of_office(found); holder != Names::nobody) return holder;
  if (const std::uint32_t abbreviated = begun_with_initial(found); abbreviated != Names::nobody) return abbreviated;
  const Gender gender = gender_of_title(words_, document_, found.title);
  std::uint32_t single = Names::nobody;
  each_with_surname(found.form, [&](std::uint32_t other) {
    const Gender known = names_.all_[other].gender;
    const bool fits = gender == Gender::unknown || known == Gender::unknown || known == gender;
    if (fits && names_.all_[other].form == found.form) single = other;
    return false;
  });
  if (single == Names::nobody) return names_.link(found.form, found.name.begin, gender);
  const Names::Use* full = names_.nearest_use(names_.by_surname_, names_.keys_.find(found.form), found.name.begin, gender);
  const bool full_is_nearer = full != nullptr && full->offset < found.name.begin && full->offset > added_[single].offset;
  return full_is_nearer ? full->named : single;
}

/// "S. Lee" of "Sal Lee" and "Mo Lee": the only one of several with the surname whose first name begins so; nobody: there is none.
std::uint32_t PersonTable::begun_with_initial(const FoundName& found) const {
  const std::string_view name = text(found.name);
  if (name.size() < 2 || name[1] != '.' || !has_namesakes(found.form)) return Names::nobody;
  const std::string initial = lower_case(name.substr(0, 1));
  std::uint32_t result = Names::nobody;
  std::size_t count = 0;
  each_with_surname(found.form, [&](std::uint32_t other) {
    const std::string& form = names_.all_[other].form;
    if (parts_of(form) < 2 || !form.starts_with(initial)) return false;
    result = other;
    return ++count > 1;
  });
  return count == 1 ? result : Names::nobody;
}

Span PersonTable::office_of(const FoundName& found) const {
  const WordSpans title = document_.words_in(found.title);
  return title.empty() || words_.is_address(text(title.back())) ? Span{} : title.back();
}

/// "Minister Li" of "Roads Minister Bo Li" and "President Cy Li": of several with a surname the only one who had the title; nobody: there is none.
std::uint32_t PersonTable::holder_of_office(const FoundName& found) const {
  const Span office = office_of(found);
  if (office.empty()) return Names::nobody;
  std::uint32_t holder = Names::nobody;
  std::size_t holders = 0;
  each_with_surname(found.form, [&](std::uint32_t other) {
    if (text(added_[other].office) != text(office)) return false;
    holder = other;
    return ++holders > 1;
  });
  return holders == 1 ? holder : Names::nobody;
}

std::uint32_t PersonTable::add_person(const FoundName& found) {
  const auto index = static_cast<std::uint32_t>(names_.all_.size());
  Named named;
  named.name = std::string(text(found.name));
  named.certain = found.certain;
  named.form = found.form;
  if (found.parts > 1 || !found.titled) named.gender = words_.first_name_gender(text(document_.words_in(found.name).front()));
  names_.all_.push_back(std::move(named));
  added_.push_back({found.suffix, {}, found.name.begin, Names::nobody});
  add_to_surname(last_part(found.form), index);
  return index;
}

void PersonTable::add_to_surname(std::string_view surname, std::uint32_t person) {
  const WordForm key = names_.keys_.add(surname);
  if (key >= of_surname_.size()) of_surname_.resize(key + 1);
  Surname& known = of_surname_[key];
  if (known.first == Names::nobody) known.first = person;
  else added_[known.last].next_of_surname = person;
  known.last = person;
}

void PersonTable::improve(Named& named, const FoundName& found) const {
  named.certain = named.certain || found.certain;
  // "ANN LEE" in the label of a transcript, "Ann Lee" where she is greeted.
  if (found.form == named.form && is_in_capitals(named.name) && !is_in_capitals(text(found.name))) named.name = std::string(text(found.name));
  if (found.parts < parts_of(named.form) || found.name.size() <= named.name.size()) return;
  named.name = std::string(text(found.name));
  named.form = found.form;
}

void PersonTable::index(const std::vector<FoundName>& found_names, const FoundBodies& bodies) {
  for (NameUses* uses : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_, &names_.by_middle_}) uses->clear();
  for (const FoundName& found : found_names) {
    if (found.named == Names::nobody || found.parts < 2) continue;
    const NameUses::Use use{found.name.begin, found.named};
    if (!is_junior(found.named)) {
      names_.by_surname_.add(names_.keys_.add(last_part(found.form)), use);
      if (!is_place_before(found)) names_.by_forename_.add(names_.keys_.add(first_part(found.form)), use);
    }
    names_.by_whole_.add(names_.keys_.add(found.form), use);
    index_other_parts(found, use);
  }
  for (const FoundName& found : found_names) {
    if (found.named == Names::nobody || found.parts != 1) continue;
    if (parts_of(names_.all_[found.named].form) == 1) names_.by_surname_.add(names_.keys_.add(found.form), {found.name.begin, found.named});
  }
  for (const auto& [key, use] : bodies.keys) names_.by_whole_.add(key, use);
  for (NameUses* uses : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_, &names_.by_middle_}) uses->sort();
}

/// "Jordan" of "Jordan Lee" where the text speaks of Jordan before she is named: the country, and nobody. Headlines do not count.
bool PersonTable::is_place_before(const FoundName& found) {
  const std::string_view first = text(document_.words_in(found.name).front());
  if (!words_.is_place(first)) return false;
  const auto [known, is_new] = place_stands_at_.try_emplace(first, 0);
  if (is_new) known->second = first_below_title(first);
  return known->second < found.name.begin;
}

/// Where a word stands first in another line than the first; behind everything, where it does not.
std::uint32_t PersonTable::first_below_title(std::string_view wanted) const {
  const std::string_view source = document_.folded.text();
  const auto behind_all = static_cast<std::uint32_t>(source.size());
  if (document_.lines.size() < 2) return behind_all;
  for (std::size_t at = source.find(wanted, document_.lines[1].span.begin); at != std::string_view::npos; at = source.find(wanted, at + 1)) {
    const auto offset = static_cast<std::uint32_t>(at);
    const std::span<const Span> word = document_.words.from(offset);
    if (!word.empty() && word.front().begin == offset && word.front().size() == wanted.size()) return offset;
  }
  return behind_all;
}

/// "Uribe" of "Álvaro Uribe Vélez"; "Assad" of "Bashar al-Assad".
void PersonTable::index_other_parts(const FoundName& found, NameUses::Use use) {
  const WordSpans words = document_.words_in(found.name);
  if (const Span rest = behind_small_part(document_, words.back()); !rest.empty())
    names_.by_surname_.add(names_.keys_.add(name_form(words_, document_, rest)), use);
  for (std::size_t i = 1; found.parts > 2 && i + 1 < words.size(); ++i) {
    if (!is_capital_at(document_.folded.text(), words[i].begin)) continue;
    if (const std::string part = name_form(words_, document_, words[i]); !part.empty()) names_.by_middle_.add(names_.keys_.add(part), use);
  }
}

bool PersonTable::has_namesakes(std::string_view surname) const {
  std::size_t count = 0;
  each_with_surname(surname, [&](std::uint32_t) { return ++count > 1; });
  return count > 1;
}

std::uint32_t PersonTable::first_of_namesakes(std::string_view surname, Gender gender, std::uint32_t otherwise) const {
  std::uint32_t result = Names::nobody;
  each_with_surname(surname, [&](std::uint32_t person) {
    const Named& named = names_.all_[person];
    const bool fits = gender == Gender::unknown || named.gender == Gender::unknown || named.gender == gender;
    const bool earlier = result == Names::nobody || added_[person].offset < added_[result].offset;
    if (fits && earlier && parts_of(named.form) > 1 && !is_junior(person)) result = person;
    return false;
  });
  return result == Names::nobody ? otherwise : result;
}

}  // namespace onrecord
