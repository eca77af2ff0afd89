#pragma once

#include <vector>

#include "onrecord/extract/statements/statement.h"

namespace onrecord {

/// By start of content, outer before inner; what one tells of another by its index is kept.
std::vector<Statement> in_order(std::vector<Statement> statements);

}  // namespace onrecord
