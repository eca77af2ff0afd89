#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "onrecord/input/documents.h"

namespace onrecord {

/// The fields of a JSON object that a document is made of.
struct LineFields {
  std::optional<std::string> id;
  std::string text;
  std::string title;  ///< empty where none is asked for, or it is no string
};

/// Under these names the usual dumps of news articles keep the text.
inline constexpr std::array<const char*, 5> usual_text_fields = {"text", "maintext", "articleBody", "body", "content"};
inline constexpr const char* usual_id_field = "id";

/// The fields of the object that `json` is from byte `begin` on, where it holds what was asked for in the plain way: a text, and an id that is
/// a string, a whole number or not there. None otherwise: a reader that can tell what is wrong takes over. Of fields with one name the
/// last counts. `json` may get more capacity.
std::optional<LineFields> read_line_fields(std::string& json, std::size_t begin, const InputOptions& options);

}  // namespace onrecord
