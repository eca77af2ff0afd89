#include "onrecord/check/lints.h"

namespace onrecord {

// `tests/check_program_names.py` holds both lists against the sources.

const std::vector<std::string_view>& lexicons_of_the_program() {
  static const std::vector<std::string_view> names = {
      "abbreviations_other",
      "abbreviations_title",
      "adverb",
      "age_ending",
      "article",
      "asking",
      "auxiliary_be",
      "auxiliary_have",
      "auxiliary_modal",
      "byline_end",
      "confidence.resolution",
      "confidence.rule",
      "conjunction",
      "demonym",
      "demonym_ending",
      "determiner",
      "elisions",
      "finite",
      "firm_form",
      "first_name",
      "honour",
      "name_suffix",
      "never_starts_a_name",
      "organisation_name",
      "organisation_noun",
      "organisation_word",
      "page_byline",
      "page_comments",
      "page_noise",
      "participle_ending",
      "past_ending",
      "people_noun",
      "personal_verb",
      "place_name",
      "possessive_mark",
      "preposition",
      "pronouns",
      "public_word",
      "quantifier",
      "role_kin",
      "role_modifier",
      "sentence_openers",
      "speech_forms",
      "status.complementizers",
      "status.conditions",
      "status.cues",
      "status.hedges",
      "status.modals",
      "status.negation",
      "status.nothing",
      "status.relatives",
      "status.subordinators",
      "stop_words",
      "subordinator",
      "trader",
      "thing_word",
      "title",
      "title_modifier",
      "to",
      "work_words",
  };
  return names;
}

const std::vector<std::string_view>& types_of_the_program() {
  static const std::vector<std::string_view> names = {
      "attribution",
      "byline",
      "callout",
      "caption",
      "cue",
      "cue_word",
      "dateline",
      "faq",
      "faq_answer",
      "furniture",
      "heading",
      "headline",
      "narrator_claim",
      "organisation",
      "paragraph",
      "person",
      "quotation",
      "role",
      "subject",
      "title",
  };
  return names;
}

}  // namespace onrecord
