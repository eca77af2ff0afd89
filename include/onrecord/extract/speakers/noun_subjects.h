#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/subject_names.h"
#include "onrecord/extract/statements/subjects.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The subjects of clauses (annotations of type `subject`) that a pronoun may mean although nothing was attributed to them:
/// "The commission met on Friday. It …". Refers to what it was made of.
class NounSubjects {
 public:
  NounSubjects(const NameWords& words, const Document& document, const Names& names, const Subjects& subjects, const SubjectNames& subject_names)
      : words_(words),
        document_(document),
        names_(names),
        subjects_(subjects),
        subject_names_(subject_names),
        heads_(document.sentences.size()),
        kinds_(document.sentences.size()) {}

  /// The last of them that fits the pronoun at `offset`, from the sentence of the pronoun or one shortly before it; for "it" a
  /// body, called by noun or by name, for "they" a group of people or else a body, for "he" and "she" a person whom a noun names.
  /// None where the last stands before `since`. Subjects of `content`, which the pronoun's speaker says, do not count.
  std::optional<MentionHead> between(std::uint32_t since, std::uint32_t offset, Pronoun pronoun, Span content);

 private:
  struct Head {
    Span subject;
    MentionHead head;  // a name or a noun; who is meant by a pronoun is no answer
  };

  struct Place {
    std::uint32_t since = 0;
    std::uint32_t offset = 0;  // of the pronoun
    Span content;              // of its statement
  };

  /// Of what the words of a sentence can tell.
  struct Kinds {
    bool person = false, people = false, body = false;
  };

  std::optional<MentionHead> last_of(SourceNoun what, Gender gender, const Place& place);
  std::optional<MentionHead> last_before(SourceNoun what, Gender gender, const Place& place);
  /// The subjects of a sentence whose heads may be meant, read once: many pronouns ask for them.
  const std::vector<Head>& heads_in(std::uint32_t sentence);
  /// Whether the words of a sentence can make such a subject at all. To find subjects costs ten times as much as to look.
  bool may_hold(std::uint32_t sentence, SourceNoun what);
  Kinds kinds_in(std::uint32_t sentence) const;
  bool may_begin_name(Span word, bool opens_sentence) const;
  bool fits(const Head& head, SourceNoun what, Gender gender, const Place& place) const;
  bool fits(const MentionHead& head, SourceNoun what, Gender gender) const;
  bool is_kind(const MentionHead& head, SourceNoun what) const;
  bool goes_on(const MentionHead& head) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const Subjects& subjects_;
  const SubjectNames& subject_names_;
  std::vector<std::optional<std::vector<Head>>> heads_;  // by sentence, once asked for
  std::vector<std::optional<Kinds>> kinds_;              // likewise
};

}  // namespace onrecord
