#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/pattern_places.h"
#include "onrecord/rules/pattern_reference.h"
#include "onrecord/rules/reference_targets.h"

/// What references stand for, in RE2's syntax. What they name and is not there is reported by `targets`; what is returned then is not to be used.
namespace onrecord {

/// A word with the tag before it that it has in views.
std::string tagged_word(std::uint32_t tag, std::string_view word);

/// `{@type[field=value]}`: a token of a masked type.
std::string token_pattern(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at);

/// `{one|other}`: a word of any of several tagged lexicons.
std::string union_pattern(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at);

/// `{lexicon[column=value]}`: a word of the lexicon, with its tag where the layer tags it; or what any of its patterns matches.
std::string lexicon_pattern(const ReferenceTargets& targets, const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at);

/// The occurrences that an anchor means. `token`: it is a masked type, else a tagged lexicon.
TokenQuery anchor_query(const ReferenceTargets& targets, const PatternReference& reference, bool token, const PatternPlace& at);

}  // namespace onrecord
