#include "onrecord/text/text_words.h"

#include <algorithm>

#include "onrecord/text/words.h"

namespace onrecord {
namespace {

constexpr std::uint32_t block_size = 16;

/// Whether a word may be a possessive ending, by its first byte: what stands before it is told from it only where both are there.
bool may_be_ending(std::string_view text, Span word) { return text[word.begin] == '\'' || text[word.begin] == '\xE2'; }

}  // namespace

TextWords::TextWords(std::string_view text) {
  constexpr std::size_t usual_length = 6;  // of a word and what stands behind it
  words_.reserve(text.size() / usual_length + 1);
  append_words(text, {0, static_cast<std::uint32_t>(text.size())}, words_);
  first_.reserve(text.size() / block_size + 2);
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    while (first_.size() * block_size <= words_[i].begin) first_.push_back(i);
  }
  first_.resize(text.size() / block_size + 1, static_cast<std::uint32_t>(words_.size()));
}

/// Index of the first word that begins at `offset` or behind.
std::size_t TextWords::first_from(std::uint32_t offset) const {
  std::size_t i = first_[offset / block_size];
  while (i < words_.size() && words_[i].begin < offset) ++i;
  return i;
}

WordSpans TextWords::in(std::string_view text, Span unit) const {
  if (first_.empty()) return WordSpans(words_in(text, unit));
  const std::size_t first = first_from(unit.begin);
  const std::size_t last = std::max(first, first_from(unit.end));
  const bool cut_before = first > 0 && words_[first - 1].end > unit.begin;
  const bool cut_behind = last > first && words_[last - 1].end > unit.end;
  const bool ending_before = last > first && words_[first].begin == unit.begin && may_be_ending(text, words_[first]);
  const bool ending_behind = last > first && last < words_.size() && words_[last].begin == unit.end && may_be_ending(text, words_[last]);
  if (cut_before || cut_behind || ending_before || ending_behind) return WordSpans(words_in(text, unit));
  return WordSpans(std::span(words_).subspan(first, last - first));
}

}  // namespace onrecord
