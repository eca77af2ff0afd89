#include "onrecord/extract/names.h"

#include <algorithm>

#include "onrecord/extract/view.h"
#include "onrecord/rules/letter_case.h"

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

/// In small letters, with straight apostrophes.
std::string comparable(std::string_view word) {
  constexpr std::string_view curly = "\u2019";
  std::string part;
  for (std::size_t at = word.find(curly); at != std::string_view::npos; at = word.find(curly)) {
    part += word.substr(0, at);
    part += '\'';
    word.remove_prefix(at + curly.size());
  }
  part += word;
  return lower_case(part);
}

}  // namespace

std::vector<std::string> name_parts(const NameWords& words, std::string_view name) {
  std::vector<std::string> parts;
  for (const Span span : words_in(name, {0, static_cast<std::uint32_t>(name.size())})) {
    const std::string_view word = slice(name, span);
    const bool marked = span.begin > 0 && (name[span.begin - 1] == '"' || name[span.begin - 1] == '(' || name.substr(0, span.begin).ends_with("\u201C"));
    const bool initial = word.size() == 1 || (word.size() > 1 && word[1] == '.');
    if (!marked && !initial && !words.is_name_suffix(word) && !words.is_possessive(word)) parts.push_back(comparable(word));
  }
  return parts;
}

std::uint32_t Names::nearest_use(const Index& index, const std::string& key, std::uint32_t offset, Gender gender) const {
  const auto found = index.find(key);
  if (found == index.end()) return nobody;
  const auto fits = [&](const Use& use) {
    const Gender known = all_[use.named].gender;
    return gender == Gender::unknown || known == Gender::unknown || known == gender;
  };
  const std::vector<Use>& uses = found->second;
  const auto behind = std::upper_bound(uses.begin(), uses.end(), offset, [](std::uint32_t at, const Use& use) { return at < use.offset; });
  for (auto use = behind; use != uses.begin(); --use) {
    if (fits(*(use - 1))) return (use - 1)->named;
  }
  const auto first = std::find_if(behind, uses.end(), fits);
  return first == uses.end() ? nobody : first->named;
}

std::uint32_t Names::link(const std::vector<std::string>& parts, std::uint32_t offset, Gender gender) const {
  if (parts.empty()) return nobody;
  if (parts.size() > 1) {
    std::string whole;
    for (const std::string& part : parts) whole += (whole.empty() ? "" : " ") + part;
    return nearest_use(by_whole_, whole, offset, Gender::unknown);
  }
  for (const Index* index : {&by_surname_, &by_forename_, &by_whole_}) {
    if (const std::uint32_t found = nearest_use(*index, parts.front(), offset, gender); found != nobody) return found;
  }
  return nobody;
}

std::uint32_t Names::link_misspelt(const std::string& part) const {
  constexpr std::size_t shortest = 5;
  if (part.size() < shortest) return nobody;
  std::uint32_t result = nobody;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const Named& named = all_[i];
    if (named.kind != Named::Kind::person || named.name.find(' ') == std::string::npos || named.parts.back().size() < shortest - 1) continue;
    if (!one_slip_away(part, named.parts.back())) continue;
    if (result != nobody) return nobody;
    result = i;
  }
  return result;
}

std::uint32_t Names::link_role(const std::vector<std::string>& nouns, std::uint32_t offset) const {
  const auto before = [&](const std::string& key) -> std::uint32_t {
    const auto found = by_role_.find(key);
    if (found == by_role_.end() || found->second.front().offset >= offset) return nobody;
    return nearest_use(by_role_, key, offset, Gender::unknown);
  };
  if (nouns.empty()) return nobody;
  if (nouns.size() > 1) {
    if (const std::uint32_t found = before(nouns[nouns.size() - 2] + " " + nouns.back()); found != nobody) return found;
  }
  return before(nouns.back());
}

std::uint32_t Names::link_head(const std::string& part, std::uint32_t offset) const {
  const auto found = by_head_.find(part);
  if (found == by_head_.end() || found->second.front().offset >= offset) return nobody;
  return nearest_use(by_head_, part, offset, Gender::unknown);
}

std::size_t Names::first_from(std::uint32_t offset) const {
  const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), offset,
                                      [](const NameMention& mention, std::uint32_t at) { return mention.name.begin < at; });
  return static_cast<std::size_t>(first - mentions_.begin());
}

const NameMention* Names::mention_at(std::uint32_t offset) const {
  const std::size_t after = first_from(offset + 1);
  if (after == 0) return nullptr;
  const NameMention& mention = mentions_[after - 1];
  return mention.name.contains(offset) ? &mention : nullptr;
}

}  // namespace onrecord
