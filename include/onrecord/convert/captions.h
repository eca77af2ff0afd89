#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Whether bytes begin captions: the head of WebVTT, or, as in SubRip, the number and the times of a first cue.
bool looks_like_captions(std::string_view head);

/// What is said in captions (WebVTT, SubRip), as a transcript: cues joined to paragraphs, a paragraph for each turn. Before it stands who speaks
/// (`>> Ann Lee: …`), where a voice or a label names somebody, or a bare `>>`, where only the change is marked. Without either a paragraph ends
/// behind a sentence once it is long. Times, numbers, notes, styles, marks, sounds in brackets, and lines that return as captions roll are left out.
/// A text without any cue only looked like captions, and is given back as it stands, unless it is a bare head.
std::string read_captions(std::string_view captions);

}  // namespace onrecord
