#pragma once

#include <string_view>

#include "onrecord/base/span.h"

namespace onrecord {

/// Whether the line of a transcript says nothing: all of it stands in brackets, "(APPLAUSE)", or is when something was said.
bool is_direction(std::string_view line);

/// Whether somebody is cut short: "The bridge is—".
bool is_broken_off(std::string_view line);

/// Whether a label holds when something was said: "Ann Lee 0:12".
bool holds_time(std::string_view label);

/// What is said of a stretch of `source`: without white space around it, what is in brackets before the first words, "(by video): It is safe.", and behind
/// the last sentence, "It is safe. (Laughter.)".
Span without_directions(std::string_view source, Span span);

}  // namespace onrecord
