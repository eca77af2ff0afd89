#include "onrecord/extract/matching/lexicon_bits.h"

#include <cassert>

namespace onrecord {

LexiconBits::LexiconBits(const RuleSet& rules, std::span<const Lexicon* const> lexicons) : words_(rules.word_lexicons()), bits_(rules.lexicon_count()) {
  assert(lexicons.size() <= 64);
  for (std::size_t i = 0; i < lexicons.size(); ++i) {
    if (lexicons[i] == nullptr) continue;
    const Bits bit = Bits{1} << i;
    if (WordLexicons::knows(*lexicons[i])) bits_[lexicons[i]->number()] |= bit;
    else asked_each_.emplace_back(lexicons[i], bit);
  }
}

LexiconBits::Bits LexiconBits::of(std::string_view word) const {
  Bits bits = 0;
  for (const std::uint32_t number : words_.of(word)) bits |= bits_[number];
  for (const auto& [lexicon, bit] : asked_each_) {
    if (lexicon->find(word) != nullptr) bits |= bit;
  }
  return bits;
}

}  // namespace onrecord
