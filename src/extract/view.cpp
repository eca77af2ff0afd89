#include "onrecord/extract/view.h"

#include <algorithm>

namespace onrecord {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Whether a tagged word is written with a small first letter in the view: "The", but not "US".
bool only_first_is_capital(std::string_view word) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return capital(word[0]) && !(word.size() > 1 && capital(word[1]));
}

}  // namespace

/// Writes a view piece by piece and keeps the map back.
class ViewBuilder {
 public:
  ViewBuilder(const RuleSet& rules, const Layer& layer, const Document& document, const Annotations& annotations, Span unit)
      : rules_(rules), layer_(layer), document_(document), annotations_(annotations), unit_(unit), source_(document.folded.text()) {}

  View build() {
    choose_tokens();
    if (layer_.unit == Unit::document) {
      for (const Chosen& token : chosen_) write_token(token);
      return std::move(view_);
    }
    std::uint32_t at = unit_.begin;
    for (const Chosen& token : chosen_) {
      write_text({at, token.span.begin});
      write_token(token);
      at = token.span.end;
    }
    write_text({at, unit_.end});
    return std::move(view_);
  }

 private:
  struct Chosen {
    Span span;
    std::uint32_t annotation;
    std::uint32_t mask;
  };

  /// The annotations to mask: of an earlier type before a later one, outer before inner, none overlapping another.
  void choose_tokens() {
    for (std::uint32_t mask = 0; mask < layer_.vocabulary.masks.size(); ++mask) {
      const auto& candidates = annotations_.of(layer_.vocabulary.masks[mask].type);
      auto first = std::lower_bound(candidates.begin(), candidates.end(), unit_.begin,
                                    [&](std::uint32_t index, std::uint32_t begin) { return annotations_.at(index).span.begin < begin; });
      for (; first != candidates.end(); ++first) {
        const Span span = annotations_.at(*first).span;
        if (span.begin >= unit_.end) break;
        if (span.end > unit_.end || span.empty() || taken(span)) continue;
        const auto place = std::upper_bound(chosen_.begin(), chosen_.end(), span, [](Span a, const Chosen& b) { return a < b.span; });
        chosen_.insert(place, {span, *first, mask});
      }
    }
  }

  bool taken(Span span) const {
    const auto after = std::upper_bound(chosen_.begin(), chosen_.end(), span, [](Span a, const Chosen& b) { return a < b.span; });
    if (after != chosen_.end() && after->span.overlaps(span)) return true;
    return after != chosen_.begin() && (after - 1)->span.overlaps(span);
  }

  void write_token(const Chosen& token) {
    const auto begin = static_cast<std::uint32_t>(view_.text_.size());
    const MaskedType& masked = layer_.vocabulary.masks[token.mask];
    append_code_point(view_.text_, view_code::first_type + token.mask);
    for (const MaskedType::Choice& choice : masked.choices) append_code_point(view_.text_, view_code::first_choice + choice_number(token, choice));
    view_.text_ += std::to_string(token.annotation);
    append_code_point(view_.text_, view_code::token_end);
    const Span span{begin, static_cast<std::uint32_t>(view_.text_.size())};
    view_.tokens_.push_back({span, token.annotation, token.mask});
    view_.pieces_.push_back({begin, token.span.begin, token.span.end, false});
  }

  char32_t choice_number(const Chosen& token, const MaskedType::Choice& choice) const {
    const Symbol symbol = annotations_.value(token.annotation, choice.index).symbol;
    if (symbol == 0) return 0;
    const auto& choices = rules_.types()[masked_type(token)].fields[choice.index].choices;
    const auto found = std::find(choices.begin(), choices.end(), symbol);
    return found == choices.end() ? 0 : static_cast<char32_t>(found - choices.begin()) + 1;
  }

  TypeId masked_type(const Chosen& token) const { return layer_.vocabulary.masks[token.mask].type; }

  /// Running text: tagged words, inner dots and white space are rewritten, the rest is copied.
  void write_text(Span span) {
    if (span.empty()) return;
    if (layer_.unit == Unit::line && layer_.vocabulary.tags.empty()) {
      copy(span);
      return;
    }
    const std::vector<Span> words = layer_.vocabulary.tags.empty() ? std::vector<Span>{} : words_in(source_, span);
    std::uint32_t at = span.begin;
    for (std::size_t i = 0; i < words.size();) {
      const auto [tag, count] = find_tag(words, i);
      if (count == 0) {
        ++i;
        continue;
      }
      const Span word{words[i].begin, words[i + count - 1].end};
      write_plain({at, word.begin});
      write_tagged(word, tag);
      at = word.end;
      i += count;
    }
    write_plain({at, span.end});
  }

  struct TagFound {
    std::uint32_t tag = 0;
    std::size_t count = 0;  // words; 0: no tag
  };

  TagFound find_tag(const std::vector<Span>& words, std::size_t i) {
    const std::string_view first = slice(source_, words[i]);
    for (std::uint32_t tag = 0; tag < layer_.vocabulary.tags.size(); ++tag) {
      const Lexicon& lexicon = *layer_.vocabulary.tags[tag];
      for (std::size_t count = std::min<std::size_t>(lexicon.longest_from(first), words.size() - i); count > 0; --count) {
        const std::string_view phrase = slice(source_, {words[i].begin, words[i + count - 1].end});
        if (lexicon.find(phrase) != nullptr) return {tag, count};
      }
    }
    return {};
  }

  void write_tagged(Span word, std::uint32_t tag) {
    const auto begin = static_cast<std::uint32_t>(view_.text_.size());
    append_code_point(view_.text_, view_code::first_tag + tag);
    const std::string_view text = slice(source_, word);
    const bool lower = only_first_is_capital(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (c == '.') {
        view_.text_ += view_code::inner_dot;
      } else if (is_space(c)) {
        view_.text_ += '_';
      } else {
        view_.text_ += i == 0 && lower ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    view_.tags_.push_back({{begin, static_cast<std::uint32_t>(view_.text_.size())}, tag});
    view_.pieces_.push_back({begin, word.begin, word.end, false});
  }

  void write_plain(Span span) {
    const auto& dots = document_.inner_dots;
    auto dot = std::lower_bound(dots.begin(), dots.end(), span.begin);
    std::uint32_t at = span.begin;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const char c = source_[i];
      const bool inner = c == '.' && dot != dots.end() && *dot == i;
      const bool gap = is_space(c) && (c != ' ' || (i + 1 < span.end && is_space(source_[i + 1])));
      if (!inner && !gap) continue;
      copy({at, i});
      const auto begin = static_cast<std::uint32_t>(view_.text_.size());
      std::uint32_t end = i + 1;
      if (inner) {
        view_.text_ += view_code::inner_dot;
        ++dot;
      } else {
        while (end < span.end && is_space(source_[end])) ++end;
        view_.text_ += ' ';
      }
      view_.pieces_.push_back({begin, i, end, false});
      at = end;
      i = end - 1;
    }
    copy({at, span.end});
  }

  void copy(Span span) {
    if (span.empty()) return;
    view_.pieces_.push_back({static_cast<std::uint32_t>(view_.text_.size()), span.begin, span.end, true});
    view_.text_.append(source_, span.begin, span.size());
  }

  const RuleSet& rules_;
  const Layer& layer_;
  const Document& document_;
  const Annotations& annotations_;
  Span unit_;
  const std::string& source_;
  std::vector<Chosen> chosen_;
  View view_;
};

const View::Piece& View::piece_at(std::uint32_t view) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), view, [](std::uint32_t offset, const Piece& piece) { return offset < piece.view; });
  return after == pieces_.begin() ? pieces_.front() : *(after - 1);
}

Span View::to_source(Span view) const {
  if (pieces_.empty()) return {};
  const Piece& first = piece_at(view.begin);
  const std::uint32_t begin = view.begin >= text_.size() ? first.source_end : first.copied ? first.source + (view.begin - first.view) : first.source;
  if (view.empty()) return {begin, begin};
  const Piece& last = piece_at(view.end - 1);
  return {begin, last.copied ? last.source + (view.end - last.view) : last.source_end};
}

std::uint32_t View::from_source(std::uint32_t source) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), source, [](std::uint32_t offset, const Piece& piece) { return offset < piece.source; });
  if (after == pieces_.begin()) return 0;
  const Piece& piece = *(after - 1);
  if (source >= piece.source_end) return after == pieces_.end() ? static_cast<std::uint32_t>(text_.size()) : after->view;
  return piece.copied ? piece.view + (source - piece.source) : piece.view;
}

const ViewToken* View::token_at(Span view) const {
  for (const ViewToken& token : tokens_) {
    if (token.span == view) return &token;
  }
  return nullptr;
}

View make_view(const RuleSet& rules, const Layer& layer, const Document& document, const Annotations& annotations, Span unit) {
  return ViewBuilder(rules, layer, document, annotations, unit).build();
}

}  // namespace onrecord
