#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "onrecord/extract/page/page.h"
#include "onrecord/extract/structure/body.h"

namespace onrecord {

/// Which lines of a page are furniture: by their words, by being printed again and again, by standing above the article
/// or in the page's tail. `kept`: lines that are known to be something else.
std::vector<bool> find_furniture(const Page& page, const Body& body, std::optional<std::uint32_t> title, const std::vector<bool>& kept);

}  // namespace onrecord
