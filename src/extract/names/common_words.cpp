#include "onrecord/extract/names/common_words.h"

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t most_searches = 20;

}  // namespace

bool CommonWords::has(std::string_view word) {
  std::string small = lower_case(word);
  if (const auto known = searched_.find(small); known != searched_.end()) return known->second;
  if (searched_.size() == most_searches) {
    if (!all_) all_ = read_document();
    return all_->contains(small);
  }
  const bool found = find(small);
  return searched_.emplace(std::move(small), found).first->second;
}

std::unordered_set<std::string_view> CommonWords::read_document() const {
  std::unordered_set<std::string_view> all;
  for (const Span word : document_.words_in({0, static_cast<std::uint32_t>(document_.folded.text().size())})) {
    const std::string_view form = document_.folded.slice(word);
    if (is_small_at(form, 0)) all.insert(form);
  }
  return all;
}

bool CommonWords::find(std::string_view small) const {
  const std::string& text = document_.folded.text();
  for (std::size_t at = text.find(small); at != std::string::npos; at = text.find(small, at + 1)) {
    const auto begin = static_cast<std::uint32_t>(at), end = begin + static_cast<std::uint32_t>(small.size());
    const bool opens = begin == 0 || !is_word(character_before(text, begin).code);
    const bool closes = end == text.size() || !is_word(character_at(text, end).code);
    if (opens && closes) return true;
  }
  return false;
}

}  // namespace onrecord
