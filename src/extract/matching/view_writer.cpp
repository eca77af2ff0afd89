#include <algorithm>
#include <charconv>
#include <cstring>

#include "onrecord/base/small_letters.h"
#include "onrecord/extract/matching/view.h"

namespace onrecord {
namespace {

/// Whether a tagged word is written with a small first letter in the view: "The", but not "US".
bool only_first_is_capital(std::string_view word) { return is_ascii_capital(word[0]) && !(word.size() > 1 && is_ascii_capital(word[1])); }

constexpr std::size_t code_bytes = 3;

/// Writes a character of `view_code`; returns where it ends.
char* put_code(char* at, char32_t code) {
  at[0] = static_cast<char>(0xE0 | code >> 12);
  at[1] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
  at[2] = static_cast<char>(0x80 | (code & 0x3F));
  return at + code_bytes;
}

constexpr std::size_t few_bytes = 16;  // are copied at once, with what stands behind them
constexpr std::size_t most_digits = 10;

/// The number of a value among the choices of a field, from 1 on; 0 where there is none.
char32_t choice_number(const std::vector<Symbol>& choices, Symbol value) {
  if (value == 0) return 0;
  const auto found = std::find(choices.begin(), choices.end(), value);
  return found == choices.end() ? 0 : static_cast<char32_t>(found - choices.begin()) + 1;
}

bool is_apostrophe(char first_byte) { return first_byte == '\'' || first_byte == '\xE2'; }

}  // namespace

ViewWriter::ViewWriter(const RuleSet& rules, const Document& document, const Annotations& annotations, const SentenceWords* words)
    : rules_(rules), document_(document), annotations_(annotations), words_(words), source_(document.folded.text()) {}

void ViewWriter::write(const Layer& layer, UnitSpan unit, View& view) {
  layer_ = &layer;
  unit_ = unit;
  view_ = &view;
  view.pieces_.clear();
  view.tokens_.clear();
  view.tags_.clear();
  choose_tokens();
  if (layer.unit == Unit::line && layer.vocabulary.tags.empty() && chosen_.empty()) {
    view.text_ = slice(source_, unit.span);
    view.pieces_.push_back({0, unit.span.begin, unit.span.end, true});
    return;
  }
  if (words_ != nullptr && layer.unit == Unit::sentence) {
    const auto words = words_->of(unit.sentence);
    next_word_ = words.data();
    last_word_ = words.data() + words.size();
    const auto& rewritten = words_->rewritten();
    next_rewritten_ = static_cast<std::size_t>(std::lower_bound(rewritten.begin(), rewritten.end(), unit.span.begin) - rewritten.begin());
  }
  make_room();
  std::uint32_t at = unit.span.begin;
  for (const Chosen& token : chosen_) {
    if (layer.unit != Unit::document) write_text({at, token.span.begin});
    write_token(token);
    at = token.span.end;
  }
  if (layer.unit != Unit::document) write_text({at, unit.span.end});
  view.text_ = {view.written_.data(), view_end()};
}

/// Room for the longest view that the unit can have. A tagged word of one letter takes four bytes; a dot takes three, but no word is
/// nothing but dots.
void ViewWriter::make_room() {
  constexpr std::size_t most_for_byte = code_bytes + 1;
  std::size_t most = few_bytes + (layer_->unit == Unit::document ? 0 : most_for_byte * unit_.span.size());
  for (const Chosen& token : chosen_) most += code_bytes * (2 + layer_->vocabulary.masks[token.mask].choices.size()) + most_digits;
  if (view_->written_.size() < most) view_->written_.resize(most);
  end_ = view_->written_.data();
}

/// The annotations to mask: of an earlier type before a later one, outer before inner, none overlapping another.
void ViewWriter::choose_tokens() {
  chosen_.clear();
  for (std::uint32_t mask = 0; mask < layer_->vocabulary.masks.size(); ++mask) {
    const auto& candidates = annotations_.of(layer_->vocabulary.masks[mask].type);
    auto first = std::lower_bound(candidates.begin(), candidates.end(), unit_.span.begin,
                                  [&](std::uint32_t index, std::uint32_t begin) { return annotations_.at(index).span.begin < begin; });
    for (; first != candidates.end(); ++first) {
      const Span span = annotations_.at(*first).span;
      if (span.begin >= unit_.span.end) break;
      if (span.end > unit_.span.end || span.empty() || taken(span)) continue;
      const auto place = std::upper_bound(chosen_.begin(), chosen_.end(), span, [](Span a, const Chosen& b) { return a < b.span; });
      chosen_.insert(place, {span, *first, mask});
    }
  }
}

bool ViewWriter::taken(Span span) const {
  const auto after = std::upper_bound(chosen_.begin(), chosen_.end(), span, [](Span a, const Chosen& b) { return a < b.span; });
  if (after != chosen_.end() && after->span.overlaps(span)) return true;
  return after != chosen_.begin() && (after - 1)->span.overlaps(span);
}

void ViewWriter::write_token(const Chosen& token) {
  const std::uint32_t begin = view_end();
  const MaskedType& masked = layer_->vocabulary.masks[token.mask];
  char* at = put_code(end_, view_code::first_type + token.mask);
  const auto& fields = rules_.types()[masked.type].fields;
  for (const MaskedType::Choice& choice : masked.choices) {
    at = put_code(at, view_code::first_choice + choice_number(fields[choice.index].choices, annotations_.value(token.annotation, choice.index).symbol));
  }
  at = std::to_chars(at, at + most_digits, token.annotation).ptr;
  end_ = put_code(at, view_code::token_end);
  view_->tokens_.push_back({{begin, view_end()}, token.annotation, token.mask});
  view_->pieces_.push_back({begin, token.span.begin, token.span.end, false});
}

/// Running text: tagged words, inner dots and white space are rewritten, the rest is copied.
void ViewWriter::write_text(Span span) {
  if (span.empty()) return;
  const auto& tags = layer_->vocabulary.tags;
  if (layer_->unit == Unit::line && tags.empty()) {
    copy(span);
    return;
  }
  const std::span<const Word> words = tags.empty() ? std::span<const Word>() : words_of(span);
  std::uint32_t at = span.begin;
  for (std::size_t i = 0; i < words.size();) {
    const auto [tag, count] = find_tag(words, i);
    if (count == 0) {
      ++i;
      continue;
    }
    const Span word{words[i].span.begin, words[i + count - 1].span.end};
    write_plain({at, word.begin});
    write_tagged(word, tag, count > 1);
    at = word.end;
    i += count;
  }
  write_plain({at, span.end});
}

/// The words of a stretch of the unit. They are those of the sentence, unless an edge of the stretch cuts one, or an 's
/// stands at its start, which is no ending there.
std::span<const Word> ViewWriter::words_of(Span span) {
  if (words_ != nullptr && layer_->unit == Unit::sentence) {
    while (next_word_ < last_word_ && next_word_->span.end <= span.begin) ++next_word_;
    const Word* first = next_word_;
    const Word* end = first;
    while (end < last_word_ && end->span.begin < span.end) ++end;
    next_word_ = end;
    if (first == end) return {};
    const bool cut = first->span.begin < span.begin || (end - 1)->span.end > span.end;
    if (cut) next_word_ = end - 1;  // the next stretch may begin in it
    const bool bare_ending = first->span.begin == span.begin && is_apostrophe(source_[span.begin]);
    if (!cut && !bare_ending) return {first, end};
  }
  spans_.clear();
  own_words_.clear();
  append_words(source_, span, spans_);
  for (const Span word : spans_) own_words_.push_back({word, words_ == nullptr ? 0 : words_->table().find(slice(source_, word))});
  return own_words_;
}

ViewWriter::TagFound ViewWriter::find_tag(std::span<const Word> words, std::size_t i) const {
  if (words_ == nullptr || !layer_->phrases) return look_up_tag(words, i);
  if (words[i].form == 0) return {};
  for (const Phrase& phrase : layer_->phrases->beginning_with(words[i].form)) {
    if (const std::size_t count = words_taken(*layer_->phrases, phrase, source_, words, i)) return {phrase.lexicon, count};
  }
  return {};
}

/// The longest phrase that begins with word `i`, of equals that of the first lexicon: "at least" goes before "at".
ViewWriter::TagFound ViewWriter::look_up_tag(std::span<const Word> words, std::size_t i) const {
  const std::string_view first = slice(source_, words[i].span);
  TagFound longest;
  for (std::uint32_t tag = 0; tag < layer_->vocabulary.tags.size(); ++tag) {
    const Lexicon& lexicon = *layer_->vocabulary.tags[tag];
    for (std::size_t count = std::min<std::size_t>(lexicon.longest_from(first), words.size() - i); count > longest.count; --count) {
      const std::string_view phrase = slice(source_, {words[i].span.begin, words[i + count - 1].span.end});
      if (lexicon.find(phrase) != nullptr) longest = {tag, count};
    }
  }
  return longest;
}

/// As the text is, mostly a word: that is copied without a call.
inline void ViewWriter::put_plain(Span span) {
  const bool is_short = span.size() <= few_bytes && span.begin + few_bytes <= source_.size();
  if (is_short) std::memcpy(end_, source_.data() + span.begin, few_bytes);
  else std::memcpy(end_, source_.data() + span.begin, span.size());
  end_ += span.size();
}

void ViewWriter::write_tagged(Span word, std::uint32_t tag, bool is_phrase) {
  const std::uint32_t begin = view_end();
  const std::string_view text = slice(source_, word);
  char* const first = end_ = put_code(end_, view_code::first_tag + tag);
  if (!is_phrase && std::find(text.begin(), text.end(), '.') == text.end()) {
    put_plain(word);
  } else {
    for (const char c : text) {
      if (c == '.') end_ = std::copy(view_code::inner_dot.begin(), view_code::inner_dot.end(), end_);
      else *end_++ = is_view_space(c) ? '_' : c;
    }
  }
  if (only_first_is_capital(text)) *first = small_letter(text[0]);
  view_->tags_.push_back({{begin, view_end()}, tag});
  view_->pieces_.push_back({begin, word.begin, word.end, false});
}

void ViewWriter::write_plain(Span span) {
  if (words_ == nullptr || layer_->unit != Unit::sentence) {
    rewrite_plain(span);
    return;
  }
  const auto& rewritten = words_->rewritten();
  while (next_rewritten_ < rewritten.size() && rewritten[next_rewritten_] < span.begin) ++next_rewritten_;
  if (next_rewritten_ < rewritten.size() && rewritten[next_rewritten_] < span.end) {
    rewrite_plain(span);
  } else {
    copy(span);
  }
}

void ViewWriter::rewrite_plain(Span span) {
  const auto& dots = document_.inner_dots;
  auto dot = std::lower_bound(dots.begin(), dots.end(), span.begin);
  std::uint32_t at = span.begin;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const char c = source_[i];
    const bool inner = c == '.' && dot != dots.end() && *dot == i;
    const bool gap = is_view_space(c) && (c != ' ' || (i + 1 < span.end && is_view_space(source_[i + 1])));
    if (!inner && !gap) continue;
    copy({at, i});
    const std::uint32_t begin = view_end();
    std::uint32_t end = i + 1;
    if (inner) {
      end_ = std::copy(view_code::inner_dot.begin(), view_code::inner_dot.end(), end_);
      ++dot;
    } else {
      while (end < span.end && is_view_space(source_[end])) ++end;
      *end_++ = ' ';
    }
    view_->pieces_.push_back({begin, i, end, false});
    at = end;
    i = end - 1;
  }
  copy({at, span.end});
}

void ViewWriter::copy(Span span) {
  if (span.empty()) return;
  view_->pieces_.push_back({view_end(), span.begin, span.end, true});
  put_plain(span);
}

}  // namespace onrecord
