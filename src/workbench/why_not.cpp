#include "onrecord/workbench/why_not.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "onrecord/base/white_space.h"
#include "onrecord/rules/view_code.h"
#include "onrecord/workbench/pattern_elements.h"

namespace onrecord {
namespace {

/// Compiles parts of a rule's patterns as the rule set does.
class PartCompiler {
 public:
  PartCompiler(const RuleSet& rules, const Rule& rule) : rule_(rule), vocabulary_(rules.layers()[rule.layer].vocabulary) {
    for (const FragmentDefinition& fragment : rules.definition().fragments) fragments_.emplace(fragment.name, &fragment);
    for (const LexiconDefinition& lexicon : rules.definition().lexicons) lexicons_.emplace(lexicon.name, rules.lexicon(lexicon.name));
  }

  std::optional<Regex> compile(const PatternText& whole, Span part) const {
    PatternText text = whole;
    text.text = std::string(slice(whole.text, part));
    Diagnostics ignored;  // the whole pattern is known to compile; a part that does not is no step on the way
    const ExpandedPattern expanded = PatternExpander(fragments_, lexicons_, vocabulary_).expand(text, rule_.definition().extended, "", ignored);
    if (ignored.has_errors()) return std::nullopt;
    RegexError error;
    return Regex::compile(expanded.right, rule_.definition().flags.find('i') != std::string::npos, error);
  }

 private:
  const Rule& rule_;
  const ViewVocabulary& vocabulary_;
  std::unordered_map<std::string, const FragmentDefinition*> fragments_;
  std::unordered_map<std::string, const Lexicon*> lexicons_;
};

/// What a pattern writes, what a view may have there instead though a reader sees no difference, and what to do about it.
struct LookAlike {
  std::string_view written, stands;
  const char* advice;
};

constexpr LookAlike look_alikes[] = {
    {"\\.", view_code::inner_dot, "a dot that ends no sentence stands there: patterns write it {dot}"},
    {"'", "\u2019", "the other apostrophe stands there: ['\u2019] takes both"},
};

/// Advice where the element at which the pattern stops looks like what stands there; else empty.
std::string advice_on(const PartCompiler& compiler, const PatternText& pattern, const PatternProgress& progress, std::string_view view) {
  std::vector<Span> groups;
  for (const LookAlike& look_alike : look_alikes) {
    if (!progress.stops_at.starts_with(look_alike.written)) continue;
    PatternText tried = pattern;
    tried.text = progress.got + std::string(look_alike.stands);
    const std::optional<Regex> regex = compiler.compile(tried, {0, static_cast<std::uint32_t>(tried.text.size())});
    if (regex && regex->search(view, 0, groups)) return look_alike.advice;
  }
  return {};
}

/// Longer and longer beginnings of one alternative.
PatternProgress progress_of(const PartCompiler& compiler, const PatternText& pattern, const std::vector<Span>& elements, std::string_view view) {
  PatternProgress progress;
  progress.elements = elements.size();
  std::vector<Span> groups;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Span part{elements.front().begin, elements[i].end};
    const std::optional<Regex> regex = compiler.compile(pattern, part);
    if (regex && !regex->search(view, 0, groups)) break;
    progress.matched = i + 1;
    progress.got = slice(pattern.text, part);
    if (regex) progress.in_view = groups[0];
  }
  if (progress.matched < elements.size()) progress.stops_at = slice(pattern.text, elements[progress.matched]);
  progress.advice = advice_on(compiler, pattern, progress, view);
  return progress;
}

/// Whether `a` is farther: by the share of its elements, then by their number.
bool is_farther(const PatternProgress& a, const PatternProgress& b) {
  const auto left = a.matched * std::max<std::size_t>(b.elements, 1), right = b.matched * std::max<std::size_t>(a.elements, 1);
  return std::tuple(left, a.matched) > std::tuple(right, b.matched);
}

std::string quoted(const MatchTrace& trace, Span span) { return fmt::format("“{}”", trace.analysis.document.folded.slice(span)); }

std::string outcome_text(const RuleSet& rules, const MatchTrace& trace, const TracedMatch& match) {
  switch (match.outcome) {
    case TracedMatch::Outcome::kept: return fmt::format("kept: {}", quoted(trace, match.span));
    case TracedMatch::Outcome::beaten:
      return fmt::format("matched {}, but {} is kept on {}: {}", quoted(trace, match.span), rules.rules()[match.winner].name, quoted(trace, match.winner_span),
                         reason_of(match.loss));
    case TracedMatch::Outcome::refused: break;
  }
  return fmt::format("matched {}, but {}", quoted(trace, match.span), refusal_of(rules, trace, match));
}

UnitVerdict verdict_of(const RuleSet& rules, const Rule& rule, const MatchTrace& trace, std::uint32_t index) {
  const TracedUnit& unit = trace.units[index];
  UnitVerdict verdict;
  verdict.span = unit.span;
  verdict.text = trace.analysis.document.folded.slice(unit.span);
  for (const TracedMatch& match : trace.matches) {
    if (match.rule != rule.id || match.unit != index) continue;
    verdict.outcomes.push_back(outcome_text(rules, trace, match));
    verdict.made_something = verdict.made_something || match.outcome == TracedMatch::Outcome::kept;
  }
  if (unit.left_out) return verdict;
  verdict.view = readable_view(rules, unit, trace.analysis);
  if (verdict.outcomes.empty()) verdict.progress = pattern_progress(rules, rule, unit.view);
  return verdict;
}

bool stands_before(const UnitVerdict& a, const UnitVerdict& b) {
  const auto rank = [](const UnitVerdict& unit) { return unit.made_something ? 0 : !unit.outcomes.empty() ? 1 : unit.view.empty() ? 3 : 2; };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  return is_farther(a.progress, b.progress);
}

std::string progress_text(const PatternProgress& progress) {
  if (progress.stops_at.empty()) return fmt::format("  all {} elements are there one by one, but not where the anchor wants them\n", progress.elements);
  const std::string got = progress.matched == 0 ? "nothing of it is there" : single_spaced(progress.got);
  const std::string advice = progress.advice.empty() ? "" : fmt::format("  {}\n", progress.advice);
  return fmt::format("  {} of {} elements: {}   <-- stops here: {}\n{}", progress.matched, progress.elements, got, single_spaced(progress.stops_at), advice);
}

}  // namespace

PatternProgress pattern_progress(const RuleSet& rules, const Rule& rule, std::string_view view) {
  const PartCompiler compiler(rules, rule);
  PatternProgress best;
  for (std::uint32_t i = 0; i < rule.definition().patterns.size(); ++i) {
    const PatternText& pattern = rule.definition().patterns[i];
    for (const std::vector<Span>& elements : pattern_elements(pattern.text, rule.definition().extended)) {
      PatternProgress progress = progress_of(compiler, pattern, elements, view);
      progress.pattern = i;
      if (best.elements == 0 || is_farther(progress, best)) best = std::move(progress);
    }
  }
  return best;
}

WhyNot why_not(const RuleSet& rules, const Rule& rule, std::string text) {
  const MatchTrace trace = trace_matches(rules, std::move(text));
  WhyNot answer;
  for (std::uint32_t i = 0; i < trace.units.size(); ++i)
    if (trace.units[i].layer == rule.layer) answer.units.push_back(verdict_of(rules, rule, trace, i));
  std::stable_sort(answer.units.begin(), answer.units.end(), stands_before);
  return answer;
}

std::string why_not_text(const RuleSet& rules, const Rule& rule, const WhyNot& answer, std::size_t most) {
  const Layer& layer = rules.layers()[rule.layer];
  if (rule.definition().off) return "  the rule is off\n";
  if (answer.units.empty()) return fmt::format("  there is no unit for the layer '{}' in this text\n", layer.name);
  std::string text;
  for (std::size_t i = 0; i < std::min(most, answer.units.size()); ++i) {
    const UnitVerdict& unit = answer.units[i];
    text += fmt::format("  in  {}\n", single_spaced(unit.view.empty() ? unit.text : unit.view));
    if (unit.view.empty()) text += fmt::format("  the layer '{}' leaves this out: `over` or `skip`\n", layer.name);
    for (const std::string& outcome : unit.outcomes) text += fmt::format("  {}\n", single_spaced(outcome));
    if (unit.outcomes.empty() && !unit.view.empty())
      text += rule.words != nullptr ? fmt::format("  no word of the lexicon '{}' is there\n", rule.words->name()) : progress_text(unit.progress);
  }
  return text;
}

}  // namespace onrecord
