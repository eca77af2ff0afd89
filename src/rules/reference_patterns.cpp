#include "onrecord/rules/reference_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/pattern_words.h"
#include "onrecord/rules/view_code.h"

namespace onrecord {
namespace {

constexpr std::string_view any_tagged = R"re([^ ,.;:!?()"\x{2018}\x{201C}\x{201D}\x{E000}-\x{F8FF}]+)re";

std::string tag_code(std::uint32_t tag) { return pattern_code(view_code::first_tag + static_cast<char32_t>(tag)); }

/// The choice fields of a token, up to the last that is selected by; what follows may be anything.
std::string choices_pattern(const MaskedType& mask, const std::vector<SelectedChoice>& choices) {
  const std::string any = fmt::format("[{}-{}]", pattern_code(view_code::first_choice), pattern_code(view_code::last_choice));
  std::vector<std::string> classes;
  for (const auto& [field, values] : choices) {
    std::string allowed;
    for (const std::uint32_t value : values) allowed += pattern_code(view_code::first_choice + 1 + value);
    if (classes.size() <= field) classes.resize(field + 1, any);
    classes[field] = "[" + allowed + "]";
  }
  std::string out;
  for (const std::string& allowed : classes) out += allowed;
  return classes.size() < mask.choices.size() ? out + any + "*" : out;
}

std::string opening_for(Lexicon::Casing casing) { return casing == Lexicon::Casing::any ? "(?i:" : "(?:"; }

/// Any of the patterns that a lexicon holds.
std::string any_entry(const Lexicon& lexicon) {
  std::string out = opening_for(lexicon.casing());
  bool first = true;
  for (const LexiconEntry& entry : lexicon.entries()) {
    if (!first) out += '|';
    first = false;
    out += fmt::format("(?:{})", lexicon.word(entry));
  }
  return out + ')';
}

std::string tagged_lexicon(const ReferenceTargets& targets, std::uint32_t tag, const Lexicon& lexicon, const PatternReference& reference,
                           const PatternPlace& at) {
  if (reference.selection.empty()) return "(?:" + tag_code(tag) + std::string(any_tagged) + ")";
  std::vector<std::string> words = targets.words(lexicon, reference, at);
  for (std::string& word : words) word = tagged_form(word);
  return "(?:" + tag_code(tag) + alternation(std::move(words)) + ")";
}

/// Each word that begins with a small letter also with a capital.
void add_capitalized(std::vector<std::string>& words) {
  for (std::size_t i = 0, n = words.size(); i < n; ++i) {
    if (!is_ascii_small(words[i][0])) continue;
    std::string capital = words[i];
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    words.push_back(std::move(capital));
  }
}

/// Words without tags. They stand as whole words, unless one begins or ends with something else than a letter.
std::string plain_lexicon(const Lexicon& lexicon, std::vector<std::string> words) {
  const bool bounded =
      std::all_of(words.begin(), words.end(), [](const std::string& word) { return is_ascii_letter(word.front()) && is_ascii_letter(word.back()); });
  for (std::string& word : words) word = view_form(word);
  if (lexicon.casing() == Lexicon::Casing::initial) add_capitalized(words);
  const std::string edge = bounded ? "\\b" : "";
  return opening_for(lexicon.casing()) + edge + alternation(std::move(words)) + edge + ")";
}

TokenQuery mask_query(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at) {
  TokenQuery query;
  const std::optional<std::uint32_t> mask = targets.mask(reference.name, at);
  if (!mask) return query;
  query.index = *mask;
  query.choices = targets.choices(targets.vocabulary().masks[*mask], reference, at);
  return query;
}

TokenQuery tag_query(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at) {
  TokenQuery query;
  query.tag = true;
  const std::optional<std::uint32_t> tag = targets.anchor_tag(reference.name, at);
  if (!tag) return query;
  query.index = *tag;
  if (reference.selection.empty()) return query;
  for (const std::string& word : targets.words(*targets.vocabulary().tags[*tag], reference, at)) query.words.push_back(tagged_form(word));
  std::sort(query.words.begin(), query.words.end());
  return query;
}

}  // namespace

std::string tagged_word(std::uint32_t tag, std::string_view word) { return tag_code(tag) + quote_meta(tagged_form(word)); }

std::string token_pattern(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at) {
  const std::optional<std::uint32_t> index = targets.mask(reference.name, at);
  if (!index) return {};
  const MaskedType& mask = targets.vocabulary().masks[*index];
  const std::string choices = choices_pattern(mask, targets.choices(mask, reference, at));
  return "(?:" + pattern_code(view_code::first_type + static_cast<char32_t>(*index)) + choices + "[0-9]+" + pattern_code(view_code::token_end) + ")";
}

std::string union_pattern(const ReferenceTargets& targets, const PatternReference& reference, const PatternPlace& at) {
  const std::optional<std::vector<std::uint32_t>> tags = targets.union_tags(reference, at);
  if (!tags) return {};
  std::string allowed;
  for (const std::uint32_t tag : *tags) allowed += tag_code(tag);
  return "(?:[" + allowed + "]" + std::string(any_tagged) + ")";  // one class of tags keeps the program small
}

std::string lexicon_pattern(const ReferenceTargets& targets, const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at) {
  if (lexicon.holds_patterns()) return any_entry(lexicon);
  if (const std::optional<std::uint32_t> tag = targets.tag_of(lexicon)) return tagged_lexicon(targets, *tag, lexicon, reference, at);
  return plain_lexicon(lexicon, targets.words(lexicon, reference, at));
}

TokenQuery anchor_query(const ReferenceTargets& targets, const PatternReference& reference, bool token, const PatternPlace& at) {
  return token ? mask_query(targets, reference, at) : tag_query(targets, reference, at);
}

}  // namespace onrecord
