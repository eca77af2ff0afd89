#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/base/utf8.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Turns spans of the folded text into places of the text as it was read. Refers to the document.
class Places {
 public:
  explicit Places(const Document& document);

  TextPlace place(Span folded) const;
  /// The place with the words that stand there.
  Quoted quoted(Span folded) const;
  /// Only the words.
  std::string words(Span folded) const;

 private:
  const Document& document_;
  CharacterIndex characters_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace onrecord
