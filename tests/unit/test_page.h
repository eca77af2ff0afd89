#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "test_rules.h"

/// Pages for tests of their structure, put together from a title and paragraphs of running text.
namespace onrecord::testing {

inline const std::string title = "Port Hope buys a second crane for its harbour";
inline const std::string text_one =
    "The council of Port Hope voted on Monday to buy a second crane for the harbour, after a debate that lasted well into the night.";
inline const std::string text_two =
    "The crane will cost two million and is to stand on the northern quay by spring, where the old one fell into the water last year.";

/// The classes of all lines, with a space between.
inline std::string classes_of(const StructuredPage& page) {
  constexpr std::array<const char*, 11> names = {"body",    "title",    "byline",       "dateline",   "heading",  "caption",
                                                 "callout", "question", "faq_question", "faq_answer", "furniture"};
  std::string out;
  for (const LineClass kind : page.structure.lines) out += (out.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(kind)]);
  return out;
}

}  // namespace onrecord::testing
