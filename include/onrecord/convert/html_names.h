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

/// By the words of its class, its id, and of its own tag where that is none of HTML ("amp-ad").
HtmlNames names_of(const HtmlNode& element, const MarkupWords& words);

}  // namespace onrecord
