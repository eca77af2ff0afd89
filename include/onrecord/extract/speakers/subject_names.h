#pragma once

#include <cstdint>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/statements/subjects.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which names seem to be the subjects of their clauses. Refers to what it was made of.
class SubjectNames {
 public:
  SubjectNames(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations, const Subjects& subjects)
      : words_(words), document_(document), annotations_(annotations), subjects_(subjects), cue_word_(rules.type("cue_word")) {}

  /// Whether the name stands at the start of a clause, before a verb, or ends what the rules found to be a subject.
  bool holds(const NameMention& mention) const;
  /// Whether the rules found a subject that both are part of: "Ann Lee and Bo Li".
  bool holds_both(const NameMention& first, const NameMention& second) const;

 private:
  bool opens_clause(Span whole) const;
  bool verb_behind(std::uint32_t end) const;
  bool ends_subject(Span name) const;
  bool is_set_off(const NameMention& mention) const;
  bool follows_subject(Span whole) const;

  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  const Subjects& subjects_;
  TypeId cue_word_;
};

}  // namespace onrecord
