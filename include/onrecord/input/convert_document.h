#pragma once

#include <functional>

#include "onrecord/input/documents.h"

namespace onrecord {

/// Makes text of one raw document and gives it to `take`: one document, of a feed as many as it has items, or why there is none. Ends
/// early, and is false, once `take` returns false.
bool convert_document(RawDocument raw, const InputOptions& options, const std::function<bool(Input)>& take);

}  // namespace onrecord
