#include "onrecord/extract/speakers/body_referents.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::string_view any_body = "any";  // the kin of "the organization"

}  // namespace

std::uint32_t BodyReferents::that_tells(const MentionHead& noun) {
  constexpr std::size_t most_between = 2;
  if (!words_.is_body_text(text(noun.noun))) return SpeakerList::none;
  const std::size_t next = names_.first_from(noun.noun.begin);
  if (next == 0) return SpeakerList::none;
  const NameMention& body = names_.mentions()[next - 1];
  if (body.name.begin < noun.span.begin || names_.is_person(body) || words_.is_place(text(body.name))) return SpeakerList::none;
  const auto modifies = [&](Span word) {
    const std::string_view form = text(word);
    return !words_.is_preposition(form) && !words_.is_conjunction(form) && !words_.is_finite_verb(form) && !words_.is_subordinator(form);
  };
  const WordSpans before = document_.words_in({noun.span.begin, body.name.begin});
  const WordSpans between = document_.words_in({body.name.end, noun.noun.begin});
  const bool small = std::all_of(between.begin(), between.end(), [&](Span word) { return !is_capital_at(document_.folded.text(), word.begin); });
  const bool joined = std::all_of(before.begin(), before.end(), modifies) && std::all_of(between.begin(), between.end(), modifies);
  if (!small || !joined || between.size() > most_between) return SpeakerList::none;
  return speakers_.note_noun(noun, speakers_.of_named(body.named));
}

std::uint32_t BodyReferents::of_text(const MentionHead& noun) const {
  constexpr std::uint32_t reach = 1500;
  if (!words_.is_body_text(text(noun.noun))) return SpeakerList::none;
  const WordSpans words = document_.words_in({noun.noun.begin - std::min(noun.noun.begin, reach), noun.span.begin});
  for (std::size_t i = words.size(); i-- > 2;) {
    if (text(words[i]) != text(noun.noun)) continue;
    const bool is_new = words_.is_article(text(words[i - 1])) && !words_.is_definite_article(text(words[i - 1]));
    if (is_new && words_.is_preposition(text(words[i - 2]))) return antecedents_.body_of_sentence(document_.sentence_at(words[i].begin));
  }
  return SpeakerList::none;
}

std::uint32_t BodyReferents::called(const MentionHead& noun) {
  std::string_view kind = words_.kind_of_trader(text(noun.noun));
  if (kind.empty() && words_.kin_of_body(text(noun.noun)) == any_body && uses_.is_definite_at_first(noun.noun)) kind = any_body;
  if (kind.empty()) return SpeakerList::none;
  if (const std::uint32_t here = of_paragraph(noun.span.begin, kind); here != SpeakerList::none) return here;
  const bool is_plain = kind == any_body || words_.is_firm_noun(text(noun.noun)) || words_.is_agency_noun(text(noun.noun));
  return is_plain ? only_one_that_spoke(kind) : SpeakerList::none;
}

std::uint32_t BodyReferents::only_one_that_spoke(std::string_view kind) const {
  std::uint32_t found = SpeakerList::none;
  for (const std::uint32_t body : antecedents_.bodies()) {
    if (!may_be(body, kind)) continue;
    if (found != SpeakerList::none) return SpeakerList::none;
    found = body;
  }
  return found;
}

/// The only body that spoke in the paragraph; if none did, the first that it names, which is its subject as a rule.
std::uint32_t BodyReferents::of_paragraph(std::uint32_t offset, std::string_view kind) {
  const std::uint32_t paragraph = document_.line_at(offset);
  const std::vector<std::uint32_t> spoke = antecedents_.bodies_in(paragraph, offset);
  if (!spoke.empty()) return spoke.size() == 1 && may_be(spoke.front(), kind) ? spoke.front() : SpeakerList::none;
  for (std::size_t i = names_.first_from(document_.lines[paragraph].span.begin); i < names_.mentions().size(); ++i) {
    const NameMention& mention = names_.mentions()[i];
    if (mention.name.begin >= offset) break;
    if (mention.quoted || names_.is_person(mention)) continue;
    if (const std::uint32_t body = speakers_.of_named(mention.named); may_be(body, kind)) return body;
  }
  return SpeakerList::none;
}

bool BodyReferents::may_be(std::uint32_t body, std::string_view kind) const {
  if (kind == "firm") return speakers_.may_be_firm(body);
  if (kind == "agency") return speakers_.is_public(body) || speakers_.may_be_firm(body) || speakers_.is_in_letters(body);
  if (kind == any_body && speakers_.is_outlet(body)) return false;  // what the papers tell of is not them
  return speakers_.may_have_members(body);
}

}  // namespace onrecord
