#pragma once

#include "onrecord/text/segment.h"

namespace onrecord {

/// What a single full stop does, as far as the words around it tell.
enum class DotRole {
  ends,   ///< it ends a sentence, if what follows can begin one
  inner,  ///< it belongs to an abbreviation, an initial, a number
};

/// Judges the dot at byte `dot` of `text`, which lies in `paragraph`. `sentence` is where the sentence around it
/// begins.
DotRole judge_dot(std::string_view text, Span paragraph, std::uint32_t dot, std::uint32_t sentence, const SegmentWords& words);

/// Whether `word`, or what of it stands before an apostrophe ("It's"), is a sentence opener.
bool opens_sentence(std::string_view word, const SegmentWords& words);

/// Whether a sentence that ends before byte `offset`, behind its mark, lacks its space: "left.The council".
bool lacks_space(std::string_view text, std::uint32_t offset, const SegmentWords& words);

/// The letters, digits and dots from `offset` on that make up a word; at most 40 bytes of it.
std::string_view word_at(std::string_view text, std::uint32_t offset);

}  // namespace onrecord
