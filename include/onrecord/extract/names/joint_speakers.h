#pragma once

#include <vector>

#include "onrecord/extract/names/mention_words.h"

namespace onrecord {

/// Finds those who speak together with the main speaker of a mention. Refers to what it was made of.
class JointSpeakers {
 public:
  JointSpeakers(const NameWords& words, const MentionWords& read, const std::vector<MentionPiece>& pieces) : words_(words), read_(read), pieces_(pieces) {}

  /// Goes on behind the main name, which ends before word `i` of piece `p`: "Ted Lee of Ohio and Bo Li", "Ann Lee, head of the fund, and
  /// Bo Li", "Ann Lee, Bo Li and Jo Doe".
  void add(std::size_t p, std::size_t i, std::vector<MentionHead>& heads) const;
  /// Adds those joined to the one before word `i` by a conjunction, places they are from left aside. Returns the first word behind them.
  std::size_t joined_in(const MentionPiece& piece, std::size_t i, std::vector<MentionHead>& heads) const;

 private:
  const NameWords& words_;
  const MentionWords& read_;
  const std::vector<MentionPiece>& pieces_;
};

}  // namespace onrecord
