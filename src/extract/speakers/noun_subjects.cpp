#include "onrecord/extract/speakers/noun_subjects.h"

#include <algorithm>

#include "onrecord/extract/matching/view.h"
#include "onrecord/extract/speakers/whole_mention.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

// How far back a pronoun looks, in bytes: about a paragraph of news text.
constexpr std::uint32_t reach = 600;

}  // namespace

std::optional<MentionHead> NounSubjects::between(std::uint32_t since, std::uint32_t offset, Pronoun pronoun, Span content) {
  const Place place{since, offset, content};
  if (pronoun == Pronoun::thing) return last_of(SourceNoun::body, Gender::unknown, place);
  if (pronoun == Pronoun::man) return last_of(SourceNoun::person, Gender::man, place);
  if (pronoun == Pronoun::woman) return last_of(SourceNoun::person, Gender::woman, place);
  if (pronoun != Pronoun::many) return std::nullopt;
  // A group goes before a body, wherever it stands.
  const auto group = last_before(SourceNoun::people, Gender::unknown, {0, offset, content});
  if (!group) return last_of(SourceNoun::body, Gender::unknown, place);
  return group->span.begin >= since ? group : std::nullopt;
}

std::optional<MentionHead> NounSubjects::last_of(SourceNoun what, Gender gender, const Place& place) {
  auto head = last_before(what, gender, place);
  return head && head->span.begin >= place.since ? head : std::nullopt;
}

/// The last that fits, or none where it stands before `Place::since`.
std::optional<MentionHead> NounSubjects::last_before(SourceNoun what, Gender gender, const Place& place) {
  const std::uint32_t own = document_.sentence_at(place.offset);
  // The main clause comes first as a rule, and its subject goes on: "The council closed it because it …".
  static const std::vector<Head> none;
  for (const Head& head : may_hold(own, what) ? heads_in(own) : none) {
    if (head.subject.end >= place.offset) break;
    if (fits(head, what, gender, place)) return head.head;
  }
  const std::uint32_t farthest = std::max(place.since, place.offset > reach ? place.offset - reach : 0);
  for (std::uint32_t sentence = own; sentence-- > 0 && document_.sentences[sentence].span.end > farthest;) {
    if (!may_hold(sentence, what)) continue;
    const std::vector<Head>& before = heads_in(sentence);
    for (auto head = before.rbegin(); head != before.rend(); ++head) {
      if (place.offset - head->subject.begin > reach) return std::nullopt;
      if (fits(*head, what, gender, place)) return head->head;
    }
  }
  return std::nullopt;
}

bool NounSubjects::may_hold(std::uint32_t sentence, SourceNoun what) {
  auto& kinds = kinds_[sentence];
  if (!kinds) kinds = kinds_in(sentence);
  return what == SourceNoun::person ? kinds->person : what == SourceNoun::people ? kinds->people : kinds->body;
}

NounSubjects::Kinds NounSubjects::kinds_in(std::uint32_t sentence) const {
  Kinds kinds;
  const WordSpans words = document_.words_in(document_.sentences[sentence].span);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = document_.folded.slice(words[i]);
    const SourceNoun noun = words_.source_noun(word);
    kinds.person |= noun == SourceNoun::person;
    kinds.people |= noun == SourceNoun::people || words_.is_quantifier(word);
    kinds.body |= noun == SourceNoun::body || words_.is_organisation_noun(word) || may_begin_name(words[i], i == 0);
  }
  return kinds;
}

/// The name of no person that is known.
bool NounSubjects::may_begin_name(Span word, bool opens_sentence) const {
  if (const NameMention* known = names_.mention_at(word.begin)) return !names_.is_person(*known);
  if (!is_capital_at(document_.folded.text(), word.begin)) return false;
  const std::string_view form = document_.folded.slice(word);
  return !opens_sentence || !(words_.pronoun(form) != Pronoun::none || words_.is_determiner(form) || words_.never_starts_a_name(form));
}

const std::vector<NounSubjects::Head>& NounSubjects::heads_in(std::uint32_t sentence) {
  auto& known = heads_[sentence];
  if (known) return *known;
  known.emplace();
  for (const ClauseSubject& subject : subjects_.in(sentence)) {
    const std::vector<MentionHead> heads = whole_mention(words_, document_, names_, subject_names_, subject.name).heads;
    if (heads.size() == 1 && heads.front().kind != MentionHead::Kind::pronoun) known->push_back({subject.name, heads.front()});
  }
  return *known;
}

bool NounSubjects::fits(const Head& head, SourceNoun what, Gender gender, const Place& place) const {
  return !place.content.contains(head.subject) && fits(head.head, what, gender);
}

bool NounSubjects::fits(const MentionHead& head, SourceNoun what, Gender gender) const {
  if (head.kind == MentionHead::Kind::name) {
    if (what != SourceNoun::body) return false;
    return head.named == Names::nobody ? !goes_on(head) : names_.all()[head.named].kind == Named::Kind::organization;
  }
  if (head.kind != MentionHead::Kind::noun || !is_kind(head, what)) return false;
  // "Her rival Ann Lee": a name that the table lacks.
  const bool before_name = head.noun.end + 1 < head.span.end && is_capital_at(document_.folded.text(), head.noun.end + 1);
  if (before_name) return false;
  const Gender known = words_.title_gender(document_.folded.slice(head.noun));
  return gender == Gender::unknown || known == Gender::unknown || known == gender;
}

bool NounSubjects::is_kind(const MentionHead& head, SourceNoun what) const {
  const std::string_view noun = document_.folded.slice(head.noun);
  if (words_.source_noun(noun) == what) return true;
  if (what == SourceNoun::body) return words_.is_organisation_noun(noun);  // "the grid operator": somebody or a firm
  return what == SourceNoun::people && words_.is_quantifier(noun);         // "the two", "others"
}

/// "Shares of …", "Software that …": a capital only because the sentence begins there, as no name goes on so.
bool NounSubjects::goes_on(const MentionHead& head) const {
  const std::span<const Span> behind = document_.words.from(head.span.end);
  if (behind.empty() || behind.front().begin != head.span.end + 1) return false;
  const std::string_view next = document_.folded.slice(behind.front());
  return words_.is_preposition(next) || words_.is_subordinator(next);
}

}  // namespace onrecord
