#include "onrecord/extract/speakers/joint_nouns.h"

namespace onrecord {

std::string_view joint_noun(const NameWords& words, const Document& document, const MentionHead& mention) {
  const auto text = [&](Span span) { return document.folded.slice_within(span); };
  if (mention.kind != MentionHead::Kind::noun || mention.noun.end != mention.span.end) return {};
  if (mention.definite && mention.span == mention.noun) return words.joint_noun(text(mention.noun));
  if (words.source_noun(text(mention.noun)) != SourceNoun::people) return {};
  const std::string_view first = text(document.words_in(mention.span).front());
  if (mention.definite) return words.joint_noun(first);
  return words.is_pair_word(first) ? joint_two : std::string_view();
}

}  // namespace onrecord
