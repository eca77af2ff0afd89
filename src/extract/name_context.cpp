#include "onrecord/extract/name_context.h"

#include <algorithm>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

Gender gender_of(Pronoun pronoun) {
  if (pronoun == Pronoun::man || pronoun == Pronoun::of_man) return Gender::man;
  return pronoun == Pronoun::woman ? Gender::woman : Gender::unknown;
}

}  // namespace

NameContext::NameContext(const RuleSet& rules, const NameWords& words, const Document& document, const Annotations& annotations)
    : words_(words), document_(document), annotations_(annotations), cue_word_(rules.type("cue_word")), subject_(rules.type("subject")) {}

std::uint32_t NameContext::paragraph_at(std::uint32_t offset) const {
  const auto& paragraphs = document_.paragraphs;
  const auto after = std::upper_bound(paragraphs.begin(), paragraphs.end(), offset, [](std::uint32_t at, const Paragraph& paragraph) { return at < paragraph.span.begin; });
  return after == paragraphs.begin() ? 0 : static_cast<std::uint32_t>(after - paragraphs.begin() - 1);
}

std::uint32_t NameContext::sentence_at(std::uint32_t offset) const { return onrecord::sentence_at(document_, offset); }

std::uint32_t NameContext::quotation_at(std::uint32_t offset) const {
  const auto& quotations = document_.quotations;
  auto after = std::upper_bound(quotations.begin(), quotations.end(), offset, [](std::uint32_t at, const Quotation& quotation) { return at < quotation.span.begin; });
  while (after != quotations.begin()) {
    --after;
    if (after->depth == 0) return after->span.contains(offset) ? static_cast<std::uint32_t>(after - quotations.begin()) : Annotations::none;
  }
  return Annotations::none;
}

void NameContext::describe(NameMention& mention) const {
  const std::string& text = document_.folded.text();
  mention.paragraph = paragraph_at(mention.name.begin);
  mention.quoted = quotation_at(mention.name.begin) != Annotations::none;
  const std::span<const Span> behind = document_.words.from(mention.name.end);
  mention.possessive = !behind.empty() && behind.front().begin == mention.name.end && words_.is_possessive(slice(text, behind.front()));
  mention.modifier = noun_behind(mention.name.end);
  mention.subject = !mention.possessive && ((opens_clause(mention.whole) && verb_behind(mention.name.end)) || ends_subject(mention.name));
}

/// Whether the rules found a subject that ends with the name: "her colleague Ann Lee".
bool NameContext::ends_subject(Span name) const {
  if (subject_ == no_type) return false;
  const std::uint32_t index = annotations_.containing(subject_, name);
  return index != Annotations::none && annotations_.at(index).span.end == name.end;
}

/// Whether a small noun for somebody follows.
bool NameContext::noun_behind(std::uint32_t end) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t longest_noun = 24;
  const std::span<const Span> words = document_.words.from(end);
  return !words.empty() && words.front().begin == end + 1 && words.front().end <= end + longest_noun && is_small(character_at(text, words.front().begin).code) && words_.source_noun(slice(text, words.front())) != SourceNoun::none;
}

/// Whether a clause begins with the name: at a sentence's or paragraph's start, behind punctuation or a joining word.
bool NameContext::opens_clause(Span whole) const {
  const std::string& text = document_.folded.text();
  std::uint32_t at = whole.begin;
  while (at > 0 && is_space(character_before(text, at).code)) at -= character_before(text, at).size;
  if (at == 0) return true;
  const Character last = character_before(text, at);
  if (!is_word(last.code)) return last.code != '(' && last.code != '-' && last.code != '.' ? true : last.code == '.';
  std::uint32_t begin = at;
  while (begin > 0 && is_word(character_before(text, begin).code)) begin -= character_before(text, begin).size;
  if (std::binary_search(document_.paragraphs.begin(), document_.paragraphs.end(), Paragraph{whole, 0, 0},
                         [](const Paragraph& a, const Paragraph& b) { return a.span.begin < b.span.begin; })) {
    return true;
  }
  const std::string_view word = slice(text, {begin, at});
  if (words_.is_determiner(word)) return begin > 1 && text[begin - 1] == ' ' && text[begin - 2] == ',';
  return words_.is_conjunction(word) || words_.is_subordinator(word);
}

/// Whether a comma or a finite verb follows, adverbs aside.
bool NameContext::verb_behind(std::uint32_t end) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t reach = 60;
  const std::string_view rest = std::string_view(text).substr(end);
  if (rest.starts_with(",")) return true;
  if (rest.starts_with(" (")) {
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos || close > reach) return false;
    return verb_behind(end + static_cast<std::uint32_t>(close) + 1);
  }
  if (!rest.starts_with(" ")) return false;
  for (const Span word : document_.words.from(end)) {
    if (word.end > end + reach) return false;
    const std::string_view form = slice(text, word);
    if (words_.is_finite_verb(form)) return true;
    if (cue_word_ != no_type && annotations_.containing(cue_word_, word) != Annotations::none) return true;
    if (!words_.is_adverb(form)) return false;
  }
  return false;
}

bool NameContext::has_pronoun_before(Gender gender, std::uint32_t offset) const {
  constexpr std::uint32_t reach = 10000;  // no paragraph that somebody wrote is longer
  if (document_.paragraphs.empty()) return false;
  const std::uint32_t begin = std::max(document_.paragraphs[paragraph_at(offset)].span.begin, offset > reach ? offset - reach : 0);
  const WordSpans words = document_.words_in({std::min(begin, offset), offset});
  return std::any_of(words.begin(), words.end(), [&](Span word) {
    return gender_of(words_.pronoun(slice(document_.folded.text(), word))) == gender && quotation_at(word.begin) == Annotations::none;
  });
}

Gender NameContext::gender_behind(Span name) const {
  const std::string& text = document_.folded.text();
  constexpr std::uint32_t reach = 80;
  constexpr std::size_t close_by = 5;
  const std::span<const Span> words = document_.words.from(name.end);
  const auto& sentences = document_.sentences;
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), name.begin, [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  const std::uint32_t sentence_end = next == sentences.end() ? static_cast<std::uint32_t>(text.size()) : next->span.begin;
  for (std::size_t i = 0; i < std::min(words.size(), close_by) && words[i].begin < sentence_end && words[i].end <= name.end + reach; ++i) {
    const Pronoun pronoun = words_.pronoun(slice(text, words[i]));
    if (pronoun == Pronoun::of_man || pronoun == Pronoun::woman) return gender_of(pronoun);
  }
  if (next == sentences.end()) return Gender::unknown;
  const std::span<const Span> opening = document_.words.from(next->span.begin);
  constexpr std::uint32_t longest_opening = 6;  // of a pronoun and a mark before it
  return opening.empty() || opening.front().end > next->span.begin + longest_opening ? Gender::unknown : gender_of(words_.pronoun(slice(text, opening.front())));
}

}  // namespace onrecord
