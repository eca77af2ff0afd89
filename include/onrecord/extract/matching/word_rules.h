#pragma once

#include "onrecord/extract/matching/match_weigher.h"
#include "onrecord/extract/matching/sentence_words.h"

namespace onrecord {

/// Finds the entries of word lists that rules of words annotate: at each word the longest one. Refers to everything it is given.
class WordRules {
 public:
  /// `words`: of the document's sentences; null: words are looked up one by one, which is slow and finds the same.
  WordRules(const RuleSet& rules, const Document& document, const SentenceWords* words, UnitAtWork& unit, MatchWeigher& weigher)
      : rules_(rules), document_(document), words_(words), unit_(unit), weigher_(weigher) {}

  /// Weighs what the layer's rules of words find in the unit.
  void run();

 private:
  void find_phrases(const Rule& rule);
  void look_up_words(const Rule& rule);

  const RuleSet& rules_;
  const Document& document_;
  const SentenceWords* words_;
  UnitAtWork& unit_;
  MatchWeigher& weigher_;
};

}  // namespace onrecord
