#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/extract/names/found_names.h"

namespace onrecord {

/// Adds persons to the table of names: one for all names of the same, told apart by surname, first name and "Jr". Refers to what it was made of.
class PersonTable {
 public:
  PersonTable(Names& names, const NameWords& words, const Document& document) : names_(names), words_(words), document_(document) {}

  /// Whether a known first name, or initials, open the name.
  bool begins_with_first_name(const FoundName& found) const;
  /// Names of several parts: those with a known first name, then the others (perhaps only the tail of one of those: "Wasserman Schultz").
  void add_full_names(std::vector<FoundName>& found);
  /// The others, as far as something tells that they are persons: surnames behind a title, first names alone.
  void add_singles(std::vector<FoundName>& found);
  /// Notes where everybody, and each body of `bodies`, is called by what name.
  void index(const std::vector<FoundName>& found, const FoundBodies& bodies);

  /// Who has the surname and the "Jr" of two words that stand together; else `otherwise`.
  std::uint32_t with_suffix(std::string_view surname, std::string_view suffix, std::uint32_t otherwise) const;
  bool has_namesakes(std::string_view surname) const;
  /// Who of several with a surname is meant by that alone: who was named first, of those whom "He" behind it may mean. Writers call the
  /// others by their full names.
  std::uint32_t first_of_namesakes(std::string_view surname, Gender gender, std::uint32_t otherwise) const;

 private:
  struct Person {
    Span suffix;
    Span office;                                    // the last word of a title before the full name, but none that only addresses: "Minister"
    std::uint32_t offset = 0;                       // of the name that added the person
    std::uint32_t next_of_surname = Names::nobody;  // added later
  };
  struct Surname {
    std::uint32_t first = Names::nobody, last = Names::nobody;
  };

  std::string_view text(Span span) const { return document_.folded.slice(span); }

  /// No article has so many of one surname; in a text made of them, each would be held against all others.
  static constexpr std::size_t most_namesakes = 128;

  /// Calls `take` with everybody of that surname, the first `most_namesakes` of them, until it returns true.
  template <typename Take>
  void each_with_surname(std::string_view surname, Take take) const {
    const WordForm key = names_.keys_.find(surname);
    if (key == 0 || key >= of_surname_.size()) return;
    std::size_t count = 0;
    for (std::uint32_t i = of_surname_[key].first; i != Names::nobody && count < most_namesakes; i = added_[i].next_of_surname, ++count) {
      if (take(i)) return;
    }
  }

  void add_full(FoundName& found);
  void add_tail_or_full(FoundName& found);
  std::uint32_t begun_by(const FoundName& found) const;
  void note_beginning(const FoundName& found);
  void add_single(FoundName& found);
  std::uint32_t namesake(const FoundName& found) const;
  bool is_junior(std::uint32_t named) const;
  std::uint32_t known_single(const FoundName& found) const;
  std::uint32_t begun_with_initial(const FoundName& found) const;
  Span office_of(const FoundName& found) const;
  std::uint32_t holder_of_office(const FoundName& found) const;
  std::uint32_t add_person(const FoundName& found);
  void add_to_surname(std::string_view surname, std::uint32_t person);
  void improve(Named& named, const FoundName& found) const;
  void index_other_parts(const FoundName& found, NameUses::Use use);
  bool is_place_before(const FoundName& found);
  std::uint32_t first_below_title(std::string_view wanted) const;

  Names& names_;
  const NameWords& words_;
  const Document& document_;
  std::vector<Person> added_;                                            // of each person of the table
  std::vector<Surname> of_surname_;                                      // by key
  std::unordered_map<std::string_view, std::uint32_t> place_stands_at_;  // by first name that is one of a place, too: see `first_below_title`
  std::vector<std::uint32_t> of_beginning_;                              // by key of a name without its last part, or parts: who has it
};

}  // namespace onrecord
