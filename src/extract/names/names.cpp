#include "onrecord/extract/names/names.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Whether one letter more, less or other, or two neighbours swapped, makes `b` of `a`. Bytes stand for letters.
bool one_slip_away(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

/// Appends a word in small letters, with straight apostrophes.
void append_comparable(std::string& form, std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < ascii_end; };
  if (std::all_of(word.begin(), word.end(), is_plain)) {
    const std::size_t begin = form.size();
    form += word;
    for (std::size_t i = begin; i < form.size(); ++i) form[i] = small_letter(form[i]);
    return;
  }
  std::string part;
  for (std::size_t at = word.find(curly); at != std::string_view::npos; at = word.find(curly)) {
    part += word.substr(0, at);
    part += '\'';
    word.remove_prefix(at + curly.size());
  }
  part += word;
  form += lower_case(part);
}

}  // namespace

std::string name_form(const NameWords& words, const Document& document, Span name) {
  const std::string_view source = document.folded.text();
  std::string form;
  for (const Span span : document.words_in(name)) {
    const std::string_view word = slice(source, span);
    const std::string_view before = slice(source, {name.begin, span.begin});
    const bool marked = before.ends_with('"') || before.ends_with('(') || before.ends_with("\u201C");
    const bool initial = word.size() == 1 || (word.size() > 1 && word[1] == '.');
    if (marked || initial || words.is_name_suffix(word) || words.is_possessive(word)) continue;
    if (!form.empty()) form += ' ';
    append_comparable(form, word);
  }
  return form;
}

std::size_t parts_of(std::string_view form) { return form.empty() ? 0 : static_cast<std::size_t>(std::count(form.begin(), form.end(), ' ')) + 1; }

std::string_view first_part(std::string_view form) { return form.substr(0, form.find(' ')); }

std::string_view last_part(std::string_view form) { return form.substr(form.rfind(' ') + 1); }

const Names::Use* Names::nearest_use(const NameUses& index, WordForm key, std::uint32_t offset, Gender gender) const {
  const auto fits = [&](const Use& use) {
    const Gender known = all_[use.named].gender;
    return gender == Gender::unknown || known == Gender::unknown || known == gender;
  };
  const std::span<const Use> uses = index.of(key);
  const auto behind = std::upper_bound(uses.begin(), uses.end(), offset, [](std::uint32_t at, const Use& use) { return at < use.offset; });
  for (auto use = behind; use != uses.begin(); --use) {
    if (fits(*(use - 1))) return &*(use - 1);
  }
  const auto first = std::find_if(behind, uses.end(), fits);
  return first == uses.end() ? nullptr : &*first;
}

std::uint32_t Names::link(std::string_view form, std::uint32_t offset, Gender gender) const {
  const WordForm key = keys_.find(form);
  if (key == 0) return nobody;
  if (parts_of(form) > 1) {
    const Use* found = nearest_use(by_whole_, key, offset, Gender::unknown);
    return found == nullptr ? nobody : found->named;
  }
  for (const NameUses* uses : {&by_surname_, &by_forename_, &by_whole_, &by_middle_}) {
    if (const Use* found = nearest_use(*uses, key, offset, gender)) return found->named;
  }
  return nobody;
}

std::uint32_t Names::link_misspelt(std::string_view part) const {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t most_compared = 512;  // where an article has more names, each that is unknown would be held against all of them
  if (part.size() < shortest || all_.size() > most_compared) return nobody;
  std::uint32_t result = nobody;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const Named& named = all_[i];
    const std::string_view surname = last_part(named.form);
    if (named.kind != Named::Kind::person || named.name.find(' ') == std::string::npos || surname.size() < shortest - 1) continue;
    if (!one_slip_away(part, surname)) continue;
    if (result != nobody) return nobody;
    result = i;
  }
  return result;
}

std::uint32_t Names::newest_before(const NameUses& index, std::string_view key, std::uint32_t offset) const {
  const WordForm known = nouns_.find(key);
  const std::span<const Use> uses = index.of(known);
  if (known == 0 || uses.empty() || uses.front().offset >= offset) return nobody;
  return nearest_use(index, known, offset, Gender::unknown)->named;
}

std::uint32_t Names::link_role(const std::vector<std::string>& words, std::uint32_t offset) const {
  if (words.empty()) return nobody;
  for (std::size_t i = words.size() - 1; i-- > 0;) {
    if (const std::uint32_t found = newest_before(by_role_, words[i] + " " + words.back(), offset); found != nobody) return found;
  }
  return newest_before(by_role_, words.back(), offset);
}

std::uint32_t Names::link_kin(std::string_view kin, std::uint32_t offset) const { return newest_before(by_kin_, kin, offset); }

std::uint32_t Names::link_head(std::string_view part, std::uint32_t offset) const { return newest_before(by_head_, part, offset); }

std::uint32_t Names::only_with_role(std::string_view noun, std::uint32_t offset) const { return only_before(by_role_, noun, offset); }

std::uint32_t Names::only_body_of_kin(std::string_view kin, std::uint32_t offset) const { return only_before(by_body_kin_, kin, offset); }

std::uint32_t Names::only_before(const NameUses& index, std::string_view key, std::uint32_t offset) const {
  std::uint32_t result = nobody;
  for (const Use& use : index.of(nouns_.find(key))) {
    if (use.offset >= offset) break;
    if (result != nobody && result != use.named) return nobody;
    result = use.named;
  }
  return result;
}

bool Names::stands_first(std::uint32_t body, std::string_view part, const NameWords& words) const {
  std::string_view form = all_[body].form;
  std::string_view name = all_[body].name;
  if (first_part(form) == part) return true;
  return words.refuses_person(first_part(name)) && first_part(form.substr(std::min(first_part(form).size() + 1, form.size()))) == part;
}

std::size_t Names::first_from(std::uint32_t offset) const {
  const auto first =
      std::lower_bound(mentions_.begin(), mentions_.end(), offset, [](const NameMention& mention, std::uint32_t at) { return mention.name.begin < at; });
  return static_cast<std::size_t>(first - mentions_.begin());
}

const NameMention* Names::mention_at(std::uint32_t offset) const {
  const std::size_t after = first_from(offset + 1);
  if (after == 0) return nullptr;
  const NameMention& mention = mentions_[after - 1];
  return mention.name.contains(offset) ? &mention : nullptr;
}

}  // namespace onrecord
