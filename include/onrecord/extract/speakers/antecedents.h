#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "onrecord/extract/names/name_context.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/speaker_list.h"
#include "onrecord/extract/speakers/subject_names.h"

namespace onrecord {

/// Whom a pronoun means.
struct Antecedent {
  std::vector<std::uint32_t> speakers;  ///< empty: cannot tell
  std::uint32_t offset = 0;             ///< where they were called so, or spoke, last
  bool spoke = false;                   ///< of a person: whether that is who spoke last
  bool leads = false;                   ///< of a person: whether that is the subject there, and the first who is named in the sentence
  Span said{};                          ///< of a group or a body that spoke: what it said; empty: not known
};

/// Finds whom a pronoun means, from who spoke before and who is named near it. Names inside quotation marks never count.
/// Refers to what it was made of.
class Antecedents {
 public:
  Antecedents(const Document& document, const Names& names, const NameContext& context, const SubjectNames& subjects, SpeakerList& speakers)
      : document_(document), names_(names), context_(context), subjects_(subjects), speakers_(speakers), is_subject_(names.mentions().size()) {}

  /// Notes that the speakers `spoke`, the main one first, said `content`; the words at `offset` say so.
  void note(const std::vector<std::uint32_t>& spoke, std::uint32_t offset, Span content);

  /// The bodies with a name that spoke so far, in no order.
  const std::unordered_set<std::uint32_t>& bodies() const { return bodies_; }

  /// The bodies with a name that spoke before `offset` in a paragraph (an index), the last one first, each once.
  std::vector<std::uint32_t> bodies_in(std::uint32_t paragraph, std::uint32_t offset) const;

  /// The body or group that spoke last in a sentence (an index); `SpeakerList::none`: none did.
  std::uint32_t body_of_sentence(std::uint32_t sentence) const;

  /// Those whom the pronoun at `offset` means. Who is named in what it says (`content`) is as a rule somebody else.
  Antecedent of(Pronoun pronoun, std::uint32_t offset, Span content) const;

 private:
  struct Spoke {
    std::vector<std::uint32_t> speakers;
    std::uint32_t offset = 0;
    std::uint32_t paragraph = 0;
    Span content;
  };

  /// Names before a pronoun in its paragraph that fit it, by what they were there; null: none.
  struct Candidates {
    const NameMention* subject_of_sentence = nullptr;
    const NameMention* newest_subject_here = nullptr;  // since somebody spoke last
    const NameMention* subject_of_sentence_before = nullptr;
    const NameMention* first_subject_here = nullptr;   // or whom it introduced since, as a subject
    const NameMention* likely_subject_here = nullptr;  // a name of which nothing else is known
    const NameMention* introduced_here = nullptr;
    const NameMention* agreeing_before = nullptr;  // in the sentence before: "echoed by Ann Lee"
    const NameMention* topic = nullptr;            // its first possessive
  };

  Candidates candidates(Gender gender, std::uint32_t offset, Span content, const Spoke* last) const;
  const NameMention* newest(Gender gender, std::uint32_t offset, Span content) const;
  const NameMention* subject_of_paragraph_before(Gender gender, std::uint32_t offset, Span content, const Spoke& last) const;
  const NameMention* introduced_above(Gender gender, std::uint32_t offset, Span content, const Spoke& last) const;
  const NameMention* newest_likely(std::uint32_t offset, Span content) const;
  Antecedent of_person(Gender gender, std::uint32_t offset, Span content) const;
  std::uint32_t of_relative(std::uint32_t offset, bool person) const;
  bool may_be_one(const Spoke& spoke, std::uint32_t paragraph) const;
  Antecedent of_many(std::uint32_t offset, Span content) const;
  Antecedent of_selves(std::uint32_t offset, Span content) const;
  Antecedent joint_subject(std::uint32_t offset, Span content, std::uint32_t since) const;
  Antecedent of_body(std::uint32_t offset, Span content) const;

  const Spoke* last_fitting(Gender gender, std::uint32_t offset) const;
  bool fits(const NameMention& mention, Gender gender) const;
  bool may_fit(const NameMention& mention) const;
  bool is_subject(std::size_t mention) const;
  bool is_in_list(std::size_t mention) const;
  bool leads(std::size_t mention) const;

  const Document& document_;
  const Names& names_;
  const NameContext& context_;
  const SubjectNames& subjects_;
  SpeakerList& speakers_;
  std::vector<Spoke> spoke_;
  std::unordered_set<std::uint32_t> bodies_;  // those with a name that spoke
  enum class Answer : std::uint8_t { not_asked, yes, no };
  mutable std::vector<Answer> is_subject_;  // by mention: many pronouns ask for the same names
};

}  // namespace onrecord
