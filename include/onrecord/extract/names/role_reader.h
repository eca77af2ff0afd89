#pragma once

#include <string_view>
#include <vector>

#include "onrecord/extract/names/found_names.h"
#include "onrecord/extract/names/inside_words.h"

namespace onrecord {

/// Reads what titles, appositions and possessives tell of persons: role, affiliation, gender. Refers to what it was made of.
class RoleReader {
 public:
  RoleReader(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations, const std::vector<FoundName>& persons,
             const std::vector<FoundName>& of_title, const FoundBodies& bodies, Names& names)
      : rules_(rules),
        words_(words),
        document_(document),
        annotations_(annotations),
        persons_(persons),
        of_title_(of_title),
        bodies_(bodies),
        names_(names),
        inside_(document) {}

  /// Notes them in the table of names; titles first.
  void run();

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }
  Span field(std::uint32_t annotation, std::string_view name) const;

  void note_role(const FoundName& found);
  Span with_joined(Span title) const;
  bool goes_before_noun(Span word) const;
  void take_role(Named& named, Span role) const;
  Span behind_place(Named& named, Span role) const;
  Span behind_body(Named& named, Span role) const;
  bool may_be_in_body(Span word) const;
  Span behind_possessive(Span title, const WordSpans& words) const;
  bool holds_preposition(const WordSpans& words) const;
  Span noun_before(Span address) const;
  Span before_address(Span title) const;
  void note_role_nouns(Span role, NameUses::Use use);
  void read_role(std::uint32_t index);
  Span of_one(Span role) const;
  Span body_before(Span title);
  Span body_before_brackets(Span title) const;
  Span capitalised_before(Span title) const;
  bool may_be_of_body(Span word) const;
  bool tells_of_person(std::string_view word) const;
  Span without_modifiers(Span affiliation) const;
  bool capitals_tell(Span body, Span title) const;
  bool is_person(Span affiliation) const;

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  const std::vector<FoundName>& persons_;   // by place
  const std::vector<FoundName>& of_title_;  // those in titles
  const FoundBodies& bodies_;
  Names& names_;
  InsideWords inside_;
};

}  // namespace onrecord
