#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/statements/subjects.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// An annotation of type `attribution`, read out. Spans are in the folded text; empty ones are not there.
struct AttributionFound {
  Span speaker, cue, quote, quote2, content, content2;
  Span subject;  ///< of the nearest clause of the sentence, where it names no speaker and goes on with a subject
  Symbol lemma = 0, cue_class = 0, kind = 0;
  bool from_subject = false;    ///< names no speaker: goes on with whoever spoke in the sentence, else its subject
  bool is_label = false;        ///< the speaker is a label, before a colon or on a line of its own, where things stand, too
  bool has_list_below = false;  ///< a list that follows in the paragraphs below says the same
  std::uint32_t sentence = 0;
  RuleId rule = no_rule;
};

/// The subjects of clauses, as attributions and quotations ask for them. Refers to what it was made of.
class ClauseSubjects {
 public:
  ClauseSubjects(const RuleSet& rules, const Document& document, const Annotations& annotations, const Subjects& subjects);

  /// The subject that a participle or infinitive has to itself ("with Lee calling"); empty: none.
  Span of(Span cue) const;
  /// The subject of the nearest clause that begins inside `before`, which reaches from the start of a sentence to a cue or
  /// a quotation. A dependent clause that a comma closes does not count. Empty: none.
  Span last_inside(Span before) const;
  /// Whether a verb of saying in the passive ends right before `offset`, a comma or a colon between: its subject was told, and told nothing.
  bool were_told(std::uint32_t offset) const;
  /// Whether `name` is the subject of a dependent clause that a comma closes before `end`.
  bool closed_before(Span name, std::uint32_t end) const;
  /// The first subject inside the span, which lies in one sentence; empty: none.
  Span first_inside(Span span) const;
  /// The first subject inside the span, which lies in one sentence, that stands right behind a comma, as behind an opening adjunct, and is
  /// none of a dependent clause; empty: none.
  Span behind_comma(Span span) const;
  /// Of `speaker`, a noun phrase before a cue, the part that is the subject of the cue's own clause: of “The bridge closed after the council”,
  /// where “said” follows, “the council”. All of it where no preposition in it opens a clause.
  Span own_subject(Span speaker) const;

 private:
  std::span<const ClauseSubject> in_sentence_of(std::uint32_t offset) const;
  bool is_closed(const ClauseSubject& subject, std::uint32_t end) const;

  /// The first of them that begins at or behind `offset`.
  static std::span<const ClauseSubject>::iterator first_from(std::span<const ClauseSubject> subjects, std::uint32_t offset);

  const Document& document_;
  const Subjects& subjects_;
  const Lexicon* clause_prepositions_;       // "after"
  std::vector<std::uint32_t> passive_ends_;  // where verbs of saying in the passive end, ascending
};

/// All attributions of the document by the place of their cue. None where the rule set has no such type.
std::vector<AttributionFound> find_attributions(const RuleSet& rules, const Document& document, const Annotations& annotations, const ClauseSubjects& subjects);

}  // namespace onrecord
