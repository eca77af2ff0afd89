#include "onrecord/rules/regex_complaint.h"

#include <algorithm>

namespace onrecord {
namespace {

bool is_refused_likewise(const std::string& pattern, const RegexError& error) {
  RegexError found;
  return !Regex::compile(pattern, false, found) && found.message == error.message && found.piece == error.piece;
}

/// Where in the text of `place` the name of a group that begins there stands; the place itself where none does.
PatternPlace narrowed_to_name(PatternPlace place, const std::string& name) {
  const std::string& text = place.pattern->text;
  for (const std::string& written : {"(?P<" + name + ">", ":" + name + "}"}) {
    const std::size_t begin = text.find(written, place.offset);
    const std::size_t end = std::min(text.find('}', place.offset), text.size());
    const bool is_reference = written.front() == ':';
    if (is_reference ? begin < end : begin == place.offset) return {place.pattern, begin + written.find(name), name.size()};
  }
  return place;
}

/// What to write for an escape of other engines.
std::string hint_for_escape(std::string_view piece) {
  const char letter = piece.size() > 1 ? piece[1] : '\0';
  if (letter == 'u' || letter == 'U' || letter == 'N') return "a character is written by its number as '\\x{2019}', or as it is";
  if (letter == 'k' || letter == 'g' || (letter >= '1' && letter <= '9')) return "RE2 has no back-references";
  if (letter == 'Z') return "the end of the text is '\\z' or '$'";
  if (letter == 'h' || letter == 'R') return "in what patterns see white space is one space; else it is '\\s'";
  return {};
}

}  // namespace

std::size_t offset_of_complaint(const std::string& pattern, const RegexError& error) {
  if (error.piece.empty() || error.piece == pattern) return std::string::npos;
  std::size_t last = std::string::npos;
  for (std::size_t at = pattern.find(error.piece); at != std::string::npos; at = pattern.find(error.piece, at + 1)) {
    last = at;
    if (is_refused_likewise(pattern.substr(0, at + error.piece.size()), error)) return at;
  }
  return last;
}

std::string hint_for_complaint(const RegexError& error) {
  const std::string& piece = error.piece;
  if (piece == "(?<") return "a named group is written '(?P<name>…)'; RE2 has no look-behind: use `not_left`";
  if (piece == "(?P") return "a named group is written '(?P<name>…)'; RE2 has no back-references";
  if (piece == "(?x" || piece == "(?#") return "free spacing, with comments behind '#', is `x = true` in the rule";
  if (piece == "(?>") return "RE2 has no atomic groups: '(?:' does, as a search never takes long";
  if (piece.starts_with("(?")) return "RE2 has no look-around; use `not_left`, `not_right`, `not` or a group named `span`";
  if (error.message.find("repetition size") != std::string::npos) return "at most 1000 times, the smaller number first; `limit` bounds the length of a field";
  if (error.message.find("bad repetition operator") != std::string::npos)
    return "one repeat cannot follow another (RE2 has no possessive ones); a literal one has a backslash before it";
  if (error.message.find("repetition operator") != std::string::npos) return "a literal one is written with a backslash before it";
  if (error.message.find("escape sequence") != std::string::npos) return hint_for_escape(piece);
  return {};
}

void point_into(Diagnostic& diagnostic, const PatternTrace& trace, bool right, std::size_t offset, std::size_t width) {
  const PatternTrace::Step* found = nullptr;
  for (const PatternTrace::Step& step : trace.steps) {
    if (step.right == right && step.begin <= offset) found = &step;
  }
  if (found == nullptr) return;
  const bool is_reference = found->at.pattern->text[found->at.offset] == '{';
  PatternPlace at = found->at;
  if (!is_reference) at.offset += offset - found->begin;
  at.width = is_reference ? at.pattern->text.find('}', at.offset) + 1 - at.offset : width;
  point_at(diagnostic, at, found->inside);
}

void point_at_group(Diagnostic& diagnostic, const PatternTrace& trace, const PatternText& pattern, const std::string& name) {
  for (const PatternTrace::Step& step : trace.steps) {
    const PatternPlace place = narrowed_to_name(step.at, name);
    const char first = step.at.pattern->text[step.at.offset];
    if (place.offset == step.at.offset || (first != '{' && first != '(')) continue;
    point_at(diagnostic, place, step.inside);
    return;
  }
  point_at(diagnostic, {&pattern, 0, 1}, {});
}

}  // namespace onrecord
