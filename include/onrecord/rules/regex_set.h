#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/flat_array.h"

namespace onrecord {

/// What texts must hold for each of many patterns to match there, ready to be looked for in one pass.
class TextRequirements {
 public:
  TextRequirements() = default;
  /// Of patterns in RE2's syntax, each with whether it ignores case.
  explicit TextRequirements(const std::vector<std::pair<std::string, bool>>& patterns);

  /// As `RegexSet::keep_possible`.
  void keep_possible(std::string_view text, std::vector<std::uint32_t>& patterns) const;

  /// Shows its parts to what writes or reads an image of rules.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(requirements_, firsts_, keys_, buckets_, sought_, texts_);
  }

 private:
  friend class RequirementCollector;

  /// What must be in a text for one pattern.
  struct Requirement {
    std::uint32_t has_texts = 0;    // 1: one of those in `sought_`
    std::uint32_t first_begin = 0;  // and one of these ranges of `firsts_` at its start; none: anything
    std::uint32_t first_end = 0;
  };
  struct CodeRange {
    char32_t first = 0;
    char32_t last = 0;
  };
  /// A text that is sought, in small letters, and the pattern that it is for.
  struct Sought {
    std::uint32_t begin = 0;  // in `texts_`
    std::uint32_t size = 0;
    std::uint32_t pattern = 0;
  };

  void scan(std::string_view text, std::vector<bool>& found) const;
  void compare(std::string_view text, std::uint32_t key, std::vector<bool>& found) const;
  bool begins_right(const Requirement& wanted, char32_t first) const;

  FlatArray<Requirement> requirements_;
  FlatArray<CodeRange> firsts_;
  FlatArray<std::uint64_t> keys_;      // bits: keys that some sought text has
  FlatArray<std::uint32_t> buckets_;   // where the sought texts of a bucket of keys begin
  FlatArray<Sought> sought_;
  FlatArray<char> texts_;
};

/// Tells in one pass which of many patterns may match a text, by the texts that they require and by what it begins with. (`Needs` tells it
/// by single symbols, before there is a text.) Safe to use from several threads.
class RegexSet {
 public:
  /// What they require is found when it is first asked.
  explicit RegexSet(std::vector<std::pair<std::string, bool>> patterns_and_ignore_case);
  explicit RegexSet(TextRequirements requirements);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  /// Takes those out of `patterns`, indices, that cannot match in `text`.
  void keep_possible(std::string_view text, std::vector<std::uint32_t>& patterns) const;

  TextRequirements& requirements() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
