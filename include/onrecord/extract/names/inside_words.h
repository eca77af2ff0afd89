#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "onrecord/text/document.h"

namespace onrecord {

/// Tells of capitalised words whether they stand inside a sentence of the document, behind a word with a small letter, so that the capital is their own.
/// Refers to the document, and keeps views of the words asked for.
class InsideWords {
 public:
  explicit InsideWords(const Document& document) : document_(document) {}

  /// Each word asked for the first time reads the text, so of most words of a document with very many it says no.
  bool has(std::string_view word);

 private:
  static constexpr std::size_t most_searches = 50;
  bool stands_inside(std::string_view word) const;

  const Document& document_;
  std::unordered_map<std::string_view, bool> known_;
};

}  // namespace onrecord
