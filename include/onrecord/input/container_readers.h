#pragma once

#include <memory>
#include <string>

#include "onrecord/input/content_reader.h"
#include "onrecord/unpack/archive.h"
#include "onrecord/unpack/byte_source.h"

namespace onrecord {

// One reader for each kind of file that holds documents. All refer to `options`.

/// All of it is one document of `format`.
std::unique_ptr<ContentReader> whole_document(ByteSource bytes, std::string source, InputFormat format, const InputOptions& options);
/// A document a line, in blocks of lines.
std::unique_ptr<ContentReader> json_lines(ByteSource bytes, std::string source, const InputOptions& options);
/// A document a row of a table (CSV, TSV) whose first row has the names of the fields, as lines of JSON in blocks.
std::unique_ptr<ContentReader> table_rows(ByteSource bytes, std::string source, const InputOptions& options);
/// A document an element of an array, in the same way. Its lines are counted by elements.
std::unique_ptr<ContentReader> json_array(ByteSource bytes, std::string source, const InputOptions& options);
/// One document in an object of several lines.
std::unique_ptr<ContentReader> json_object(ByteSource bytes, std::string source, const InputOptions& options);
/// Pages of a crawl and their texts; other media types are passed over. A document is called by its address.
std::unique_ptr<ContentReader> warc_documents(ByteSource bytes, std::string source, const InputOptions& options);
/// The members whose names tell of articles, each read as a file of its own. A member whose name leads out of the archive is a failure.
std::unique_ptr<ContentReader> archive_documents(ByteSource bytes, ArchiveFormat format, std::string source, const InputOptions& options, int depth);

}  // namespace onrecord
