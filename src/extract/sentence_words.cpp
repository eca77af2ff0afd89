#include "onrecord/extract/sentence_words.h"

#include <algorithm>

namespace onrecord {

SentenceWords::SentenceWords(const RuleSet& rules, const Document& document) : table_(rules.words()) {
  const std::string& text = document.folded.text();
  first_.reserve(document.sentences.size() + 1);
  symbols_.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    SymbolSet& symbols = symbols_.emplace_back();
    symbols.add_text(slice(text, sentence.span));
    for (const Span span : document.words_in(sentence.span)) {
      const Word& word = words_.emplace_back(span, table_.find(slice(text, span)));
      if (word.form != 0) symbols.add(rules.tagging(word.form));
    }
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
  find_rewritten(document);
}

std::size_t words_taken(const PhraseIndex& index, const Phrase& phrase, std::string_view text, std::span<const Word> words, std::size_t i) {
  if (phrase.rest_size == 0) return 1;
  const std::string_view rest = index.rest_of(phrase);
  const std::uint32_t behind = words[i].span.end;
  if (text.compare(behind, rest.size(), rest) != 0) return 0;
  const auto end = static_cast<std::uint32_t>(behind + rest.size());
  const std::size_t most = std::min<std::size_t>(phrase.most_words, words.size() - i);
  for (std::size_t count = 2; count <= most && words[i + count - 1].span.end <= end; ++count) {
    if (words[i + count - 1].span.end == end) return count;
  }
  return 0;
}

void SentenceWords::find_rewritten(const Document& document) {
  const std::string& text = document.folded.text();
  auto dot = document.inner_dots.begin();
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c > ' ' && c != '.') continue;
    if (c == '.') {
      if (dot == document.inner_dots.end() || *dot != i) continue;
      ++dot;
    } else if (!is_view_space(c) || (c == ' ' && (i + 1 == text.size() || !is_view_space(text[i + 1])))) {
      continue;
    }
    rewritten_.push_back(i);
  }
}

}  // namespace onrecord
