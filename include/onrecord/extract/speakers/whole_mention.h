#pragma once

#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/subject_names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A mention with all that belongs to it, and those it names.
struct WholeMention {
  Span span;
  std::vector<MentionHead> heads;  ///< as `read_mention` gives them
};

/// What a rule took for a mention may end before the name that tells who is meant ("a Quilt Fund lawyer" of "a Quilt Fund
/// lawyer, Ann Lee, said"), begin behind it, or be one part of a list. `subjects` tells which names are subjects of clauses.
WholeMention whole_mention(const NameWords& words, const Document& document, const Names& names, const SubjectNames& subjects, Span mention);

}  // namespace onrecord
