#pragma once

#include <cstdint>
#include <string>

#include "onrecord/input/documents.h"

namespace onrecord {

/// Makes a document of one line of JSONL, or tells what is wrong with it. `line_number` counts from 1.
Input document_of_json_line(std::string line, const std::string& source, std::uint64_t line_number,
                            const InputOptions& options);

}  // namespace onrecord
