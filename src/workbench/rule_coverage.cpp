#include "onrecord/workbench/rule_coverage.h"

#include <algorithm>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/matching/match_observer.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

/// Notes which patterns win.
class PatternNotes : public MatchObserver {
 public:
  explicit PatternNotes(std::vector<RuleCoverage>& rules) : rules_(rules) {}

  void kept(const Rule& rule, std::uint32_t pattern, Span, std::uint32_t) override {
    auto& patterns = rules_[rule.id].patterns;
    if (pattern < patterns.size()) patterns[pattern] = true;
  }

 private:
  std::vector<RuleCoverage>& rules_;
};

/// The fields that groups of the rule's patterns fill, by name.
std::vector<std::pair<std::string, bool>> fillable_fields(const RuleSet& rules, const Rule& rule) {
  std::vector<std::uint32_t> found;
  for (const CompiledPattern& pattern : rule.patterns) {
    for (const Part* part : {&pattern.left, &pattern.right})
      for (const FieldGroup& group : part->groups) found.push_back(group.field);
    found.push_back(pattern.anchor_field);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<std::pair<std::string, bool>> fields;
  for (const std::uint32_t field : found)
    if (field != no_field) fields.emplace_back(rules.types()[rule.emits].fields[field].name, false);
  return fields;
}

}  // namespace

CoverageCounter::CoverageCounter(const RuleSet& rules) : rule_set_(rules), made_(rules.rules().size()) {
  for (const Rule& rule : rules.rules()) rules_.push_back({&rule, 0, 0, std::vector<bool>(rule.patterns.size()), fillable_fields(rules, rule)});
  for (const LexiconDefinition& written : rules.definition().lexicons)
    if (!written.patterns) lexicons_.push_back({rules.lexicon(written.name), std::vector<bool>(written.entries.size())});
}

std::vector<std::uint64_t> CoverageCounter::add(const std::string& text) {
  PatternNotes notes(rules_);
  const Analysis analysis = analyze(rule_set_, text, {.observer = &notes});
  std::vector<std::uint64_t> made(rules_.size());
  for (std::uint32_t i = 0; i < analysis.annotations.size(); ++i) {
    const Annotation& annotation = analysis.annotations.at(i);
    if (annotation.rule == no_rule) continue;
    ++made[annotation.rule];
    ++made_[annotation.rule];
    for (auto& [name, filled] : rules_[annotation.rule].fields)
      filled = filled || analysis.annotations.value(i, rule_set_.types()[annotation.type].field(name)).present();
  }
  add_words(analysis.document.folded.text());
  return made;
}

void CoverageCounter::add_words(std::string_view text) {
  const std::vector<Span> words = words_in(text, {0, static_cast<std::uint32_t>(text.size())});
  for (LexiconCoverage& coverage : lexicons_) {
    const Lexicon& lexicon = *coverage.lexicon;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t most = std::min<std::size_t>(lexicon.longest_from(slice(text, words[i])), words.size() - i);
      for (std::size_t count = 1; count <= most; ++count) {
        const LexiconEntry* entry = lexicon.find(slice(text, {words[i].begin, words[i + count - 1].end}));
        if (entry != nullptr) coverage.words[lexicon.number_as_written(*entry)] = true;
      }
    }
  }
}

void CoverageCounter::add_tests() {
  for (const Rule& rule : rule_set_.rules()) {
    for (const RuleTest& test : rule.definition().tests) {
      if (add(test.text)[rule.id] > 0) ++rules_[rule.id].fires;
      else ++rules_[rule.id].silent;
    }
  }
}

std::uint64_t percent(std::uint64_t part, std::uint64_t whole) { return whole == 0 ? 100 : part * 100 / whole; }

}  // namespace onrecord
