#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/input/documents.h"

namespace onrecord {

/// The fields of a JSON object that a document is made of.
struct LineFields {
  std::optional<std::string> id;
  std::string text;
  std::string title;                ///< empty where none is asked for, or it is no string
  std::vector<std::string> passed;  ///< as JSON, numbers as they are written: the values of `InputOptions::pass`; "null" where there is none
};

/// Under these names the usual dumps of news articles keep the text.
inline constexpr std::array<const char*, 5> usual_text_fields = {"text", "maintext", "articleBody", "body", "content"};
inline constexpr const char* usual_id_field = "id";

/// The fields of the object that `json` is from byte `begin` on, where it holds what was asked for: a text, and an id, which is a string that
/// is not empty, or a number as it is written, where one is asked for by name. None otherwise: a reader that can tell what is wrong takes over. Of fields with
/// one name the last counts. A number beyond what a double holds (1e999) is taken for a text. `json` may get more capacity, and quotation marks around such
/// numbers.
std::optional<LineFields> read_line_fields(std::string& json, std::size_t begin, const InputOptions& options);

}  // namespace onrecord
