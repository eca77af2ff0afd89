#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/symbol_set.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// What follows from compiled rules and makes layers fast: where each pattern is tried, by what words, and in which texts not. Each function
/// takes the layers and rules of one rule set, whose patterns are compiled and stand in their layers.

/// Gives each layer the filter of its patterns, and the patterns their numbers in it.
void require_texts(std::vector<Layer>& layers, std::vector<Rule>& rules);

/// Gives each layer the phrases of the lexicons that it tags, and each rule of words its own and the columns that fill its fields. Adds
/// their first words to `words`.
void index_phrases(std::vector<Layer>& layers, std::vector<Rule>& rules, const std::vector<Type>& types, WordTableBuilder& words);

/// Different sets of lexicons, and by word form the number of the set that may tag it; words that no lexicon knows have form 0.
struct TaggingLexicons {
  FlatArray<SymbolSet> sets;
  FlatArray<std::uint16_t> of_form;
};

/// Of the layers' lexicons, for as many forms as there are.
TaggingLexicons tagging_lexicons(const std::vector<Layer>& layers, std::size_t forms);

/// Puts the patterns that have an anchor where they are tried, those that win first, with the filters that the anchor alone decides. `symbols`:
/// all that rules set or lexicons lend.
void place_anchored_patterns(std::vector<Layer>& layers, std::vector<Rule>& rules, const std::vector<Type>& types, const WordTableBuilder& symbols);

/// Lists which patterns are searched for and which parts are beside an anchor, with what is asked of many at once. `parts`: how many regexes parts
/// have; `needs`: by `Part::needs`. The last of all.
void index_layers(std::vector<Layer>& layers, const std::vector<Rule>& rules, std::size_t parts, const FlatArray<Needs>& needs);

/// Makes sets of the parts beside an anchor where there are many. Of layers that are compiled or read from an image.
void make_part_sets(std::vector<Layer>& layers, const RegexList& regexes);

}  // namespace onrecord
