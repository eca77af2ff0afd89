#include <algorithm>
#include <array>

#include "onrecord/extract/name_context.h"
#include "onrecord/extract/names.h"
#include "onrecord/extract/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {

/// Builds the table in the order in which a reader would be sure: full names with a known first name, other full names
/// (perhaps only the tail of one of those: "Wasserman Schultz"), surnames behind a title, bodies; then every other
/// capitalised word that is one of the names known by then.
class NamesBuilder {
 public:
  NamesBuilder(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations)
      : rules_(rules), words_(words), document_(document), structure_(structure), annotations_(annotations), context_(rules, words, document, annotations) {}

  Names build() {
    collect_persons();
    for (Found& found : persons_) {
      if (found.parts.size() > 1 && begins_with_first_name(found)) add_full(found);
    }
    for (Found& found : persons_) {
      if (found.parts.size() > 1 && found.named == Names::nobody) add_tail_or_full(found);
    }
    index_full_names();
    for (Found& found : persons_) {
      if (found.named == Names::nobody && (found.titled || has_initials(found))) add_single(found);
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
    std::vector<std::string> parts;
    std::string suffix;  // "Jr": tells a person from another of the same name
    std::uint32_t named = Names::nobody;
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
      if (found.name.empty() || !tells_names(found.name.begin)) continue;
      found.titled = !found.title.empty();
      found.certain = known == no_field || annotations_.value(index, known).symbol != shape;
      found.parts = name_parts(words_, text(found.name));
      found.suffix = suffix_of(found.name);
      if (found.parts.empty()) continue;
      found.certain = found.certain || (found.parts.size() > 1 && begins_with_first_name(found));
      persons_.push_back(std::move(found));
    }
  }

  std::string suffix_of(Span name) const {
    const std::vector<Span> words = words_in(document_.folded.text(), name);
    return !words.empty() && words_.is_name_suffix(text(words.back())) ? std::string(text(words.back())) : std::string();
  }

  /// "Ann Lee" of "Ann Lee's".
  Span without_possessive(Span name) const {
    const std::vector<Span> words = words_in(document_.folded.text(), name);
    if (words.size() > 1 && words_.is_possessive(text(words.back()))) name.end = words.back().begin;
    return name;
  }

  /// Whether the line at `offset` is running text: a headline of capitalised words would make names of anything.
  bool tells_names(std::uint32_t offset) {
    const auto& lines = document_.lines;
    const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [](std::uint32_t at, const Line& line) { return at < line.span.begin; });
    if (after == lines.begin()) return true;
    const auto line = static_cast<std::size_t>(after - lines.begin() - 1);
    judged_.resize(lines.size());
    if (judged_[line] == Judged::not_yet) judged_[line] = line_tells_names(line) ? Judged::tells_names : Judged::tells_none;
    return judged_[line] == Judged::tells_names;
  }

  bool line_tells_names(std::size_t line) const {
    if (line < structure_.lines.size()) {
      const LineClass what = structure_.lines[line];
      if (what == LineClass::title || what == LineClass::byline || what == LineClass::heading || what == LineClass::furniture) return false;
    }
    constexpr std::size_t short_line = 4;
    constexpr std::size_t long_line = 25;
    constexpr std::uint32_t enough = 200;  // bytes that as a rule hold more words than a long line
    const Span whole = document_.lines[line].span;
    if (whole.size() > enough && words_in(document_.folded.text(), {whole.begin, whole.begin + enough}).size() > long_line + 1) return true;
    const std::vector<Span> words = words_in(document_.folded.text(), whole);
    if (words.size() < short_line || words.size() > long_line) return true;
    const auto capitals = std::count_if(words.begin(), words.end(), [&](Span word) { return is_capital(character_at(document_.folded.text(), word.begin).code); });
    return static_cast<std::size_t>(capitals) * 5 <= words.size() * 4;
  }

  // ---- persons

  /// "J.B. Lowe": initials are no parts of a name as names are compared.
  bool has_initials(const Found& found) const { return found.parts.size() == 1 && text(found.name).find(' ') != std::string_view::npos; }

  bool begins_with_first_name(const Found& found) const {
    const std::string_view name = text(found.name);
    const Span first = words_in(document_.folded.text(), found.name).front();
    const bool initials = name.size() > 1 && (name[1] == '.' || name[1] == ' ');
    return initials || words_.is_first_name(text(first));
  }

  void add_full(Found& found) {
    found.named = namesake(found);
    if (found.named == Names::nobody) found.named = add_person(found);
    else improve(names_.all_[found.named], found);
  }

  /// Who has the same first name and surname, and the same "Jr"; without one of its own the name may be anybody's.
  std::uint32_t namesake(const Found& found) const {
    std::uint32_t result = Names::nobody;
    for (const std::uint32_t other : with_surname(found.parts.back())) {
      if (names_.all_[other].parts.front() != found.parts.front()) continue;
      if (suffixes_[other] == found.suffix) return other;
      if (found.suffix.empty() && result == Names::nobody) result = other;
    }
    return result;
  }

  /// Whether somebody else has the surname, and no "Jr".
  bool is_junior(std::uint32_t named) const {
    if (suffixes_[named].empty()) return false;
    const std::vector<std::uint32_t> all = with_surname(names_.all_[named].parts.back());
    return std::any_of(all.begin(), all.end(), [&](std::uint32_t other) { return suffixes_[other].empty(); });
  }

  /// Who has the surname and the "Jr" of two words that stand together; else `otherwise`.
  std::uint32_t with_suffix(const std::string& surname, std::string_view suffix, std::uint32_t otherwise) const {
    const std::vector<std::uint32_t> all = with_surname(surname);
    const auto found = std::find_if(all.begin(), all.end(), [&](std::uint32_t other) { return suffixes_[other] == suffix; });
    return found == all.end() ? otherwise : *found;
  }

  void add_tail_or_full(Found& found) {
    for (const std::uint32_t other : with_surname(found.parts.back())) {
      const auto& parts = names_.all_[other].parts;
      if (parts.size() <= found.parts.size() || !std::equal(found.parts.rbegin(), found.parts.rend(), parts.rbegin())) continue;
      found.named = other;
      return;
    }
    add_full(found);
  }

  void add_single(Found& found) {
    found.named = names_.link(found.parts, found.name.begin, gender_of_title(found.title));
    if (!found.suffix.empty()) found.named = with_suffix(found.parts.back(), found.suffix, found.named);
    if (found.named == Names::nobody) {
      found.named = add_person(found);
      names_.by_surname_[found.parts.back()].push_back({found.name.begin, found.named});
    }
  }

  std::vector<std::uint32_t> with_surname(const std::string& surname) const {
    const auto found = surnames_.find(surname);
    return found == surnames_.end() ? std::vector<std::uint32_t>{} : found->second;
  }

  std::uint32_t add_person(const Found& found) {
    const auto index = static_cast<std::uint32_t>(names_.all_.size());
    Named named;
    named.name = std::string(text(found.name));
    named.certain = found.certain;
    named.parts = found.parts;
    if (found.parts.size() > 1) named.gender = words_.first_name_gender(text(words_in(document_.folded.text(), found.name).front()));
    names_.all_.push_back(std::move(named));
    suffixes_.push_back(found.suffix);
    surnames_[found.parts.back()].push_back(index);
    return index;
  }

  void improve(Named& named, const Found& found) {
    named.certain = named.certain || found.certain;
    if (found.parts.size() < named.parts.size() || found.name.size() <= named.name.size()) return;
    named.name = std::string(text(found.name));
    named.parts = found.parts;
  }

  void index_full_names() {
    names_.by_surname_.clear();
    names_.by_forename_.clear();
    names_.by_whole_.clear();
    for (const Found& found : persons_) {
      if (found.named == Names::nobody || found.parts.size() < 2) continue;
      const Names::Use use{found.name.begin, found.named};
      if (!is_junior(found.named)) {
        names_.by_surname_[found.parts.back()].push_back(use);
        names_.by_forename_[found.parts.front()].push_back(use);
      }
      names_.by_whole_[joined(found.parts)].push_back(use);
    }
    for (const Found& found : persons_) {
      if (found.named == Names::nobody || found.parts.size() != 1) continue;
      if (names_.all_[found.named].parts.size() == 1) names_.by_surname_[found.parts.back()].push_back({found.name.begin, found.named});
    }
    for (const auto& [key, use] : organisation_keys_) names_.by_whole_[key].push_back(use);
    for (Names::Index* index : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_}) {
      for (auto& [key, uses] : *index) std::stable_sort(uses.begin(), uses.end(), earlier);
    }
  }

  static bool earlier(const Names::Use& a, const Names::Use& b) { return a.offset < b.offset; }

  static std::string joined(const std::vector<std::string>& parts) {
    std::string whole;
    for (const std::string& part : parts) whole += (whole.empty() ? "" : " ") + part;
    return whole;
  }

  // ---- bodies

  void add_organisations() {
    const TypeId organisation = rules_.type("organisation");
    if (organisation == no_type) return;
    const std::uint32_t name_field = number_of(organisation, "name");
    std::unordered_map<std::string, std::uint32_t> known;
    for (const std::uint32_t index : annotations_.of(organisation)) {
      const Span name = field(index, name_field);
      if (name.empty() || !tells_names(name.begin) || overlaps_person(name)) continue;
      const std::vector<std::string> parts = name_parts(words_, text(name));
      if (parts.empty()) continue;
      const std::string key = joined(parts);
      const auto [entry, added] = known.emplace(key, static_cast<std::uint32_t>(names_.all_.size()));
      if (added) {
        Named named;
        named.kind = Named::Kind::organization;
        named.name = std::string(text(name));
        named.certain = true;
        named.parts = parts;
        names_.all_.push_back(std::move(named));
      }
      const Names::Use use{name.begin, entry->second};
      organisation_keys_.emplace_back(key, use);
      if (parts.size() > 1) {
        for (const std::string& part : parts) names_.by_head_[part].push_back(use);
      }
      note_acronym(name, use);
      bodies_.push_back({name, name, entry->second, 0, true, false, false, false});
    }
    for (auto& [key, uses] : names_.by_head_) std::stable_sort(uses.begin(), uses.end(), earlier);
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
    organisation_keys_.emplace_back(joined(name_parts(words_, letters)), use);
  }

  bool overlaps_person(Span span) const {
    const auto after = std::lower_bound(persons_.begin(), persons_.end(), span.end, [](const Found& found, std::uint32_t at) { return found.name.begin < at; });
    return after != persons_.begin() && (after - 1)->name.overlaps(span);
  }

  // ---- roles and genders

  Gender gender_of_title(Span title) const {
    for (const Span word : words_in(document_.folded.text(), title)) {
      if (const Gender gender = words_.title_gender(text(word)); gender != Gender::unknown) return gender;
    }
    return Gender::unknown;
  }

  void note_role(const Found& found) {
    if (found.named == Names::nobody || found.title.empty()) return;
    Named& named = names_.all_[found.named];
    if (named.gender == Gender::unknown) named.gender = gender_of_title(found.title);
    const std::vector<Span> words = words_in(document_.folded.text(), found.title);
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
    const std::vector<Span> words = words_in(document_.folded.text(), role);
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
  Span behind_possessive(Span title, const std::vector<Span>& words) const {
    for (std::size_t i = words.size(); i-- > 1;) {
      if (words_.is_possessive(text(words[i - 1]))) return {words[i].begin, title.end};
    }
    return title;
  }

  void note_role_nouns(Span role, Names::Use use) {
    std::string before;
    for (const Span word : words_in(document_.folded.text(), role)) {
      std::string noun = words_.role_noun(text(word));
      const std::string small = name_parts(words_, text(word)).empty() ? std::string() : name_parts(words_, text(word)).front();
      if (!noun.empty()) {
        names_.by_role_[noun].push_back(use);
        if (!before.empty()) names_.by_role_[before + " " + noun].push_back(use);
      }
      before = noun.empty() ? small : noun;
    }
  }

  void read_roles() {
    if (const TypeId role = rules_.type("role"); role != no_type) {
      for (const std::uint32_t index : annotations_.of(role)) read_role(index);
    }
    for (auto& [key, uses] : names_.by_role_) std::stable_sort(uses.begin(), uses.end(), earlier);
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
    if (named.affiliation.empty()) named.affiliation = without_possessive(affiliation);
    if (!role.empty()) note_role_nouns(role, {found->name.begin, found->named});
  }

  /// A role that a single person may have: not "men", "advocates".
  Span of_one(Span role) const {
    const std::vector<Span> words = words_in(document_.folded.text(), role);
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
      names_.mentions_.push_back({found.name, found.whole, found.named, 0, found.parts.size() > 1, false, false, false});
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
    for (const Names::Index* index : {&names_.by_surname_, &names_.by_forename_, &names_.by_whole_}) {
      for (const auto& [key, uses] : *index) key_shapes_[static_cast<unsigned char>(key[0])] |= size_bit(key);
    }
    for (const auto& [surname, persons] : surnames_) key_shapes_[static_cast<unsigned char>(surname[0])] |= size_bit(surname);
  }

  static std::uint64_t size_bit(std::string_view word) { return std::uint64_t{1} << std::min<std::size_t>(word.size(), 63); }

  /// Whether a capitalised word may be a key by its first letter and its size. Most words are none, and are not looked up.
  bool may_be_key(std::string_view word) const {
    const bool compared_as_it_is = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < ascii_end && c != '\''; });
    return !compared_as_it_is || (key_shapes_[static_cast<unsigned char>(word[0] | 0x20)] & size_bit(word)) != 0;
  }

  /// Surnames and forenames that stand alone.
  void find_singles(Span paragraph, std::vector<NameMention>& singles) {
    const std::string& source = document_.folded.text();
    const std::vector<Span> words = words_in(source, paragraph);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Span word = words[i];
      if (!is_capital(character_at(source, word.begin).code) || !may_be_key(text(word)) || names_.mention_at(word.begin) != nullptr) continue;
      const std::vector<std::string> parts = name_parts(words_, text(word));
      if (parts.size() != 1) continue;
      std::uint32_t named = names_.link(parts, word.begin);
      if (i + 1 < words.size() && words_.is_name_suffix(text(words[i + 1]))) named = with_suffix(parts.front(), text(words[i + 1]), named);
      if (named == Names::nobody || !tells_names(word.begin) || part_of_other_name(words, i)) continue;
      singles.push_back({word, word, named, 0, names_.all_[named].parts.size() == 1, false, false, false});
    }
  }

  /// "Lee" of "Lee Tower", "Fort Lee".
  bool part_of_other_name(const std::vector<Span>& words, std::size_t i) const {
    const std::string& source = document_.folded.text();
    const auto adjacent = [&](std::size_t a, std::size_t b) { return words[b].begin == words[a].end + 1 && source[words[a].end] == ' '; };
    if (i + 1 < words.size() && adjacent(i, i + 1) && words_.refuses_person(text(words[i + 1]))) return true;
    return i > 0 && adjacent(i - 1, i) && words_.refuses_person(text(words[i - 1])) && is_capital(character_at(source, words[i - 1].begin).code);
  }

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Structure& structure_;
  const Annotations& annotations_;
  NameContext context_;
  Names names_;
  std::vector<Found> persons_;  // by place
  std::vector<NameMention> bodies_;
  std::vector<std::pair<std::string, Names::Use>> organisation_keys_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> surnames_;
  std::vector<std::string> suffixes_;  // of each person
  std::array<std::uint64_t, 256> key_shapes_{};  // by first byte of a key of `names_` or a surname: bits for the sizes of those that begin so
  enum class Judged : std::uint8_t { not_yet, tells_names, tells_none };
  std::vector<Judged> judged_;  // by line
};

Names find_names(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations) {
  return NamesBuilder(rules, words, document, structure, annotations).build();
}

}  // namespace onrecord
