#include "onrecord/extract/names/mention_finder.h"

#include <algorithm>

#include "onrecord/extract/names/body_initials.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

bool by_place(const NameMention& a, const NameMention& b) { return a.name.begin < b.name.begin; }

std::uint64_t size_bit(std::string_view word) { return std::uint64_t{1} << std::min<std::size_t>(word.size(), 63); }

}  // namespace

void MentionFinder::run(const std::vector<FoundName>& persons, const FoundBodies& bodies) {
  for (const FoundName& found : persons) {
    if (found.named == Names::nobody) continue;
    names_.mentions_.push_back({found.name, found.whole, found.named, 0, found.parts > 1, false, false});
  }
  names_.mentions_.insert(names_.mentions_.end(), bodies.mentions.begin(), bodies.mentions.end());
  std::stable_sort(names_.mentions_.begin(), names_.mentions_.end(), by_place);
  drop_overlaps();
  std::vector<NameMention> singles;
  note_key_shapes();
  for (const Line& paragraph : document_.lines) find_singles(paragraph.span, singles);
  names_.mentions_.insert(names_.mentions_.end(), singles.begin(), singles.end());
  std::stable_sort(names_.mentions_.begin(), names_.mentions_.end(), by_place);
  drop_joint_offices();
  for (NameMention& mention : names_.mentions_) context_.describe(mention);
  note_introductions();
}

void MentionFinder::note_introductions() {
  std::vector<bool> known(names_.all_.size());
  for (NameMention& mention : names_.mentions_) {
    mention.introduces = mention.full && !known[mention.named];
    known[mention.named] = true;
  }
}

void MentionFinder::drop_overlaps() {
  std::vector<NameMention> kept;
  for (const NameMention& mention : names_.mentions_) {
    if (kept.empty() || !kept.back().name.overlaps(mention.name)) kept.push_back(mention);
  }
  names_.mentions_ = std::move(kept);
}

void MentionFinder::drop_joint_offices() {
  std::vector<NameMention> kept;
  for (std::size_t i = 0; i < names_.mentions_.size(); ++i) {
    if (!is_in_joint_title(i)) kept.push_back(names_.mentions_[i]);
  }
  names_.mentions_ = std::move(kept);
}

/// "Quilt Energy" of "Quilt Energy and Roads Minister Ann Lee": what an office of two things is for is no body.
bool MentionFinder::is_in_joint_title(std::size_t index) const {
  constexpr std::size_t reach = 3;  // mentions: more bodies are in no title
  const Span name = names_.mentions_[index].name;
  for (std::size_t i = index + 1; i < std::min(index + 1 + reach, names_.mentions_.size()); ++i) {
    const NameMention& holder = names_.mentions_[i];
    if (holder.whole.begin > name.begin || holder.name.begin < name.end) continue;
    const WordSpans title = document_.words_in({holder.whole.begin, holder.name.begin});
    return std::any_of(title.begin(), title.end(), [&](Span word) { return words_.is_conjunction(text(word)); });
  }
  return false;
}

void MentionFinder::note_key_shapes() {
  for (WordForm key = 1; key < names_.keys_.size(); ++key) {
    const std::string_view word = names_.keys_.word(key);
    if (!word.empty()) key_shapes_[static_cast<unsigned char>(word[0])] |= size_bit(word);
  }
}

/// Whether a capitalised word may be a key by its first letter and its size. Most words are none, and are not looked up.
bool MentionFinder::may_be_key(std::string_view word) const {
  const bool compared_as_it_is = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < ascii_end && c != '\''; });
  return !compared_as_it_is || (key_shapes_[static_cast<unsigned char>(word[0] | 0x20)] & size_bit(word)) != 0;
}

/// The same as `Names::mention_at`, for offsets that are asked in order.
bool MentionFinder::is_in_mention(std::uint32_t offset) {
  const auto& mentions = names_.mentions_;
  while (mentions_before_ < mentions.size() && mentions[mentions_before_].name.begin <= offset) ++mentions_before_;
  return mentions_before_ > 0 && mentions[mentions_before_ - 1].name.contains(offset);
}

/// Surnames and forenames that stand alone.
void MentionFinder::find_singles(Span paragraph, std::vector<NameMention>& singles) {
  const std::string& source = document_.folded.text();
  const WordSpans words = document_.words_in(paragraph);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span word = words[i];
    const bool small = source[word.begin] >= 'a' && source[word.begin] <= 'z';  // most words
    if (small && (word.size() < 5 || (source[word.begin + 2] != '-' && source[word.begin + 3] != '-') || behind_small_part(document_, word).empty())) continue;
    if ((!small && !is_capital_at(source, word.begin)) || !may_be_key(text(word)) || is_in_mention(word.begin)) continue;
    const std::string form = name_form(words_, document_, word);
    if (form.empty()) continue;
    std::uint32_t named = names_.link(form, word.begin);
    if (named != Names::nobody && persons_.has_namesakes(form)) named = persons_.first_of_namesakes(form, context_.gender_behind(word), named);
    if (i + 1 < words.size() && words_.is_name_suffix(text(words[i + 1]))) named = persons_.with_suffix(form, text(words[i + 1]), named);
    if (named == Names::nobody || !lines_.tell_names(word.begin) || part_of_other_name(words, i)) continue;
    if (names_.all_[named].kind == Named::Kind::organization && !is_written_for(text(word), form, names_.all_[named].form)) continue;
    if (!names_.all_[named].certain && names_.all_[named].kind == Named::Kind::person && common_.has(text(word))) continue;  // "Loop" of "Loop Tester"
    singles.push_back({word, word, named, 0, parts_of(names_.all_[named].form) == 1, false, false});
  }
}

/// Whether a word stands in the name of a body or for its letters: "QRB" does for the "Quilt Roads Board", "Ace" for no body whose letters these are.
bool MentionFinder::is_written_for(std::string_view word, std::string_view form, std::string_view name) {
  const std::size_t at = name.find(form);
  const bool in_name = at != std::string_view::npos && (at == 0 || name[at - 1] == ' ');
  return in_name || is_written_as_initials(word);
}

/// "Lee" of "Lee Tower", "Fort Lee".
bool MentionFinder::part_of_other_name(const WordSpans& words, std::size_t i) const {
  const std::string& source = document_.folded.text();
  const auto adjacent = [&](std::size_t a, std::size_t b) { return words[b].begin == words[a].end + 1 && source[words[a].end] == ' '; };
  if (i + 1 < words.size() && adjacent(i, i + 1) && words_.refuses_person(text(words[i + 1]))) return true;
  return i > 0 && adjacent(i - 1, i) && words_.refuses_person(text(words[i - 1])) && is_capital_at(source, words[i - 1].begin);
}

}  // namespace onrecord
