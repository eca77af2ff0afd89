#pragma once

#include <optional>
#include <string>

namespace onrecord {

/// The name, below a folder for output, of the file for a document's records. The name of an input file keeps its folders;
/// any other id is one name, with '/' as %2F. Parts of a name that are too long end in a digest. None where the name is
/// absolute, goes up ("..") or is empty: it would lead out of the folder, or to no place in it.
std::optional<std::string> output_name(const std::string& id, const std::string& source, const std::string& suffix);

}  // namespace onrecord
