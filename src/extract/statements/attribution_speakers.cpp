#include "onrecord/extract/statements/attribution_speakers.h"

#include "onrecord/text/words.h"

namespace onrecord {
namespace {

/// Whether `inner` stands in what somebody else said, and that has ended before the attribution: its speaker does not
/// go on speaking.
bool is_reported_before(const Statement& inner, const AttributionFound& found, const std::vector<Statement>& statements) {
  for (auto outer = statements.rbegin(); outer != statements.rend() && outer->sentence == found.sentence; ++outer) {
    if (outer->content.contains(inner.cue) && outer->content.end <= found.cue.begin) return true;
  }
  return false;
}

}  // namespace

std::vector<Span> AttributionSpeakers::of(const AttributionFound& found, const std::vector<Statement>& before) const {
  if (!found.speaker.empty()) return {found.speaker};
  if (!found.from_subject) return {};
  for (auto last = before.rbegin(); last != before.rend() && last->sentence == found.sentence; ++last) {
    if (tells_what(*last, found)) return {found.subject};
    if (last->cue.begin < found.cue.begin && !last->speakers.empty() && !is_reported_before(*last, found, before) && !is_left(*last, found))
      return last->speakers;
  }
  if (!found.subject.empty()) return {found.subject};
  return opens_sentence(found) ? of_sentence_before(found, before) : std::vector<Span>{};
}

Span AttributionSpeakers::contracted_before(Span cue) const {
  const WordSpans words = document_.words_in({document_.sentences[document_.sentence_at(cue.begin)].span.begin, cue.begin});
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::string_view word = document_.folded.slice(words[i]);
    if (const std::string_view stem = before_apostrophe(word); stem.size() < word.size()) {
      return words_.pronoun(stem) == Pronoun::none ? Span{} : Span{words[i].begin, words[i].begin + static_cast<std::uint32_t>(stem.size())};
    }
    if (!words_.is_adverb(word)) break;
  }
  return {};
}

bool AttributionSpeakers::opens_sentence(const AttributionFound& found) const { return found.cue.begin == document_.sentences[found.sentence].span.begin; }

/// “According to the writ, Lee closed the gate and said …”: whether a source tells what the subject of the attribution did before it.
bool AttributionSpeakers::tells_what(const Statement& outer, const AttributionFound& found) const {
  if (found.subject.empty() || !outer.content.contains(found.subject) || !outer.content.contains(found.cue)) return false;
  return source_prepositions_ != nullptr && source_prepositions_->find(document_.folded.slice(outer.cue)) != nullptr;
}

/// “When Lee asked for it, the council declined, citing …”: whether the attribution stands behind another subject than that of an
/// opening clause.
bool AttributionSpeakers::is_left(const Statement& opening, const AttributionFound& found) const {
  return opening.cue.end < found.subject.begin && subjects_.closed_before(opening.speakers.front(), found.subject.begin);
}

/// “Adding: “…””: nobody stands in the sentence, so who spoke in the one before goes on, if that is of the same paragraph.
std::vector<Span> AttributionSpeakers::of_sentence_before(const AttributionFound& found, const std::vector<Statement>& before) const {
  if (before.empty() || found.sentence == 0 || before.back().sentence + 1 != found.sentence) return {};
  const bool together = document_.sentences[found.sentence - 1].paragraph == document_.sentences[found.sentence].paragraph;
  return together ? before.back().speakers : std::vector<Span>{};
}

}  // namespace onrecord
