#include "onrecord/input/markup_words.h"

namespace onrecord {
namespace {

MarkupWords words_in(const RuleSet& rules) {
  const auto words_of = [&rules](std::string_view name) {
    MarkupNames all;
    if (const Lexicon* lexicon = rules.lexicon(name))
      for (const LexiconEntry& entry : lexicon->entries()) all.emplace(lexicon->word(entry));
    return all;
  };
  return {words_of("page_noise"),    words_of("page_byline"), words_of("page_comments"), words_of("byline_end"), words_of("page_faq"),
          words_of("page_question"), words_of("page_answer"), words_of("page_folded"),   words_of("page_head"),  words_of("page_modifier")};
}

}  // namespace

MarkupOnDemand markup_words(const RuleSet& rules) {
  return MarkupOnDemand([&rules] { return words_in(rules); });
}

}  // namespace onrecord
