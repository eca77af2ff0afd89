#include "onrecord/rules/lexicon.h"

#include <algorithm>
#include <set>
#include <utility>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

/// The bit of `Lexicon::beginnings_` for a character.
std::uint64_t beginning_bit(char c) { return std::uint64_t{1} << ((static_cast<unsigned char>(c) | 0x20U) & 63U); }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < ascii_end; }

Lexicon::Casing casing_named(std::string_view name) {
  if (name == "any") return Lexicon::Casing::any;
  return name == "initial" ? Lexicon::Casing::initial : Lexicon::Casing::exact;
}

/// Size of an ending that stands alone at the start of an entry, as a possessive does; 0 where none does.
std::uint32_t leading_ending(std::string_view entry) {
  const bool is_ending = entry.starts_with('\'') || entry.starts_with("\u2019");
  return is_ending ? static_cast<std::uint32_t>(std::min(entry.find(' '), entry.size())) : 0;
}

/// Words that are written with an apostrophe, straight or curly, with the other one, unless the list has that, too; and the numbers of their entries.
std::vector<std::pair<std::string, std::uint32_t>> words_with_other_apostrophes(const LexiconDefinition& definition) {
  std::vector<std::pair<std::string, std::uint32_t>> respelt;
  for (std::uint32_t i = 0; i < definition.entries.size(); ++i) {
    if (std::string word = with_other_apostrophes(definition.entries[i].word); !word.empty()) respelt.emplace_back(std::move(word), i);
  }
  if (respelt.empty()) return respelt;
  std::set<std::string_view> known;
  for (const EntryDefinition& entry : definition.entries) known.insert(entry.word);
  std::erase_if(respelt, [&](const auto& word) { return known.contains(word.first); });
  return respelt;
}

}  // namespace

std::string with_other_apostrophes(std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  const bool has_curly = word.find(curly) != std::string_view::npos;
  if (!has_curly && word.find('\'') == std::string_view::npos) return {};
  std::string other;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (has_curly && word.substr(i, curly.size()) == curly) {
      other += '\'';
      i += curly.size() - 1;
    } else if (!has_curly && word[i] == '\'') {
      other += curly;
    } else {
      other += word[i];
    }
  }
  return other;
}

EntryWords entry_words(std::string_view entry) {
  const std::uint32_t ending = leading_ending(entry);
  const std::vector<Span> words = words_in(entry, {ending, static_cast<std::uint32_t>(entry.size())});
  const auto count = static_cast<std::uint32_t>(words.size());
  if (ending > 0) return {ending, count + 1};
  return {words.empty() || words.front().begin > 0 ? 0 : words.front().end, count};
}

Lexicon::Lexicon(const LexiconDefinition& definition, std::uint32_t number)
    : name_(definition.name), number_(number), casing_(casing_named(definition.casing)), holds_patterns_(definition.patterns), columns_(definition.columns) {
  std::vector<char> text;
  std::vector<LexiconEntry> entries;
  std::vector<std::uint32_t> attributes;
  WordTableBuilder values;
  const auto add = [&](std::string_view word, const EntryDefinition& entry) {
    entries.push_back({static_cast<std::uint32_t>(entries.size()), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(word.size())});
    text.insert(text.end(), word.begin(), word.end());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool is_there = i < entry.attributes.size() && !entry.attributes[i].empty();
      attributes.push_back(is_there ? values.add(entry.attributes[i]) : 0);
    }
  };
  for (const EntryDefinition& entry : definition.entries) add(entry.word, entry);
  std::vector<std::uint32_t> respelt;
  if (!holds_patterns()) {
    for (const auto& [word, as_written] : words_with_other_apostrophes(definition)) {
      add(word, definition.entries[as_written]);
      respelt.push_back(as_written);
    }
  }
  respelt_ = FlatArray<std::uint32_t>(std::move(respelt));
  text_ = FlatArray<char>(std::move(text));
  entries_ = FlatArray<LexiconEntry>(std::move(entries));
  attributes_ = FlatArray<std::uint32_t>(std::move(attributes));
  values_ = values.finish();
  if (!holds_patterns()) index();
}

void Lexicon::index() {
  WordTableBuilder words, first_words;
  std::vector<std::uint32_t> entry_of_word, longest;
  std::string buffer;
  for (const LexiconEntry& entry : entries_) {
    const std::string_view written = word(entry);
    const std::string_view compared = casing_ == Casing::any ? normal_form(written, buffer) : written;
    words.add(compared);
    if (!compared.empty()) beginnings_ |= beginning_bit(compared.front());
    if (entry_of_word.size() + 1 < words.size()) entry_of_word.push_back(entry.number);
    const EntryWords parts = entry_words(compared);
    if (parts.first_size == 0) continue;  // no word of a text begins so
    const WordForm first = first_words.add(compared.substr(0, parts.first_size));
    longest.resize(first_words.size() - 1);
    longest[first - 1] = std::max(longest[first - 1], parts.count);
  }
  words_ = words.finish();
  first_words_ = first_words.finish();
  entry_of_word_ = FlatArray<std::uint32_t>(std::move(entry_of_word));
  longest_ = FlatArray<std::uint32_t>(std::move(longest));
}

/// Cheap, and false for most words of a text.
bool Lexicon::may_begin_with(std::string_view word) const {
  return word.empty() || !is_ascii(word.front()) || (beginnings_ & beginning_bit(word.front())) != 0;
}

/// Whether `normal_form` is surely the word itself.
bool Lexicon::is_normal(std::string_view word) const {
  const auto is_small = [](char c) { return is_ascii(c) && !is_ascii_capital(c); };
  if (casing_ == Casing::initial) return !word.empty() && is_small(word.front());
  return casing_ == Casing::exact || std::all_of(word.begin(), word.end(), is_small);
}

const LexiconEntry* Lexicon::find(std::string_view word) const {
  if (!may_begin_with(word)) return nullptr;
  WordForm found = words_.find(word);
  if (found == 0 && !is_normal(word)) {
    std::string buffer;
    found = words_.find(normal_form(word, buffer));
  }
  return found == 0 ? nullptr : &entries_[entry_of_word_[found - 1]];
}

std::string_view Lexicon::attribute(const LexiconEntry& entry, std::string_view column) const {
  const auto at = std::find(columns_.begin(), columns_.end(), column);
  return at == columns_.end() ? std::string_view() : attribute(entry, static_cast<std::size_t>(at - columns_.begin()));
}

std::uint32_t Lexicon::longest_from(std::string_view first_word) const {
  if (!may_begin_with(first_word)) return 0;
  std::uint32_t longest = 0;
  const auto consider = [&](std::string_view word) {
    if (const WordForm found = first_words_.find(word); found != 0) longest = std::max(longest, longest_[found - 1]);
  };
  consider(first_word);
  std::string buffer;
  if (!is_normal(first_word)) consider(normal_form(first_word, buffer));
  return longest;
}

/// With casing `any` the word in small letters; with `initial` the word with a small first letter.
std::string_view Lexicon::normal_form(std::string_view word, std::string& buffer) const {
  if (casing_ == Casing::any) buffer = lower_case(word);
  else if (casing_ == Casing::initial) buffer = lower_case_first(word);
  else return word;
  return buffer;
}

}  // namespace onrecord
