#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Of a person, as far as the text tells it: by the first name, a title, a pronoun.
enum class Gender : std::uint8_t { unknown, man, woman };

/// What a pronoun stands for.
enum class Pronoun : std::uint8_t { none, man, woman, of_man, many, thing, self, selves, relative, relative_thing, of_thing, nobody, reader };

/// What a common noun means that may be a source.
enum class SourceNoun : std::uint8_t { none, person, people, body };

/// The word lists of a rule set that tell names, nouns and pronouns apart. A list that the rule set lacks is as an empty
/// one. Valid as long as the rule set is.
class NameWords {
 public:
  explicit NameWords(const RuleSet& rules);

  Pronoun pronoun(std::string_view word) const;
  SourceNoun source_noun(std::string_view word) const;
  /// Of a first name.
  Gender first_name_gender(std::string_view word) const;
  /// Of a title or a noun for people: "Mrs", "spokesman".
  Gender title_gender(std::string_view word) const;
  /// The role noun that a word of a title or a role stands for, in small letters: "Sen" and "Senator" give "senator"; empty: none.
  std::string role_noun(std::string_view word) const;
  /// A form of address: "Mr". It tells no role.
  bool is_address(std::string_view word) const;
  /// A word that may stand before a name without being part of it.
  bool is_title(std::string_view word) const;
  /// A common noun for a body, also one that may mean a person as well: "operator".
  bool is_organisation_noun(std::string_view word) const { return has(organisation_noun_, word); }
  /// A noun for a body, which its name follows: "the charity".
  bool names_follow(std::string_view word) const { return has(trader_, word); }
  /// Which of several things a name without a known person means.
  bool is_place(std::string_view name) const;
  bool is_organisation(std::string_view name) const;
  /// The whole name of a body: "Pentagon".
  bool is_listed_body(std::string_view name) const { return has(organisation_, name); }
  /// A word of which names of things are made: "Prize".
  bool is_thing_word(std::string_view word) const { return has(thing_word_, word); }
  /// A word that makes the capitalised words beside it the name of no person.
  bool refuses_person(std::string_view word) const;

  /// Also of "Marie-Ève", if the list has "Marie".
  bool is_first_name(std::string_view word) const { return has(first_name_, word) || has(first_name_, word.substr(0, word.find('-'))); }
  bool is_article(std::string_view word) const { return has(article_, word); }
  /// "the", not "a".
  bool is_definite_article(std::string_view word) const;
  bool is_determiner(std::string_view word) const { return has(determiner_, word); }
  bool is_quantifier(std::string_view word) const { return has(quantifier_, word); }
  bool is_preposition(std::string_view word) const { return has(preposition_, word); }
  bool is_conjunction(std::string_view word) const { return has(conjunction_, word); }
  /// "both", "neither"
  bool is_pair_word(std::string_view word) const { return has(pair_word_, word); }
  bool is_subordinator(std::string_view word) const { return has(subordinator_, word); }
  bool is_possessive(std::string_view word) const { return has(possessive_, word); }
  /// "first" or "last" of a word that means one of two named before: "the latter"; else empty.
  std::string_view order_of(std::string_view word) const;
  /// "two" of a noun for two persons who act together ("the pair"), "bodies" of one for several bodies ("the agencies"); else empty.
  std::string_view joint_noun(std::string_view word) const;
  /// What a body tells in its own name: "data" of "Quilt Bank data".
  bool is_body_text(std::string_view word) const { return has(body_text_, word); }
  /// What somebody says, writes or thinks: "answer".
  bool is_spoken_thing(std::string_view word) const { return has(spoken_thing_, word); }
  /// A word of the name of what tells news: "Post", "CNN".
  bool is_news_word(std::string_view word) const { return has(news_sign_, word) || has(outlet_word_, word); }
  /// What a statement is by somebody who agrees: "echoed".
  bool is_agreeing(std::string_view word) const { return has(agreeing_participle_, word); }
  /// A noun for one person that a body may be called as well: "owner".
  bool is_person_or_body(std::string_view noun) const { return has(person_or_body_, noun); }
  /// A noun for people who come together, of a phrase that tells which: "group" of "a group of masons".
  bool is_collective(std::string_view word) const { return has(collective_, word); }
  /// What somebody is for somebody else: "his lawyer".
  bool is_own_official(std::string_view word) const { return has(own_official_, word); }
  /// A noun for somebody whom the reader knows by name: "the striker".
  bool is_epithet(std::string_view word) const { return has(epithet_, word); }
  /// The same of an office or a trade, where nobody was called so before: "the chancellor".
  bool is_office_epithet(std::string_view word) const { return has(office_epithet_, word); }
  /// Of such a noun: whether a name must stand before it, "the Quilt founder".
  bool needs_name(std::string_view noun) const;
  /// What somebody was: "former".
  bool is_past_modifier(std::string_view word) const { return has(past_modifier_, word); }
  /// An office that readers may know of without the name: "president".
  bool is_public_office(std::string_view word) const { return has(public_office_, word); }
  /// What tells how old somebody is: "58-year-old".
  bool is_age(std::string_view word) const { return ends_in(age_ending_, word); }
  /// Whether it tells of what one does as one speaks: "nodded".
  bool is_gesture(std::string_view word) const { return has(gesture_, word); }
  bool is_adverb(std::string_view word) const { return has(adverb_, word); }
  /// A word of what somebody is, before the noun: "former".
  bool is_role_modifier(std::string_view word) const { return has(role_modifier_, word); }
  bool is_demonym(std::string_view word) const { return has(demonym_, word); }
  bool never_starts_a_name(std::string_view word) const { return has(never_starts_, word); }
  /// "Jr", "III": behind a name.
  bool is_name_suffix(std::string_view word) const { return has(name_suffix_, word); }
  /// A finite verb by its form, as far as one can tell without a context.
  bool is_finite_verb(std::string_view word) const;
  /// A form of the verb that tells what something is, or of what is done to it: "was".
  bool is_be(std::string_view word) const { return has(auxiliary_be_, word); }
  /// Whether it may be a participle of what was done, or a past: "closed".
  bool may_be_past(std::string_view word) const { return has(finite_verb_, word) || ends_in(past_ending_, word); }
  /// What somebody is called by age or by country: "the 58-year-old", "the Norwegian".
  bool describes_person(std::string_view word) const { return ends_in(age_ending_, word) || (is_demonym(word) && ends_in(demonym_ending_, word)); }
  /// A noun for a firm: "company".
  bool is_firm_noun(std::string_view word) const { return kind_of_trader(word) == "firm"; }
  /// A noun for a public body: "agency".
  bool is_agency_noun(std::string_view word) const { return kind_of_trader(word) == "agency"; }
  /// A word in the names of what is no firm: "Ministry".
  bool is_public_word(std::string_view word) const { return has(public_word_, word); }
  /// A noun for a body of its members: "union", "club". Empty kinds aside, what kind of body a noun tells that a name follows: "firm", "agency".
  std::string_view kind_of_trader(std::string_view word) const;
  /// What ends the name of a firm: "Ltd".
  bool is_firm_form(std::string_view word) const { return has(firm_form_, word); }
  /// The letters that a firm goes by: "IBM".
  bool is_firm_sign(std::string_view word) const { return has(firm_sign_, word); }
  /// Whether what the verb (as it stands in the lexicon) tells of a quotation, or of anything, is what a person does, and no body.
  bool is_personal(std::string_view lemma, bool quotes) const;
  /// Letters of honour behind a name: "KC".
  bool is_honour(std::string_view word) const { return has(honour_, word); }
  /// What words for the same work have in common: "barrister" and "lawyer"; empty: nothing is known.
  std::string_view kin_of_role(std::string_view noun) const;
  /// What sort of body a word of its name, or a noun for it, tells of: "Airways" and "airline"; empty: nothing is known.
  std::string_view kin_of_body(std::string_view word) const;
  /// A verb of asking, as it stands in the lexicon.
  bool is_asking(std::string_view lemma) const { return has(asking_, lemma); }
  /// The word before an infinitive, or before a noun: "close to Lee".
  bool is_to(std::string_view word) const { return has(to_, word); }
  /// "today", "Monday": behind a noun it tells when.
  bool is_day(std::string_view word) const { return has(day_, word); }
  /// A word that ends as a present participle.
  bool is_participle(std::string_view word) const { return ends_in(participle_ending_, word); }
  /// Whether it may be a plural, by its ending.
  bool may_be_plural(std::string_view word) const { return ends_in(plural_ending_, word); }

 private:
  static bool has(const Lexicon* lexicon, std::string_view word) { return lexicon != nullptr && lexicon->find(word) != nullptr; }

  static bool ends_in(const Lexicon* endings, std::string_view word);

  const Lexicon* pronouns_;
  const Lexicon* people_noun_;
  const Lexicon* organisation_noun_;
  const Lexicon* first_name_;
  const Lexicon* title_;
  const Lexicon* title_modifier_;
  const Lexicon* place_;
  const Lexicon* organisation_;
  const Lexicon* organisation_word_;
  const Lexicon* thing_word_;
  const Lexicon* article_;
  const Lexicon* determiner_;
  const Lexicon* quantifier_;
  const Lexicon* preposition_;
  const Lexicon* conjunction_;
  const Lexicon* pair_word_;
  const Lexicon* subordinator_;
  const Lexicon* possessive_;
  const Lexicon* adverb_;
  const Lexicon* demonym_;
  const Lexicon* never_starts_;
  const Lexicon* name_suffix_;
  const Lexicon* role_modifier_;
  const Lexicon* past_ending_;
  const Lexicon* participle_ending_;
  const Lexicon* plural_ending_;
  const Lexicon* age_ending_;
  const Lexicon* demonym_ending_;
  const Lexicon* asking_;
  const Lexicon* trader_;
  const Lexicon* honour_;
  const Lexicon* personal_verb_;
  const Lexicon* firm_form_;
  const Lexicon* firm_sign_;
  const Lexicon* role_kin_;
  const Lexicon* body_kin_;
  const Lexicon* public_word_;
  const Lexicon* day_;
  const Lexicon* gesture_;
  const Lexicon* order_noun_;
  const Lexicon* role_participle_;
  const Lexicon* joint_noun_;
  const Lexicon* collective_;
  const Lexicon* own_official_;
  const Lexicon* body_text_;
  const Lexicon* spoken_thing_;
  const Lexicon* news_sign_;
  const Lexicon* outlet_word_;
  const Lexicon* agreeing_participle_;
  const Lexicon* person_or_body_;
  const Lexicon* epithet_;
  const Lexicon* office_epithet_;
  const Lexicon* past_modifier_;
  const Lexicon* public_office_;
  const Lexicon* to_;
  const Lexicon* finite_verb_;
  const Lexicon* auxiliary_be_;
  std::vector<const Lexicon*> finite_;
};

}  // namespace onrecord
