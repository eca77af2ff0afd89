#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"
#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// The line that is most like the title of the article whose text is `body`; none where nothing is. `stop_words`: words
/// that tell nothing of what a text is about; may be null. `excluded`: lines that are known to be something else.
std::optional<std::uint32_t> find_title(const Page& page, const Body& body, const std::vector<bool>& excluded, const Lexicon* stop_words);

}  // namespace onrecord
