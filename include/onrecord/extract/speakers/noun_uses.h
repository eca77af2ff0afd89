#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Where nouns of a document stand first, and how they are brought up there. Refers to what it was made of.
class NounUses {
 public:
  NounUses(const NameWords& words, const Document& document) : words_(words), document_(document) {}

  /// Where the word of `noun` stands first, in bytes; `noun.begin`, if not before.
  std::uint32_t first(Span noun) const { return first(text(noun), noun.begin); }
  /// Where a word stands first before `end`; `end`: nowhere.
  std::uint32_t first(std::string_view word, std::uint32_t end) const;
  /// Whether the word has an article before it where it stands first, and that is no indefinite one: "the singer" of a singer who came means that
  /// one.
  bool is_definite_at_first(Span noun);

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }
  bool has_definite_article(std::uint32_t noun) const;

  const NameWords& words_;
  const Document& document_;
  std::unordered_map<std::string_view, bool> definite_at_first_;  // by noun, once asked for
};

}  // namespace onrecord
