#include "onrecord/rules/regex_syntax.h"

#include <algorithm>

#include "onrecord/rules/regex_characters.h"

namespace onrecord {
namespace {

using Kind = RegexNode::Kind;

RegexNode node(Kind kind) {
  RegexNode result;
  result.kind = kind;
  return result;
}

constexpr int most_repeats = 1000;
constexpr int deepest_group = 500;  // what goes through a tree calls itself for what is inside

/// How often the innermost of counted repeats in repeats takes place.
int repeats_in(const RegexNode& expression) {
  int result = 1;
  for (const RegexNode& child : expression.children) result = std::max(result, repeats_in(child));
  return expression.kind == Kind::repeat ? result * std::max({1, expression.least, expression.most}) : result;
}

class RegexParser {
 public:
  RegexParser(std::string_view pattern, bool ignore_case) : cursor_{pattern}, ignore_case_(ignore_case) {}

  std::optional<RegexNode> run() {
    RegexNode root = alternatives();
    if (cursor_.at < cursor_.pattern.size()) failed_ = true;  // a ')' too many
    if (failed_) return std::nullopt;
    return root;
  }

 private:
  bool at_end() const { return failed_ || cursor_.at_end(); }
  char peek() const { return cursor_.peek(); }
  bool take(std::string_view text) { return cursor_.take(text); }
  RegexNode fail() {
    failed_ = true;
    return {};
  }

  RegexNode alternatives() {
    const bool outer_case = ignore_case_;
    RegexNode result = node(Kind::alternatives);
    do { result.children.push_back(sequence()); } while (!at_end() && take("|"));
    ignore_case_ = outer_case;
    if (result.children.size() == 1) return std::move(result.children.front());
    return result;
  }

  RegexNode sequence() {
    RegexNode result = node(Kind::sequence);
    while (!at_end() && peek() != '|' && peek() != ')') {
      RegexNode next = atom();
      result.children.push_back(repeats(std::move(next)));
    }
    return result;
  }

  /// How often what was just read may stand.
  struct Count {
    int least = 0;
    int most = -1;
  };

  std::optional<Count> count() {
    if (at_end()) return std::nullopt;
    if (take("*")) return Count{0, -1};
    if (take("+")) return Count{1, -1};
    if (take("?")) return Count{0, 1};
    return counted();
  }

  RegexNode repeats(RegexNode child) {
    const auto found = count();
    if (!found) return child;
    const auto [least, most] = *found;
    if (most < 0 && child.nullable()) return fail();
    if (repeats_in(child) * std::max({1, least, most}) > most_repeats) return fail();
    RegexNode result = node(Kind::repeat);
    result.least = least;
    result.most = most;
    result.greedy = !take("?");
    result.children.push_back(std::move(child));
    return count() ? fail() : result;  // "a**" is a mistake
  }

  /// `{2}`, `{2,}`, `{2,5}`; anything else is literal text.
  std::optional<Count> counted() {
    if (peek() != '{') return std::nullopt;
    std::size_t i = cursor_.at + 1;
    const auto number = [&](int& value) {
      const std::size_t first = i;
      value = 0;
      while (i < cursor_.pattern.size() && cursor_.pattern[i] >= '0' && cursor_.pattern[i] <= '9' && value <= most_repeats)
        value = value * 10 + (cursor_.pattern[i++] - '0');
      return i > first;
    };
    Count result;
    auto& [least, most] = result;
    if (!number(least)) return std::nullopt;
    most = least;
    if (i < cursor_.pattern.size() && cursor_.pattern[i] == ',') {
      ++i;
      if (!number(most)) most = -1;
    }
    if (i >= cursor_.pattern.size() || cursor_.pattern[i] != '}') return std::nullopt;
    cursor_.at = i + 1;
    if (least > most_repeats || most > most_repeats || (most >= 0 && most < least)) failed_ = true;
    return result;
  }

  RegexNode atom() {
    switch (peek()) {
      case '(': return group();
      case '[': return character_class();
      case '\\': return escape();
      case '^': ++cursor_.at; return node(Kind::text_begin);
      case '$': ++cursor_.at; return node(Kind::text_end);
      case '.': ++cursor_.at; return characters(complement({{'\n', '\n'}}));
      case '*':
      case '+':
      case '?': return fail();
      default: return literal(cursor_.take_character());
    }
  }

  /// What a group begins with.
  struct Opening {
    bool captures = false;
    bool ignores_case = false;
    bool is_closed = false;  // "(?i)": it holds for what follows, until the group around it ends
  };

  /// None where the syntax has other groups, or a name without an end.
  std::optional<Opening> opening() {
    ++cursor_.at;
    if (!take("?")) return Opening{.captures = true};
    if (take(":")) return Opening{};
    if (take("i:")) return Opening{.ignores_case = true};
    if (take("i)")) return Opening{.ignores_case = true, .is_closed = true};
    const std::size_t close = take("P<") ? cursor_.pattern.find('>', cursor_.at) : std::string_view::npos;
    if (close == std::string_view::npos) return std::nullopt;
    cursor_.at = close + 1;
    return Opening{.captures = true};
  }

  RegexNode group() {
    const bool outer_case = ignore_case_;
    const auto opened = opening();
    if (!opened) return fail();
    ignore_case_ = ignore_case_ || opened->ignores_case;
    if (opened->is_closed) return {};
    const int number = opened->captures ? ++groups_ : 0;
    if (++depth_ > deepest_group) return fail();
    RegexNode inner = alternatives();
    --depth_;
    ignore_case_ = outer_case;
    if (at_end() || !take(")")) return fail();
    if (number == 0) return inner;
    RegexNode result = node(Kind::group);
    result.number = number;
    result.children.push_back(std::move(inner));
    return result;
  }

  RegexNode literal(char32_t code) { return characters({{code, code}}); }

  RegexNode characters(CodeRanges ranges) {
    RegexNode result = node(Kind::characters);
    if (ignore_case_ && !folds_simply(ranges)) return fail();
    result.ranges = ignore_case_ ? without_case(ranges) : normalized(std::move(ranges));
    return result;
  }

  RegexNode escape() {
    ++cursor_.at;
    if (at_end()) return fail();
    if (cursor_.take("A")) return node(Kind::text_begin);
    if (cursor_.take("z")) return node(Kind::text_end);
    if (cursor_.take("b")) return node(Kind::word_edge);
    if (cursor_.take("B")) return node(Kind::no_word_edge);
    if (const auto ranges = read_perl_class(cursor_, ignore_case_)) {
      RegexNode result = node(Kind::characters);
      result.ranges = ignore_case_ ? without_case(*ranges) : *ranges;
      return result;
    }
    const auto code = read_escaped_character(cursor_);
    return code ? literal(*code) : fail();
  }

  RegexNode character_class() {
    ++cursor_.at;
    auto ranges = read_character_class(cursor_, ignore_case_);
    if (!ranges) return fail();
    RegexNode result = node(Kind::characters);
    result.ranges = *std::move(ranges);
    return result;
  }

  RegexCursor cursor_;
  bool ignore_case_;
  int groups_ = 0;
  int depth_ = 0;  // of groups
  bool failed_ = false;
};

}  // namespace

bool RegexNode::nullable() const {
  const auto child_is = [](const RegexNode& child) { return child.nullable(); };
  switch (kind) {
    case Kind::characters: return false;
    case Kind::sequence: return std::all_of(children.begin(), children.end(), child_is);
    case Kind::alternatives: return std::any_of(children.begin(), children.end(), child_is);
    case Kind::repeat: return least == 0 || children.front().nullable();
    case Kind::group: return children.front().nullable();
    default: return true;
  }
}

std::size_t RegexNode::written_out() const {
  std::size_t size = 1;
  for (const RegexNode& child : children) size += child.written_out();
  if (kind == Kind::repeat) size *= static_cast<std::size_t>(std::max({1, least, most}));
  return size;
}

std::optional<RegexNode> parse_regex(std::string_view pattern, bool ignore_case) { return RegexParser(pattern, ignore_case).run(); }

}  // namespace onrecord
