#include "onrecord/input/markup_words.h"

namespace onrecord {

MarkupWords markup_words(const RuleSet& rules) {
  const auto words_of = [&rules](std::string_view name) {
    std::set<std::string, std::less<>> all;
    if (const Lexicon* lexicon = rules.lexicon(name))
      for (const LexiconEntry& entry : lexicon->entries()) all.emplace(lexicon->word(entry));
    return all;
  };
  return {words_of("page_noise"), words_of("page_byline"), words_of("page_comments")};
}

}  // namespace onrecord
