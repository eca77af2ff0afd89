#pragma once

#include <string_view>
#include <unordered_set>

#include "onrecord/extract/annotations.h"
#include "onrecord/extract/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells what labels of lists ("Pricing: from $9 a month") from who speaks in a headline or a transcript ("Lee: The plan is dead").
/// Refers to what it was made of.
class LabelNouns {
 public:
  LabelNouns(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations)
      : rules_(rules), words_(words), document_(document), annotations_(annotations) {}

  /// Whether the words before a colon name a thing: they are neither a source ("Report"), nor all capitals, nor do they begin with a first
  /// name, nor end in the last word of a person's name that the document has elsewhere. A lone word ("Lee: I crossed it"), and the words
  /// of a title ("Lee Bridge: Masons Are Back"), are a thing only if the last stands in small letters somewhere in the document, too. The
  /// first question reads the document once.
  bool is_thing(Span label, bool in_title);

 private:
  void read_document();

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  bool is_read_ = false;
  std::unordered_set<std::string_view> small_words_;
  std::unordered_set<std::string_view> surnames_;
};

}  // namespace onrecord
