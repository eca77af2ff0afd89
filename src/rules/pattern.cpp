#include "onrecord/rules/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace onrecord {

void append_code_point(std::string& out, char32_t code) {
  const auto last = static_cast<char>(0x80 | (code & 0x3F));
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0 | (code >> 6)), last};
    out.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)), last};
    out.append(bytes, sizeof bytes);
  }
}

namespace {

constexpr std::size_t deepest_fragment = 16;
constexpr std::string_view tagged_word = R"re([^ ,.;:!?()"\x{2018}\x{201C}\x{201D}\x{E000}-\x{F8FF}]+)re";

std::string code(char32_t value) { return fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(value)); }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_char(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-' || c == '|'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string quote_meta(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// Words as they stand in a view: dots inside are written as inner dots, spaces of a tagged phrase as underscores.
std::string view_form(std::string_view word, bool tagged) {
  std::string out;
  for (const char c : word) {
    if (c == '.') {
      out += view_code::inner_dot;
    } else if (c == ' ' && tagged) {
      out += '_';
    } else {
      out += c;
    }
  }
  return out;
}

std::string lower_first(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

/// A word of a tagged lexicon as the view shows it: with a small first letter, unless all of it is capitals.
std::string tagged_form(std::string_view word) {
  const bool shout = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
  return view_form(shout ? std::string(word) : lower_first(word), true);
}

std::string alternation(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), std::greater<>());  // a longer word before its own prefix
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out = "(?:";
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += '|';
    out += quote_meta(words[i]);
  }
  return out + ")";
}

/// `name[column=a|b, other=c]:field`, what stands between braces. `a|b` as name: any word of these tagged lexicons.
struct Reference {
  std::string name;
  std::vector<std::pair<std::string, std::vector<std::string>>> selection;
  std::string field;
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    while (!part.empty() && is_space(part.front())) part.remove_prefix(1);
    while (!part.empty() && is_space(part.back())) part.remove_suffix(1);
    parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

std::optional<Reference> parse_reference(std::string_view text) {
  Reference result;
  std::size_t i = 0;
  while (i < text.size() && is_name_char(text[i])) ++i;
  result.name = text.substr(0, i);
  if (result.name.empty()) return std::nullopt;
  if (i < text.size() && text[i] == '[') {
    const std::size_t close = text.find(']', i);
    if (close == std::string_view::npos) return std::nullopt;
    for (const std::string& choice : split(text.substr(i + 1, close - i - 1), ',')) {
      const std::size_t equals = choice.find('=');
      if (equals == std::string::npos) {
        result.selection.emplace_back("", split(choice, '|'));
      } else {
        result.selection.emplace_back(split(choice.substr(0, equals), '=')[0], split(choice.substr(equals + 1), '|'));
      }
    }
    i = close + 1;
  }
  if (i < text.size() && text[i] == ':') {
    result.field = text.substr(i + 1);
    i = text.size();
  }
  if (i != text.size()) return std::nullopt;
  return result;
}

}  // namespace

void point_at(Diagnostic& diagnostic, const PatternPlace& at, const std::vector<PatternPlace>& inside) {
  const Place place = at.pattern->place_of(at.offset);
  diagnostic.file = place.file;
  diagnostic.line = place.line;
  diagnostic.column = place.column;
  diagnostic.width = at.pattern->verbatim ? static_cast<std::uint32_t>(at.width) : 1;
  for (auto reference = inside.rbegin(); reference != inside.rend(); ++reference) {
    const Place from = reference->pattern->place_of(reference->offset);
    diagnostic.notes.push_back({from.file, from.line, from.column, reference->pattern->verbatim ? static_cast<std::uint32_t>(reference->width) : 1,
                                "expanded from here", {}});
  }
}

/// Walks over one pattern and its fragments and writes RE2's syntax.
class PatternScanner {
 public:
  PatternScanner(const PatternExpander& expander, std::string_view anchor, Diagnostics& diagnostics, PatternTrace* trace)
      : expander_(expander), anchor_(anchor), diagnostics_(diagnostics), trace_(trace) {}

  ExpandedPattern run(const PatternText& pattern, bool extended) {
    scan(pattern, extended);
    if (!anchor_.empty() && !result_.anchored) {
      error(pattern, 0, "E113",
            fmt::format("the pattern does not hold its anchor '{}' outside brackets and alternatives", anchor_));
    }
    if (result_.anchored && top_level_bar_) {
      error(pattern, 0, "E114", "an anchored pattern with alternatives at top level: write them as `any = […]`");
    }
    result_.right = std::move(out_);
    return std::move(result_);
  }

 private:
  void error(const PatternText& pattern, std::size_t offset, std::string code, std::string message, std::string hint = {},
             std::size_t width = 1) {
    Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    point_at(diagnostic, {&pattern, offset, width}, inside_);
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostics_.add(std::move(diagnostic));
  }

  void scan(const PatternText& pattern, bool extended) {
    const std::string& text = pattern.text;
    bool whole = true;  // whether a word that begins here begins as a word
    std::vector<std::size_t> open;  // the brackets that are not closed yet
    std::size_t i = 0;
    while (i < text.size()) {
      const char c = text[i];
      if (trace_ != nullptr) trace_->steps.push_back({result_.anchored, out_.size(), {&pattern, i, 1}, inside_});
      if (extended && is_space(c)) {
        ++i;
        continue;
      }
      if (extended && c == '#') {
        while (i < text.size() && text[i] != '\n') ++i;
        continue;
      }
      if (c == '\\') {
        whole = text.compare(i, 2, "\\ ") == 0;
        i = copy_escape(text, i);
      } else if (c == '[') {
        i = copy_class(pattern, i);
        whole = false;
      } else if (c == '{' && !(i + 1 < text.size() && is_digit(text[i + 1]))) {
        whole = whole_after_reference(text, i);
        i = expand_reference(pattern, i);
      } else if (is_letter(c)) {
        i = copy_word(text, i, whole);
        whole = false;
      } else if (c == '(') {
        ++depth_;
        open.push_back(i);
        const std::size_t end = group_opening_end(text, i);
        out_.append(text, i, end - i);
        i = end;
        whole = true;
      } else {
        if (c == ')') close_bracket(pattern, i, open);
        if (c == '|' && depth_ == 0) top_level_bar_ = true;
        whole = c == ' ' || c == '|' || c == '^' || c == ',' || (whole && (c == '?' || c == '*'));
        out_ += c;
        ++i;
      }
    }
    // Behind a `[` or `{` that is not closed nothing can be told.
    for (const std::size_t bracket : cut_short_ ? std::vector<std::size_t>() : open) error(pattern, bracket, "E110", "regex: missing ')' for this '('");
    depth_ -= static_cast<int>(open.size());
  }

  void close_bracket(const PatternText& pattern, std::size_t i, std::vector<std::size_t>& open) {
    if (open.empty()) {
      error(pattern, i, "E110", "regex: ')' without a '('", "a literal bracket is written '\\)'");
      return;
    }
    open.pop_back();
    --depth_;
  }

  static bool whole_after_reference(const std::string& text, std::size_t i) {
    return text.compare(i, 3, "{_}") == 0;
  }

  std::size_t copy_escape(const std::string& text, std::size_t i) {
    std::size_t end = std::min(i + 2, text.size());
    const char kind = i + 1 < text.size() ? text[i + 1] : '\0';
    if (kind == 'Q') {
      const std::size_t close = text.find("\\E", i);
      end = close == std::string::npos ? text.size() : close + 2;
    } else if ((kind == 'x' || kind == 'p' || kind == 'P') && end < text.size() && text[end] == '{') {
      const std::size_t close = text.find('}', end);
      end = close == std::string::npos ? text.size() : close + 1;
    }
    out_.append(text, i, end - i);
    return end;
  }

  std::size_t copy_class(const PatternText& pattern, std::size_t i) {
    const std::string& text = pattern.text;
    std::size_t end = i + 1;
    if (end < text.size() && text[end] == '^') ++end;
    if (end < text.size() && text[end] == ']') ++end;
    while (end < text.size() && text[end] != ']') {
      if (text[end] == '\\') ++end;
      if (text[end] == '[' && end + 1 < text.size() && text[end + 1] == ':') end = text.find(":]", end) + 1;
      if (end == std::string::npos) break;
      ++end;
    }
    if (end >= text.size()) {
      error(pattern, i, "E110", "regex: missing ']' for this '['");
      cut_short_ = true;
      return text.size();
    }
    out_.append(text, i, end + 1 - i);
    return end + 1;
  }

  static std::size_t group_opening_end(const std::string& text, std::size_t i) {
    if (text.compare(i, 4, "(?P<") == 0) {
      const std::size_t close = text.find('>', i);
      return close == std::string::npos ? text.size() : close + 1;
    }
    if (text.compare(i, 2, "(?") != 0) return i + 1;
    std::size_t end = i + 2;
    while (end < text.size() && text[end] != ':' && text[end] != ')') ++end;
    return end < text.size() && text[end] == ':' ? end + 1 : i + 2;
  }

  /// A run of letters. Where it is a whole word of a tagged lexicon it gets that tag, as the word has in the view.
  std::size_t copy_word(const std::string& text, std::size_t i, bool whole) {
    std::size_t end = i;
    while (end < text.size() && (is_letter(text[end]) || (text[end] == '\'' && end + 1 < text.size() && is_letter(text[end + 1])))) ++end;
    const std::string word = text.substr(i, end - i);
    const char next = end < text.size() ? text[end] : ' ';
    const bool ends = std::string_view("?*+{[(\\").find(next) == std::string_view::npos || text.compare(end, 3, "{_}") == 0 ||
                      text.compare(end, 2, "\\ ") == 0;
    if (whole && ends) {
      const auto& tags = expander_.vocabulary_.tags;
      for (std::size_t tag = 0; tag < tags.size(); ++tag) {
        if (tags[tag]->find(word) == nullptr) continue;
        out_ += code(view_code::first_tag + static_cast<char32_t>(tag)) + quote_meta(tagged_form(word));
        return end;
      }
    }
    out_ += word;
    return end;
  }

  std::size_t expand_reference(const PatternText& pattern, std::size_t i) {
    const std::string& text = pattern.text;
    const std::size_t close = text.find('}', i);
    if (close == std::string::npos) {
      error(pattern, i, "E111", "missing '}' for this '{' (a literal brace is written '\\{')");
      cut_short_ = true;
      return text.size();
    }
    std::string_view inside(text.data() + i + 1, close - i - 1);
    const bool token = !inside.empty() && inside.front() == '@';
    if (token) inside.remove_prefix(1);
    if (inside == "_") {
      out_ += ' ';
      return close + 1;
    }
    const auto reference = parse_reference(inside);
    if (!reference) {
      error(pattern, i, "E111", fmt::format("cannot read '{{{}}}' (a literal brace is written '\\{{')", inside), {}, close + 1 - i);
      return close + 1;
    }
    if (at_anchor(*reference) && depth_ == 0 && fragments_.empty() && !result_.anchored) {
      cut_at_anchor(pattern, i, *reference, token);
      return close + 1;
    }
    const bool named = !reference->field.empty();
    if (named) out_ += fmt::format("(?P<{}>", reference->field);
    if (token) {
      write_token(pattern, i, *reference);
    } else {
      write_named(pattern, i, *reference);
    }
    if (named) out_ += ')';
    return close + 1;
  }

  bool at_anchor(const Reference& reference) const { return !anchor_.empty() && reference.name == anchor_; }

  void cut_at_anchor(const PatternText& pattern, std::size_t i, const Reference& reference, bool token) {
    result_.anchored = true;
    result_.anchor_field = reference.field;
    result_.left = std::move(out_);
    out_.clear();
    if (token) {
      const MaskedType* mask = find_mask(pattern, i, reference.name);
      if (mask == nullptr) return;
      result_.anchor.index = static_cast<std::uint32_t>(mask - expander_.vocabulary_.masks.data());
      for (const auto& [field, values] : reference.selection) {
        if (const auto choice = find_choice(pattern, i, *mask, field, values)) result_.anchor.choices.push_back(*choice);
      }
      return;
    }
    const auto& tags = expander_.vocabulary_.tags;
    const auto found = std::find_if(tags.begin(), tags.end(), [&](const Lexicon* lexicon) { return lexicon->name() == reference.name; });
    if (found == tags.end()) {
      error(pattern, i, "E112", fmt::format("the anchor '{}' is not tagged in this layer", reference.name));
      return;
    }
    result_.anchor.tag = true;
    result_.anchor.index = static_cast<std::uint32_t>(found - tags.begin());
    if (!reference.selection.empty()) {
      for (const std::string& word : selected_words(pattern, i, **found, reference)) result_.anchor.words.push_back(tagged_form(word));
      std::sort(result_.anchor.words.begin(), result_.anchor.words.end());
    }
  }

  const MaskedType* find_mask(const PatternText& pattern, std::size_t i, const std::string& name) {
    std::vector<std::string> names;
    for (const MaskedType& mask : expander_.vocabulary_.masks) {
      if (mask.name == name) return &mask;
      names.push_back(mask.name);
    }
    error(pattern, i, "E112", fmt::format("'{}' is not masked in this layer", name), did_you_mean(name, names), name.size() + 3);
    return nullptr;
  }

  static std::string did_you_mean(const std::string& name, const std::vector<std::string>& names) {
    const std::string near = nearest(name, names);
    return near.empty() ? std::string() : fmt::format("did you mean '{}'?", near);
  }

  std::optional<std::pair<std::uint32_t, std::vector<std::uint32_t>>> find_choice(const PatternText& pattern, std::size_t i,
                                                                                 const MaskedType& mask, const std::string& field,
                                                                                 const std::vector<std::string>& values) {
    std::vector<std::string> names;
    for (std::uint32_t k = 0; k < mask.choices.size(); ++k) {
      const MaskedType::Choice& choice = mask.choices[k];
      names.push_back(choice.field);
      if (choice.field != field) continue;
      std::pair<std::uint32_t, std::vector<std::uint32_t>> result{k, {}};
      for (const std::string& value : values) {
        const auto found = std::find(choice.values.begin(), choice.values.end(), value);
        if (found == choice.values.end()) {
          error(pattern, i, "E116", fmt::format("'{}' is no value of {}.{}", value, mask.name, field), did_you_mean(value, choice.values));
          continue;
        }
        result.second.push_back(static_cast<std::uint32_t>(found - choice.values.begin()));
      }
      return result;
    }
    error(pattern, i, "E115", fmt::format("type '{}' has no choice field '{}'", mask.name, field), did_you_mean(field, names));
    return std::nullopt;
  }

  void write_token(const PatternText& pattern, std::size_t i, const Reference& reference) {
    const MaskedType* mask = find_mask(pattern, i, reference.name);
    if (mask == nullptr) return;
    const auto index = static_cast<char32_t>(mask - expander_.vocabulary_.masks.data());
    const std::string any = fmt::format("[{}-{}]", code(view_code::first_choice), code(view_code::last_choice));
    std::vector<std::string> classes;  // up to the last choice that is selected by; what follows may be anything
    for (const auto& [field, values] : reference.selection) {
      const auto choice = find_choice(pattern, i, *mask, field, values);
      if (!choice) continue;
      std::string allowed;
      for (const std::uint32_t value : choice->second) allowed += code(view_code::first_choice + 1 + value);
      if (classes.size() <= choice->first) classes.resize(choice->first + 1, any);
      classes[choice->first] = "[" + allowed + "]";
    }
    out_ += "(?:" + code(view_code::first_type + index);
    for (const std::string& allowed : classes) out_ += allowed;
    if (classes.size() < mask->choices.size()) out_ += any + "*";
    out_ += "[0-9]+" + code(view_code::token_end) + ")";
  }

  /// A word of any of several tagged lexicons: one class of tags keeps the program small.
  void write_union(const PatternText& pattern, std::size_t i, const Reference& reference) {
    if (!reference.selection.empty()) {
      error(pattern, i, "E111", "words are selected from one lexicon, not from several", "(?:{one}|{other[word]})", reference.name.size() + 2);
      return;
    }
    const auto& tags = expander_.vocabulary_.tags;
    std::string allowed;
    for (const std::string& name : split(reference.name, '|')) {
      const auto tag = std::find_if(tags.begin(), tags.end(), [&](const Lexicon* lexicon) { return lexicon->name() == name; });
      if (tag == tags.end()) {
        std::vector<std::string> names;
        for (const Lexicon* lexicon : tags) names.push_back(lexicon->name());
        error(pattern, i, "E112", fmt::format("'{}' is not tagged in this layer", name), did_you_mean(name, names), reference.name.size() + 2);
        return;
      }
      allowed += code(view_code::first_tag + static_cast<char32_t>(tag - tags.begin()));
    }
    out_ += "(?:[" + allowed + "]" + std::string(tagged_word) + ")";
  }

  void write_named(const PatternText& pattern, std::size_t i, const Reference& reference) {
    if (reference.name.find('|') != std::string::npos) {
      write_union(pattern, i, reference);
      return;
    }
    if (const auto fragment = expander_.fragments_.find(reference.name); fragment != expander_.fragments_.end()) {
      write_fragment(pattern, i, *fragment->second);
      return;
    }
    if (const auto lexicon = expander_.lexicons_.find(reference.name); lexicon != expander_.lexicons_.end()) {
      write_lexicon(pattern, i, *lexicon->second, reference);
      return;
    }
    std::vector<std::string> names;
    for (const auto& [name, unused] : expander_.fragments_) names.push_back(name);
    for (const auto& [name, unused] : expander_.lexicons_) names.push_back(name);
    std::sort(names.begin(), names.end());
    error(pattern, i, "E112", fmt::format("no fragment or lexicon is called '{}'", reference.name), did_you_mean(reference.name, names),
          reference.name.size() + 2);
  }

  void write_fragment(const PatternText& pattern, std::size_t i, const FragmentDefinition& fragment) {
    if (std::find(fragments_.begin(), fragments_.end(), fragment.name) != fragments_.end() || fragments_.size() > deepest_fragment) {
      error(pattern, i, "E117", fmt::format("fragment '{}' holds itself", fragment.name), {}, fragment.name.size() + 2);
      return;
    }
    fragments_.push_back(fragment.name);
    inside_.push_back({&pattern, i, pattern.text.find('}', i) + 1 - i});
    ++depth_;
    out_ += "(?:";
    const bool extended = fragment.pattern.text.find('\n') != std::string::npos;
    scan(fragment.pattern, extended);
    out_ += ')';
    --depth_;
    inside_.pop_back();
    fragments_.pop_back();
  }

  std::vector<std::string> selected_words(const PatternText& pattern, std::size_t i, const Lexicon& lexicon, const Reference& reference) {
    std::vector<std::string> words;
    for (const auto& [column, values] : reference.selection) {
      const auto& columns = lexicon.columns();
      if (!column.empty() && std::find(columns.begin(), columns.end(), column) == columns.end()) {
        error(pattern, i, "E115", fmt::format("lexicon '{}' has no column '{}'", lexicon.name(), column), did_you_mean(column, columns));
        return words;
      }
    }
    for (const LexiconEntry& entry : lexicon.entries()) {
      const bool fits = std::all_of(reference.selection.begin(), reference.selection.end(), [&](const auto& choice) {
        const std::string_view value = choice.first.empty() ? lexicon.word(entry) : lexicon.attribute(entry, std::string_view(choice.first));
        return std::find(choice.second.begin(), choice.second.end(), value) != choice.second.end();
      });
      if (fits) words.emplace_back(lexicon.word(entry));
    }
    if (words.empty()) error(pattern, i, "E118", fmt::format("no word of lexicon '{}' is selected", lexicon.name()));
    return words;
  }

  void write_lexicon(const PatternText& pattern, std::size_t i, const Lexicon& lexicon, const Reference& reference) {
    if (lexicon.holds_patterns()) {
      write_patterns(lexicon);
      return;
    }
    const auto& tags = expander_.vocabulary_.tags;
    const auto tag = std::find(tags.begin(), tags.end(), &lexicon);
    if (tag != tags.end()) {
      out_ += "(?:" + code(view_code::first_tag + static_cast<char32_t>(tag - tags.begin()));
      if (reference.selection.empty()) {
        out_ += std::string(tagged_word) + ")";
        return;
      }
      std::vector<std::string> words = selected_words(pattern, i, lexicon, reference);
      for (std::string& word : words) word = tagged_form(word);
      out_ += alternation(std::move(words)) + ")";
      return;
    }
    std::vector<std::string> words = selected_words(pattern, i, lexicon, reference);
    bool bounded = true;
    for (std::string& word : words) {
      bounded = bounded && is_letter(word.front()) && is_letter(word.back());
      word = view_form(word, false);
    }
    if (lexicon.casing() == Lexicon::Casing::initial) {
      for (std::size_t k = 0, n = words.size(); k < n; ++k) {
        std::string capital = words[k];
        if (capital[0] >= 'a' && capital[0] <= 'z') {
          capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
          words.push_back(std::move(capital));
        }
      }
    }
    const std::string edge = bounded ? "\\b" : "";
    const std::string any_case = lexicon.casing() == Lexicon::Casing::any ? "(?i:" : "(?:";
    out_ += any_case + edge + alternation(std::move(words)) + edge + ")";
  }

  void write_patterns(const Lexicon& lexicon) {
    out_ += lexicon.casing() == Lexicon::Casing::any ? "(?i:" : "(?:";
    bool first = true;
    for (const LexiconEntry& entry : lexicon.entries()) {
      if (!first) out_ += '|';
      first = false;
      out_ += fmt::format("(?:{})", lexicon.word(entry));
    }
    out_ += ')';
  }

  const PatternExpander& expander_;
  std::string_view anchor_;
  Diagnostics& diagnostics_;
  PatternTrace* trace_;
  ExpandedPattern result_;
  std::string out_;
  std::vector<PatternPlace> inside_;  // the references that led to `fragments_`
  std::vector<std::string> fragments_;  // those we are inside of
  int depth_ = 0;
  bool top_level_bar_ = false;
  bool cut_short_ = false;
};

PatternExpander::PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments,
                                 const std::unordered_map<std::string, const Lexicon*>& lexicons, const ViewVocabulary& vocabulary)
    : fragments_(fragments), lexicons_(lexicons), vocabulary_(vocabulary) {}

ExpandedPattern PatternExpander::expand(const PatternText& pattern, bool extended, std::string_view anchor,
                                        Diagnostics& diagnostics, PatternTrace* trace) const {
  return PatternScanner(*this, anchor, diagnostics, trace).run(pattern, extended);
}

}  // namespace onrecord
