#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// A place in a rule file and how many bytes from there on are meant.
struct ValuePlace {
  Place at;
  std::size_t width = 1;
};

/// Where `word` stands below the key `key` of a table: as its value, as an item of its value, or as a key of the table that
/// is its value. `table` is a place that a definition took from that table: its own or that of its name. Definitions keep no
/// places of their single values; so this reads the file again, which only a message about an error needs. The place of the
/// table where the word is not found.
ValuePlace place_of_value(const std::vector<RuleFile>& files, const Place& table, std::string_view key, std::string_view word);

/// The same for the key itself.
ValuePlace place_of_key(const std::vector<RuleFile>& files, const Place& table, std::string_view key);

}  // namespace onrecord
