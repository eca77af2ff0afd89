#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// One word or phrase of a `Lexicon`, which tells what it says.
struct LexiconEntry {
  std::uint32_t number = 0;  ///< its place in the lexicon
  std::uint32_t begin = 0;   ///< of its word in the lexicon's text
  std::uint32_t size = 0;
};

/// What an entry is made of, as `append_words` cuts a text.
struct EntryWords {
  std::uint32_t first_size = 0;  ///< bytes of its first word; 0 where it begins with what belongs to no word
  std::uint32_t count = 0;
};

/// The words of an entry: three in "Moody's Bank", one in "'s".
EntryWords entry_words(std::string_view entry);

/// The word with ’ for ', or with ' for ’; empty where it has neither.
std::string with_other_apostrophes(std::string_view word);

/// A word list with attributes, ready to be asked. Words may be phrases.
class Lexicon {
 public:
  /// In which spellings a word of the list is found.
  enum class Casing : std::uint32_t {
    exact,
    initial,  ///< as written, or with a capital first
    any,
  };

  Lexicon() = default;
  /// `number`: its place among the lexicons of its rule set.
  explicit Lexicon(const LexiconDefinition& definition, std::uint32_t number = 0);

  /// By which patterns and rules refer to it.
  const std::string& name() const { return name_; }
  /// Its place among the lexicons of its rule set.
  std::uint32_t number() const { return number_; }
  Casing casing() const { return casing_; }
  /// Whether its entries are patterns, not words.
  bool holds_patterns() const { return holds_patterns_ != 0; }
  /// The names of the attributes.
  const std::vector<std::string>& columns() const { return columns_; }
  /// In the order written, an entry for each inflected form; behind them the words that have an apostrophe, with the other one.
  const FlatArray<LexiconEntry>& entries() const { return entries_; }
  /// The number of the entry as which its word is written in the list.
  std::uint32_t number_as_written(const LexiconEntry& entry) const {
    const std::size_t written = entries_.size() - respelt_.size();
    return entry.number < written ? entry.number : respelt_[entry.number - written];
  }
  /// As it is written in the list, or with the other apostrophe.
  std::string_view word(const LexiconEntry& entry) const { return {text_.data() + entry.begin, entry.size}; }

  /// The entry for `word` (a word or a phrase with single spaces), with regard to the lexicon's casing; null if there is none.
  const LexiconEntry* find(std::string_view word) const;
  /// The attribute `column` of an entry; empty where the lexicon has no such column or the entry leaves it out.
  std::string_view attribute(const LexiconEntry& entry, std::string_view column) const;
  /// The same by the index of the column.
  std::string_view attribute(const LexiconEntry& entry, std::size_t column) const { return values_.word(attributes_[entry.number * columns_.size() + column]); }
  /// The most words that a phrase beginning with `first_word` has; 0 where none begins so.
  std::uint32_t longest_from(std::string_view first_word) const;

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(name_, number_, casing_, holds_patterns_, columns_, text_, entries_, respelt_, values_, attributes_, words_, entry_of_word_, first_words_, longest_,
            beginnings_);
  }

 private:
  void index();
  bool may_begin_with(std::string_view word) const;
  bool is_normal(std::string_view word) const;
  std::string_view normal_form(std::string_view word, std::string& buffer) const;

  std::string name_;
  std::uint32_t number_ = 0;
  Casing casing_ = Casing::exact;
  std::uint32_t holds_patterns_ = 0;
  std::vector<std::string> columns_;
  FlatArray<char> text_;  // the words of all entries
  FlatArray<LexiconEntry> entries_;
  FlatArray<std::uint32_t> respelt_;        // by number of an entry behind those written: the number of that which it spells
  WordTable values_;                        // all that attributes say
  FlatArray<std::uint32_t> attributes_;     // by entry and column: the number of the value
  WordTable words_;                         // in the form in which they are compared
  FlatArray<std::uint32_t> entry_of_word_;  // the first, by number of the word - 1
  WordTable first_words_;
  FlatArray<std::uint32_t> longest_;  // by number of the first word - 1
  std::uint64_t beginnings_ = 0;      // bits: with which characters of ASCII an entry begins, in whichever case
};

}  // namespace onrecord
