#pragma once

#include <string>

namespace onrecord {

/// The JSON Schema of a rule file for editors, made from the tables by which the loader judges keys. It keeps to draft 4,
/// which Taplo ("Even Better TOML") understands.
std::string rule_file_schema();

}  // namespace onrecord
