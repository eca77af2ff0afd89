#pragma once

#include "onrecord/convert/html.h"
#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_questions.h"

namespace onrecord {

/// What an element is called, as far as it tells what is in it.
struct HtmlNames {
  bool byline = false;
  bool comments = false;
  bool noise = false;
  QuestionNames questions;
};

/// By the words of its class, its id, and of its own tag where that is none of HTML ("amp-ad"): whole names, single words of theirs, and a few in a row
/// ("most-read" of "MostRead__item"), but for those behind a word for having or not having ("no-sidebar"), and for an id that is the heading's text.
HtmlNames names_of(const HtmlNode& element, const MarkupWords& words);

}  // namespace onrecord
