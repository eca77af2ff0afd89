#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/base/span.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/symbol_set.h"
#include "onrecord/rules/text_edges.h"

namespace onrecord {

/// Where required texts stand in a text; see `TextRequirements::find`.
struct TextsFound {
  struct List {
    std::uint32_t first_end = 0;   ///< where the first of its texts that is there ends,
    std::uint32_t last_begin = 0;  ///< where the last one begins
  };
  std::vector<List> lists;
  std::string small;                           ///< the text in small letters, and zeros behind it
  std::vector<std::uint8_t> looked_for_pairs;  ///< by list
};

/// What texts must hold for each of many patterns to match there; ready to be asked of all patterns at once.
class TextRequirements {
 public:
  TextRequirements() = default;
  /// Of patterns of which the first `whole` are matched in whole texts.
  TextRequirements(const std::vector<const Regex*>& patterns, std::size_t whole);

  /// Takes patterns that texts begin or end otherwise for out of `possible`: bits, 64 a word, for those that are matched in whole texts.
  void keep_by_edges(std::string_view text, std::span<std::uint64_t> possible) const { edges_.keep_possible(text, possible); }
  /// Where what patterns require stands in the text. `symbols`: at least what is in the text.
  void find(std::string_view text, const SymbolSet& symbols, TextsFound& found) const;
  /// Whether the pattern requires any text.
  bool wants_texts(std::uint32_t pattern) const { return lists_of_[most_lists * pattern] != nothing || lists_of_[most_lists * pattern + 1] != nothing; }
  /// Whether what the pattern requires may stand in a stretch of the text that `find` went through.
  bool are_met(std::uint32_t pattern, std::string_view text, Span stretch, TextsFound& found) const {
    return is_met(lists_of_[most_lists * pattern], text, stretch, found) && is_met(lists_of_[most_lists * pattern + 1], text, stretch, found);
  }

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(edges_, lists_of_, with_symbols_, symbols_, with_pairs_, pairs_, keys_, buckets_, sought_, lists_of_texts_, texts_);
  }

 private:
  friend class RequirementCollector;
  static constexpr std::uint32_t most_lists = 2;
  static constexpr std::uint32_t nothing = 0;  // a list that every text meets

  /// A text that is sought, in small letters, by the key of its bytes at `offset`.
  struct Sought {
    std::uint64_t head = 0;        // its bytes from `offset` on, eight at most,
    std::uint64_t mask = 0;        // and which of them count
    std::uint64_t start = 0;       // its first bytes, eight at most, none of them at `offset` or behind it
    std::uint32_t begin = 0;       // of the text, in `texts_`
    std::uint32_t first_list = 0;  // of those that hold it, in `lists_of_texts_`
    std::uint32_t lists = 0;       // how many
    std::uint16_t size = 0;
    std::uint16_t offset = 0;
  };
  /// A text of two letters that is sought.
  struct Pair {
    std::uint32_t list = 0;
    std::uint32_t letters = 0;
  };

  bool is_met(std::uint32_t list, std::string_view text, Span stretch, TextsFound& found) const {
    const auto is_found = [&] { return found.lists[list].first_end <= stretch.end && found.lists[list].last_begin >= stretch.begin; };
    if (list == nothing || is_found()) return true;
    if (with_pairs_[list] == 0 || found.looked_for_pairs[list] != 0) return false;
    look_for_pairs(list, text, found);
    return is_found();
  }
  void look_for_pairs(std::uint32_t list, std::string_view text, TextsFound& found) const;
  void compare(std::uint32_t place, std::uint32_t key, TextsFound& found) const;
  bool stands_at(const char* place, const Sought& wanted) const;

  TextEdges edges_;
  FlatArray<std::uint32_t> lists_of_;      // by pattern, `most_lists` each
  FlatArray<std::uint32_t> with_symbols_;  // lists that one of these symbols meets, too
  FlatArray<SymbolSet> symbols_;
  FlatArray<std::uint8_t> with_pairs_;  // by list: whether it holds some of
  FlatArray<Pair> pairs_;               // those of a list together
  FlatArray<std::uint64_t> keys_;       // bits: keys that some sought text has
  FlatArray<std::uint32_t> buckets_;    // where the sought texts of a bucket of keys begin
  FlatArray<Sought> sought_;
  FlatArray<std::uint32_t> lists_of_texts_;  // by sought text: the lists that hold it
  FlatArray<char> texts_;
};

}  // namespace onrecord
