#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/name_uses.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A person or a body that the article calls by name.
struct Named {
  enum class Kind : std::uint8_t { person, organization };
  Kind kind = Kind::person;
  std::string name;  ///< the longest form, without title
  Gender gender = Gender::unknown;
  bool certain = false;  ///< more than the shape of the name tells that it is a person
  Span role;             ///< the words that tell what the person is; empty: unknown
  Span affiliation;      ///< the body or place that the person belongs to; empty: unknown
  std::string form;      ///< the name as names are compared: see `name_form`
};

/// The words of a name as names are compared, single spaces between them: in small letters, apostrophes straight, without initials,
/// nicknames and "Jr".
std::string name_form(const NameWords& words, const Document& document, Span name);
/// How many words it has.
std::size_t parts_of(std::string_view form);
std::string_view first_part(std::string_view form);
std::string_view last_part(std::string_view form);

/// A place where somebody is called by name.
struct NameMention {
  Span name;                    ///< without title
  Span whole;                   ///< with it
  std::uint32_t named = 0;      ///< index into `Names::all`
  std::uint32_t paragraph = 0;  ///< index
  bool full = false;            ///< more than a surname or a forename
  bool quoted = false;          ///< inside quotation marks
  bool possessive = false;      ///< "Lee's"
  bool modifier = false;        ///< tells of somebody else: "a Lee endorser"
  bool introduces = false;      ///< the first of somebody, in full
};

/// Everybody who is called by name in an article, and where. Titles of the article, headings, furniture and other lines of
/// capitalised words tell no names.
class Names {
 public:
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;

  const std::vector<Named>& all() const { return all_; }
  const std::vector<NameMention>& mentions() const { return mentions_; }  ///< by place; they do not overlap
  bool is_person(const NameMention& mention) const { return all_[mention.named].kind == Named::Kind::person; }

  /// Who is meant by a name (see `name_form`) at `offset`: the one whose full name stood last before it, else the first
  /// one after. Surnames go before forenames, those before other parts; a gender that is known must fit. `nobody` where no such name is known.
  std::uint32_t link(std::string_view form, std::uint32_t offset, Gender gender = Gender::unknown) const;
  /// The only person whose surname is one slip of the pen away from `part`; else, and where hundreds are named, `nobody`.
  std::uint32_t link_misspelt(std::string_view part) const;
  /// The newest person before `offset` who has the role that the words tell ("vice", "president"; "fire", "chief"), the last a noun, else `nobody`.
  std::uint32_t link_role(const std::vector<std::string>& words, std::uint32_t offset) const;
  /// The only person before `offset` who has the role that a noun tells; none or several: `nobody`.
  std::uint32_t only_with_role(std::string_view noun, std::uint32_t offset) const;
  /// The newest person before `offset` whose role is of this kin: what words for the same work have in common (`NameWords::kin_of_role`).
  std::uint32_t link_kin(std::string_view kin, std::uint32_t offset) const;
  /// The newest body before `offset` whose name has `part` in it beside other words.
  std::uint32_t link_head(std::string_view part, std::uint32_t offset) const;
  /// The only body before `offset` whose name has a word of this kin (`NameWords::kin_of_body`); none or several: `nobody`.
  std::uint32_t only_body_of_kin(std::string_view kin, std::uint32_t offset) const;
  /// Whether the name of a body begins with `part`, words that many bodies have aside: "quilt" of "Laboratories Quilt".
  bool stands_first(std::uint32_t body, std::string_view part, const NameWords& words) const;

  /// The mention whose name covers `offset` or starts there; null: none.
  const NameMention* mention_at(std::uint32_t offset) const;
  /// Index of the first mention that begins at or behind `offset`.
  std::size_t first_from(std::uint32_t offset) const;

 private:
  // Those who build it.
  friend class NamesBuilder;
  friend class PersonTable;
  friend class BodyFinder;
  friend class RoleReader;
  friend class MentionFinder;
  using Use = NameUses::Use;

  const Use* nearest_use(const NameUses& uses, WordForm key, std::uint32_t offset, Gender gender) const;
  std::uint32_t only_before(const NameUses& uses, std::string_view key, std::uint32_t offset) const;
  std::uint32_t newest_before(const NameUses& uses, std::string_view key, std::uint32_t offset) const;

  std::vector<Named> all_;
  std::vector<NameMention> mentions_;
  WordTableBuilder keys_;   // parts of names and whole ones
  WordTableBuilder nouns_;  // of roles and of bodies
  NameUses by_surname_, by_forename_, by_whole_, by_middle_, by_role_, by_kin_, by_head_, by_body_kin_;
};

/// Finds everybody called by name. The rule set's types `person`, `organisation` and `role` are read, as far as it has them.
Names find_names(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations);

}  // namespace onrecord
