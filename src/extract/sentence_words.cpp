#include "onrecord/extract/sentence_words.h"

#include <algorithm>
#include <array>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onrecord {
namespace {

/// Where white space stands in 64 bytes of a text, and where it is no ' '.
struct SpaceBits {
  static constexpr std::uint32_t size = 64;
  std::uint64_t all = 0, odd = 0;
};

#if defined(__SSE2__)
SpaceBits spaces_in(const char* bytes) {
  SpaceBits bits;
  for (unsigned at = 0; at < SpaceBits::size; at += 16) {
    const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    const __m128i odd = _mm_or_si128(_mm_cmpeq_epi8(some, _mm_set1_epi8('\t')), _mm_cmpeq_epi8(some, _mm_set1_epi8('\n')));
    const __m128i all = _mm_or_si128(odd, _mm_cmpeq_epi8(some, _mm_set1_epi8(' ')));
    bits.odd |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(odd))} << at;
    bits.all |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(all))} << at;
  }
  return bits;
}
#else
SpaceBits spaces_in(const char* bytes) {
  SpaceBits bits;
  for (unsigned at = 0; at < SpaceBits::size; ++at) {
    if (!is_view_space(bytes[at])) continue;
    bits.all |= std::uint64_t{1} << at;
    if (bytes[at] != ' ') bits.odd |= std::uint64_t{1} << at;
  }
  return bits;
}
#endif

/// Of the bytes from `base` on; none behind the end of the text.
SpaceBits spaces_at(const std::string& text, std::uint32_t base) {
  if (base >= text.size()) return {};
  if (base + SpaceBits::size <= text.size()) return spaces_in(text.data() + base);
  std::array<char, SpaceBits::size> rest{};
  text.copy(rest.data(), rest.size(), base);
  return spaces_in(rest.data());
}

}  // namespace

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
  const auto size = static_cast<std::uint32_t>(text.size());
  auto dot = document.inner_dots.begin();
  const auto take_dots = [&](std::uint32_t end) {
    for (; dot != document.inner_dots.end() && *dot < end; ++dot) rewritten_.push_back(*dot);
  };
  SpaceBits here = spaces_at(text, 0);
  for (std::uint32_t base = 0; base < size; base += SpaceBits::size) {
    const SpaceBits next = spaces_at(text, base + SpaceBits::size);
    const std::uint64_t space_follows = here.all >> 1 | next.all << (SpaceBits::size - 1);
    for (std::uint64_t rewritten = here.all & (here.odd | space_follows); rewritten != 0; rewritten &= rewritten - 1) {
      const std::uint32_t offset = base + static_cast<std::uint32_t>(std::countr_zero(rewritten));
      take_dots(offset);
      rewritten_.push_back(offset);
    }
    here = next;
  }
  take_dots(size);
}

}  // namespace onrecord
