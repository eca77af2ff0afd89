#pragma once

#include <array>
#include <memory>
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

/// Reads the fields of objects that hold what was asked for in the plain way: a text and an id that is a string, a whole
/// number or not there. Of all else it says nothing, so that a reader which can tell what is wrong takes over.
class LineFieldsReader {
 public:
  LineFieldsReader();
  ~LineFieldsReader();
  LineFieldsReader(LineFieldsReader&&) noexcept;

  /// Under these names the usual dumps of news articles keep the text.
  static constexpr std::array<const char*, 5> usual_text_fields = {"text", "maintext", "articleBody", "body", "content"};
  static constexpr const char* usual_id_field = "id";

  /// The fields of the object that is `json` from byte `begin` on; `json` may get more capacity. Of fields with one name
  /// the last counts.
  std::optional<LineFields> read(std::string& json, std::size_t begin, const InputOptions& options);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace onrecord
