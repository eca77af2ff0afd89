#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// How much a diagnostic weighs: only an error stops anything.
enum class Severity { note, warning, error };

/// A further place that a diagnostic points at: "expanded from here".
struct Note {
  std::string file;
  std::uint32_t line = 0;  ///< as in `Diagnostic`
  std::uint32_t column = 0;
  std::uint32_t width = 1;
  std::string message;
  std::string source_line;

  bool operator==(const Note&) const = default;
};

/// One thing that went wrong, as data: where it is and what to do about it. Made into text once, by `render`.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;          ///< "E110"; empty where there is none
  std::string file;          ///< path as the user gave it; empty where there is none
  std::uint32_t line = 0;    ///< 1-based; 0 where the whole file is meant
  std::uint32_t column = 0;  ///< 1-based, in bytes; 0 where the whole line is meant
  std::uint32_t width = 1;   ///< bytes that the caret line underlines
  std::string message;       ///< lower case: what was found and what was expected
  std::string source_line;   ///< the line itself, shown above the caret; may be empty
  std::string hint;          ///< "did you mean 'speaker'?"; may be empty
  std::string rule;          ///< id of the rule that it is about; may be empty
  std::vector<Note> notes;   ///< in the order to be read

  bool operator==(const Diagnostic&) const = default;
};

/// Collects diagnostics in the order they were found. What may fail takes one as its last parameter, reports
/// everything it finds and returns an empty optional if any of it was an error.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }
  const std::vector<Diagnostic>& items() const { return items_; }
  std::size_t errors() const;
  std::size_t warnings() const;
  bool has_errors() const { return errors() > 0; }
  /// Orders by file, line, column; keeps the order found where these are equal.
  void sort_by_place();

 private:
  std::vector<Diagnostic> items_;
};

/// "error", "warning", "note"
std::string_view name_of(Severity severity);

/// `text` with control characters and line ends as escapes: what stands in data must not break the line of a message.
std::string on_one_line(std::string_view text);

/// `file:line:column: error[CODE]: message`, then the source line and a caret line where there is a column, then the hint,
/// then each note with its place and line. Lines end in '\n'. `colored`: with the escape sequences of terminals.
std::string render(const Diagnostic& diagnostic, bool colored = false);

/// The candidate nearest to `word` by edit distance, at most a third of its length away (at least 1); empty if none is.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace onrecord
