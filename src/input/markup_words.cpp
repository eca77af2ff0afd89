#include "onrecord/input/markup_words.h"

namespace onrecord {
namespace {

MarkupWords words_in(const RuleSet& rules) {
  const auto words_of = [&rules](std::string_view name) {
    std::set<std::string, std::less<>> all;
    if (const Lexicon* lexicon = rules.lexicon(name))
      for (const LexiconEntry& entry : lexicon->entries()) all.emplace(lexicon->word(entry));
    return all;
  };
  return {words_of("page_noise"), words_of("page_byline"), words_of("page_comments")};
}

}  // namespace

MarkupOnDemand markup_words(const RuleSet& rules) {
  return MarkupOnDemand([&rules] { return words_in(rules); });
}

}  // namespace onrecord
