#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// The IRI under which linked data knows a document: its name where that is one ("https://…", "urn:…"), else the name as a
/// relative reference; of standard input the record's id.
std::string iri_of_document(std::string_view doc, std::string_view id);

/// The IRI of a record.
std::string iri_of_record(std::string_view id);

}  // namespace onrecord
