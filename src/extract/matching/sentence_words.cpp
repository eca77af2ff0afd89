#include "onrecord/extract/matching/sentence_words.h"

#include <algorithm>
#include <bit>

#include "onrecord/text/byte_block.h"

namespace onrecord {
namespace {

constexpr std::size_t looked_ahead = 6;  // words, while the table answers for the one at work

}  // namespace

SentenceWords::SentenceWords(const RuleSet& rules, const Document& document) : table_(rules.words()) {
  const std::string& text = document.folded.text();
  first_.reserve(document.sentences.size() + 1);
  symbols_.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) {
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
    SymbolSet& symbols = symbols_.emplace_back();
    symbols.add_text(slice(text, sentence.span));
    const WordSpans spans = document.words_in(sentence.span);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (i + looked_ahead < spans.size()) table_.prefetch(slice(text, spans[i + looked_ahead]));
      const Word& word = words_.emplace_back(spans[i], table_.find(slice(text, spans[i])));
      if (word.form != 0) symbols.add(rules.tagging(word.form));
    }
  }
  first_.push_back(static_cast<std::uint32_t>(words_.size()));
  find_rewritten(document);
}

std::size_t words_taken(const PhraseIndex& index, const Phrase& phrase, std::string_view text, std::span<const Word> words, std::size_t i) {
  if (phrase.rest_size == 0) return 1;
  const std::uint32_t behind = words[i].span.end;
  if (!index.rest_stands_at(phrase, text, behind)) return 0;
  const std::uint32_t end = behind + phrase.rest_size;
  const std::size_t most = std::min<std::size_t>(phrase.most_words, words.size() - i);
  for (std::size_t count = 2; count <= most && words[i + count - 1].span.end <= end; ++count) {
    if (words[i + count - 1].span.end == end) return count;
  }
  return 0;
}

void SentenceWords::find_rewritten(const Document& document) {
  const std::string& text = document.folded.text();
  const auto size = static_cast<std::uint32_t>(text.size());
  auto dot = document.inner_dots.begin();
  const auto take_dots = [&](std::uint32_t end) {
    for (; dot != document.inner_dots.end() && *dot < end; ++dot) rewritten_.push_back(*dot);
  };
  std::uint64_t spaces = 0, odd = 0;  // of the block at work: white space, and what of it is no ' '
  for (std::uint32_t base = 0; base < size + ByteBlock::size; base += ByteBlock::size) {
    const ByteBlock next(text, base);
    const std::uint64_t next_odd = next.equal('\t') | next.equal('\n');
    const std::uint64_t next_spaces = next_odd | next.equal(' ');
    const std::uint64_t space_follows = spaces >> 1 | next_spaces << (ByteBlock::size - 1);
    for (std::uint64_t rewritten = spaces & (odd | space_follows); rewritten != 0; rewritten &= rewritten - 1) {
      const std::uint32_t offset = base - ByteBlock::size + static_cast<std::uint32_t>(std::countr_zero(rewritten));
      take_dots(offset);
      rewritten_.push_back(offset);
    }
    spaces = next_spaces;
    odd = next_odd;
  }
  take_dots(size);
}

}  // namespace onrecord
