#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/common_words.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells what labels of lists ("Pricing: from $9 a month") from who speaks in a headline or a transcript ("Lee: The plan is dead").
/// Refers to what it was made of.
class LabelNouns {
 public:
  LabelNouns(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations)
      : rules_(rules), words_(words), document_(document), annotations_(annotations), common_(document), kinds_of_text_(rules.lexicon("kind_of_text")) {}

  /// Of all labels of the document, by place, whether each names a thing. It does if it is neither a source ("Report") nor a name that the
  /// document has. Capitals and the words of `title` ("Lee Bridge: Masons Are Back") must stand in small letters somewhere in the document,
  /// too, of several words the last. Among several such labels of things all others name things that may:
  /// they are neither people, nor a name that the document has, nor in capitals. What a text is ("Interview", "Dear Ann") is a thing, too, and so are several
  /// words in capitals, each before a colon once, if no other label stands among them: places, each with its news. So are several labels of which
  /// nothing is known, each there once: "Trowel: …", "Tent: …".
  std::vector<bool> are_things(const std::vector<Span>& labels, Span title);
  /// Whether a label is somebody's name, or in capitals, as in transcripts. After `are_things`.
  bool is_speaker(Span label) const;
  /// Whether it begins with a first name, or ends in a surname that the document has. After `are_things`.
  bool is_person(Span label) const;
  /// "the Snake Plant": whether what is written like a person's name has a determiner before it, as no person has.
  bool is_behind_determiner(Span name) const;

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }
  void read_surnames();
  bool is_kind_of_text(Span word) const;
  bool are_entries(const std::vector<Span>& labels) const;
  bool are_each_once(const std::vector<Span>& labels, Span title) const;
  bool is_unknown(Span label) const;
  bool is_thing(Span label, bool in_title);
  bool may_be_thing(Span label) const;
  SourceNoun source_noun(Span word) const;
  bool is_known_person(const WordSpans& words) const;

  const RuleSet& rules_;
  const NameWords& words_;
  const Document& document_;
  const Annotations& annotations_;
  CommonWords common_;
  const Lexicon* kinds_of_text_;
  std::unordered_set<std::string> surnames_;  // in small letters
};

}  // namespace onrecord
