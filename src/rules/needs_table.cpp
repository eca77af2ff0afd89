#include "onrecord/rules/needs_table.h"

#include "onrecord/rules/pattern_facts.h"

namespace onrecord {

std::uint32_t NeedsTable::number_of(const Regex& regex, const ViewVocabulary& vocabulary) {
  const auto [known, is_new_here] = of_regex_.try_emplace({&regex, &vocabulary}, 0);
  if (!is_new_here) return known->second;
  const auto [same, is_new] = numbers_.try_emplace(in_vocabulary(needs_of(regex), vocabulary), static_cast<std::uint32_t>(needs_.size()));
  if (is_new) needs_.push_back(same->first);
  return known->second = same->second;
}

}  // namespace onrecord
