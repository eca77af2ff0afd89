#include "onrecord/extract/names/joint_speakers.h"

namespace onrecord {

void JointSpeakers::add(std::size_t p, std::size_t i, std::vector<MentionHead>& heads) const {
  i = joined_in(pieces_[p], i, heads);
  std::vector<MentionHead> listed;
  for (std::size_t q = p + 1; q < pieces_.size(); ++q) {
    const MentionPiece& piece = pieces_[q];
    const bool closes = words_.is_conjunction(read_.text(piece.front()));
    const auto name = read_.name_opening(piece, closes ? 1 : 0);
    if (!name || (!closes && read_.known_at(piece.front()) == nullptr)) {
      listed.clear();
      continue;
    }
    std::vector<MentionHead> more;
    joined_in(piece, name->behind, more);
    if (!closes && more.empty()) {
      listed.push_back(name->head);
      continue;
    }
    heads.insert(heads.end(), listed.begin(), listed.end());
    heads.push_back(name->head);
    heads.insert(heads.end(), more.begin(), more.end());
    listed.clear();
  }
}

std::size_t JointSpeakers::joined_in(const MentionPiece& piece, std::size_t i, std::vector<MentionHead>& heads) const {
  while (i < piece.size()) {
    if (words_.is_conjunction(read_.text(piece[i]))) {
      auto next = read_.name_opening(piece, i + 1);
      if (!next) next = read_.noun_opening(piece, i + 1);
      if (!next) next = read_.unknown_ending(piece, i + 1);
      if (!next) return i;
      heads.push_back(next->head);
      i = next->behind;
    } else if (words_.is_preposition(read_.text(piece[i])) && i + 1 < piece.size() && read_.capital(piece[i + 1]) && !read_.is_person(piece[i + 1])) {
      ++i;
      while (i < piece.size() && read_.capital(piece[i])) ++i;
    } else {
      return i;
    }
  }
  return i;
}

}  // namespace onrecord
