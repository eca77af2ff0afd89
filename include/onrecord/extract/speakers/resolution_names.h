#pragma once

#include <array>
#include <string_view>

namespace onrecord {

/// How records and rules spell the values of `Resolution`, in their order.
inline constexpr std::array<std::string_view, 5> resolution_names = {"name", "alias", "pronoun", "descriptor", "carried"};

}  // namespace onrecord
