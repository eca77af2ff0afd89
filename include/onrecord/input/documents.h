#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace onrecord {

/// One article as it came in.
struct SourceDocument {
  std::string id;      ///< what records call it: the id field, else the path as given, for a line of JSONL `path:line`; "-": standard input
  std::string source;  ///< the file it came from, as given
  std::uint64_t size = 0;  ///< bytes of content
  std::string sha256;      ///< hex digest of these bytes
  std::string encoding;    ///< "utf-8", "utf-16le", "utf-16be"
  std::string text;        ///< valid UTF-8, without a byte order mark
  std::size_t repaired = 0;  ///< bytes that stood for no character and were replaced
};

/// A document, a file, or a folder that could not be read. The rest of the input is not touched by it.
struct InputFailure {
  std::string id;      ///< as `SourceDocument::id`
  std::string source;
  std::string code;    ///< "not_found", "no_permission", "read_failed", "too_large", "bad_json", "missing_field"
  std::string message;
  std::uint64_t line = 0;  ///< 1-based line of `source`; 0: all of it
};

/// Something the user should know about that costs no document.
struct InputWarning {
  std::string source;
  std::string message;
};

using Input = std::variant<SourceDocument, InputFailure, InputWarning>;

enum class InputFormat { automatic, text, jsonl };

struct InputOptions {
  std::vector<std::string> paths;  ///< files, folders, "-"
  std::optional<std::string> list;  ///< a file (or "-") that names more of them
  bool list_ends_in_null = false;   ///< its names end in NUL, not in a newline
  InputFormat format = InputFormat::automatic;
  std::optional<std::string> text_field;  ///< of JSONL; none: the first of a few usual names
  std::optional<std::string> id_field;    ///< of JSONL; none: "id" where there is one
  std::uint64_t max_document_bytes = 64U << 20U;
};

/// Reads the inputs one by one, in the order given, a folder's files by name. Holds one document at a time.
class DocumentStream {
 public:
  explicit DocumentStream(InputOptions options);
  ~DocumentStream();
  DocumentStream(DocumentStream&&) noexcept;
  DocumentStream& operator=(DocumentStream&&) noexcept;

  /// The next document, failure or warning; none at the end. Never throws for what an input holds.
  std::optional<Input> next();

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace onrecord
