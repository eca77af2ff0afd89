#include "onrecord/check/pattern_tokens.h"

#include <algorithm>
#include <charconv>

#include "onrecord/rules/pattern_syntax.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

class Tokenizer {
 public:
  Tokenizer(std::string_view text, bool extended) : text_(text), extended_(extended) {}

  std::vector<PatternToken> run() {
    std::size_t i = 0;
    while (i < text_.size()) {
      if (extended_ && is_pattern_space(text_[i])) {
        ++i;
      } else if (extended_ && text_[i] == '#') {
        i = comment_end(text_, i);
      } else {
        i = add_token(i);
      }
    }
    return std::move(tokens_);
  }

 private:
  std::size_t add_token(std::size_t i) {
    switch (text_[i]) {
      case '\\': return add(TokenKind::escape, i, escape_end(text_, i));
      case '[': return add(TokenKind::set, i, class_end(text_, i));
      case '(': return add(TokenKind::open, i, group_opening_end(text_, i));
      case ')': return add(TokenKind::close, i, i + 1);
      case '|': return add(TokenKind::bar, i, i + 1);
      case '.': return add(TokenKind::any, i, i + 1);
      case '^':
      case '$': return add(TokenKind::edge, i, i + 1);
      case '*':
      case '+':
      case '?': return add(TokenKind::repeat, i, lazy_end(i + 1));
      case '{': return add_brace(i);
      default: break;
    }
    return add(TokenKind::literal, i, i + std::max<std::uint32_t>(1, character_at(text_, static_cast<std::uint32_t>(i)).size));
  }

  std::size_t add(TokenKind kind, std::size_t begin, std::size_t end) {
    tokens_.push_back({kind, begin, std::min(end, text_.size())});
    return tokens_.back().end;
  }

  std::size_t add_brace(std::size_t i) {
    const std::size_t close = text_.find('}', i);
    const std::size_t end = close == std::string_view::npos ? text_.size() : close + 1;
    return begins_reference(text_, i) ? add(TokenKind::reference, i, end) : add(TokenKind::repeat, i, lazy_end(end));
  }

  std::size_t lazy_end(std::size_t end) const { return end < text_.size() && text_[end] == '?' ? end + 1 : end; }

  std::string_view text_;
  bool extended_;
  std::vector<PatternToken> tokens_;
};

}  // namespace

std::vector<PatternToken> pattern_tokens(std::string_view pattern, bool extended) { return Tokenizer(pattern, extended).run(); }

std::vector<std::string> names_in_reference(std::string_view reference) {
  if (reference.starts_with('{')) reference.remove_prefix(1);
  if (reference.starts_with('@')) reference.remove_prefix(1);
  reference = reference.substr(0, reference.find_first_of("[:}"));
  std::vector<std::string> names;
  while (true) {
    const std::size_t bar = reference.find('|');
    names.emplace_back(reference.substr(0, bar));
    if (bar == std::string_view::npos) return names;
    reference.remove_prefix(bar + 1);
  }
}

std::uint32_t upper_bound(std::string_view repeat) {
  if (!repeat.starts_with('{')) return 0;
  const std::string_view inside = repeat.substr(1, repeat.find('}') - 1);
  const std::size_t comma = inside.find(',');
  const std::string_view last = comma == std::string_view::npos ? inside : inside.substr(comma + 1);
  const std::string_view number = last.empty() ? inside.substr(0, comma) : last;
  std::uint32_t bound = 0;
  std::from_chars(number.data(), number.data() + number.size(), bound);
  return bound;
}

std::vector<Alternatives> alternatives_in(const std::vector<PatternToken>& tokens) {
  struct Open {
    std::size_t group = 0, begin = 0;  // of its latest alternative
  };
  std::size_t last_brackets = tokens.size();
  while (last_brackets > 0 && tokens[last_brackets - 1].kind == TokenKind::close) --last_brackets;
  std::vector<Alternatives> all;
  std::vector<Open> open;
  const auto begin_group = [&](std::size_t i) {
    open.push_back({all.size(), i});
    all.emplace_back();
  };
  const auto end_group = [&](std::size_t i) {
    all[open.back().group].choices.push_back({open.back().begin, i});
    all[open.back().group].ends_pattern = i >= last_brackets;
    open.pop_back();
  };
  begin_group(0);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::open) {
      begin_group(i + 1);
    } else if (tokens[i].kind == TokenKind::close) {
      end_group(i);
      if (open.empty()) begin_group(i + 1);  // behind a stray `)`
    } else if (tokens[i].kind == TokenKind::bar) {
      all[open.back().group].choices.push_back({open.back().begin, i});
      open.back().begin = i + 1;
    }
  }
  while (!open.empty()) end_group(tokens.size());
  std::erase_if(all, [](const Alternatives& group) { return group.choices.size() < 2; });
  return all;
}

}  // namespace onrecord
