#include "onrecord/extract/matching/word_rules.h"

#include <algorithm>

namespace onrecord {

void WordRules::run() {
  for (const RuleId id : unit_.layer().word_rules) {
    const Rule& rule = rules_.rules()[id];
    if (words_ != nullptr && rule.phrases && unit_.layer().unit == Unit::sentence) find_phrases(rule);
    else look_up_words(rule);
  }
}

void WordRules::find_phrases(const Rule& rule) {
  const std::string& text = document_.folded.text();
  const auto words = words_->of(unit_.sentence());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].form == 0) continue;
    for (const Phrase& phrase : rule.phrases->beginning_with(words[i].form)) {
      const std::size_t count = words_taken(*rule.phrases, phrase, text, words, i);
      if (count == 0) continue;
      weigher_.weigh_word(rule, {words[i].span.begin, words[i + count - 1].span.end}, rule.words->entries()[phrase.entry]);
      i += count - 1;
      break;
    }
  }
}

void WordRules::look_up_words(const Rule& rule) {
  const std::string& text = document_.folded.text();
  const std::vector<Span> words = words_in(text, unit_.span());
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t count = std::min<std::size_t>(rule.words->longest_from(slice(text, words[i])), words.size() - i); count > 0; --count) {
      const Span span{words[i].begin, words[i + count - 1].end};
      const LexiconEntry* entry = rule.words->find(slice(text, span));
      if (entry == nullptr) continue;
      weigher_.weigh_word(rule, span, *entry);
      i += count - 1;
      break;
    }
  }
}

}  // namespace onrecord
