#pragma once

#include <string>
#include <vector>

#include "onrecord/convert/front_matter.h"

namespace onrecord {

/// The fields of front matter that are called `names`, as JSON: a text, an array of texts, or null where there is none.
std::vector<std::string> front_matter_fields(const FrontMatter& front, const std::vector<std::string>& names);

}  // namespace onrecord
