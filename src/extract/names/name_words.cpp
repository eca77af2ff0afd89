#include "onrecord/extract/names/name_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

std::string_view attribute_of(const Lexicon* lexicon, std::string_view word, std::string_view column) {
  if (lexicon == nullptr) return {};
  const LexiconEntry* entry = lexicon->find(word);
  return entry == nullptr ? std::string_view() : lexicon->attribute(*entry, column);
}

Gender gender_of(std::string_view letter) {
  if (letter == "m") return Gender::man;
  return letter == "f" ? Gender::woman : Gender::unknown;
}

}  // namespace

NameWords::NameWords(const RuleSet& rules)
    : pronouns_(rules.lexicon("pronouns")),
      people_noun_(rules.lexicon("people_noun")),
      organisation_noun_(rules.lexicon("organisation_noun")),
      first_name_(rules.lexicon("first_name")),
      title_(rules.lexicon("title")),
      title_modifier_(rules.lexicon("title_modifier")),
      place_(rules.lexicon("place_name")),
      organisation_(rules.lexicon("organisation_name")),
      organisation_word_(rules.lexicon("organisation_word")),
      thing_word_(rules.lexicon("thing_word")),
      article_(rules.lexicon("article")),
      determiner_(rules.lexicon("determiner")),
      quantifier_(rules.lexicon("quantifier")),
      preposition_(rules.lexicon("preposition")),
      conjunction_(rules.lexicon("conjunction")),
      pair_word_(rules.lexicon("pair_word")),
      subordinator_(rules.lexicon("subordinator")),
      possessive_(rules.lexicon("possessive_mark")),
      adverb_(rules.lexicon("adverb")),
      demonym_(rules.lexicon("demonym")),
      never_starts_(rules.lexicon("never_starts_a_name")),
      name_suffix_(rules.lexicon("name_suffix")),
      role_modifier_(rules.lexicon("role_modifier")),
      past_ending_(rules.lexicon("past_ending")),
      participle_ending_(rules.lexicon("participle_ending")),
      plural_ending_(rules.lexicon("plural_ending")),
      age_ending_(rules.lexicon("age_ending")),
      demonym_ending_(rules.lexicon("demonym_ending")),
      asking_(rules.lexicon("asking")),
      trader_(rules.lexicon("trader")),
      honour_(rules.lexicon("honour")),
      personal_verb_(rules.lexicon("personal_verb")),
      firm_form_(rules.lexicon("firm_form")),
      firm_sign_(rules.lexicon("firm_sign")),
      role_kin_(rules.lexicon("role_kin")),
      body_kin_(rules.lexicon("body_kin")),
      public_word_(rules.lexicon("public_word")),
      day_(rules.lexicon("day")),
      gesture_(rules.lexicon("gesture")),
      order_noun_(rules.lexicon("order_noun")),
      role_participle_(rules.lexicon("role_participle")),
      joint_noun_(rules.lexicon("joint_noun")),
      collective_(rules.lexicon("collective")),
      own_official_(rules.lexicon("own_official")),
      body_text_(rules.lexicon("body_text")),
      spoken_thing_(rules.lexicon("spoken_thing")),
      news_sign_(rules.lexicon("news_sign")),
      outlet_word_(rules.lexicon("outlet_word")),
      agreeing_participle_(rules.lexicon("agreeing_participle")),
      person_or_body_(rules.lexicon("person_or_body")),
      epithet_(rules.lexicon("epithet")),
      office_epithet_(rules.lexicon("office_epithet")),
      past_modifier_(rules.lexicon("past_modifier")),
      public_office_(rules.lexicon("public_office")),
      to_(rules.lexicon("to")),
      finite_verb_(rules.lexicon("finite")),
      auxiliary_be_(rules.lexicon("auxiliary_be")) {
  for (const Lexicon* lexicon : {finite_verb_, auxiliary_be_, rules.lexicon("auxiliary_have"), rules.lexicon("auxiliary_modal")}) {
    if (lexicon != nullptr) finite_.push_back(lexicon);
  }
}

Pronoun NameWords::pronoun(std::string_view word) const {
  static constexpr std::array<std::pair<std::string_view, Pronoun>, 12> meanings{{{"man", Pronoun::man},
                                                                                  {"woman", Pronoun::woman},
                                                                                  {"of_man", Pronoun::of_man},
                                                                                  {"of_thing", Pronoun::of_thing},
                                                                                  {"many", Pronoun::many},
                                                                                  {"thing", Pronoun::thing},
                                                                                  {"self", Pronoun::self},
                                                                                  {"selves", Pronoun::selves},
                                                                                  {"relative", Pronoun::relative},
                                                                                  {"relative_thing", Pronoun::relative_thing},
                                                                                  {"nobody", Pronoun::nobody},
                                                                                  {"reader", Pronoun::reader}}};
  const std::string_view means = attribute_of(pronouns_, word, "means");
  const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const auto& meaning) { return meaning.first == means; });
  return means.empty() || found == meanings.end() ? Pronoun::none : found->second;
}

SourceNoun NameWords::source_noun(std::string_view word) const {
  const LexiconEntry* person = people_noun_ == nullptr ? nullptr : people_noun_->find(word);
  const bool is_small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
  if (person == nullptr && people_noun_ != nullptr && !is_small) person = people_noun_->find(lower_case_first(word));
  if (const std::string_view number = person == nullptr ? std::string_view() : people_noun_->attribute(*person, "number"); !number.empty()) {
    return number == "many" ? SourceNoun::people : SourceNoun::person;
  }
  return has(organisation_noun_, word) ? SourceNoun::body : SourceNoun::none;
}

Gender NameWords::first_name_gender(std::string_view word) const {
  return gender_of(attribute_of(first_name_, has(first_name_, word) ? word : word.substr(0, word.find('-')), "gender"));
}

Gender NameWords::title_gender(std::string_view word) const {
  const Gender gender = gender_of(attribute_of(title_, word, "gender"));
  return gender != Gender::unknown ? gender : gender_of(attribute_of(people_noun_, lower_case_first(word), "gender"));
}

std::string NameWords::role_noun(std::string_view word) const {
  if (const std::string_view noun = attribute_of(title_, word, "noun"); !noun.empty()) return std::string(noun);
  const std::string small = lower_case(word);
  if (const std::string_view noun = attribute_of(role_participle_, small, "noun"); !noun.empty()) return std::string(noun);
  return attribute_of(people_noun_, small, "number") == "one" ? small : std::string();
}

bool NameWords::is_personal(std::string_view lemma, bool quotes) const {
  return has(personal_verb_, lemma) && (quotes || attribute_of(personal_verb_, lemma, "of").empty());
}
std::string_view NameWords::joint_noun(std::string_view word) const { return attribute_of(joint_noun_, word, "of"); }
bool NameWords::needs_name(std::string_view noun) const { return !attribute_of(office_epithet_, noun, "with").empty(); }
std::string_view NameWords::order_of(std::string_view word) const { return attribute_of(order_noun_, word, "which"); }
bool NameWords::is_definite_article(std::string_view word) const { return attribute_of(article_, word, "kind") == "definite"; }
std::string_view NameWords::kind_of_trader(std::string_view word) const { return attribute_of(trader_, word, "kind"); }
std::string_view NameWords::kin_of_role(std::string_view noun) const { return attribute_of(role_kin_, noun, "kin"); }
std::string_view NameWords::kin_of_body(std::string_view word) const { return attribute_of(body_kin_, word, "kin"); }
bool NameWords::is_address(std::string_view word) const { return !attribute_of(title_, word, "use").empty(); }
bool NameWords::is_title(std::string_view word) const { return has(title_, word) || has(title_modifier_, word); }
bool NameWords::is_place(std::string_view name) const { return has(place_, name); }
bool NameWords::is_organisation(std::string_view name) const { return has(organisation_, name) || has(organisation_word_, name); }
bool NameWords::refuses_person(std::string_view word) const { return has(organisation_word_, word) || has(thing_word_, word); }

bool NameWords::is_finite_verb(std::string_view word) const {
  if (std::any_of(finite_.begin(), finite_.end(), [&](const Lexicon* lexicon) { return has(lexicon, word); })) return true;
  return ends_in(past_ending_, word);
}

bool NameWords::ends_in(const Lexicon* endings, std::string_view word) {
  if (endings == nullptr) return false;
  const auto& entries = endings->entries();
  return std::any_of(entries.begin(), entries.end(), [&](const LexiconEntry& ending) { return word.ends_with(endings->word(ending)); });
}

}  // namespace onrecord
