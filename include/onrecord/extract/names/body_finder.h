#pragma once

#include <string>
#include <vector>

#include "onrecord/extract/names/found_names.h"
#include "onrecord/extract/names/name_lines.h"

namespace onrecord {

/// Adds the bodies that the rules found to the table of names. Refers to what it was made of.
class BodyFinder {
 public:
  BodyFinder(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations, NameLines& lines, Names& names)
      : rules_(rules), words_(words), document_(document), annotations_(annotations), lines_(lines), names_(names) {}

  /// Where no person of `persons` stands, by place, and the line has names; and those of `more`, by place, which no rule took for names of bodies.
  FoundBodies find(const std::vector<FoundName>& persons, const std::vector<Span>& more);

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }

  std::uint32_t& known(WordForm key);
  std::uint32_t known_by_initials(Span name, const std::string& form, const std::vector<std::string>& initials);
  void note_initials(const std::vector<std::string>& initials, NameUses::Use use);
  std::vector<Span> all_names(const std::vector<Span>& more) const;
  void add_organisation(Span name, std::string form);
  void note_heads(std::string_view form, NameUses::Use use);
  void note_kin(Span name, NameUses::Use use);
  Span of_body(Span name) const;
  Span without_noun(Span name) const;
  std::string short_form(Span name) const;
  bool is_surname(Span name, std::string_view form) const;
  void note_acronym(Span name, NameUses::Use use);

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  NameLines& lines_;
  Names& names_;
  FoundBodies found_;
  std::vector<std::uint32_t> known_;  // by key of the name
};

}  // namespace onrecord
