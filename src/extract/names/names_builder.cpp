#include <algorithm>
#include <string>
#include <unordered_set>

#include "onrecord/extract/names/body_brackets.h"
#include "onrecord/extract/names/body_finder.h"
#include "onrecord/extract/names/found_names.h"
#include "onrecord/extract/names/mention_finder.h"
#include "onrecord/extract/names/name_context.h"
#include "onrecord/extract/names/name_lines.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/names/person_table.h"
#include "onrecord/extract/names/role_reader.h"

namespace onrecord {

/// Builds the table in the order in which a reader would be sure: full names, surnames behind a title, bodies; then every other
/// capitalised word that is one of the names known by then.
class NamesBuilder {
 public:
  NamesBuilder(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations)
      : rules_(rules),
        words_(words),
        document_(document),
        annotations_(annotations),
        lines_(document, structure),
        context_(words, document),
        table_(names_, words, document) {}

  Names build() {
    with_letters_ = names_with_letters(words_, document_);
    collect_persons();
    drop_bodies();
    table_.add_full_names(persons_);
    table_.index(persons_, {});
    add_names_of_title();
    table_.add_singles(persons_);
    const FoundBodies bodies = BodyFinder(rules_, words_, document_, annotations_, lines_, names_).find(persons_, all_more_bodies());
    table_.index(persons_, bodies);
    link_names_of_title();
    RoleReader(rules_, words_, document_, annotations_, persons_, of_title_, bodies, names_).run();
    MentionFinder(words_, document_, context_, lines_, table_, names_).run(persons_, bodies);
    vote_on_genders();
    return std::move(names_);
  }

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }

  Span field(std::uint32_t index, std::uint32_t number) const { return number == no_field ? Span{} : annotations_.value(index, number).span; }

  void collect_persons() {
    const TypeId person = rules_.type("person");
    if (person == no_type) return;
    const Type& type = rules_.types()[person];
    const Symbol shape = rules_.symbol("shape");
    const std::uint32_t known = type.field("known");
    const std::uint32_t name = type.field("name");
    const std::uint32_t title = type.field("title");
    for (const std::uint32_t index : annotations_.of(person)) {
      FoundName found;
      found.whole = annotations_.at(index).span;
      found.name = behind_nickname(behind_initials_of_body(without_possessive(words_, document_, field(index, name))));
      found.title = field(index, title);
      if (found.name.empty()) continue;
      const Span own = lines_.within_label(found.name);
      const bool is_label = own != found.name;
      if (is_label) {
        found.name = found.whole = own;
        found.title = {};
      }
      part_from_noun(found);
      const bool in_title = !lines_.tell_names(found.name.begin);
      if (in_title && !lines_.is_title(found.name.begin)) continue;
      found.titled = !found.title.empty();
      found.certain = is_label || known == no_field || annotations_.value(index, known).symbol != shape;
      if ((!found.certain && is_in_body(found.name)) || is_in_firm(found.name)) continue;
      if (!found.certain && found.title.empty() && has_letters(found.name)) continue;
      if (!found.certain && found.title.empty() && lines_.tell_names(found.name.begin) && is_told_as_body(found.name)) {
        more_bodies_.push_back(found.name);
        continue;
      }
      found.form = name_form(words_, document_, found.name);
      found.parts = parts_of(found.form);
      found.suffix = suffix_of(found.name);
      if (found.parts == 0) continue;
      found.certain = found.certain || (found.parts > 1 && table_.begins_with_first_name(found));
      if (!in_title) persons_.push_back(std::move(found));
      else if (found.certain && found.parts > 1) of_title_.push_back(std::move(found));
    }
  }

  /// What only looks like a person's name is none where the text has the same name for a body: "the firm Quilt Lane".
  void drop_bodies() {
    const TypeId organisation = rules_.type("organisation");
    const auto may_be_body = [](const FoundName& found) { return !found.certain && !found.titled; };
    if (organisation == no_type || std::none_of(persons_.begin(), persons_.end(), may_be_body)) return;
    const std::uint32_t name = rules_.types()[organisation].field("name");
    std::unordered_set<std::string> bodies;
    for (const std::uint32_t index : annotations_.of(organisation)) bodies.insert(name_form(words_, document_, field(index, name)));
    for (const Span body : all_more_bodies()) bodies.insert(name_form(words_, document_, body));
    std::erase_if(persons_, [&](const FoundName& found) { return may_be_body(found) && bodies.contains(found.form); });
  }

  /// "Lee" of "Ann 'Bridge' Lee": the mark that closes a nickname is no letter of it.
  Span behind_nickname(Span name) const {
    const std::string_view form = text(name);
    const std::size_t mark = std::min(form.find("' "), form.find("\u2019 "));
    if (mark == std::string_view::npos) return name;
    const std::uint32_t begin = name.begin + static_cast<std::uint32_t>(form.find(' ', mark)) + 1;
    const auto closes = [&](const Quotation& quotation) { return quotation.span.end + 1 == begin && quotation.span.begin < name.begin; };
    return std::any_of(document_.quotations.begin(), document_.quotations.end(), closes) ? Span{begin, name.end} : name;
  }

  /// "Adjudicator Quimper Lee": a noun that opens a sentence is what somebody is, and no part of the name.
  void part_from_noun(FoundName& found) const {
    const WordSpans words = document_.words_in(found.name);
    if (!found.title.empty() || words.size() < 3 || !document_.opens_sentence(found.name.begin)) return;
    const std::string_view first = text(words.front());
    if (words_.is_first_name(first) || words_.source_noun(first) != SourceNoun::person) return;
    found.title = words.front();
    found.name.begin = words[1].begin;
  }

  /// "Quilt Lane (QL)", "Roads Industry" of "Quilt Roads Industry", "the QRI": the letters tell that it is a body.
  bool has_letters(Span name) const { return overlaps_one(with_letters_, name); }

  /// By place.
  std::vector<Span> all_more_bodies() const {
    std::vector<Span> all = with_letters_;
    all.insert(all.end(), more_bodies_.begin(), more_bodies_.end());
    std::sort(all.begin(), all.end());
    return all;
  }

  /// "Quilt Lane" of "watchmaker Quilt Lane SA".
  bool is_in_firm(Span name) const {
    const std::span<const Span> behind = document_.words.from(name.end);
    const bool adjacent = !behind.empty() && behind.front().begin == name.end + 1;
    return adjacent && words_.is_firm_form(text(behind.front())) && is_in_body(name);
  }

  /// "the Quilt Lane said", "Quilt Lane, which": no person is told so.
  bool is_told_as_body(Span name) const {
    const std::string_view behind = std::string_view(document_.folded.text()).substr(name.end);
    const std::span<const Span> next = document_.words.from(name.end);
    const bool word_follows = !next.empty() && next.front().begin <= name.end + 2;
    const std::string_view word = word_follows ? text(next.front()) : std::string_view();
    if (behind.starts_with(", ") && words_.pronoun(word) == Pronoun::relative_thing) return true;
    return word_follows && follows_definite_article(name) && behind.starts_with(' ') && (words_.is_finite_verb(word) || words_.is_preposition(word));
  }

  bool follows_definite_article(Span name) const {
    const std::string_view before = document_.folded.before(name.begin, longest_word_before);
    if (!before.ends_with(' ')) return false;
    const std::size_t space = before.rfind(' ', before.size() - 2);
    return space != std::string_view::npos && words_.is_definite_article(before.substr(space + 1, before.size() - space - 2));
  }

  /// "Infectious Diseases" of "Quilt Institute of Allergy and Infectious Diseases".
  bool is_in_body(Span name) const {
    const TypeId organisation = rules_.type("organisation");
    const std::uint32_t body = organisation == no_type ? Annotations::none : annotations_.containing(organisation, name);
    return body != Annotations::none && (annotations_.at(body).span.begin < name.begin || annotations_.at(body).span.end > name.end);
  }

  /// Of a title only who is nowhere else called by a full name: "Lee" below "Mason Ann Lee Closes Bridge".
  void add_names_of_title() {
    bool added = false;
    for (FoundName& found : of_title_) {
      if (found.parts > 2 && lengthens(found)) continue;
      if (lines_.is_headline(found.name.begin)) keep_two_words(found);
      if (found.parts < 2 || names_.link(last_part(found.form), found.name.begin) != Names::nobody || !is_used_below(found)) continue;
      std::vector<FoundName> one{std::move(found)};
      table_.add_full_names(one);
      const auto place =
          std::upper_bound(persons_.begin(), persons_.end(), one[0].name.begin, [](std::uint32_t at, const FoundName& other) { return at < other.name.begin; });
      persons_.insert(place, std::move(one[0]));
      added = true;
    }
    if (added) table_.index(persons_, {});
  }

  /// Tells who of the table is meant by those names in titles that stand behind what somebody is: "Mayor Ann Lee Closes Bridge".
  void link_names_of_title() {
    for (FoundName& found : of_title_) {
      if (found.titled && found.parts > 1 && found.named == Names::nobody) found.named = names_.link(found.form, found.name.begin);
    }
  }

  /// "Ann Lee Trask" where the text below has only "Lee Trask": makes that the longer name.
  bool lengthens(const FoundName& found) {
    const std::size_t space = found.form.find(' ');
    const std::uint32_t known = names_.link(found.form.substr(space + 1), found.name.begin);
    if (known == Names::nobody || parts_of(names_.all_[known].form) < 2 || names_.all_[known].form != found.form.substr(space + 1)) return false;
    Named& named = names_.all_[known];
    if (named.kind != Named::Kind::person) return false;
    named.name = std::string(text(found.name));
    named.form = found.form;
    named.certain = true;
    named.gender = words_.first_name_gender(text(document_.words_in(found.name).front()));
    return true;
  }

  /// In a headline all words have capitals, so a name may be followed by others.
  void keep_two_words(FoundName& found) const {
    const WordSpans words = document_.words_in(found.name);
    if (words.size() < 3) return;
    found.name.end = found.whole.end = words[1].end;
    found.form = name_form(words_, document_, found.name);
    found.parts = parts_of(found.form);
    found.suffix = {};
  }

  /// Whether the surname stands alone somewhere below the title.
  bool is_used_below(const FoundName& found) const {
    const std::string_view surname = text(document_.words_in(found.name).back());
    if (document_.folded.text().find(surname, found.name.end) != std::string::npos) return true;
    // In other letters, as labels of transcripts have them: "MR. LEE:".
    return std::any_of(persons_.begin(), persons_.end(), [&](const FoundName& person) { return last_part(person.form) == last_part(found.form); });
  }

  /// "Ann Lee" of "the envoy to the U.N. Ann Lee".
  Span behind_initials_of_body(Span name) const {
    if (document_.folded.text().substr(name.begin + 1, 1) != ".") return name;
    const WordSpans words = document_.words_in(name);
    if (words.size() < 3) return name;
    const std::string_view initials = text({name.begin, words[1].begin - 1});
    return words_.is_organisation(initials) || words_.is_place(initials) ? Span{words[1].begin, name.end} : name;
  }

  Span suffix_of(Span name) const {
    const WordSpans words = document_.words_in(name);
    return !words.empty() && words_.is_name_suffix(text(words.back())) ? words.back() : Span{};
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

  static constexpr std::uint32_t longest_word_before = 12;  // with the spaces around it

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  NameLines lines_;
  NameContext context_;
  Names names_;
  PersonTable table_;
  std::vector<FoundName> persons_;  // by place
  std::vector<FoundName> of_title_;
  std::vector<Span> with_letters_;  // bodies whose letters the text tells, by place
  std::vector<Span> more_bodies_;   // what looks like a person's name, and is a body's
};

Names find_names(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations) {
  return NamesBuilder(rules, words, document, structure, annotations).build();
}

}  // namespace onrecord
