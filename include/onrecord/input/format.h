#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "onrecord/input/documents.h"

namespace onrecord {

/// How many of the first bytes tell what an input is.
inline constexpr std::size_t format_head = 4096;

/// Whether rows of a table are documents.
constexpr bool is_table(InputFormat format) { return format == InputFormat::csv || format == InputFormat::tsv; }

/// Whether a file of that name may hold articles: the names that a folder or an archive is searched for. Compressed files count by the
/// name below: "a.jsonl.gz". Where a format is asked for, only files named so count; ".json" and tables do where they are asked for, or fields of them are
/// named.
bool has_known_name(std::string_view path, const InputOptions& options);

/// Whether these two bytes begin UTF-16: by its mark, or by an object or an array that begins in it.
bool is_utf16(std::string_view head);
/// Whether it is UTF-16, and JSON that would be read if it were UTF-8: lines, an object, an array of objects.
bool is_json_in_utf16(std::string_view head);
/// Whether bytes begin an object of JSON that goes on in the next line, as programs write it for people.
bool is_object_of_lines(std::string_view head);

/// Whether bytes begin an array of JSON whose first element is an object, or are an array of nothing.
bool is_array_of_objects(std::string_view head);

/// Whether a name tells of lines of JSON, packed or not.
bool is_named_json_lines(std::string_view path);

/// Whether a name tells of a table, packed or not.
bool is_named_table(std::string_view path);

/// Whether a name tells of an archive, packed or not.
bool is_named_archive(std::string_view path);

/// Whether a name tells of something packed, of an archive or of a crawl, none of which are ever empty.
bool is_named_packed(std::string_view path);

/// Whether a name tells of one document, not packed.
bool is_named_document(std::string_view path);

/// What the unpacked bytes are: an archive by their first bytes; else what `options.format` asks for, else by their first bytes, else by the
/// name. Never `automatic`. So a format that is asked for is that of an archive's members.
InputFormat format_of(std::string_view path, std::string_view head, const InputOptions& options);

/// What bytes are that are taken for a text and hold none that can be read so: "a PDF file", with what to do about it where that is
/// short; empty: nothing speaks against a text.
std::string_view what_is_no_text(std::string_view head);

inline constexpr std::size_t record_head = 128;

/// Whether lines begin with a record that this program wrote, and nobody says that it is to be read all the same: by a format or by names
/// of fields.
bool is_own_record(std::string_view head, const InputOptions& options);

/// The same of a table.
bool is_own_table(std::string_view head, const InputOptions& options);

/// The same of bytes that are taken for an archive: the files of office programs are zip inside.
std::string_view what_is_no_archive(std::string_view head);

}  // namespace onrecord
