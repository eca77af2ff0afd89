#pragma once

#include <string_view>
#include <vector>

#include "onrecord/report/report.h"

namespace onrecord {

/// Every code that `rules check` may report, with what it means, in order.
const std::vector<CodeDescription>& check_codes();

/// Null where there is no such code.
const CodeDescription* find_check_code(std::string_view code);

}  // namespace onrecord
