#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// A group that took no part in a match.
inline constexpr Span no_match{0xFFFFFFFF, 0xFFFFFFFF};

/// What RE2 says of a pattern that it does not take.
struct RegexError {
  std::string message;
  std::string piece;  ///< the offending part of the pattern; may be empty
};

/// What matches. The same comes out.
enum class RegexEngine {
  automata,  ///< `Automata`; RE2 where they give up
  re2,
};

class ImageWriter;
struct PatternFacts;

/// A regular expression. RE2 stands behind it and nowhere else. Safe to use from several threads.
class Regex {
 public:
  /// None where RE2 does not take the pattern.
  static std::optional<Regex> compile(const std::string& pattern, bool ignore_case, RegexError& error);
  /// For a pattern that is known to be right: it is compiled when it is first used.
  static Regex known(const std::string& pattern, bool ignore_case);
  /// The same for a pattern that stands in an image and outlives it: it is not copied.
  static Regex in_image(std::string_view pattern, bool ignore_case);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  /// Searches `text` from `from` on; `text` is all there is, so `^` is its start, `\z` its end. Sets `groups[0]` to the
  /// match and `groups[i]` to group i (or `no_match`), as offsets into `text`. Leftmost match, first alternative.
  bool search(std::string_view text, std::uint32_t from, std::vector<Span>& groups, RegexEngine engine = RegexEngine::automata) const;
  /// As `search`, but the match must begin at the start of `text`.
  bool match_start(std::string_view text, std::vector<Span>& groups, RegexEngine engine = RegexEngine::automata) const;
  /// As `search`, for a pattern that ends in `\z`.
  bool match_end(std::string_view text, std::vector<Span>& groups, RegexEngine engine = RegexEngine::automata) const;
  /// Whether it matches somewhere in `text`.
  bool found_in(std::string_view text, RegexEngine engine = RegexEngine::automata) const;

  /// Every named group with its number; a name may stand several times, in alternatives.
  const std::vector<std::pair<std::string, int>>& named_groups() const;
  /// Whether it can match the empty text.
  bool matches_empty() const;
  /// How many instructions RE2's program for it has: what it costs in memory and, from some hundreds on, in speed.
  std::size_t program_size() const;
  /// Whether something was matched with its automata, or they were asked for otherwise.
  bool has_automata() const;
  /// Writes its automata, built if they were not, with the states that this thread has built so far; nothing where RE2 must do.
  void write_automata(ImageWriter& image) const;
  /// Takes an image of what `write_automata` wrote for the same pattern, so that nothing need be built. It is read when the pattern is first
  /// used, which most are not in a short run, and must outlive the regex. Before any other use.
  void use_automata(std::string_view image);
  /// Takes an image of the `PatternFacts` of the same pattern, which must outlive the regex and is read whenever one of them is asked for.
  /// Before any other use.
  void use_facts(std::string_view image);
  /// What stands in that image; none where there is none.
  std::optional<PatternFacts> known_facts() const;
  /// As it was given to `compile`.
  std::string_view pattern() const;
  bool ignores_case() const;

 private:
  struct Impl;
  explicit Regex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
