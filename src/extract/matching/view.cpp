#include "onrecord/extract/matching/view.h"

#include <algorithm>

namespace onrecord {

const View::Piece& View::piece_at(std::uint32_t view) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), view, [](std::uint32_t offset, const Piece& piece) { return offset < piece.view; });
  return after == pieces_.begin() ? pieces_.front() : *(after - 1);
}

Span View::to_source(Span view) const {
  if (pieces_.empty()) return {};
  const Piece& first = piece_at(view.begin);
  const std::uint32_t begin = view.begin >= text_.size() ? first.source_end : first.copied ? first.source + (view.begin - first.view) : first.source;
  if (view.empty()) return {begin, begin};
  const Piece& last = piece_at(view.end - 1);
  return {begin, last.copied ? last.source + (view.end - last.view) : last.source_end};
}

std::uint32_t View::from_source(std::uint32_t source) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), source, [](std::uint32_t offset, const Piece& piece) { return offset < piece.source; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  if (source >= piece.source_end) return after == pieces_.end() ? static_cast<std::uint32_t>(text_.size()) : after->view;
  return piece.copied ? piece.view + (source - piece.source) : piece.view;
}

const ViewToken* View::token_at(Span view) const {
  const auto found =
      std::lower_bound(tokens_.begin(), tokens_.end(), view.begin, [](const ViewToken& token, std::uint32_t begin) { return token.span.begin < begin; });
  return found != tokens_.end() && found->span == view ? &*found : nullptr;
}

}  // namespace onrecord
