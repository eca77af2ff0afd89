#pragma once

#include <vector>

#include "onrecord/extract/page/page.h"

namespace onrecord {

/// Masks lists whose entries each have a line of the same sort: teasers and their ages, dates, authors or links, reviews and who wrote
/// them. One such line says nothing; in a live blog much stands between two.
void mask_entry_lists(const Page& page, std::vector<bool>& mask);

/// Whether a line is text that is read, no headline.
bool is_running_text(const LineShape& shape);

}  // namespace onrecord
