#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "onrecord/base/heading.h"
#include "onrecord/input/file_identity.h"
#include "onrecord/input/markup_on_demand.h"
#include "onrecord/unpack/byte_layer.h"
#include "onrecord/unpack/decompress.h"

namespace onrecord {

/// One article as it came in.
struct SourceDocument {
  std::string id;      ///< what records call it: the id field, else the path as given, for a line of JSONL or a row of a table `path:line`; "-": standard input
  std::string source;  ///< the file it came from, as given; of a member of an archive `archive!member`
  std::uint64_t size = 0;           ///< bytes of content
  std::string sha256;               ///< hex digest of these bytes
  std::string encoding;             ///< "utf-8", "utf-16le", "windows-1252", …
  std::string text;                 ///< valid UTF-8, without a byte order mark
  std::string title;                ///< as the input's own field or markup gives it; empty: to be found in the text
  std::string byline;               ///< names as markup gives them, for a text in which none are found
  Headings headings = {};           ///< as the markup has them; empty: to be found in the text
  std::size_t repaired = 0;         ///< bytes that stood for no character and were replaced
  std::size_t unexpanded = 0;       ///< references to entities, which stand in the text as they are
  std::string key;                  ///< what stood before the tab of a line with a key
  std::vector<std::string> passed;  ///< the values of `InputOptions::pass`, as JSON
  std::uint64_t line = 0;           ///< 1-based line of `source`; 0: all of it
};

/// A document, a file, or a folder that could not be read. The rest of the input is not touched by it.
struct InputFailure {
  std::string id;  ///< as `SourceDocument::id`
  std::string source;
  std::string code;  ///< "not_found", "no_permission", "read_failed", "too_large", "too_deep", "corrupt", "truncated",
                     ///< "encrypted", "no_text", "bad_encoding", "unsafe_name", "bad_json", "bad_csv", "bad_xml", "missing_field", "missing_key", "internal"
  std::string message;
  std::uint64_t line = 0;           ///< 1-based line of `source`; 0: all of it
  std::string key;                  ///< as `SourceDocument::key`
  std::vector<std::string> passed;  ///< as `SourceDocument::passed`; empty where the line could not be read
};

/// Something the user should know about that costs no document.
struct InputWarning {
  std::string source;
  std::string message;
};

/// All of a unit has come. The input is counted in units: a file of text (or a small file of whatever it holds), a line of JSONL or a row of a table that is
/// not blank, a member of an archive, a page of a crawl, an input that failed as a whole.
struct UnitEnd {
  std::uint64_t bytes = 0;  ///< of the input that the unit took
  std::string digest;       ///< with `digest_units`: tells whether it is the same as in another run
  bool is_skipped = false;  ///< it is one of `skip_units`, and nothing came of it
};

using Input = std::variant<SourceDocument, InputFailure, InputWarning, UnitEnd>;

/// Places in a text have 32 bits.
inline constexpr std::uint64_t most_document_bytes = 0xF0000000;

/// What the bytes of an input are, once nothing is packed around them any more.
enum class InputFormat { automatic, text, markdown, captions, jsonl, csv, tsv, html, xml, warc, tar, zip };

/// What is read, and how.
struct InputOptions {
  std::vector<std::string> paths;     ///< files, folders, "-"
  std::optional<std::string> list;    ///< a file (or "-") that names more of them
  bool list_ends_in_null = false;     ///< its names end in NUL, not in a newline
  std::vector<FileIdentity> outputs;  ///< what the run writes: it is no input, and left out where a folder holds it
  InputFormat format = InputFormat::automatic;
  std::optional<std::string> text_field;          ///< of JSONL and tables; none: the first of a few usual names
  std::optional<std::string> id_field;            ///< of JSONL and tables; none: "id" where there is one
  std::optional<std::string> title_field;         ///< of JSONL and tables; none: the title is looked for in the text
  std::string encoding;                           ///< of texts that are not UTF-8; empty: what they declare, else a guess
  MarkupOnDemand markup;                          ///< what pages call their parts
  std::vector<std::string> pass;                  ///< of JSONL, tables and front matter: fields to hand on as they are
  bool has_keys = false;                          ///< of JSONL: each line is a key, a tab, and the object
  std::uint64_t max_document_bytes = 64U << 20U;  ///< up to `most_document_bytes`
  std::uint64_t max_window_bytes = usual_window;  ///< that unpacking one input may look back
  std::uint64_t shard = 0;                        ///< only the units whose number, from 0, leaves this rest when divided by `shards`
  std::uint64_t shards = 1;
  std::uint64_t skip_units = 0;  ///< these first units of the shard are done already
  bool digest_units = false;
  std::size_t piece_bytes = 64U << 10U;  ///< about how much a thread gets at once
  int stop_descriptor = no_descriptor;   ///< once there is something to read from it, the input ends
};

/// A file that nobody has opened yet: one document, or few.
struct UnreadFile {
  std::string path;
  std::uint64_t size = 0;
  std::int64_t changed_at = 0;
};

/// Whole lines of a file of JSONL, or rows of a table as such lines.
struct LineBlock {
  std::string path;
  std::uint64_t first_line = 1;
  std::string lines;
};

/// The bytes of one document, or of a feed, not yet made into text.
struct RawDocument {
  std::string id;                          ///< as `SourceDocument::id`
  std::string source;                      ///< as `SourceDocument::source`
  InputFormat format = InputFormat::text;  ///< text, markdown, captions, html or xml
  std::string bytes;
  std::string charset;  ///< as declared around the bytes, by HTTP; empty: not
};

/// A stretch of the input that one thread can turn into documents by itself.
struct Piece {
  using Content = std::variant<UnreadFile, LineBlock, RawDocument, InputFailure, InputWarning>;
  struct Part {
    Content content;
    std::uint64_t first_unit = 0;  ///< its number in the whole input, from 0
  };
  std::vector<Part> parts;
};

/// Cuts the inputs into pieces, in the order given, a folder's files by name, an archive's as they stand in it. What is compressed is
/// unpacked; what it is, is seen by its first bytes, then by its name. Reads ahead no further than the piece it
/// hands out; from a pipe it hands out what there is, before it waits for more.
class DocumentStream {
 public:
  explicit DocumentStream(InputOptions options);
  ~DocumentStream();
  DocumentStream(DocumentStream&&) noexcept;
  DocumentStream& operator=(DocumentStream&&) noexcept;

  /// The next piece; none at the end. Never throws for what an input holds.
  std::optional<Piece> next();
  /// Whether it is known that there is no further piece; false tells nothing.
  bool is_at_end() const;
  /// Whether it ended because it was asked to stop.
  bool was_stopped() const;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

/// Reads the documents of a piece and gives them to `take`, with the failures, the warnings, and an end of each unit of
/// the shard. Ends early once `take` returns false. Keeps nothing, so that pieces can be read side by side.
void read_piece(Piece piece, const InputOptions& options, const std::function<bool(Input)>& take);

}  // namespace onrecord
