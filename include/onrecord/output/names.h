#pragma once

#include <array>
#include <string_view>

#include "onrecord/extract/record/record.h"
#include "onrecord/extract/speakers/resolution_names.h"

namespace onrecord {

/// How records spell the enumerators, in their order.
inline constexpr std::array<std::string_view, 4> speaker_kind_names = {"person", "organization", "group", "unnamed"};
inline constexpr std::array<std::string_view, 3> quote_kind_names = {"full", "partial", "term"};
inline constexpr std::array<std::string_view, 2> attribution_names = {"attributed", "narrator"};
inline constexpr std::array<std::string_view, 5> modality_names = {"asserted", "possible", "predicted", "conditional", "requested"};
inline constexpr std::array<std::string_view, 2> polarity_names = {"affirmed", "denied"};
inline constexpr std::array<std::string_view, 6> block_names = {"headline", "lead", "body", "callout", "faq_answer", "caption"};

/// The name of an enumerator in one of the tables above.
template <typename Enumerator, std::size_t size>
constexpr std::string_view name_in(const std::array<std::string_view, size>& names, Enumerator value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace onrecord
