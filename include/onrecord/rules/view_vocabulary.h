#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// A type that a view masks, as patterns see it.
struct MaskedType {
  std::string name;
  std::uint16_t type = 0;
  struct Choice {
    std::string field;
    std::uint32_t index = 0;  ///< of the field in its type
    std::vector<std::string> values;
  };
  std::vector<Choice> choices;
};

/// What the views of a layer mask and tag. The lexicons belong to the rule set.
struct ViewVocabulary {
  std::vector<MaskedType> masks;
  std::vector<const Lexicon*> tags;
};

}  // namespace onrecord
