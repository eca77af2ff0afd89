#include "onrecord/rules/lexicon.h"

#include <algorithm>

#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

}  // namespace

Lexicon::Lexicon(LexiconDefinition definition, std::uint32_t number) : definition_(std::move(definition)), number_(number) {
  if (definition_.patterns) return;
  std::string buffer;
  for (std::uint32_t i = 0; i < definition_.entries.size(); ++i) {
    const std::string_view word = definition_.casing == "any" ? normal_form(definition_.entries[i].word, buffer)
                                                              : std::string_view(definition_.entries[i].word);
    index_.try_emplace(std::string(word), i);
    const auto words = static_cast<std::uint32_t>(std::count(word.begin(), word.end(), ' ') + 1);
    std::uint32_t& longest = longest_[std::string(first_word(word))];
    longest = std::max(longest, words);
  }
}

const LexiconEntry* Lexicon::find(std::string_view word) const {
  auto found = index_.find(word);
  if (found == index_.end() && definition_.casing != "exact") {
    std::string buffer;
    found = index_.find(normal_form(word, buffer));
  }
  return found == index_.end() ? nullptr : &definition_.entries[found->second];
}

std::string_view Lexicon::attribute(const LexiconEntry& entry, std::string_view column) const {
  const auto at = std::find(definition_.columns.begin(), definition_.columns.end(), column);
  const auto i = static_cast<std::size_t>(at - definition_.columns.begin());
  return i < entry.attributes.size() ? std::string_view(entry.attributes[i]) : std::string_view();
}

std::uint32_t Lexicon::longest_from(std::string_view first_word) const {
  std::uint32_t longest = 0;
  const auto consider = [&](std::string_view word) {
    if (const auto found = longest_.find(word); found != longest_.end()) longest = std::max(longest, found->second);
  };
  consider(first_word);
  std::string buffer;
  if (definition_.casing != "exact") consider(normal_form(first_word, buffer));
  return longest;
}

/// With casing `any` the word in small letters; with `initial` the word with a small first letter.
std::string_view Lexicon::normal_form(std::string_view word, std::string& buffer) const {
  if (definition_.casing == "any") buffer = lower_case(word);
  else if (definition_.casing == "initial") buffer = lower_case_first(word);
  else return word;
  return buffer;
}

}  // namespace onrecord
