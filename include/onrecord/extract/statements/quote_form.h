#pragma once

#include "onrecord/base/span.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Whether a quotation ends with a comma or an end mark, inside its marks (“We won,” she said) or right behind (“We won”, she said).
bool ends_like_speech(const Document& document, Span inner);

/// Whether a quotation's words are one or more whole sentences: they begin with a capital and end like speech.
bool is_full_quote(const Document& document, Span inner);

/// Whether a quotation is written like a name: few words, all but short ones with a capital, and no “?” or “!” at the end.
bool is_written_as_name(const Document& document, const Quotation& quotation);

/// Whether a quotation is the name of a work or a broadcast: it is written like a name, and a word of
/// `work_words` (lexicon `work_words`: "titled", "on", a possessive mark) stands right before it. Null: none is.
bool is_work_title(const Document& document, const Quotation& quotation, const Lexicon* work_words);

/// Whether a quotation is a short name that brackets give what stands before them: 'Quilt Inc. ("Quilt")', 'the sale (the "Sale")'.
bool is_short_name(const Document& document, const Quotation& quotation);

/// Whether the quotation is a short line of its own between single marks, which is how sections are headed.
bool is_subheading(const Document& document, const Quotation& quotation);

}  // namespace onrecord
