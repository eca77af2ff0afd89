#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// What stands before a Markdown text, between lines of `---` (YAML) or `+++` (TOML), as static site generators have it. Only keys that
/// are not indented, with a value on their line or a list of values; of a nested one what is called `name`.
struct FrontMatter {
  using Values = std::vector<std::string>;
  /// A key and what stands behind it.
  struct Field {
    std::string key;
    Values values;         ///< without quotation marks
    bool is_list = false;  ///< of a list, which may have one value, or none
  };

  std::size_t size = 0;       ///< bytes up to where the text begins; 0: there is none
  std::vector<Field> fields;  ///< in their order

  /// Null where there is no such key.
  const Field* find(std::string_view key) const;
};

/// Reads it from the beginning of `text`, which may have any line ends.
FrontMatter read_front_matter(std::string_view text);

/// Whether the first bytes of a text begin front matter, as far as they go.
bool begins_front_matter(std::string_view head);

}  // namespace onrecord
