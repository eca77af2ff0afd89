#include "onrecord/extract/names/body_finder.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/names/body_brackets.h"
#include "onrecord/extract/names/body_initials.h"
#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

bool overlaps_person(const std::vector<FoundName>& persons, Span span) {
  const auto after = std::lower_bound(persons.begin(), persons.end(), span.end, [](const FoundName& found, std::uint32_t at) { return found.name.begin < at; });
  return after != persons.begin() && (after - 1)->name.overlaps(span);
}

}  // namespace

FoundBodies BodyFinder::find(const std::vector<FoundName>& persons, const std::vector<Span>& more) {
  for (const Span name : all_names(more)) {
    if (name.empty() || !lines_.tell_names(name.begin) || overlaps_person(persons, name) || lines_.within_label(name) != name) continue;
    std::string form = name_form(words_, document_, name);
    if (form.empty() || is_surname(name, form)) continue;
    const WordForm key = names_.keys_.add(form);
    if (known(key) == Names::nobody && !found_.mentions.empty() && letters_behind(document_, found_.mentions.back().name) == name)
      known(key) = found_.mentions.back().named;
    const std::string short_name = short_form(name);
    const WordForm short_key = short_name.empty() ? key : names_.keys_.add(short_name);
    const std::uint32_t called_so = known(short_key);
    // "Quilt", and then "Quilt Corp"; not "Quilt Motors Corp".
    const bool is_bare = short_key != key && document_.words_in(name).size() == 2;
    if (is_bare && known(key) == Names::nobody && called_so != Names::nobody && names_.all_[called_so].form == short_name) known(key) = called_so;
    const std::vector<std::string> initials = known(key) == Names::nobody ? initials_of_body(words_, document_, name) : std::vector<std::string>{};
    if (known(key) == Names::nobody) known(key) = known_by_initials(name, form, initials);
    const bool is_new = known(key) == Names::nobody;
    if (is_new) known(key) = static_cast<std::uint32_t>(names_.all_.size());
    const NameUses::Use use{name.begin, known(key)};
    found_.keys.emplace_back(key, use);
    note_heads(form, use);
    note_kin(name, use);
    if (is_new) add_organisation(name, std::move(form));
    note_acronym(name, use);
    note_initials(initials, use);
    if (short_key != key) {
      if (called_so == Names::nobody) known(short_key) = use.named;
      found_.keys.emplace_back(short_key, use);
    }
    found_.mentions.push_back({name, name, use.named, 0, true, false, false});
  }
  names_.by_head_.sort();
  names_.by_body_kin_.sort();
  return std::move(found_);
}

/// Whom a key of names means so far; `Names::nobody`: nobody yet.
std::uint32_t& BodyFinder::known(WordForm key) {
  if (key >= known_.size()) known_.resize(key + 1, Names::nobody);
  return known_[key];
}

/// "QRB", and then "Quilt Roads Board", which is what it is called from now on; "U.S. Quilt Roads Board", and then the same without the country.
std::uint32_t BodyFinder::known_by_initials(Span name, const std::string& form, const std::vector<std::string>& initials) {
  for (const std::string& letters : initials) {
    const WordForm key = names_.keys_.find(letters);
    const std::uint32_t called = key == 0 ? Names::nobody : known(key);
    if (called == Names::nobody) continue;
    Named& named = names_.all_[called];
    if (named.form.ends_with(' ' + form)) return called;
    if (named.form != letters) continue;
    named.name = std::string(text(name));
    named.form = form;
    return called;
  }
  return Names::nobody;
}

/// The first body whose name gives them is meant by initials, wherever they stand.
void BodyFinder::note_initials(const std::vector<std::string>& initials, NameUses::Use use) {
  for (const std::string& letters : initials) {
    const WordForm key = names_.keys_.add(letters);
    if (known(key) == Names::nobody) known(key) = use.named;
    if (known(key) == use.named) found_.keys.emplace_back(key, use);
  }
}

/// By place.
std::vector<Span> BodyFinder::all_names(const std::vector<Span>& more) const {
  std::vector<Span> names = more;
  if (const TypeId organisation = rules_.type("organisation"); organisation != no_type) {
    const std::uint32_t field = rules_.types()[organisation].field("name");
    for (const std::uint32_t index : annotations_.of(organisation)) {
      const Span name = without_noun(of_body(field == no_field ? Span{} : annotations_.value(index, field).span));
      if (!overlaps_one(more, name)) names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return names;
}

/// "Quilt Media" of "Quilt Media's"; "Sotheby's" is a name.
Span BodyFinder::of_body(Span name) const { return words_.is_listed_body(text(name)) ? name : without_possessive(words_, document_, name); }

/// "Quilt Motors Ltd" of "Rival Quilt Motors Ltd": at the start of a sentence a noun has a capital, too.
Span BodyFinder::without_noun(Span name) const {
  if (name.empty() || !document_.opens_sentence(name.begin)) return name;
  const WordSpans words = document_.words_in(name);
  const std::string_view first = text(words.front());
  const bool noun = words.size() > 2 && !words_.refuses_person(first) &&
                    (words_.source_noun(first) == SourceNoun::person || !words_.kind_of_trader(lower_case(first)).empty());
  return noun ? Span{words[1].begin, name.end} : name;
}

void BodyFinder::add_organisation(Span name, std::string form) {
  Named named;
  named.kind = Named::Kind::organization;
  named.name = std::string(text(name));
  named.certain = true;
  named.form = std::move(form);
  names_.all_.push_back(std::move(named));
}

/// "Quilt" of "Quilt Motors Ltd": a firm goes by the first word of its name.
std::string BodyFinder::short_form(Span name) const {
  const WordSpans words = document_.words_in(name);
  const std::string_view first = text(words.front());
  const bool common = (words_.refuses_person(first) && !words_.is_organisation(first)) || words_.is_place(first) || words_.is_demonym(first) ||
                      words_.is_title(first) || words_.is_first_name(first) || words_.never_starts_a_name(first);
  if (words.size() < 2 || common || !words_.is_firm_form(text(words.back()))) return {};
  return name_form(words_, document_, words.front());
}

/// Each of several words of a name may stand for it.
void BodyFinder::note_heads(std::string_view form, NameUses::Use use) {
  if (parts_of(form) < 2) return;
  for (; !form.empty(); form.remove_prefix(std::min(first_part(form).size() + 1, form.size()))) names_.by_head_.add(names_.nouns_.add(first_part(form)), use);
}

/// "Quilt Airways" may be called "the airline".
void BodyFinder::note_kin(Span name, NameUses::Use use) {
  for (const Span word : document_.words_in(name)) {
    const bool is_noun = word == name && !words_.kin_of_body(lower_case(text(word))).empty();  // "Bank" alone is no name of one
    if (const std::string_view kin = words_.kin_of_body(text(word)); !kin.empty() && !is_noun) names_.by_body_kin_.add(names_.nouns_.add(kin), use);
  }
}

/// "Hall" without an article, where the text has somebody of that surname: "Ann Hall".
bool BodyFinder::is_surname(Span name, std::string_view form) const {
  if (parts_of(form) != 1) return false;
  const std::uint32_t person = names_.link(form, name.begin);
  if (person == Names::nobody || names_.all_[person].gender == Gender::unknown || last_part(names_.all_[person].form) != form) return false;
  const WordSpans before = document_.words_in({document_.lines[document_.line_at(name.begin)].span.begin, name.begin});
  return before.empty() || !words_.is_determiner(text(before.back()));
}

/// "World Quilt Union (WQU)": the letters in brackets stand for the name from here on.
void BodyFinder::note_acronym(Span name, NameUses::Use use) {
  const Span inside = letters_behind(document_, name);
  if (!inside.empty()) found_.keys.emplace_back(names_.keys_.add(name_form(words_, document_, inside)), use);
}

}  // namespace onrecord
