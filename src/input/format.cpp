#include "onrecord/input/format.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/captions.h"
#include "onrecord/convert/html.h"
#include "onrecord/convert/markdown.h"
#include "onrecord/convert/news_xml.h"
#include "onrecord/unpack/archive.h"
#include "onrecord/unpack/warc.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::string_view, 2> text_suffixes = {".txt", ".text"};
constexpr std::array<std::string_view, 2> markdown_suffixes = {".md", ".markdown"};
constexpr std::array<std::string_view, 2> captions_suffixes = {".vtt", ".srt"};
constexpr std::array<std::string_view, 2> jsonl_suffixes = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 1> csv_suffixes = {".csv"};
constexpr std::array<std::string_view, 2> tsv_suffixes = {".tsv", ".tab"};
constexpr std::array<std::string_view, 3> html_suffixes = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 5> xml_suffixes = {".xml", ".nitf", ".rss", ".atom", ".rdf"};
constexpr std::array<std::string_view, 2> warc_suffixes = {".warc", ".wet"};
constexpr std::array<std::string_view, 4> tar_suffixes = {".tar", ".tgz", ".txz", ".tbz2"};
constexpr std::array<std::string_view, 1> zip_suffixes = {".zip"};
constexpr std::array<std::string_view, 5> compression_suffixes = {".gz", ".zst", ".xz", ".bz2", ".zstd"};

template <std::size_t n>
bool ends_in(const std::string& name, const std::array<std::string_view, n>& suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) { return name.ends_with(suffix); });
}

/// The name of what is packed: "a.jsonl.gz" holds "a.jsonl".
std::string unpacked_name(std::string_view path) {
  std::string name = small_letters(path);
  for (const std::string_view suffix : compression_suffixes)
    if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  return name;
}

InputFormat format_of_name(const std::string& name) {
  if (ends_in(name, text_suffixes)) return InputFormat::text;
  if (ends_in(name, markdown_suffixes)) return InputFormat::markdown;
  if (ends_in(name, captions_suffixes)) return InputFormat::captions;
  if (ends_in(name, jsonl_suffixes)) return InputFormat::jsonl;
  if (ends_in(name, csv_suffixes)) return InputFormat::csv;
  if (ends_in(name, tsv_suffixes)) return InputFormat::tsv;
  if (ends_in(name, html_suffixes)) return InputFormat::html;
  if (ends_in(name, xml_suffixes)) return InputFormat::xml;
  if (ends_in(name, warc_suffixes)) return InputFormat::warc;
  if (ends_in(name, tar_suffixes)) return InputFormat::tar;
  if (ends_in(name, zip_suffixes)) return InputFormat::zip;
  return InputFormat::automatic;
}

std::string_view without_leading_space(std::string_view head) { return trimmed_at_start(without_byte_order_mark(head), white_space_of_data); }

/// An object that begins on the first line: no article begins so.
bool looks_like_json_lines(std::string_view head) {
  head = without_leading_space(head);
  if (!head.starts_with('{')) return false;
  head = trimmed_at_start(head.substr(1), " \t");
  return head.starts_with('"') || head.starts_with('}');
}

/// A letter behind the line that parts letters in a mailbox: "From ann@example.org Mon Jan  6 10:00:00 2020", then a header.
bool begins_mailbox(std::string_view head) {
  if (!head.starts_with("From ")) return false;
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view line = head.substr(0, end), header = head.substr(end + 1);
  const std::size_t name = header.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");
  return std::count(line.begin(), line.end(), ':') == 2 && name != 0 && name != std::string_view::npos && header[name] == ':';
}

/// How files begin that people have beside their articles.
struct Signature {
  std::string_view bytes;
  std::string_view what;
};
constexpr std::string_view office_file = "a file of an office program";
constexpr std::string_view picture = "a picture";
constexpr std::array<Signature, 20> no_texts = {{{"%PDF-"sv, "a PDF file; 'pdftotext' makes a text of it"},
                                                 {"{\\rtf"sv, "an RTF file"},
                                                 {"\xD0\xCF\x11\xE0"sv, office_file},
                                                 {"\x89PNG"sv, picture},
                                                 {"\xFF\xD8\xFF"sv, picture},
                                                 {"GIF8"sv, picture},
                                                 {"II*\0"sv, picture},
                                                 {"MM\0*"sv, picture},
                                                 {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive; tar and zip can be read"},
                                                 {"Rar!\x1A\x07"sv, "a RAR archive; tar and zip can be read"},
                                                 {"\x04\x22\x4D\x18"sv, "packed by lz4; 'lz4 -dc' unpacks it"},
                                                 {"\x1F\x9D"sv, "packed by compress; 'gzip -dc' unpacks it"},
                                                 {"\x5D\0\0"sv, "packed by lzma; 'xz -dc' unpacks it"},
                                                 {"LZIP\x01"sv, "packed by lzip; 'lzip -dc' unpacks it"},
                                                 {"SQLite format 3\0"sv, "an SQLite database"},
                                                 {"PAR1\x15"sv, "a Parquet file; DuckDB makes a table or JSON lines of it"},
                                                 {"ARROW1\0"sv, "an Arrow file"},
                                                 {"Obj\x01"sv, "an Avro file"},
                                                 {"\x7F"
                                                  "ELF"sv,
                                                  "a program"},
                                                 {"ID3\x03"sv, "a sound"}}};

/// How the first member is called in the archives that office programs write.
constexpr std::array<std::string_view, 5> office_members = {"[Content_Types].xml", "_rels/.rels", "docProps/", "mimetypeapplication/vnd.oasis.opendocument",
                                                            "mimetypeapplication/vnd.sun.xml"};
constexpr std::size_t zip_name_at = 30;

bool names_fields(const InputOptions& options) {
  return options.text_field || options.id_field || options.title_field || options.has_keys || !options.pass.empty();
}

/// The first line is a key, a tab, and an object.
bool begins_with_key(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const std::size_t tab = line.find('\t');
  return tab != std::string_view::npos && looks_like_json_lines(line.substr(tab + 1));
}

/// "q_", then the digits of a digest.
bool is_record_id(std::string_view id) {
  constexpr std::size_t digits = 24;
  return id.size() > digits + 1 && id[id.size() - digits - 1] == '_' && id.find_first_not_of("0123456789abcdef", id.size() - digits) == std::string_view::npos;
}

/// A page, and not a text that begins with a tag, as Markdown may.
bool is_page(std::string_view head, InputFormat by_name) {
  if (!looks_like_html(head)) return false;
  return (by_name != InputFormat::text && by_name != InputFormat::markdown) || is_whole_page(head);
}

}  // namespace

bool has_known_name(std::string_view path, const InputOptions& options) {
  const std::string name = unpacked_name(path);
  const InputFormat by_name = format_of_name(name);
  const bool is_json = by_name == InputFormat::automatic && name.ends_with(".json");
  // These hold articles now and then; who names a field of theirs knows.
  if (is_json || is_table(by_name))
    return options.format == (is_json ? InputFormat::jsonl : by_name) || (options.format == InputFormat::automatic && names_fields(options));
  return by_name != InputFormat::automatic && (options.format == InputFormat::automatic || options.format == by_name);
}

bool is_utf16(std::string_view head) {
  return head == "\xFF\xFE" || head == "\xFE\xFF" || head == std::string_view("{\0", 2) || head == std::string_view("\0{", 2) ||
         head == std::string_view("[\0", 2) || head == std::string_view("\0[", 2);
}

bool is_object_of_lines(std::string_view head) {
  head = without_leading_space(head);
  if (!head.starts_with('{')) return false;
  head.remove_prefix(1);
  const std::string_view rest = without_leading_space(head);
  if (head.substr(0, head.size() - rest.size()).find('\n') == std::string_view::npos) return false;
  if (rest.size() < 2) return true;
  if (!rest.starts_with('"')) return false;
  const std::size_t end = rest.find('"', 1);
  const std::string_view behind = end == std::string_view::npos ? std::string_view{} : without_leading_space(rest.substr(end + 1));
  return behind.empty() || behind.starts_with(':');
}

bool is_array_of_objects(std::string_view head) {
  head = without_leading_space(head);
  if (!head.starts_with('[')) return false;
  head = without_leading_space(head.substr(1));
  if (head.starts_with(']')) return without_leading_space(head.substr(1)).empty();
  if (!head.starts_with('{')) return false;
  head = without_leading_space(head.substr(1));
  return head.starts_with('"') || head.starts_with('}');
}

bool is_json_in_utf16(std::string_view head) {
  if (!is_utf16(head.substr(0, 2))) return false;
  std::string narrow;
  std::copy_if(head.begin(), head.end(), std::back_inserter(narrow), [](char c) { return c != '\0' && c != '\xFF' && c != '\xFE'; });
  return looks_like_json_lines(narrow) || is_object_of_lines(narrow) || is_array_of_objects(narrow);
}

bool is_named_json_lines(std::string_view path) { return format_of_name(unpacked_name(path)) == InputFormat::jsonl; }

bool is_named_table(std::string_view path) { return is_table(format_of_name(unpacked_name(path))); }

bool is_named_archive(std::string_view path) {
  const InputFormat by_name = format_of_name(unpacked_name(path));
  return by_name == InputFormat::tar || by_name == InputFormat::zip;
}

bool is_named_packed(std::string_view path) {
  const std::string name = small_letters(path);
  return ends_in(name, compression_suffixes) || ends_in(name, warc_suffixes) || ends_in(name, tar_suffixes) || ends_in(name, zip_suffixes);
}

bool is_named_document(std::string_view path) {
  const InputFormat by_name = format_of_name(small_letters(path));
  return by_name == InputFormat::text || by_name == InputFormat::markdown || by_name == InputFormat::captions || by_name == InputFormat::html ||
         by_name == InputFormat::xml;
}

InputFormat format_of(std::string_view path, std::string_view head, const InputOptions& options) {
  switch (archive_of(head)) {
    case ArchiveFormat::tar: return InputFormat::tar;
    case ArchiveFormat::zip: return InputFormat::zip;
    case ArchiveFormat::none: break;
  }
  if (options.format != InputFormat::automatic) return options.format;
  if (is_warc(head)) return InputFormat::warc;
  const InputFormat by_name = format_of_name(unpacked_name(path));
  // No other format has keys before objects, whatever it is called: engines write such lines into ".tsv".
  const bool has_keys = options.has_keys && (by_name == InputFormat::automatic || begins_with_key(head));
  if (has_keys || (path == "-" && names_fields(options)) || looks_like_json_lines(head)) return InputFormat::jsonl;
  if (news_xml_of(head) != NewsXml::none) return InputFormat::xml;
  if (is_page(head, by_name)) return InputFormat::html;
  if (looks_like_captions(head)) return InputFormat::captions;
  // What is packed by its name alone is not what it says; such bytes are read as the text they are.
  const bool packed = by_name == InputFormat::warc || by_name == InputFormat::tar || by_name == InputFormat::zip;
  if (by_name != InputFormat::automatic && !packed) return by_name;
  return by_name == InputFormat::automatic && looks_like_markdown(head) ? InputFormat::markdown : InputFormat::text;
}

std::string_view what_is_no_text(std::string_view head) {
  for (const Signature& signature : no_texts)
    if (head.starts_with(signature.bytes)) return signature.what;
  if (begins_mailbox(head)) return "a mailbox (mbox)";
  return is_array_of_objects(head) ? "a JSON array; 'jq -c .[]' makes lines of it, which can be read" : std::string_view{};
}

bool is_own_record(std::string_view head, const InputOptions& options) {
  constexpr std::string_view start = R"({"type":")", between = R"(","id":")";
  if (options.format != InputFormat::automatic || names_fields(options) || !head.starts_with(start)) return false;
  const std::size_t end = head.find('"', start.size());
  if (end == std::string_view::npos || !head.substr(end).starts_with(between)) return false;
  return is_record_id(head.substr(end + between.size(), head.find('"', end + between.size()) - end - between.size()));
}

bool is_own_table(std::string_view head, const InputOptions& options) {
  if (options.format != InputFormat::automatic || names_fields(options) || !(head.starts_with("id,doc,") || head.starts_with("id\tdoc\t"))) return false;
  const std::string_view below = head.substr(std::min(head.find('\n'), head.size() - 1) + 1);
  return is_record_id(below.substr(0, below.find_first_of(",\t")));
}

std::string_view what_is_no_archive(std::string_view head) {
  if (archive_of(head) != ArchiveFormat::zip || head.size() < zip_name_at) return {};
  const std::string_view first_member = head.substr(zip_name_at);
  const bool is_office = std::any_of(office_members.begin(), office_members.end(), [&](std::string_view start) { return first_member.starts_with(start); });
  return is_office ? office_file : std::string_view{};
}

}  // namespace onrecord
