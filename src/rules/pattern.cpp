#include "onrecord/rules/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/expanded_fragments.h"
#include "onrecord/rules/pattern_reference.h"
#include "onrecord/rules/pattern_syntax.h"
#include "onrecord/rules/reference_patterns.h"
#include "onrecord/rules/reference_targets.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

constexpr std::size_t deepest_fragment = 16;

/// A pattern or fragment that is walked over.
struct Walk {
  const PatternText& pattern;
  std::size_t at = 0;
  bool whole = true;                   // whether a word that begins here begins as a word
  std::vector<std::size_t> open = {};  // the brackets that are not closed yet

  const std::string& text() const { return pattern.text; }
  PatternPlace place(std::size_t width = 1) const { return {&pattern, at, width}; }
  bool stands_here(std::string_view what) const { return text().compare(at, what.size(), what) == 0; }
};

/// Behind the run of letters at `i`, with apostrophes between them.
std::size_t letters_end(const std::string& text, std::size_t i) {
  const auto is_letter_at = [&](std::size_t at) { return at < text.size() && is_ascii_letter(text[at]); };
  while (is_letter_at(i) || (i < text.size() && text[i] == '\'' && is_letter_at(i + 1))) ++i;
  return i;
}

/// Whether a word that ends before `i` ends as a word there: nothing repeats its last letter or may go on with it.
bool ends_word(const std::string& text, std::size_t i) {
  const char next = i < text.size() ? text[i] : ' ';
  return std::string_view("?*+{[(\\").find(next) == std::string_view::npos || text.compare(i, 3, "{_}") == 0 || text.compare(i, 2, "\\ ") == 0;
}

}  // namespace

/// Walks over one pattern and its fragments and writes RE2's syntax.
class PatternScanner {
 public:
  PatternScanner(const PatternExpander& expander, std::string_view anchor, Diagnostics& diagnostics, PatternTrace* trace)
      : expander_(expander), anchor_(anchor), reporter_(diagnostics), targets_(expander.vocabulary_, reporter_), trace_(trace) {}

  ExpandedPattern run(const PatternText& pattern, bool extended) {
    scan(pattern, extended);
    if (!anchor_.empty() && !result_.anchored) {
      reporter_.error({&pattern, 0}, rule_error::missing_anchor,
                      fmt::format("the pattern does not hold its anchor '{}' outside brackets and alternatives", anchor_));
    }
    if (result_.anchored && top_level_bar_) {
      reporter_.error({&pattern, 0}, rule_error::anchored_alternatives, "an anchored pattern with alternatives at top level: write them as `any = […]`");
    }
    result_.right = std::move(out_);
    return std::move(result_);
  }

 private:
  void scan(const PatternText& pattern, bool extended) {
    Walk walk{pattern};
    while (walk.at < walk.text().size()) {
      if (trace_ != nullptr) trace_->steps.push_back({result_.anchored, out_.size(), walk.place(), reporter_.inside()});
      if (!extended || !skip_spacing(walk)) step(walk);
    }
    if (!cut_short_) {
      for (const std::size_t bracket : walk.open) reporter_.error({&pattern, bracket}, rule_error::bad_pattern, "regex: missing ')' for this '('");
    }
    depth_ -= static_cast<int>(walk.open.size());
  }

  static bool skip_spacing(Walk& walk) {
    const char c = walk.text()[walk.at];
    if (is_pattern_space(c)) ++walk.at;
    else if (c == '#') walk.at = comment_end(walk.text(), walk.at);
    else return false;
    return true;
  }

  void step(Walk& walk) {
    const char c = walk.text()[walk.at];
    if (c == '\\') copy_escape(walk);
    else if (c == '[') copy_class(walk);
    else if (begins_reference(walk.text(), walk.at)) expand_reference(walk);
    else if (is_ascii_letter(c)) copy_word(walk);
    else if (c == '(') open_group(walk);
    else copy_mark(walk);
  }

  void copy_to(Walk& walk, std::size_t end) {
    out_.append(walk.text(), walk.at, end - walk.at);
    walk.at = end;
  }

  void copy_escape(Walk& walk) {
    walk.whole = walk.stands_here("\\ ");
    copy_to(walk, escape_end(walk.text(), walk.at));
  }

  void copy_class(Walk& walk) {
    const std::size_t end = class_end(walk.text(), walk.at);
    if (end == std::string_view::npos) return give_up(walk, rule_error::bad_pattern, "regex: missing ']' for this '['");
    walk.whole = false;
    copy_to(walk, end);
  }

  /// What stands behind here cannot be judged.
  void give_up(Walk& walk, std::string code, std::string message) {
    reporter_.error(walk.place(), std::move(code), std::move(message));
    cut_short_ = true;
    walk.at = walk.text().size();
  }

  /// A run of letters. Where it is a whole word of a tagged lexicon it gets that tag, as the word has in the view.
  void copy_word(Walk& walk) {
    const std::size_t end = letters_end(walk.text(), walk.at);
    const std::string_view word = std::string_view(walk.text()).substr(walk.at, end - walk.at);
    const bool is_word = walk.whole && ends_word(walk.text(), end);
    const std::optional<std::uint32_t> tag = is_word ? targets_.tag_of_word(word) : std::nullopt;
    if (tag) out_ += tagged_word(*tag, word);
    else out_ += word;
    walk.at = end;
    walk.whole = false;
  }

  void open_group(Walk& walk) {
    ++depth_;
    walk.open.push_back(walk.at);
    copy_to(walk, group_opening_end(walk.text(), walk.at));
    walk.whole = true;
  }

  /// What stands for itself, or a bracket, a bar, a repeat.
  void copy_mark(Walk& walk) {
    const char c = walk.text()[walk.at];
    if (c == ')') close_group(walk);
    if (c == '|' && depth_ == 0) top_level_bar_ = true;
    const bool may_be_missing = c == '?' || c == '*';
    walk.whole = c == ' ' || c == '|' || c == '^' || c == ',' || (walk.whole && may_be_missing);
    copy_to(walk, walk.at + 1);
  }

  void close_group(Walk& walk) {
    if (walk.open.empty()) {
      reporter_.error(walk.place(), rule_error::bad_pattern, "regex: ')' without a '('", "a literal bracket is written '\\)'");
      return;
    }
    walk.open.pop_back();
    --depth_;
  }

  void expand_reference(Walk& walk) {
    walk.whole = walk.stands_here("{_}");
    const std::size_t close = walk.text().find('}', walk.at);
    if (close == std::string::npos) return give_up(walk, rule_error::bad_reference, "missing '}' for this '{' (a literal brace is written '\\{')");
    const PatternPlace at = walk.place(close + 1 - walk.at);
    expand(std::string_view(walk.text()).substr(walk.at + 1, close - walk.at - 1), at);
    walk.at = close + 1;
  }

  void expand(std::string_view inside, const PatternPlace& at) {
    const bool token = inside.starts_with('@');
    if (token) inside.remove_prefix(1);
    if (inside == "_") {
      out_ += ' ';
      return;
    }
    const std::optional<PatternReference> reference = parse_reference(inside);
    if (!reference) reporter_.error(at, rule_error::bad_reference, fmt::format("cannot read '{{{}}}' (a literal brace is written '\\{{')", inside));
    else if (is_cut(*reference)) cut_at_anchor(*reference, token, at);
    else write(*reference, token, at);
  }

  /// Whether the pattern is cut at the reference: where its anchor stands first, outside brackets and fragments.
  bool is_cut(const PatternReference& reference) const {
    return !anchor_.empty() && reference.name == anchor_ && depth_ == 0 && fragments_.empty() && !result_.anchored;
  }

  void cut_at_anchor(const PatternReference& reference, bool token, const PatternPlace& at) {
    result_.anchored = true;
    result_.anchor_field = reference.field;
    result_.left = std::move(out_);
    out_.clear();
    result_.anchor = anchor_query(targets_, reference, token, {at.pattern, at.offset});
  }

  void write(const PatternReference& reference, bool token, const PatternPlace& at) {
    const bool fills_field = !reference.field.empty();
    if (fills_field) out_ += fmt::format("(?P<{}>", reference.field);
    if (token) out_ += token_pattern(targets_, reference, {at.pattern, at.offset});
    else write_named(reference, at);
    if (fills_field) out_ += ')';
  }

  void write_named(const PatternReference& reference, const PatternPlace& at) {
    const PatternPlace start{at.pattern, at.offset};
    const auto fragment = expander_.fragments_.find(reference.name);
    const auto lexicon = expander_.lexicons_.find(reference.name);
    if (reference.name.find('|') != std::string::npos) out_ += union_pattern(targets_, reference, start);
    else if (fragment != expander_.fragments_.end()) write_fragment(*fragment->second, at);
    else if (lexicon != expander_.lexicons_.end()) out_ += lexicon_pattern(targets_, *lexicon->second, reference, start);
    else report_unknown(reference.name, start);
  }

  void report_unknown(const std::string& name, const PatternPlace& start) {
    std::vector<std::string> known;
    for (const auto& [fragment, unused] : expander_.fragments_) known.push_back(fragment);
    for (const auto& [lexicon, unused] : expander_.lexicons_) known.push_back(lexicon);
    std::sort(known.begin(), known.end());
    reporter_.error(with_braces(name, start), rule_error::unknown_reference, fmt::format("no fragment or lexicon is called '{}'", name),
                    did_you_mean(name, known));
  }

  static PatternPlace with_braces(const std::string& name, const PatternPlace& start) { return {start.pattern, start.offset, name.size() + 2}; }

  void write_fragment(const FragmentDefinition& fragment, const PatternPlace& at) {
    if (write_expanded(fragment)) return;
    if (std::find(fragments_.begin(), fragments_.end(), fragment.name) != fragments_.end() || fragments_.size() > deepest_fragment) {
      reporter_.error(with_braces(fragment.name, at), rule_error::endless_fragment, fmt::format("fragment '{}' holds itself", fragment.name));
      return;
    }
    const std::size_t begin = out_.size();
    const std::size_t levels_beside = std::exchange(levels_, 0);
    fragments_.push_back(fragment.name);
    reporter_.enter(at);
    ++depth_;
    out_ += "(?:";
    const bool extended = fragment.pattern.text.find('\n') != std::string::npos;
    scan(fragment.pattern, extended);
    out_ += ')';
    --depth_;
    reporter_.leave();
    fragments_.pop_back();
    ++levels_;
    if (expander_.expanded_ != nullptr && !reporter_.has_errors()) expander_.expanded_->add(fragment, expander_.vocabulary_, {out_.substr(begin), levels_});
    levels_ = std::max(levels_, levels_beside);
  }

  /// False where it must be walked over: for the first time, to trace it, or as it is too deep and so has an error.
  bool write_expanded(const FragmentDefinition& fragment) {
    if (expander_.expanded_ == nullptr || trace_ != nullptr) return false;
    const ExpandedFragments::Expanded* expanded = expander_.expanded_->find(fragment, expander_.vocabulary_);
    if (expanded == nullptr || fragments_.size() + expanded->levels > deepest_fragment + 1) return false;
    out_ += expanded->text;
    levels_ = std::max(levels_, expanded->levels);
    return true;
  }

  const PatternExpander& expander_;
  std::string_view anchor_;
  PatternReporter reporter_;
  ReferenceTargets targets_;
  PatternTrace* trace_;
  ExpandedPattern result_;
  std::string out_;
  std::vector<std::string> fragments_;  // those we are inside of
  std::size_t levels_ = 0;              // of the fragments behind one another here, how many stand in one another at the most
  int depth_ = 0;
  bool top_level_bar_ = false;
  bool cut_short_ = false;  // by a '[' or '{' that is not closed
};

PatternExpander::PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments,
                                 const std::unordered_map<std::string, const Lexicon*>& lexicons, const ViewVocabulary& vocabulary)
    : fragments_(fragments), lexicons_(lexicons), vocabulary_(vocabulary) {}

PatternExpander::PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments,
                                 const std::unordered_map<std::string, const Lexicon*>& lexicons, const ViewVocabulary& vocabulary, ExpandedFragments& expanded)
    : fragments_(fragments), lexicons_(lexicons), vocabulary_(vocabulary), expanded_(&expanded) {}

ExpandedPattern PatternExpander::expand(const PatternText& pattern, bool extended, std::string_view anchor, Diagnostics& diagnostics,
                                        PatternTrace* trace) const {
  return PatternScanner(*this, anchor, diagnostics, trace).run(pattern, extended);
}

}  // namespace onrecord
