#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/regex_syntax.h"
#include "onrecord/rules/symbol_set.h"

namespace onrecord {

/// What a text must hold for a pattern to match in it: of each set at least one symbol. Cheaper to ask than the pattern, as a text's
/// symbols are found once for all patterns.
struct Needs {
  static constexpr std::size_t most = 3;

  std::array<SymbolSet, most> sets;
  std::uint64_t count = 0;  ///< of the sets; none: it may match in any text

  bool met_by(const SymbolSet& present) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (!sets[i].meets(present)) return false;
    }
    return true;
  }
  auto operator<=>(const Needs&) const = default;

  template <typename Archive>
  void visit(Archive& archive) {
    archive(count);
    for (std::size_t i = 0; i < count; ++i) archive(sets[i]);
  }
};

/// The needs of many patterns, asked all at once.
class AllNeeds {
 public:
  AllNeeds() = default;
  /// One for each pattern.
  explicit AllNeeds(const std::vector<const Needs*>& needs);

  /// Takes patterns whose needs are not met out of `possible`: bits, 64 a word.
  void keep_met(const SymbolSet& present, std::span<std::uint64_t> possible) const;

  /// Shows its parts to what writes or reads an image.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(asked_, row_of_, rows_, asking_nothing_);
  }

 private:
  SymbolSet asked_;                          // what any of them asks for
  FlatArray<std::uint16_t> row_of_;          // by symbol
  FlatArray<std::uint64_t> rows_;            // by row, word and set of needs: bits of the patterns whose set has the symbol
  FlatArray<std::uint64_t> asking_nothing_;  // by word and set of needs
};

/// The needs of a pattern: of all that could be asked, what texts are most likely to lack. Masked types and tags stand there as numbers of their places
/// in the vocabulary of views, whatever it is.
Needs needs_of(const RegexNode& root);

/// The same needs with the types and lexicons that stand at those places.
Needs in_vocabulary(const Needs& of_places, const ViewVocabulary& vocabulary);

}  // namespace onrecord
