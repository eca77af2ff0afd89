#include "onrecord/output/json_array.h"

#include <string_view>

namespace onrecord {
namespace {

/// The lines as elements: with what separates them before each, not behind.
void append_elements(std::string& out, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    out += ",\n";
    out += lines.substr(0, end);
    lines.remove_prefix(end + 1);
  }
}

}  // namespace

void JsonArrayWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  std::string lines;
  lines_.append(lines, facts, extraction);
  append_elements(out, lines);
}

void JsonArrayWriter::append(std::string& out, const ErrorRecord& error) const {
  std::string lines;
  lines_.append(lines, error);
  append_elements(out, lines);
}

}  // namespace onrecord
