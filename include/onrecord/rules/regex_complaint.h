#pragma once

#include <cstddef>
#include <string>

#include "onrecord/rules/pattern_places.h"
#include "onrecord/rules/regex.h"

/// Leads what RE2 says of an expanded pattern back to the pattern as written.
namespace onrecord {

/// Where in `pattern`, which RE2 refused with `error`, the piece stands that it complains about. RE2 gives only a copy of it;
/// where there are several such, it is the one at whose end the pattern, cut off there, is refused for the same reason.
/// `npos` where it names none.
std::size_t offset_of_complaint(const std::string& pattern, const RegexError& error);

/// What to write instead; may be empty.
std::string hint_for_complaint(const RegexError& error);

/// Points at what was written for the byte `offset` of a part of the expanded pattern, `width` bytes of it.
void point_into(Diagnostic& diagnostic, const PatternTrace& trace, bool right, std::size_t offset, std::size_t width);

/// Points at the name of a group: `(?P<name>` or `:name}`, in the pattern or in one of its fragments.
void point_at_group(Diagnostic& diagnostic, const PatternTrace& trace, const PatternText& pattern, const std::string& name);

}  // namespace onrecord
