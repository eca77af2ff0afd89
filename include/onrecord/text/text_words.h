#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// Some words one after the other: those of a `TextWords`, which must outlive them, or their own.
class WordSpans {
 public:
  explicit WordSpans(std::span<const Span> words) : words_(words) {}
  explicit WordSpans(std::vector<Span> own) : own_(std::move(own)), words_(own_) {}
  WordSpans(WordSpans&&) = default;
  WordSpans& operator=(WordSpans&&) = default;
  WordSpans(const WordSpans&) = delete;
  WordSpans& operator=(const WordSpans&) = delete;
  ~WordSpans() = default;

  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }
  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  Span operator[](std::size_t i) const { return words_[i]; }
  Span front() const { return words_.front(); }
  Span back() const { return words_.back(); }

 private:
  std::vector<Span> own_;
  std::span<const Span> words_;
};

/// The words of a text, found once. Without a text (default) it finds the words of each span when asked.
class TextWords {
 public:
  TextWords() = default;
  explicit TextWords(std::string_view text);

  /// What `words_in` says of a stretch of the same text. Valid as long as this is.
  WordSpans in(std::string_view text, Span unit) const;
  /// All words that begin at `offset` or behind it; none without a text.
  std::span<const Span> from(std::uint32_t offset) const { return first_.empty() ? std::span<const Span>() : std::span(words_).subspan(first_from(offset)); }

 private:
  std::size_t first_from(std::uint32_t offset) const;

  std::vector<Span> words_;
  std::vector<std::uint32_t> first_;  // by block of bytes: index of the first word that begins in it or behind
};

}  // namespace onrecord
