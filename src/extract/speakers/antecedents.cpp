#include "onrecord/extract/speakers/antecedents.h"

#include <algorithm>
#include <initializer_list>

namespace onrecord {
namespace {

// How far back a pronoun looks, in bytes. Measured on hand-labelled pronouns of news text.
constexpr std::uint32_t reach_of_speakers = 2500;
constexpr std::uint32_t reach_of_names = 1500;
constexpr std::uint32_t reach_of_relative = 160;
// No paragraph that somebody wrote is longer; where a whole file is one, time stays in proportion to the text.
constexpr std::uint32_t reach_in_paragraph = 10000;

/// The first that there is; null: none.
const NameMention* first_of(std::initializer_list<const NameMention*> mentions) {
  const auto found = std::find_if(mentions.begin(), mentions.end(), [](const NameMention* mention) { return mention != nullptr; });
  return found == mentions.end() ? nullptr : *found;
}

}  // namespace

void Antecedents::note(const std::vector<std::uint32_t>& spoke, std::uint32_t offset, Span content) {
  if (!spoke.empty()) spoke_.push_back({spoke, offset, document_.line_at(offset), content});
  for (const std::uint32_t speaker : spoke) {
    if (speakers_.is_named_body(speaker)) bodies_.insert(speaker);
  }
}

Antecedent Antecedents::of(Pronoun pronoun, std::uint32_t offset, Span content) const {
  std::uint32_t found = SpeakerList::none;
  switch (pronoun) {
    case Pronoun::man: return of_person(Gender::man, offset, content);
    case Pronoun::woman: return of_person(Gender::woman, offset, content);
    case Pronoun::relative: found = of_relative(offset, true); break;
    case Pronoun::relative_thing: found = of_relative(offset, false); break;
    case Pronoun::many: return of_many(offset, content);
    case Pronoun::selves: return of_selves(offset, content);
    case Pronoun::thing: return of_body(offset, content);
    default: break;
  }
  if (found == SpeakerList::none) return {};
  return {{found}, 0};
}

std::vector<std::uint32_t> Antecedents::bodies_in(std::uint32_t paragraph, std::uint32_t offset) const {
  std::vector<std::uint32_t> found;
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend() && spoke->paragraph == paragraph; ++spoke) {
    const std::uint32_t speaker = spoke->speakers.front();
    if (spoke->offset >= offset || !speakers_.is_named_body(speaker)) continue;
    if (std::find(found.begin(), found.end(), speaker) == found.end()) found.push_back(speaker);
  }
  return found;
}

std::uint32_t Antecedents::body_of_sentence(std::uint32_t sentence) const {
  const Span span = document_.sentences[sentence].span;
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend() && spoke->offset + reach_of_speakers > span.begin; ++spoke) {
    if (!span.contains(spoke->offset)) continue;
    return speakers_.is_person(spoke->speakers.front()) ? SpeakerList::none : spoke->speakers.front();
  }
  return SpeakerList::none;
}

bool Antecedents::fits(const NameMention& mention, Gender gender) const {
  const Named& named = names_.all()[mention.named];
  if (mention.quoted || named.kind != Named::Kind::person) return false;
  const Gender known = speakers_.gender_of_named(mention.named);
  return known == gender || (known == Gender::unknown && named.certain);
}

/// A capitalised name of which nothing else is known.
bool Antecedents::may_fit(const NameMention& mention) const {
  const Named& named = names_.all()[mention.named];
  return !mention.quoted && mention.full && named.kind == Named::Kind::person && speakers_.gender_of_named(mention.named) == Gender::unknown;
}

/// Whether the name of a mention (an index into `Names::mentions`) is the subject of its clause.
bool Antecedents::is_subject(std::size_t mention) const {
  Answer& answer = is_subject_[mention];
  if (answer == Answer::not_asked) answer = !is_in_list(mention) && subjects_.holds(names_.mentions()[mention]) ? Answer::yes : Answer::no;
  return answer == Answer::yes;
}

/// "Ann Lee, Bo Li and Cy Doe came": of three nobody is the subject alone.
bool Antecedents::is_in_list(std::size_t mention) const {
  constexpr std::size_t most = 12;
  const auto& mentions = names_.mentions();
  const auto goes_on = [&](std::size_t i) {
    return i + 1 < mentions.size() && document_.folded.slice_within({mentions[i].name.end, mentions[i + 1].whole.begin}) == ", ";
  };
  std::size_t last = mention;
  while (last - mention < most && goes_on(last)) ++last;
  const auto is_joined = [&](std::size_t i) { return i > 0 && i < mentions.size() && context_.are_joined(mentions[i - 1].name, mentions[i].name); };
  const bool closes = mention > 1 && is_joined(mention) && goes_on(mention - 2);
  const bool is_last_but_one = last == mention && mention > 0 && goes_on(mention - 1) && is_joined(mention + 1);
  return closes || is_last_but_one || (last > mention && is_joined(last + 1));
}

/// Whether the name of a mention is a subject, and the first of a person in its sentence.
bool Antecedents::leads(std::size_t mention) const {
  const auto& mentions = names_.mentions();
  const std::uint32_t sentence = document_.sentences[document_.sentence_at(mentions[mention].name.begin)].span.begin;
  for (std::size_t i = mention; i > 0 && mentions[i - 1].name.begin >= sentence; --i) {
    if (names_.is_person(mentions[i - 1])) return false;
  }
  return is_subject(mention);
}

const Antecedents::Spoke* Antecedents::last_fitting(Gender gender, std::uint32_t offset) const {
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend(); ++spoke) {
    if (spoke->offset >= offset) continue;
    if (offset - spoke->offset > reach_of_speakers) break;
    if (speakers_.fits(spoke->speakers.front(), gender)) return &*spoke;
  }
  return nullptr;
}

/// Looks back over the names of the pronoun's paragraph, as far as it may reach; `last` spoke last, null: nobody did.
Antecedents::Candidates Antecedents::candidates(Gender gender, std::uint32_t offset, Span content, const Spoke* last) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const std::uint32_t sentence = document_.sentence_at(offset);
  const auto& mentions = names_.mentions();
  Candidates found;
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = mentions[i - 1];
    if (mention.paragraph != paragraph || offset - mention.name.begin > reach_in_paragraph) break;
    if (content.contains(mention.name)) continue;
    const bool fitting = fits(mention, gender);
    if (!fitting && !may_fit(mention)) continue;
    const bool subject = is_subject(i - 1);
    if (subject && may_fit(mention)) found.likely_subject_here = &mention;
    if (!fitting) continue;
    const bool since_last = last == nullptr || (mention.name.begin > last->offset && !last->content.contains(mention.name));
    if (found.newest_subject_here == nullptr && subject && since_last) found.newest_subject_here = &mention;
    if (found.introduced_here == nullptr && mention.introduces && !mention.possessive && !mention.modifier && !is_in_list(i - 1))
      found.introduced_here = &mention;
    if (subject && (found.first_subject_here == nullptr || !found.first_subject_here->introduces)) found.first_subject_here = &mention;
    if (subject && document_.sentence_at(mention.name.begin) == sentence) found.subject_of_sentence = &mention;
    if (mention.possessive) found.topic = &mention;
    if (document_.sentence_at(mention.name.begin) + 1 == sentence && context_.agrees(mention.whole.begin)) found.agreeing_before = &mention;
    if (subject && document_.sentence_at(mention.name.begin) + 1 == sentence) found.subject_of_sentence_before = &mention;
  }
  return found;
}

/// The newest fitting name that is a subject, in whatever paragraph, else the newest; null: none.
const NameMention* Antecedents::newest(Gender gender, std::uint32_t offset, Span content) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const auto& mentions = names_.mentions();
  const NameMention* any = nullptr;
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = mentions[i - 1];
    if (offset - mention.name.begin > (mention.paragraph == paragraph ? reach_in_paragraph : reach_of_names)) break;
    if (content.contains(mention.name) || !fits(mention, gender)) continue;
    if (is_subject(i - 1)) return &mention;
    if (any == nullptr) any = &mention;
  }
  return any;
}

/// The newest name of the paragraph of which nothing else is known; null: none.
const NameMention* Antecedents::newest_likely(std::uint32_t offset, Span content) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const auto& mentions = names_.mentions();
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = mentions[i - 1];
    if (mention.paragraph != paragraph || offset - mention.name.begin > reach_of_names) break;
    if (may_fit(mention) && !content.contains(mention.name)) return &mention;
  }
  return nullptr;
}

/// The fitting name that is the first subject of its sentence, the newest in the paragraph before that of `offset` since the `last` one
/// spoke; who is named in what that one said does not count. Null: none.
const NameMention* Antecedents::subject_of_paragraph_before(Gender gender, std::uint32_t offset, Span content, const Spoke& last) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const auto& mentions = names_.mentions();
  const NameMention* found = nullptr;
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = mentions[i - 1];
    const bool too_far = mention.paragraph + 1 < paragraph || mention.name.begin <= last.offset || offset - mention.name.begin > reach_of_names;
    if (too_far || (found != nullptr && mention.name.begin < document_.sentences[document_.sentence_at(found->name.begin)].span.begin)) break;
    const bool said = content.contains(mention.name) || last.content.contains(mention.name);
    if (mention.paragraph + 1 == paragraph && !said && fits(mention, gender) && is_subject(i - 1)) found = &mention;
  }
  return found;
}

/// The newest fitting name that the paragraph before introduces, behind where the `last` one spoke: "including Ann Lee". Null: none.
const NameMention* Antecedents::introduced_above(Gender gender, std::uint32_t offset, Span content, const Spoke& last) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const auto& mentions = names_.mentions();
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = mentions[i - 1];
    if (mention.paragraph + 1 < paragraph || mention.name.begin <= last.offset || offset - mention.name.begin > reach_of_names) break;
    const bool introduced = mention.paragraph + 1 == paragraph && mention.introduces && !mention.possessive && !mention.modifier;
    if (introduced && !content.contains(mention.name) && !last.content.contains(mention.name) && fits(mention, gender)) return &mention;
  }
  return nullptr;
}

/// The subject of the sentence; the last speaker, if told in this paragraph, unless a fitting person became the subject since; else the
/// first subject of the paragraph or whom it introduced since, the one it opens with as a possessive, or whom it introduced otherwise,
/// unless it speaks of somebody else before; else the newest subject of the paragraph before, since the last speaker, or whom that introduces if
/// nothing tells who that speaker is or no such pronoun stands before; else that speaker; else whom the text named last; else a name of the paragraph that may
/// be a man's or a woman's.
Antecedent Antecedents::of_person(Gender gender, std::uint32_t offset, Span content) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const Spoke* last = last_fitting(gender, offset);
  const bool last_is_here = last != nullptr && last->paragraph == paragraph;
  const Candidates found = candidates(gender, offset, content, last);
  const NameMention* chosen = first_of({found.subject_of_sentence, found.agreeing_before});
  if (chosen == nullptr && last_is_here) chosen = found.newest_subject_here;
  if (chosen == nullptr && last_is_here && !speakers_.is_known(last->speakers.front())) {
    // “Lee, whom one mason called a bear, was late. He”: the mason is not who the paragraph tells of.
    const bool aside = document_.sentences[document_.sentence_at(last->offset)].span.begin != last->offset;
    chosen = aside ? first_of({found.subject_of_sentence_before, found.first_subject_here}) : found.subject_of_sentence_before;
  }
  if (chosen == nullptr && !last_is_here) {
    chosen = first_of({found.subject_of_sentence_before, found.first_subject_here, found.likely_subject_here, found.topic});
    const NameMention* introduced = found.introduced_here;
    if (chosen == nullptr && introduced != nullptr && !context_.has_pronoun_before(gender, introduced->name.begin)) chosen = introduced;
  }
  if (chosen == nullptr && last != nullptr && !last_is_here) chosen = subject_of_paragraph_before(gender, offset, content, *last);
  if (chosen == nullptr && last != nullptr && !last_is_here) {
    const NameMention* introduced = introduced_above(gender, offset, content, *last);
    const bool goes_on = introduced != nullptr && speakers_.is_known(last->speakers.front()) && context_.has_pronoun_before(gender, introduced->name.begin);
    if (!goes_on) chosen = introduced;
  }
  if (chosen == nullptr && last != nullptr) return {{last->speakers.front()}, last->offset, true, false};
  if (chosen == nullptr) chosen = newest(gender, offset, content);
  if (chosen == nullptr) chosen = newest_likely(offset, content);
  if (chosen == nullptr) return {};
  const auto mention = static_cast<std::size_t>(chosen - names_.mentions().data());
  return {{speakers_.of_named(chosen->named)}, chosen->name.begin, false, leads(mention)};
}

std::uint32_t Antecedents::of_relative(std::uint32_t offset, bool person) const {
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = names_.mentions()[i - 1];
    if (offset - mention.name.begin > reach_of_relative) break;
    const bool fitting = !person || names_.is_person(mention);
    if (!mention.quoted && !mention.possessive && !mention.modifier && fitting) return speakers_.of_named(mention.named);
  }
  return SpeakerList::none;
}

/// Whether a sentence of this paragraph is about who speaks there, and nothing tells whether that is a man or a woman: "One member said … They added".
bool Antecedents::may_be_one(const Spoke& spoke, std::uint32_t paragraph) const {
  return spoke.paragraph == paragraph && speakers_.is_unnamed(spoke.speakers.front()) &&
         document_.sentences[document_.sentence_at(spoke.offset)].span.begin == spoke.offset;
}

/// Those who spoke together last, or the last group or body that did, or who may be called so alone, unless two people were the subject since.
Antecedent Antecedents::of_many(std::uint32_t offset, Span content) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  Antecedent last;
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend(); ++spoke) {
    if (spoke->offset >= offset) continue;
    if (offset - spoke->offset > reach_of_speakers) break;
    if (speakers_.is_first_person(spoke->speakers.front())) continue;  // who writes is not "they"
    if (spoke->speakers.size() > 1 || !speakers_.is_person(spoke->speakers.front()) || may_be_one(*spoke, paragraph)) {
      last = {.speakers = spoke->speakers, .offset = spoke->offset, .said = spoke->content};
      break;
    }
  }
  Antecedent joint = joint_subject(offset, content, last.speakers.empty() ? 0 : last.offset + 1);
  return joint.speakers.empty() ? last : joint;
}

/// The same, but only a body that has a name, a group or several whom this or the paragraph before tells of are "we": else it is who writes.
Antecedent Antecedents::of_selves(std::uint32_t offset, Span content) const {
  const Antecedent found = of_many(offset, content);
  if (found.speakers.size() > 1 && document_.line_at(found.offset) + 1 < document_.line_at(offset)) return {};
  if (found.speakers.size() != 1) return found;
  const std::uint32_t speaker = found.speakers.front();
  return speakers_.is_group(speaker) || speakers_.is_named_body(speaker) ? found : Antecedent{};
}

/// "Ann Lee and Bo Li came": two people whom a conjunction joins to the last such subject of the paragraph or the one before, behind `since`.
Antecedent Antecedents::joint_subject(std::uint32_t offset, Span content, std::uint32_t since) const {
  const std::uint32_t paragraph = document_.line_at(offset);
  const auto& mentions = names_.mentions();
  const auto is_person = [&](const NameMention& mention) { return !mention.quoted && names_.is_person(mention); };
  for (std::size_t i = names_.first_from(offset); i > 1; --i) {
    const NameMention& second = mentions[i - 1];
    const NameMention& first = mentions[i - 2];
    if (first.name.begin < since || first.paragraph + 1 < paragraph || offset - first.name.begin > reach_of_names) break;
    if (first.named == second.named || !is_person(first) || !is_person(second) || content.contains(second.name)) continue;
    if (context_.are_joined(first.name, second.name) && subjects_.holds_both(first, second))
      return {{speakers_.of_named(first.named), speakers_.of_named(second.named)}, first.name.begin};
  }
  return {};
}

Antecedent Antecedents::of_body(std::uint32_t offset, Span content) const {
  for (auto spoke = spoke_.rbegin(); spoke != spoke_.rend(); ++spoke) {
    if (spoke->offset >= offset) continue;
    if (offset - spoke->offset > reach_of_speakers) break;
    const std::uint32_t speaker = spoke->speakers.front();
    if (speakers_.is_first_person(speaker)) continue;  // who writes is not "it"
    if (!speakers_.is_person(speaker) && !speakers_.is_group(speaker)) return {.speakers = {speaker}, .offset = spoke->offset, .said = spoke->content};
  }
  for (std::size_t i = names_.first_from(offset); i > 0; --i) {
    const NameMention& mention = names_.mentions()[i - 1];
    if (offset - mention.name.begin > reach_of_names) break;
    if (!mention.quoted && !content.contains(mention.name) && !names_.is_person(mention)) return {{speakers_.of_named(mention.named)}, mention.name.begin};
  }
  return {};
}

}  // namespace onrecord
