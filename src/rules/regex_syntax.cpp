#include "onrecord/rules/regex_syntax.h"

#include <algorithm>

#include "onrecord/text/characters.h"

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
  RegexParser(std::string_view pattern, bool ignore_case) : pattern_(pattern), ignore_case_(ignore_case) {}

  std::optional<RegexNode> run() {
    RegexNode root = alternatives();
    if (at_ < pattern_.size()) failed_ = true;  // a ')' too many
    if (failed_) return std::nullopt;
    return root;
  }

 private:
  bool at_end() const { return failed_ || at_ >= pattern_.size(); }
  char peek() const { return pattern_[at_]; }
  bool take(std::string_view text) {
    if (pattern_.substr(at_, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  RegexNode fail() {
    failed_ = true;
    return {};
  }

  RegexNode alternatives() {
    const bool outer_case = ignore_case_;
    RegexNode result = node(Kind::alternatives);
    do {
      result.children.push_back(sequence());
    } while (!at_end() && take("|"));
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
    std::size_t i = at_ + 1;
    const auto number = [&](int& value) {
      const std::size_t first = i;
      value = 0;
      while (i < pattern_.size() && pattern_[i] >= '0' && pattern_[i] <= '9' && value <= most_repeats) value = value * 10 + (pattern_[i++] - '0');
      return i > first;
    };
    Count result;
    auto& [least, most] = result;
    if (!number(least)) return std::nullopt;
    most = least;
    if (i < pattern_.size() && pattern_[i] == ',') {
      ++i;
      if (!number(most)) most = -1;
    }
    if (i >= pattern_.size() || pattern_[i] != '}') return std::nullopt;
    at_ = i + 1;
    if (least > most_repeats || most > most_repeats || (most >= 0 && most < least)) failed_ = true;
    return result;
  }

  RegexNode atom() {
    switch (peek()) {
      case '(': return group();
      case '[': return character_class();
      case '\\': return escape();
      case '^': ++at_; return node(Kind::text_begin);
      case '$': ++at_; return node(Kind::text_end);
      case '.': ++at_; return characters(complement({{'\n', '\n'}}));
      case '*': case '+': case '?': return fail();
      default: return literal(take_character());
    }
  }

  RegexNode group() {
    ++at_;
    int number = 0;
    const bool outer_case = ignore_case_;
    if (take("?")) {
      if (take("P<")) {
        const std::size_t close = pattern_.find('>', at_);
        if (close == std::string_view::npos) return fail();
        at_ = close + 1;
        number = ++groups_;
      } else if (take("i:")) {
        ignore_case_ = true;
      } else if (take("i)")) {
        ignore_case_ = true;  // until the group around it ends
        return {};
      } else if (!take(":")) {
        return fail();
      }
    } else {
      number = ++groups_;
    }
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

  char32_t take_character() {
    const Character character = character_at(pattern_, static_cast<std::uint32_t>(at_));
    at_ += character.size;
    return character.code;
  }

  RegexNode literal(char32_t code) { return characters({{code, code}}); }

  RegexNode characters(CodeRanges ranges) {
    RegexNode result = node(Kind::characters);
    if (ignore_case_ && !folds_simply(ranges)) return fail();
    result.ranges = ignore_case_ ? without_case(ranges) : normalized(std::move(ranges));
    return result;
  }

  /// Behind a backslash: a code point; none where it is no single character.
  std::optional<char32_t> escaped_character() {
    const char c = peek();
    if (c == 'x') return hexadecimal();
    constexpr std::string_view letters = "tnrfva";
    constexpr std::string_view meanings = "\t\n\r\f\v\a";
    if (const std::size_t i = letters.find(c); i != std::string_view::npos) {
      ++at_;
      return meanings[i];
    }
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (alphanumeric || c == '_') return std::nullopt;
    return take_character();
  }

  std::optional<char32_t> hexadecimal() {
    ++at_;
    const bool braces = take("{");
    char32_t value = 0;
    std::size_t digits = 0;
    while (at_ < pattern_.size() && (braces || digits < 2) && value <= last_code_point) {
      const char c = peek();
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (digit < 0) break;
      value = value * 16 + static_cast<char32_t>(digit);
      ++digits;
      ++at_;
    }
    if (digits == 0 || value > last_code_point || (braces && !take("}"))) return std::nullopt;
    return value;
  }

  RegexNode escape() {
    ++at_;
    if (at_end()) return fail();
    const char c = peek();
    switch (c) {
      case 'A': ++at_; return node(Kind::text_begin);
      case 'z': ++at_; return node(Kind::text_end);
      case 'b': ++at_; return node(Kind::word_edge);
      case 'B': ++at_; return node(Kind::no_word_edge);
      default: break;
    }
    if (const CodeRanges ranges = perl_class(static_cast<char>(c | 0x20)); !ranges.empty()) {
      ++at_;
      const CodeRanges folded = ignore_case_ ? without_case(ranges) : ranges;
      RegexNode result = node(Kind::characters);
      result.ranges = c <= 'Z' ? complement(folded) : folded;
      return result;
    }
    const auto code = escaped_character();
    return code ? literal(*code) : fail();
  }

  RegexNode character_class() {
    ++at_;
    const bool negated = take("^");
    CodeRanges ranges;
    bool first = true;
    while (!at_end() && (peek() != ']' || first)) {
      first = false;
      if (take("[:")) return fail();
      if (!class_item(ranges)) return fail();
    }
    if (at_end() || !take("]")) return fail();
    ranges = normalized(std::move(ranges));
    if (ignore_case_ && !folds_simply(ranges)) return fail();
    if (ignore_case_) ranges = without_case(ranges);
    RegexNode result = node(Kind::characters);
    result.ranges = negated ? complement(ranges) : std::move(ranges);
    return result;
  }

  bool class_item(CodeRanges& ranges) {
    if (peek() == '\\' && at_ + 1 < pattern_.size()) {
      const char c = pattern_[at_ + 1];
      if (CodeRanges perl = perl_class(static_cast<char>(c | 0x20)); !perl.empty()) {
        at_ += 2;
        if (c <= 'Z') perl = complement(ignore_case_ ? without_case(perl) : perl);  // the other case of the rest is added to the whole class
        ranges.insert(ranges.end(), perl.begin(), perl.end());
        return true;
      }
    }
    const auto low = class_character();
    if (!low) return false;
    char32_t high = *low;
    if (at_ + 1 < pattern_.size() && peek() == '-' && pattern_[at_ + 1] != ']') {
      ++at_;
      const auto end = class_character();
      if (!end || *end < *low) return false;
      high = *end;
    }
    ranges.emplace_back(*low, high);
    return true;
  }

  std::optional<char32_t> class_character() {
    if (peek() != '\\') return take_character();
    ++at_;
    if (at_end()) return std::nullopt;
    return escaped_character();
  }

  std::string_view pattern_;
  bool ignore_case_;
  std::size_t at_ = 0;
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
