#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/view_vocabulary.h"

namespace onrecord {

/// What fragments were expanded to, so that each is expanded once for each vocabulary, however many patterns use it. Refers to both, which must stay
/// where they are. One thread uses it.
class ExpandedFragments {
 public:
  struct Expanded {
    std::string text;
    std::size_t levels = 0;  ///< how many fragments stand in one another there; it is one
  };

  /// Null where it was not expanded yet.
  const Expanded* find(const FragmentDefinition& fragment, const ViewVocabulary& vocabulary) const {
    const auto found = expanded_.find({&fragment, &vocabulary});
    return found == expanded_.end() ? nullptr : &found->second;
  }
  void add(const FragmentDefinition& fragment, const ViewVocabulary& vocabulary, Expanded expanded) {
    expanded_.try_emplace({&fragment, &vocabulary}, std::move(expanded));
  }

 private:
  std::map<std::pair<const FragmentDefinition*, const ViewVocabulary*>, Expanded> expanded_;
};

}  // namespace onrecord
