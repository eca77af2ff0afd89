#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "onrecord/check/lints.h"
#include "onrecord/check/pattern_tokens.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_repeats = 64;

bool is_foreign_letter(char32_t code) { return code >= 0x80 && is_letter(code); }

/// The code point of `\x{E9}`; none of other escapes.
std::optional<char32_t> hex_code(std::string_view escape) {
  if (!escape.starts_with("\\x{")) return std::nullopt;
  std::uint32_t code = 0;
  std::from_chars(escape.data() + 3, escape.data() + escape.size(), code, 16);
  return code;
}

/// Whether a set such as `[a-zé]` or `[\x{C0}-\x{24F}]` names a letter that is not ASCII.
bool names_foreign_letter(std::string_view set) {
  for (std::uint32_t i = 0; i < set.size();) {
    if (const auto code = hex_code(set.substr(i)); code && is_foreign_letter(*code)) return true;
    const Character character = character_at(set, i);
    if (is_foreign_letter(character.code)) return true;
    i += std::max<std::uint32_t>(1, character.size);
  }
  return false;
}

/// Lints of one pattern as it is written.
class PatternLinter {
 public:
  PatternLinter(const UsedPattern& used, const RuleSetDefinition& definition, Diagnostics& found)
      : used_(used), definition_(definition), found_(found), tokens_(pattern_tokens(used.pattern->text, used.extended)) {}

  void run() {
    lint_control_characters();
    lint_leading_repeat();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      lint_repeat(i);
      lint_class(tokens_[i]);
      lint_ascii_escape(i);
      lint_group(tokens_[i]);
    }
    for (const Alternatives& group : alternatives_in(tokens_)) lint_alternatives(group);
  }

 private:
  std::string_view text(const PatternToken& token) const { return std::string_view(used_.pattern->text).substr(token.begin, token.end - token.begin); }

  void warn(std::size_t begin, std::size_t end, const char* code, std::string message, std::string hint = {}) {
    add_finding(found_, used_, begin, end, code, std::move(message), std::move(hint));
  }

  void lint_control_characters() {
    const std::string& pattern = used_.pattern->text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const auto byte = static_cast<unsigned char>(pattern[i]);
      if (byte >= 0x20 || byte == '\n' || byte == '\t' || byte == '\r') continue;
      warn(i, i + 1, rule_warning::control_character, fmt::format("a control character in a pattern: U+{:04X}", byte),
           byte == 8 ? "\"\\b\" in double quotes is a backspace; write the pattern in '…'" : "write the pattern in '…'");
      return;
    }
  }

  /// A match is searched for anyway: `.*` at its start only makes the annotation begin where the unit does.
  void lint_leading_repeat() {
    const bool is_searched = used_.use == PatternUse::match || used_.use == PatternUse::filter || used_.use == PatternUse::cut;
    if (!is_searched || tokens_.size() < 2 || tokens_[0].kind != TokenKind::any || tokens_[1].kind != TokenKind::repeat) return;
    if (text(tokens_[1])[0] == '?' || text(tokens_[1])[0] == '{') return;
    warn(tokens_[0].begin, tokens_[1].end, rule_warning::repeat_at_start,
         fmt::format("an unanchored '{}{}' at the start of a pattern", text(tokens_[0]), text(tokens_[1])),
         "patterns are searched for: leave it out, or write '^' before it if all that stands before is meant");
  }

  bool is_wide(const PatternToken& token) const {
    if (token.kind == TokenKind::any) return true;
    const std::string_view written = text(token);
    if (token.kind == TokenKind::set) return written.starts_with("[^");
    return token.kind == TokenKind::escape && written.size() > 1 && std::string_view("DWSPp").find(written[1]) != std::string_view::npos;
  }

  void lint_repeat(std::size_t i) {
    if (i == 0 || tokens_[i].kind != TokenKind::repeat || !is_wide(tokens_[i - 1])) return;
    const std::uint32_t bound = upper_bound(text(tokens_[i]));
    if (bound <= most_repeats) return;
    warn(tokens_[i - 1].begin, tokens_[i].end, rule_warning::wide_repeat, fmt::format("a counted repeat of a wide class: RE2 unrolls it {} times", bound),
         "write '*' or '+', and bound the field with `limit`");
  }

  void lint_class(const PatternToken& token) {
    constexpr std::string_view letters = "\\p{L";
    const std::string_view written = text(token);
    const std::size_t at = token.kind == TokenKind::set || token.kind == TokenKind::escape ? written.find(letters) : std::string_view::npos;
    if (at == std::string_view::npos || written.substr(at).starts_with("\\p{Latin}")) return;
    const std::size_t end = std::min(written.find('}', at) + 1, written.size());
    warn(token.begin + at, token.begin + end, rule_warning::costly_class,
         fmt::format("'{}' makes a program of about a thousand instructions", written.substr(at, end - at)),
         "for names a range such as [A-Z\\x{C0}-\\x{DE}] does, or '\\p{Latin}'");
  }

  /// The token beside `i` on one side, repeats left out; null where there is none.
  const PatternToken* beside(std::size_t i, int step) const {
    for (std::size_t k = i + static_cast<std::size_t>(step); k < tokens_.size(); k += static_cast<std::size_t>(step)) {
      if (tokens_[k].kind != TokenKind::repeat) return &tokens_[k];
    }
    return nullptr;
  }

  /// `\b`, `\w` and their like know ASCII letters only.
  void lint_ascii_escape(std::size_t i) {
    const std::string_view written = text(tokens_[i]);
    if (tokens_[i].kind != TokenKind::escape || written.size() != 2 || std::string_view("bBwW").find(written[1]) == std::string_view::npos) return;
    for (const int step : {-1, 1}) {
      const PatternToken* other = beside(i, step);
      if (other == nullptr || !has_foreign_edge(*other, step)) continue;
      const std::size_t begin = std::min(tokens_[i].begin, other->begin);
      warn(begin, std::max(tokens_[i].end, other->end), rule_warning::ascii_boundary,
           fmt::format("'{}' beside a letter that is not ASCII: it knows ASCII letters only", written),
           "'\\b' holds in the middle of 'éos'; name the characters that may stand there");
      return;
    }
  }

  bool has_foreign_edge(const PatternToken& token, int step) const {
    const std::string_view written = text(token);
    if (token.kind == TokenKind::literal) return is_foreign_letter(character_at(written, 0).code);
    if (token.kind == TokenKind::escape) return is_foreign_letter(hex_code(written).value_or(0));
    if (token.kind == TokenKind::set) return !written.starts_with("[^") && names_foreign_letter(written);
    if (token.kind != TokenKind::reference) return false;
    const std::vector<std::string> names = names_in_reference(written);
    return std::any_of(definition_.lexicons.begin(), definition_.lexicons.end(), [&](const LexiconDefinition& lexicon) {
      return lexicon.name == names.front() && std::any_of(lexicon.entries.begin(), lexicon.entries.end(), [&](const EntryDefinition& entry) {
               const auto size = static_cast<std::uint32_t>(entry.word.size());
               return is_foreign_letter(step > 0 ? character_at(entry.word, 0).code : character_before(entry.word, size).code);
             });
    });
  }

  /// Lists of patterns are for people who want to add a line; a bracket more or less does not matter there.
  void lint_group(const PatternToken& token) {
    if (used_.use == PatternUse::lexicon || token.kind != TokenKind::open || text(token) != "(") return;
    warn(token.begin, token.end, rule_warning::unnamed_group, "a group without a name: nothing reads what it captures", "write '(?:' where it only groups");
  }

  std::vector<std::string_view> words(const Alternative& choice) const {
    std::vector<std::string_view> all;
    for (std::size_t i = choice.begin; i < choice.end; ++i) all.push_back(text(tokens_[i]));
    return all;
  }

  /// The first alternative that matches is taken: behind `a` neither `a` nor, where nothing follows, `ab` ever is.
  void lint_alternatives(const Alternatives& group) {
    const bool has_no_rest = used_.use != PatternUse::fragment && used_.use != PatternUse::left && used_.use != PatternUse::lexicon;
    const bool is_last = group.ends_pattern && has_no_rest;
    for (std::size_t later = 1; later < group.choices.size(); ++later) {
      const std::vector<std::string_view> own = words(group.choices[later]);
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const std::vector<std::string_view> other = words(group.choices[earlier]);
        const bool is_prefix = other.size() <= own.size() && std::equal(other.begin(), other.end(), own.begin());
        const bool same = is_prefix && other.size() == own.size();
        if (!same && (!is_last || !is_prefix || tokens_[group.choices[later].begin + other.size()].kind == TokenKind::repeat)) continue;
        report_unreachable(group.choices[later], own, other, same);
        break;
      }
    }
  }

  void report_unreachable(const Alternative& choice, const std::vector<std::string_view>& own, const std::vector<std::string_view>& other, bool same) {
    if (own.empty()) return;
    const std::string hint = same ? "leave it out" : "the first alternative that matches is taken: put the longer one first";
    warn(tokens_[choice.begin].begin, tokens_[choice.end - 1].end, rule_warning::dead_alternative,
         same ? std::string("an alternative that stands before it already")
              : fmt::format("an alternative that is never taken: '{}' before it matches whenever it would", fmt::join(other, "")),
         hint);
  }

  const UsedPattern& used_;
  const RuleSetDefinition& definition_;
  Diagnostics& found_;
  std::vector<PatternToken> tokens_;
};

/// A pattern that a program wrote may hold the same mistake ten thousand times: of each sort of warnings the first is reported, and how many more
/// there are `where`.
void add_first_of_each_sort(const Diagnostics& all, std::string_view where, Diagnostics& found) {
  std::map<std::string_view, std::size_t> counts;
  for (const Diagnostic& item : all.items()) ++counts[item.code];
  for (const Diagnostic& item : all.items()) {
    const std::size_t count = std::exchange(counts[item.code], 0);
    if (count == 0) continue;
    Diagnostic first = item;
    if (count > 1) first.message += fmt::format(", and {} more in this {}", count - 1, where);
    found.add(std::move(first));
  }
}

}  // namespace

void lint_patterns(const RuleSetDefinition& definition, Diagnostics& found) {
  const std::vector<UsedPattern> all = all_patterns(definition);
  for (auto used = all.begin(); used != all.end();) {
    Diagnostics of_rule;
    const std::string& rule = used->rule;
    do PatternLinter(*used, definition, of_rule).run();
    while (++used != all.end() && !rule.empty() && used->rule == rule);
    add_first_of_each_sort(of_rule, rule.empty() ? "pattern" : "rule", found);
  }
  for (const LexiconDefinition& lexicon : definition.lexicons) {
    if (!lexicon.patterns) continue;
    for (const EntryDefinition& entry : lexicon.entries) {
      const PatternText pattern{entry.word, entry.at, true};
      Diagnostics of_entry;
      PatternLinter({&pattern, PatternUse::lexicon, false, {}}, definition, of_entry).run();
      add_first_of_each_sort(of_entry, "pattern", found);
    }
  }
}

}  // namespace onrecord
