#include <algorithm>
#include <array>

#include "onrecord/extract/name_context.h"
#include "onrecord/extract/name_lines.h"
#include "onrecord/extract/names.h"
#include "onrecord/text/characters.h"

namespace onrecord {

/// Builds the table in the order in which a reader would be sure: full names with a known first name, other full names
/// (perhaps only the tail of one of those: "Wasserman Schultz"), surnames behind a title, bodies; then every other
/// capitalised word that is one of the names known by then.
class NamesBuilder {
 public:
  NamesBuilder(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations)
      : rules_(rules), words_(words), document_(document), annotations_(annotations), lines_(document, structure), context_(rules, words, document, annotations) {}

  Names build() {
    collect_persons();
    for (Found& found : persons_) {
      if (found.parts > 1 && begins_with_first_name(found)) add_tail_or_full(found);
    }
    for (Found& found : persons_) {
      if (found.parts > 1 && found.named == Names::nobody) add_tail_or_full(found);
    }
    index_full_names();
    for (Found& found : persons_) {
      if (found.named == Names::nobody && (found.certain || has_initials(found))) add_single(found);
    }
    add_organisations();
    index_full_names();
    for (const Found& found : persons_) note_role(found);
    read_roles();
    find_mentions();
    vote_on_genders();
    return std::move(names_);
  }

 private:
  struct Found {
    Span name, title, whole;
    bool titled = false;
    bool certain = false;
    std::string form;       // see `name_form`
    std::size_t parts = 0;  // of it
    Span suffix;            // "Jr": tells a person from another of the same name
    std::uint32_t named = Names::nobody;
  };
  struct Person {  // of the table
    Span suffix;
    std::uint32_t offset = 0;                      // of the name that added the person
    std::uint32_t next_of_surname = Names::nobody;  // added later
  };
  struct Surname {
    std::uint32_t first = Names::nobody, last = Names::nobody;
  };

  std::string_view text(Span span) const { return document_.folded.slice(span); }

  // ---- reading the annotations

  std::uint32_t number_of(TypeId type, std::string_view field) const { return rules_.types()[type].field(field); }

  Span field(std::uint32_t index, std::uint32_t number) const { return number == no_field ? Span{} : annotations_.value(index, number).span; }
  Span field(std::uint32_t index, std::string_view name) const { return field(index, number_of(annotations_.at(index).type, name)); }

  void collect_persons() {
    const TypeId person = rules_.type("person");
    if (person == no_type) return;
    const Symbol shape = rules_.symbol("shape");
    const std::uint32_t known = number_of(person, "known");
    const std::uint32_t name = number_of(person, "name");
    const std::uint32_t title = number_of(person, "title");
    for (const std::uint32_t index : annotations_.of(person)) {
      Found found;
      found.whole = annotations_.at(index).span;
      found.name = without_possessive(field(index, name));
      found.title = field(index, title);
      if (found.name.empty() || !lines_.tell_names(found.name.begin)) continue;
      found.titled = !found.title.empty();
      found.certain = known == no_field || annotations_.value(index, known).symbol != shape;
      found.form = name_form(words_, document_, found.name);
      found.parts = parts_of(found.form);
      found.suffix = suffix_of(found.name);
      if (found.parts == 0) continue;
      found.certain = found.certain || (found.parts > 1 && begins_with_first_name(found));
      persons_.push_back(std::move(found));
    }
  }

  Span suffix_of(Span name) const {
    const WordSpans words = document_.words_in(name);
    return !words.empty() && words_.is_name_suffix(text(words.back())) ? words.back() : Span{};
  }

  /// "Ann Lee" of "Ann Lee's".
  Span without_possessive(Span name) const {
    const WordSpans words = document_.words_in(name);
    if (words.size() > 1 && words_.is_possessive(text(words.back()))) name.end = words.back().begin;
    return name;
  }

  // ---- persons

  /// "J.B. Lowe": initials are no parts of a name as names are compared.
  bool has_initials(const Found& found) const { return found.parts == 1 && text(found.name).find(' ') != std::string_view::npos; }

  bool begins_with_first_name(const Found& found) const {
    const std::string_view name = text(found.name);
    const Span first = document_.words_in(found.name).front();
    const bool initials = name.size() > 1 && (name[1] == '.' || name[1] == ' ');
    return initials || words_.is_first_name(text(first));
  }

  void add_full(Found& found) {
    found.named = namesake(found);
    if (found.named == Names::nobody) found.named = add_person(found);
    else improve(names_.all_[found.named], found);
  }

  /// Calls `take` with everybody of that surname until it returns true.
  template <typename Take>
  void each_with_surname(std::string_view surname, Take take) const {
    const WordForm key = names_.keys_.find(surname);
    if (key == 0 || key >= of_surname_.size()) return;
    for (std::uint32_t i = of_surname_[key].first; i != Names::nobody; i = added_[i].next_of_surname) {
      if (take(i)) return;
    }
  }

  /// Who has the same first name and surname, and the same "Jr"; without one of its own the name may be anybody's.
  std::uint32_t namesake(const Found& found) const {
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
  bool is_junior(std::uint32_t named) const {
    if (added_[named].suffix.empty()) return false;
    bool result = false;
    each_with_surname(last_part(names_.all_[named].form), [&](std::uint32_t other) { return result = added_[other].suffix.empty(); });
    return result;
  }

  /// Who has the surname and the "Jr" of two words that stand together; else `otherwise`.
  std::uint32_t with_suffix(std::string_view surname, std::string_view suffix, std::uint32_t otherwise) const {
    std::uint32_t result = otherwise;
    each_with_surname(surname, [&](std::uint32_t other) {
      const bool same = text(added_[other].suffix) == suffix;
      if (same) result = other;
      return same;
    });
    return result;
  }

  void add_tail_or_full(Found& found) {
    each_with_surname(last_part(found.form), [&](std::uint32_t other) {
      const std::string& longer = names_.all_[other].form;
      const bool is_tail = longer.size() > found.form.size() && longer.ends_with(found.form) && longer[longer.size() - found.form.size() - 1] == ' ';
      if (is_tail) found.named = other;
      return is_tail;
    });
    if (found.named == Names::nobody) add_full(found);
  }

  void add_single(Found& found) {
    found.named = known_single(found);
    if (!found.suffix.empty()) found.named = with_suffix(found.form, text(found.suffix), found.named);
    if (found.named == Names::nobody) found.named = add_person(found);
  }

  /// Whom a surname behind a title means: who was called so last, by a full name or behind a title.
  std::uint32_t known_single(const Found& found) const {
    const Gender gender = gender_of_title(found.title);
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

  std::uint32_t add_person(const Found& found) {
    const auto index = static_cast<std::uint32_t>(names_.all_.size());
    Named named;
    named.name = std::string(text(found.name));
    named.certain = found.certain;
    named.form = found.form;
    if (found.parts > 1 || !found.titled) named.gender = words_.first_name_gender(text(document_.words_in(found.name).front()));
    names_.all_.push_back(std::move(named));
    added_.push_back({found.suffix, found.name.begin, Names::nobody});
    add_to_surname(last_part(found.form), index);
    return index;
  }

  void add_to_surname(std::string_view surname, std::uint32_t person) {
    const WordForm key = names_.keys_.add(surname);
    if (key >= of_surname_.size()) of_surname_.resize(key + 1);
    Surname& known = of_surname_[key];
    if (known.first == Names::nobody) known.first = person;
    else added_[known.last].next_of_surname = person;
    known.last = person;
  }

  void improve(Named& named, const Found& found) {
    named.certain = named.certain || found.certain;
    if (found.parts < parts_of(named.form) || found.name.size() <= named.name.size()) return;
    named.name = std::string(text(found.name));
    named.form = found.form;
  }

  void index_full_names() {
    for (NameUses* uses : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_, &names_.by_middle_}) uses->clear();
    for (const Found& found : persons_) {
      if (found.named == Names::nobody || found.parts < 2) continue;
      const Names::Use use{found.name.begin, found.named};
      if (!is_junior(found.named)) {
        names_.by_surname_.add(names_.keys_.add(last_part(found.form)), use);
        names_.by_forename_.add(names_.keys_.add(first_part(found.form)), use);
      }
      names_.by_whole_.add(names_.keys_.add(found.form), use);
      index_other_parts(found, use);
    }
    for (const Found& found : persons_) {
      if (found.named == Names::nobody || found.parts != 1) continue;
      if (parts_of(names_.all_[found.named].form) == 1) names_.by_surname_.add(names_.keys_.add(found.form), {found.name.begin, found.named});
    }
    for (const auto& [key, use] : organisation_keys_) names_.by_whole_.add(key, use);
    for (NameUses* uses : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_, &names_.by_middle_}) uses->sort();
  }

  /// "Uribe" of "Álvaro Uribe Vélez"; "Assad" of "Bashar al-Assad".
  void index_other_parts(const Found& found, Names::Use use) {
    const WordSpans words = document_.words_in(found.name);
    if (const Span rest = behind_small_part(words.back()); !rest.empty()) names_.by_surname_.add(names_.keys_.add(name_form(words_, document_, rest)), use);
    for (std::size_t i = 1; found.parts > 2 && i + 1 < words.size(); ++i) {
      if (!is_capital(character_at(document_.folded.text(), words[i].begin).code)) continue;
      if (const std::string part = name_form(words_, document_, words[i]); !part.empty()) names_.by_middle_.add(names_.keys_.add(part), use);
    }
  }

  /// "Assad" of "al-Assad": what stands behind a hyphen and a small part before it; empty: no such word.
  Span behind_small_part(Span word) const {
    constexpr std::uint32_t longest = 4;  // of the part, with the hyphen
    const std::string_view form = text(word);
    const std::size_t hyphen = form.find('-');
    if (hyphen == std::string_view::npos || hyphen >= longest || !is_small(character_at(form, 0).code)) return {};
    const Span rest{word.begin + static_cast<std::uint32_t>(hyphen) + 1, word.end};
    return !rest.empty() && is_capital(character_at(document_.folded.text(), rest.begin).code) ? rest : Span{};
  }

  // ---- bodies

  void add_organisations() {
    const TypeId organisation = rules_.type("organisation");
    if (organisation == no_type) return;
    const std::uint32_t name_field = number_of(organisation, "name");
    std::vector<std::uint32_t> known;  // by key of the name
    for (const std::uint32_t index : annotations_.of(organisation)) {
      const Span name = field(index, name_field);
      if (name.empty() || !lines_.tell_names(name.begin) || overlaps_person(name)) continue;
      std::string form = name_form(words_, document_, name);
      if (form.empty()) continue;
      const WordForm key = names_.keys_.add(form);
      if (key >= known.size()) known.resize(key + 1, Names::nobody);
      const bool is_new = known[key] == Names::nobody;
      if (is_new) known[key] = static_cast<std::uint32_t>(names_.all_.size());
      const Names::Use use{name.begin, known[key]};
      organisation_keys_.emplace_back(key, use);
      note_heads(form, use);
      if (is_new) add_organisation(name, std::move(form));
      note_acronym(name, use);
      bodies_.push_back({name, name, use.named, 0, true, false, false, false});
    }
    names_.by_head_.sort();
  }

  void add_organisation(Span name, std::string form) {
    Named named;
    named.kind = Named::Kind::organization;
    named.name = std::string(text(name));
    named.certain = true;
    named.form = std::move(form);
    names_.all_.push_back(std::move(named));
  }

  /// Each of several words of a name may stand for it.
  void note_heads(std::string_view form, Names::Use use) {
    if (parts_of(form) < 2) return;
    for (; !form.empty(); form.remove_prefix(std::min(first_part(form).size() + 1, form.size()))) names_.by_head_.add(names_.nouns_.add(first_part(form)), use);
  }

  /// "World Quilt Union (WQU)": the letters in brackets stand for the name from here on.
  void note_acronym(Span name, Names::Use use) {
    const std::string_view rest = std::string_view(document_.folded.text()).substr(name.end);
    if (!rest.starts_with(" (")) return;
    const std::size_t close = rest.find(')');
    constexpr std::size_t longest = 10;
    if (close == std::string_view::npos || close < 4 || close > longest) return;
    const std::string_view letters = rest.substr(2, close - 2);
    if (!std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return;
    const Span inside{name.end + 2, name.end + static_cast<std::uint32_t>(close)};
    organisation_keys_.emplace_back(names_.keys_.add(name_form(words_, document_, inside)), use);
  }

  bool overlaps_person(Span span) const {
    const auto after = std::lower_bound(persons_.begin(), persons_.end(), span.end, [](const Found& found, std::uint32_t at) { return found.name.begin < at; });
    return after != persons_.begin() && (after - 1)->name.overlaps(span);
  }

  // ---- roles and genders

  Gender gender_of_title(Span title) const {
    for (const Span word : document_.words_in(title)) {
      if (const Gender gender = words_.title_gender(text(word)); gender != Gender::unknown) return gender;
    }
    return Gender::unknown;
  }

  void note_role(const Found& found) {
    if (found.named == Names::nobody || found.title.empty()) return;
    Named& named = names_.all_[found.named];
    if (named.gender == Gender::unknown) named.gender = gender_of_title(found.title);
    const WordSpans words = document_.words_in(found.title);
    const bool address = std::all_of(words.begin(), words.end(), [&](Span word) { return words_.is_address(text(word)); });
    const bool many = words_.source_noun(text(words.back())) == SourceNoun::people;
    if (!address && !many && named.role.empty()) take_role(named, behind_possessive(found.title, words));
    note_role_nouns(found.title, {found.name.begin, found.named});
  }

  /// Of "Quilt Bank director" the role is "director", the affiliation "Quilt Bank"; "Union leader" is a role.
  void take_role(Named& named, Span role) const {
    const auto after = std::upper_bound(bodies_.begin(), bodies_.end(), role.begin, [](std::uint32_t at, const NameMention& body) { return at < body.name.begin; });
    if (after != bodies_.begin()) {
      const Span body = (after - 1)->name;
      const Span rest{body.end + 1, role.end};
      const bool proper = text(body).find(' ') != std::string_view::npos || is_capital(character_at(document_.folded.text(), body.end - 1).code);
      if (proper && body.end + 1 >= role.begin && rest.begin < rest.end && document_.folded.text()[body.end] == ' ') {
        role = rest;
        if (named.affiliation.empty()) named.affiliation = body;
      }
    }
    named.role = behind_place(named, role);
  }

  /// Of "Lisbon Mayor" the role is "Mayor", the affiliation "Lisbon"; of "Former Lisbon Mayor" the role is the whole.
  Span behind_place(Named& named, Span role) const {
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
  Span behind_possessive(Span title, const WordSpans& words) const {
    for (std::size_t i = words.size(); i-- > 1;) {
      if (words_.is_possessive(text(words[i - 1]))) return {words[i].begin, title.end};
    }
    return title;
  }

  void note_role_nouns(Span role, Names::Use use) {
    std::string before;
    for (const Span word : document_.words_in(role)) {
      std::string noun = words_.role_noun(text(word));
      if (!noun.empty()) {
        names_.by_role_.add(names_.nouns_.add(noun), use);
        if (!before.empty()) names_.by_role_.add(names_.nouns_.add(before + " " + noun), use);
      }
      before = noun.empty() ? name_form(words_, document_, word) : std::move(noun);
    }
  }

  void read_roles() {
    if (const TypeId role = rules_.type("role"); role != no_type) {
      for (const std::uint32_t index : annotations_.of(role)) read_role(index);
    }
    names_.by_role_.sort();
  }

  void read_role(std::uint32_t index) {
    const Span holder = field(index, "holder");
    const auto found = std::lower_bound(persons_.begin(), persons_.end(), holder.begin, [](const Found& person, std::uint32_t at) { return person.name.begin < at; });
    if (found == persons_.end() || found->name.begin != holder.begin || found->named == Names::nobody) return;
    Named& named = names_.all_[found->named];
    const Span role = of_one(field(index, "role"));
    const Span affiliation = field(index, "affiliation");
    if (named.gender == Gender::unknown && !role.empty()) named.gender = gender_of_title(role);
    if (named.role.empty()) named.role = role;
    named.certain = named.certain || !role.empty();
    if (named.affiliation.empty()) named.affiliation = without_possessive(affiliation);
    if (!role.empty()) note_role_nouns(role, {found->name.begin, found->named});
  }

  /// A role that a single person may have: not "men", "advocates".
  Span of_one(Span role) const {
    const WordSpans words = document_.words_in(role);
    const bool many = !words.empty() && words_.source_noun(text(words.back())) == SourceNoun::people;
    return many ? Span{} : role;
  }

  /// Where neither first name nor title tells the gender, "He" at the start of the next sentence or "his" close behind does.
  void vote_on_genders() {
    std::vector<int> votes(names_.all_.size(), 0);
    for (const NameMention& mention : names_.mentions_) {
      const Named& named = names_.all_[mention.named];
      if (named.kind != Named::Kind::person || named.gender != Gender::unknown || mention.quoted) continue;
      const Gender gender = context_.gender_behind(mention.name);
      votes[mention.named] += gender == Gender::man ? 1 : gender == Gender::woman ? -1 : 0;
    }
    for (std::size_t i = 0; i < votes.size(); ++i) {
      if (votes[i] != 0) names_.all_[i].gender = votes[i] > 0 ? Gender::man : Gender::woman;
    }
  }

  // ---- mentions

  void find_mentions() {
    for (const Found& found : persons_) {
      if (found.named == Names::nobody) continue;
      names_.mentions_.push_back({found.name, found.whole, found.named, 0, found.parts > 1, false, false, false});
    }
    names_.mentions_.insert(names_.mentions_.end(), bodies_.begin(), bodies_.end());
    std::stable_sort(names_.mentions_.begin(), names_.mentions_.end(), by_place);
    drop_overlaps();
    std::vector<NameMention> singles;
    note_key_shapes();
    for (const Paragraph& paragraph : document_.paragraphs) find_singles(paragraph.span, singles);
    names_.mentions_.insert(names_.mentions_.end(), singles.begin(), singles.end());
    std::stable_sort(names_.mentions_.begin(), names_.mentions_.end(), by_place);
    for (NameMention& mention : names_.mentions_) context_.describe(mention);
    note_introductions();
  }

  void note_introductions() {
    std::vector<bool> known(names_.all_.size());
    for (NameMention& mention : names_.mentions_) {
      mention.introduces = mention.full && !known[mention.named];
      known[mention.named] = true;
    }
  }

  static bool by_place(const NameMention& a, const NameMention& b) { return a.name.begin < b.name.begin; }

  void drop_overlaps() {
    std::vector<NameMention> kept;
    for (const NameMention& mention : names_.mentions_) {
      if (kept.empty() || !kept.back().name.overlaps(mention.name)) kept.push_back(mention);
    }
    names_.mentions_ = std::move(kept);
  }

  void note_key_shapes() {
    for (WordForm key = 1; key < names_.keys_.size(); ++key) {
      const std::string_view word = names_.keys_.word(key);
      if (!word.empty()) key_shapes_[static_cast<unsigned char>(word[0])] |= size_bit(word);
    }
  }

  static std::uint64_t size_bit(std::string_view word) { return std::uint64_t{1} << std::min<std::size_t>(word.size(), 63); }

  /// Whether a capitalised word may be a key by its first letter and its size. Most words are none, and are not looked up.
  bool may_be_key(std::string_view word) const {
    const bool compared_as_it_is = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < ascii_end && c != '\''; });
    return !compared_as_it_is || (key_shapes_[static_cast<unsigned char>(word[0] | 0x20)] & size_bit(word)) != 0;
  }

  /// The same as `Names::mention_at`, for offsets that are asked in order.
  bool is_in_mention(std::uint32_t offset) {
    const auto& mentions = names_.mentions_;
    while (mentions_before_ < mentions.size() && mentions[mentions_before_].name.begin <= offset) ++mentions_before_;
    return mentions_before_ > 0 && mentions[mentions_before_ - 1].name.contains(offset);
  }

  /// Surnames and forenames that stand alone.
  void find_singles(Span paragraph, std::vector<NameMention>& singles) {
    const std::string& source = document_.folded.text();
    const WordSpans words = document_.words_in(paragraph);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Span word = words[i];
      const bool small = source[word.begin] >= 'a' && source[word.begin] <= 'z';  // most words
      if (small && (word.size() < 5 || (source[word.begin + 2] != '-' && source[word.begin + 3] != '-') || behind_small_part(word).empty())) continue;
      if ((!small && !is_capital(character_at(source, word.begin).code)) || !may_be_key(text(word)) || is_in_mention(word.begin)) continue;
      const std::string form = name_form(words_, document_, word);
      if (form.empty()) continue;
      std::uint32_t named = names_.link(form, word.begin);
      if (named != Names::nobody && has_namesakes(form)) named = first_of_namesakes(form, context_.gender_behind(word), named);
      if (i + 1 < words.size() && words_.is_name_suffix(text(words[i + 1]))) named = with_suffix(form, text(words[i + 1]), named);
      if (named == Names::nobody || !lines_.tell_names(word.begin) || part_of_other_name(words, i)) continue;
      singles.push_back({word, word, named, 0, parts_of(names_.all_[named].form) == 1, false, false, false});
    }
  }

  bool has_namesakes(std::string_view surname) const {
    std::size_t count = 0;
    each_with_surname(surname, [&](std::uint32_t) { return ++count > 1; });
    return count > 1;
  }

  /// Who of several with a surname is meant by that alone: who was named first, of those whom "He" behind it may mean. Writers call the
  /// others by their full names.
  std::uint32_t first_of_namesakes(std::string_view surname, Gender gender, std::uint32_t otherwise) const {
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

  /// "Lee" of "Lee Tower", "Fort Lee".
  bool part_of_other_name(const WordSpans& words, std::size_t i) const {
    const std::string& source = document_.folded.text();
    const auto adjacent = [&](std::size_t a, std::size_t b) { return words[b].begin == words[a].end + 1 && source[words[a].end] == ' '; };
    if (i + 1 < words.size() && adjacent(i, i + 1) && words_.refuses_person(text(words[i + 1]))) return true;
    return i > 0 && adjacent(i - 1, i) && words_.refuses_person(text(words[i - 1])) && is_capital(character_at(source, words[i - 1].begin).code);
  }

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  NameLines lines_;
  NameContext context_;
  Names names_;
  std::vector<Found> persons_;  // by place
  std::vector<NameMention> bodies_;
  std::vector<std::pair<WordForm, Names::Use>> organisation_keys_;
  std::vector<Person> added_;          // of each person of the table
  std::vector<Surname> of_surname_;    // by key
  std::array<std::uint64_t, 256> key_shapes_{};  // by first byte of a key: bits for the sizes of those that begin so
  std::size_t mentions_before_ = 0;  // the place that `is_in_mention` asked for last
};

Names find_names(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations) {
  return NamesBuilder(rules, words, document, structure, annotations).build();
}

}  // namespace onrecord
