#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "onrecord/text/document.h"

namespace onrecord {

/// Tells capitalised words that a document also has in small letters ("Puppies learn best … two puppies") from names. Refers to the document.
class CommonWords {
 public:
  explicit CommonWords(const Document& document) : document_(document) {}

  /// Whether the word stands in small letters somewhere in the document. A few are searched for; where many are asked for, all words of the
  /// document are read once.
  bool has(std::string_view word);

 private:
  bool find(std::string_view small) const;
  std::unordered_set<std::string_view> read_document() const;

  const Document& document_;
  std::unordered_map<std::string, bool> searched_;           // by word in small letters
  std::optional<std::unordered_set<std::string_view>> all_;  // those in small letters, once many were searched for
};

}  // namespace onrecord
