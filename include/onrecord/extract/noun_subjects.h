#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/extract/annotations.h"
#include "onrecord/extract/mention_heads.h"
#include "onrecord/extract/name_words.h"
#include "onrecord/extract/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The subjects of clauses (annotations of type `subject`) that a pronoun may mean although nothing was attributed to them:
/// "The commission met on Friday. It …". Refers to what it was made of.
class NounSubjects {
 public:
  NounSubjects(const RuleSet& rules, const NameWords& words, const Document& document, const Names& names, const Annotations& annotations);

  /// The last of them that fits the pronoun at `offset`, from the sentence of the pronoun or one shortly before it; for "it" a
  /// body, called by noun or by name, for "they" a group of people or else a body, for "he" and "she" a person told by a noun.
  /// Subjects of `content`, which the pronoun's speaker says, do not count.
  std::optional<MentionHead> before(Pronoun pronoun, std::uint32_t offset, Span content);

 private:
  struct Subject {
    Span span;
    bool is_read = false;
    std::optional<MentionHead> head;  // once it is read: whom it means, if that is one
  };

  struct Place {
    std::uint32_t offset = 0;  // of the pronoun
    Span content;              // of its statement
  };

  std::optional<MentionHead> last_of(SourceNoun what, Gender gender, const Place& place);
  const std::optional<MentionHead>& head_of(Subject& subject) const;
  bool fits(const MentionHead& head, SourceNoun what, Gender gender) const;
  bool is_kind(const MentionHead& head, SourceNoun what) const;
  bool goes_on(const MentionHead& head) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  std::vector<Subject> subjects_;  // by place
};

}  // namespace onrecord
