#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/text/segment.h"

namespace onrecord {

/// A word list with attributes, ready to be asked. Words may be phrases.
class Lexicon {
 public:
  /// `number`: its place among the lexicons of its rule set.
  explicit Lexicon(LexiconDefinition definition, std::uint32_t number = 0);

  const std::string& name() const { return definition_.name; }
  std::uint32_t number() const { return number_; }
  const LexiconDefinition& definition() const { return definition_; }
  const std::vector<LexiconEntry>& entries() const { return definition_.entries; }

  /// The entry for `word` (a word or a phrase with single spaces), with regard to the lexicon's casing; null if there is none.
  const LexiconEntry* find(std::string_view word) const;
  /// The attribute `column` of an entry; empty where the lexicon has no such column or the entry leaves it out.
  std::string_view attribute(const LexiconEntry& entry, std::string_view column) const;
  /// The most words that a phrase beginning with `first_word` has; 0 where none begins so.
  std::uint32_t longest_from(std::string_view first_word) const;

 private:
  std::string_view normal_form(std::string_view word, std::string& buffer) const;

  LexiconDefinition definition_;
  std::uint32_t number_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> index_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> longest_;
};

}  // namespace onrecord
