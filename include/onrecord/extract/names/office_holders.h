#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Finds whose office a mention is, where the name before it has its first comma but not the second: "Ann Lee, the head of the council said". Refers to
/// what it was made of; spans are in the folded text.
class OfficeHolders {
 public:
  OfficeHolders(const NameWords& words, const Document& document, const Names& names) : words_(words), document_(document), names_(names) {}

  /// The person whose office a mention is, or ends: "Minister for Roads" of "Ann Lee, Minister for Roads said", "Bridges and Boats" of
  /// "Ann Lee, Minister of Roads, Bridges and Boats said". Null: it is nobody's. The mention stays as long as the names do.
  const NameMention* holder_of(Span mention) const;

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  bool opens_main_clause(std::uint32_t offset) const;
  bool is_office_of(const WordSpans& words) const;
  bool is_office(const WordSpans& words, std::uint32_t end) const;
  bool cuts_clause(std::uint32_t end) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
};

}  // namespace onrecord
