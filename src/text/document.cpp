#include "onrecord/text/document.h"

#include <algorithm>

namespace onrecord {
namespace {

/// Of parts that stand in the order of the text, the last that does not begin behind `offset`.
template <typename Part>
std::uint32_t last_begun(const std::vector<Part>& parts, std::uint32_t offset) {
  const auto behind = std::upper_bound(parts.begin(), parts.end(), offset, [](std::uint32_t at, const Part& part) { return at < part.span.begin; });
  return behind == parts.begin() ? 0 : static_cast<std::uint32_t>(behind - parts.begin() - 1);
}

}  // namespace

std::uint32_t Document::line_at(std::uint32_t offset) const { return last_begun(lines, offset); }

std::uint32_t Document::sentence_at(std::uint32_t offset) const { return last_begun(sentences, offset); }

bool Document::opens_sentence(std::uint32_t offset) const {
  const std::uint32_t sentence = sentence_at(offset);
  return sentence < sentences.size() && sentences[sentence].span.begin == offset;
}

}  // namespace onrecord
