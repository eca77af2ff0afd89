#pragma once

#include <cstdint>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {

/// Who is named by the paragraph beside a quotation, with nothing but a role. Refers to what it was made of.
class NamedBeside {
 public:
  NamedBeside(const Document& document, const NameWords& words, const OuterQuotations& outer) : document_(document), words_(words), outer_(outer) {}

  /// The name above, "Ann Lee, mayor of Quilt:", "Ann Lee, Quilt Bank economist", or, where names stand below several quotations that fill their paragraphs,
  /// and above fewer, the one below: "Ann Lee, Lisbon". Empty: nobody.
  Span of(const Quotation& quotation);

 private:
  Span above(const Quotation& quotation) const;
  Span below(const Quotation& quotation) const;
  bool stand_below();
  bool fills_paragraph(const Quotation& quotation) const { return document_.lines[quotation.paragraph].span == quotation.span; }
  bool opens_paragraph(const Quotation& quotation) const { return document_.lines[quotation.paragraph].span.begin == quotation.span.begin; }
  bool is_name_line(std::uint32_t line) const;
  bool is_name_without_clause(const WordSpans& words) const;
  bool ends_in_role(Span paragraph, Span last) const;

  const Document& document_;
  const NameWords& words_;
  const OuterQuotations& outer_;
  bool counted_ = false, below_ = false;  // where names stand, as soon as somebody asks
};

}  // namespace onrecord
