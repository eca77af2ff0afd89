#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// Whether a page is written in XML: an XML declaration says so.
bool is_xhtml(std::string_view page);

/// A page in XML as a parser of HTML takes it: an empty element (`<script src="a.js"/>`) gets its end tag, without which
/// it would go on to the end of the page. Elements that are empty in HTML, too (`<br/>`), stay as they are.
std::string with_end_tags(std::string_view page);

}  // namespace onrecord
