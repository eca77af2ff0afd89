#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "onrecord/text/document.h"

namespace onrecord {

/// Lets a set of strings be asked with a `string_view`.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// What the sentence scanner must know of a language. Owned by the rule set; all words as written in running text.
struct SegmentWords {
  WordSet title_abbreviations;   ///< "Gov": its dot ends no sentence before a capital or a digit
  WordSet number_abbreviations;  ///< "No": its dot ends no sentence before a digit only
  WordSet other_abbreviations;   ///< "Inc", "a.m": its dot may end a sentence
  WordSet sentence_openers;      ///< "The", "He": after an abbreviation they do open a new sentence
  WordSet speech_forms;          ///< "said", "asks": bind what stands before them to a quotation that ends in ? or !
  WordSet elisions;              ///< "em", "tis", "til": the mark before them is an apostrophe and opens nothing
  WordSet apostrophe_endings;    ///< "s", "in": a single mark behind a word that ends so may be an apostrophe and close nothing
};

/// Finds lines and paragraphs; nothing else of the document is filled in. `text` must be valid UTF-8.
Document read_lines(std::string text);

/// Fills in quotations, inner dots, sentences and words of a document that has lines and paragraphs.
void segment(Document& document, const SegmentWords& words);

}  // namespace onrecord
