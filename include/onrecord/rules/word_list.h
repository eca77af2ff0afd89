#pragma once

#include <string_view>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {

/// Reads the entries of a word list into `lexicon`, whose `columns` and `patterns` say what stands on a line.
///
/// `.txt`: a word or phrase a line, then its attributes, tabs between them; `#` begins a comment. With `patterns` a line
/// is a pattern, and only a line that begins with "# " is a comment.
/// `.tsv`: the first line names the columns. A column `form.NAME` holds words, each of which becomes an entry with the
/// attribute `form` = NAME; `|` stands between spellings. Without such a column the first one holds the word.
void read_word_list(const RuleFile& file, LexiconDefinition& lexicon, RuleReporter& reporter);

}  // namespace onrecord
