#include "onrecord/rules/needs.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/base/bits.h"
#include "onrecord/text/characters.h"

namespace onrecord {

namespace {

using Kind = RegexNode::Kind;

/// One of the symbols must be there; and how likely a sentence has one.
struct Need {
  SymbolSet symbols;
  double likelihood = 0;
};
using NeedList = std::vector<Need>;

constexpr double too_likely = 0.95;
constexpr char32_t most_codes = 64;  // of a class that is worth a look

/// How likely a sentence of news holds a character. Rough: it only decides what is asked first.
double likelihood_of(char32_t code) {
  constexpr std::string_view rare_letters = "jqxz", marks = ",-'\"";
  const auto is_in = [code](std::string_view characters) { return characters.find(static_cast<char>(code)) != std::string_view::npos; };
  if (is_in(rare_letters)) return 0.2;
  if (code >= 'a' && code <= 'z') return 0.9;
  if (code == ' ' || code == '.') return 1;
  if (is_in(marks)) return 0.4;
  return 0.05;
}

/// Characters beyond ASCII that stand in many sentences: quotation marks, dashes, dots in words.
SymbolSet common_beyond_ascii() {
  SymbolSet result;
  for (const char32_t code : {U'\u2013', U'\u2014', U'\u2018', U'\u2019', U'\u201C', U'\u201D', U'\u2024'}) result.add_character(code);
  return result;
}

double likelihood_of(const SymbolSet& symbols) {
  static const SymbolSet common = common_beyond_ascii();
  constexpr double beyond_ascii = 0.3, other_character = 0.03;
  double sum = beyond_ascii * static_cast<double>(symbols.count_beyond_ascii());
  symbols.for_each_other([&](const SymbolSet& one) { sum -= one.meets(common) ? 0 : beyond_ascii - other_character; });
  symbols.for_each_ascii([&](char32_t code) { sum += likelihood_of(code); });
  return sum;
}

class NeedFinder {
 public:
  NeedList find(const RegexNode& node) const {
    switch (node.kind) {
      case Kind::characters: return of_characters(node.ranges);
      case Kind::sequence: return of_sequence(node);
      case Kind::alternatives: return of_alternatives(node);
      case Kind::group: return find(node.children.front());
      case Kind::repeat: return node.least > 0 ? find(node.children.front()) : NeedList{};
      default: return {};
    }
  }

 private:
  /// False where the character says nothing that a view could lack.
  static bool add(char32_t code, SymbolSet& symbols) {
    if (code >= view_code::first_choice && code <= view_code::token_end) return false;
    if (code >= view_code::first_tag && code < view_code::first_choice) {
      symbols.add_lexicon(code - view_code::first_tag);
    } else if (code >= view_code::first_type && code < view_code::first_tag) {
      symbols.add_type(code - view_code::first_type);
    } else {
      symbols.add_character(code);
    }
    return true;
  }

  static NeedList of_characters(const CodeRanges& ranges) {
    SymbolSet symbols;
    for (const auto& [first, last] : ranges) {
      if (last - first >= most_codes) return {};
      for (char32_t code = first; code <= last; ++code) {
        if (!add(code, symbols)) return {};
      }
    }
    return one(symbols);
  }

  static NeedList one(const SymbolSet& symbols) {
    const double likelihood = likelihood_of(symbols);
    return likelihood < too_likely ? NeedList{{symbols, likelihood}} : NeedList{};
  }

  NeedList of_sequence(const RegexNode& node) const {
    NeedList result;
    for (const RegexNode& child : node.children) {
      NeedList more = find(child);
      result.insert(result.end(), more.begin(), more.end());
    }
    return result;
  }

  /// Of each alternative what is least likely, together.
  NeedList of_alternatives(const RegexNode& node) const {
    SymbolSet all;
    for (const RegexNode& child : node.children) {
      const NeedList needs = find(child);
      const auto least = std::min_element(needs.begin(), needs.end(), [](const Need& a, const Need& b) { return a.likelihood < b.likelihood; });
      if (least == needs.end()) return {};
      all.add(least->symbols);
    }
    return one(all);
  }
};

SymbolSet in_vocabulary(const SymbolSet& of_places, const ViewVocabulary& vocabulary) {
  SymbolSet result = of_places;
  result.clear_types_and_lexicons();
  for (std::size_t place = 0; place < vocabulary.masks.size(); ++place) {
    if (of_places.may_have_type(place)) result.add_type(vocabulary.masks[place].type);
  }
  for (std::size_t place = 0; place < vocabulary.tags.size(); ++place) {
    if (of_places.may_have_lexicon(place)) result.add_lexicon(vocabulary.tags[place]->number());
  }
  return result;
}

}  // namespace

Needs needs_of(const RegexNode& root) {
  NeedList found = NeedFinder().find(root);
  std::stable_sort(found.begin(), found.end(), [](const Need& a, const Need& b) { return a.likelihood < b.likelihood; });
  Needs result;
  for (const Need& need : found) {
    if (result.count == Needs::most) break;
    const auto end = result.sets.begin() + static_cast<std::ptrdiff_t>(result.count);
    if (std::find(result.sets.begin(), end, need.symbols) == end) result.sets[result.count++] = need.symbols;
  }
  return result;
}

Needs in_vocabulary(const Needs& of_places, const ViewVocabulary& vocabulary) {
  Needs result;
  result.count = of_places.count;
  for (std::size_t i = 0; i < result.count; ++i) result.sets[i] = in_vocabulary(of_places.sets[i], vocabulary);
  return result;
}

AllNeeds::AllNeeds(const std::vector<const Needs*>& needs) {
  std::vector<std::uint16_t> row_of(SymbolSet::size);
  const std::size_t width = bits::words_for(needs.size()) * Needs::most;
  std::vector<std::uint64_t> bits_of_rows, asking_nothing(width);
  std::size_t rows = 0;
  for (std::size_t pattern = 0; pattern < needs.size(); ++pattern) {
    const std::uint64_t bit = bits::bit_of(pattern);
    for (std::size_t i = 0; i < Needs::most; ++i) {
      const std::size_t place = pattern / bits::word_bits * Needs::most + i;
      if (i >= needs[pattern]->count) {
        asking_nothing[place] |= bit;
        continue;
      }
      const SymbolSet& symbols = needs[pattern]->sets[i];
      symbols.for_each_in(symbols, [&](std::size_t symbol) {
        if (row_of[symbol] == 0) row_of[symbol] = static_cast<std::uint16_t>(++rows);
        bits_of_rows.resize(rows * width);
        bits_of_rows[(row_of[symbol] - 1U) * width + place] |= bit;
      });
      asked_.add(symbols);
    }
  }
  row_of_ = FlatArray(row_of);
  rows_ = FlatArray(bits_of_rows);
  asking_nothing_ = FlatArray(asking_nothing);
}

void AllNeeds::keep_met(const SymbolSet& present, std::span<std::uint64_t> possible) const {
  const std::size_t width = asking_nothing_.size();
  for (std::size_t word = 0; word < possible.size(); ++word) {
    std::array<std::uint64_t, Needs::most> met{};
    for (std::size_t i = 0; i < Needs::most; ++i) met[i] = asking_nothing_[word * Needs::most + i];
    asked_.for_each_in(present, [&](std::size_t symbol) {
      const std::uint64_t* const row = rows_.data() + (row_of_[symbol] - 1U) * width + word * Needs::most;
      for (std::size_t i = 0; i < Needs::most; ++i) met[i] |= row[i];
    });
    for (const std::uint64_t bits : met) possible[word] &= bits;
  }
}

}  // namespace onrecord
