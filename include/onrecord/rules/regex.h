#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/span.h"

namespace re2 {
class RE2;
}

namespace onrecord {

/// A group that took no part in a match.
inline constexpr Span no_match{0xFFFFFFFF, 0xFFFFFFFF};

/// What RE2 says of a pattern that it does not take.
struct RegexError {
  std::string message;
  std::string piece;  ///< the offending part of the pattern; may be empty
};

/// A compiled regular expression. RE2 stands behind it and nowhere else. Safe to use from several threads.
class Regex {
 public:
  static std::optional<Regex> compile(const std::string& pattern, bool ignore_case, RegexError& error);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  /// Searches `text` from `from` on; `text` is all there is, so `^` is its start, `\z` its end. Sets `groups[0]` to the
  /// match and `groups[i]` to group i (or `no_match`), as offsets into `text`. Leftmost match, first alternative.
  bool search(std::string_view text, std::uint32_t from, std::vector<Span>& groups) const;
  /// As `search`, but the match must begin at the start of `text`.
  bool match_start(std::string_view text, std::vector<Span>& groups) const;
  /// Whether it matches somewhere in `text`.
  bool found_in(std::string_view text) const;

  /// Every named group with its number; a name may stand several times, in alternatives.
  const std::vector<std::pair<std::string, int>>& named_groups() const { return named_groups_; }
  bool matches_empty() const;
  /// How many instructions RE2's program for it has: what it costs in memory and, from some hundreds on, in speed.
  std::size_t program_size() const;
  const std::string& pattern() const;

 private:
  explicit Regex(std::unique_ptr<re2::RE2> regex);
  std::unique_ptr<re2::RE2> regex_;
  std::vector<std::pair<std::string, int>> named_groups_;
};

/// Tells in one pass which of many patterns match a text.
class RegexSet {
 public:
  /// None where RE2 finds no room for them; the patterns are then to be tried one by one.
  static std::optional<RegexSet> compile(const std::vector<std::pair<std::string, bool>>& patterns_and_ignore_case);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  /// Sets `hits` to the sorted indices of the patterns found in `text`. False: it ran out of memory, any may match.
  bool match(std::string_view text, std::vector<int>& hits) const;

 private:
  struct Impl;
  explicit RegexSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
