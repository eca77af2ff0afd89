#include "onrecord/pipeline/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/digest.h"
#include "onrecord/extract/analyze.h"
#include "onrecord/extract/extract.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

const std::string* find(const Settings& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? nullptr : &found->second;
}

std::string shown(const Settings& fields) {
  std::string text;
  for (const auto& [name, value] : fields) text += fmt::format("{}{} = \"{}\"", text.empty() ? "" : ", ", name, value);
  return text.empty() ? "something" : text;
}

Settings annotation_fields(const RuleSet& rules, const Analysis& analysis, std::uint32_t index) {
  const Annotation& annotation = analysis.annotations.at(index);
  const FoldedText& folded = analysis.document.folded;
  Settings fields = {{"span", std::string(folded.slice(annotation.span))}};
  const Type& type = rules.types()[annotation.type];
  for (std::uint32_t i = 0; i < type.fields.size(); ++i) {
    const Value& value = analysis.annotations.value(index, i);
    if (!value.present()) continue;
    fields.emplace_back(type.fields[i].name, value.symbol != 0 ? rules.symbol(value.symbol) : folded.slice(value.span));
  }
  return fields;
}

/// What the record's rule found, as text: the fields that tests may name.
class RecordFields {
 public:
  Settings operator()(const QuoteRecord& quote) {
    add("type", "quote");
    add("text", quote.text);
    add("kind", name_in(quote_kind_names, quote.kind));
    add_speaker(quote.speaker, quote.co_speakers);
    add_cue(quote.cue);
    return std::move(fields_);
  }
  Settings operator()(const ClaimRecord& claim) {
    add("type", "claim");
    add("text", claim.text);
    add("kind", claim.kind);
    add("attribution", name_in(attribution_names, claim.attribution));
    add("modality", name_in(modality_names, claim.modality));
    add("polarity", name_in(polarity_names, claim.polarity));
    add("negated", claim.negated ? "true" : "false");
    add_speaker(claim.speaker, claim.co_speakers);
    add_cue(claim.cue);
    return std::move(fields_);
  }
  Settings operator()(const FaqRecord& faq) {
    add("type", "faq");
    add("question", faq.question);
    add("answer", faq.answer);
    return std::move(fields_);
  }
  Settings operator()(const CustomRecord& record) {
    add("type", record.type);
    add("text", record.text);
    for (const auto& [name, value] : record.fields) {
      const auto* quoted = std::get_if<Quoted>(&value);
      add(name, quoted != nullptr ? quoted->text : std::get<std::string>(value));
    }
    return std::move(fields_);
  }
  Settings operator()(const SpeakerRecord&) { return {}; }

 private:
  void add(std::string name, std::string_view value) { fields_.emplace_back(std::move(name), value); }

  void add_speaker(const std::optional<SpeakerReference>& speaker, const std::vector<SpeakerReference>& co_speakers) {
    if (!speaker) return;
    add("speaker", speaker->name);
    add("mention", speaker->mention.text);
    add("resolution", name_in(resolution_names, speaker->resolution));
    std::string names;
    for (const SpeakerReference& other : co_speakers) names += (names.empty() ? "" : "; ") + other.name;
    if (!names.empty()) add("co_speakers", names);
  }

  void add_cue(const std::optional<Cue>& cue) {
    if (!cue) return;
    add("cue", cue->words.text);
    add("lemma", cue->lemma);
    add("class", cue->cue_class);
  }

  Settings fields_;
};

/// The same fields; what is not listed may be anything, unless the test is exact. An empty text means: missing.
bool fits(const Settings& want, const Settings& got, bool exact) {
  const bool listed_fit = std::all_of(want.begin(), want.end(), [&](const auto& field) {
    const std::string* value = find(got, field.first);
    return value == nullptr ? field.second.empty() : *value == field.second;
  });
  return listed_fit && (!exact || std::all_of(got.begin(), got.end(), [&](const auto& field) {
    return field.first == "span" || find(want, field.first) != nullptr;
  }));
}

RuleTestFinding difference(const Settings& want, const Settings& got, bool exact) {
  Settings wanted, found;
  for (const auto& [name, value] : want) {
    const std::string* other = find(got, name);
    if (other != nullptr ? *other == value : value.empty()) continue;
    wanted.emplace_back(name, value);
    found.emplace_back(name, other == nullptr ? "" : *other);
  }
  for (const auto& [name, value] : got) {
    if (exact && name != "span" && find(want, name) == nullptr) found.emplace_back(name, value);
  }
  return {RuleTestFinding::Kind::wrong, wanted.empty() ? "nothing else" : shown(wanted), shown(found)};
}

std::vector<RuleTestFinding> compare(std::vector<Settings> want, std::vector<Settings> got, bool exact) {
  std::erase_if(want, [&](const Settings& wanted) {
    const auto fitting = std::find_if(got.begin(), got.end(), [&](const Settings& found) { return fits(wanted, found, exact); });
    if (fitting == got.end()) return false;
    got.erase(fitting);
    return true;
  });
  std::vector<RuleTestFinding> findings;
  const std::size_t pairs = std::min(want.size(), got.size());
  for (std::size_t i = 0; i < pairs; ++i) findings.push_back(difference(want[i], got[i], exact));
  for (std::size_t i = pairs; i < want.size(); ++i) findings.push_back({RuleTestFinding::Kind::missing, shown(want[i]), {}});
  for (std::size_t i = pairs; i < got.size(); ++i) findings.push_back({RuleTestFinding::Kind::noisy, {}, shown(got[i])});
  return findings;
}

/// What the pipeline made of a test's text: of the rule itself, and of others.
struct Made {
  std::vector<Settings> by_rule;
  std::vector<std::string> by_others;
};

Made annotations_made(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  const Analysis analysis = analyze(rules, test.text, {});
  Made made;
  for (const std::uint32_t index : analysis.annotations.of(rule.emits)) {
    const RuleId maker = analysis.annotations.at(index).rule;
    Settings fields = annotation_fields(rules, analysis, index);
    if (maker == rule.id) made.by_rule.push_back(std::move(fields));
    else if (maker != no_rule) made.by_others.push_back(rules.rules()[maker].definition.id + ": " + shown(fields));
  }
  return made;
}

Made records_made(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  const Extraction extraction = extract(rules, test.text, sha256_hex(test.text), {.terms = true});
  Made made;
  for (const Record& record : extraction.records) {
    const std::string maker = std::visit([](const auto& any) { return any.head.rule; }, record);
    Settings fields = std::visit(RecordFields(), record);
    if (maker == rule.definition.id) made.by_rule.push_back(std::move(fields));
    else if (!maker.empty()) made.by_others.push_back(maker + ": " + shown(fields));
  }
  return made;
}

bool is_about_records(const RuleTest& test) {
  return std::any_of(test.expect.begin(), test.expect.end(), [](const Settings& fields) { return find(fields, "type") != nullptr; });
}

}  // namespace

RuleTestResult run_rule_test(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  RuleTestResult result{&rule, &test, RuleTestOutcome::passed, {}, {}};
  if (rule.definition.off) {
    result.outcome = RuleTestOutcome::skipped;
    return result;
  }
  Made made = is_about_records(test) ? records_made(rules, rule, test) : annotations_made(rules, rule, test);
  result.findings = compare(test.expect, std::move(made.by_rule), test.exact);
  if (result.findings.empty()) return result;
  result.outcome = test.todo.empty() ? RuleTestOutcome::failed : RuleTestOutcome::skipped;
  result.instead = std::move(made.by_others);
  return result;
}

std::vector<RuleTestResult> run_rule_tests(const RuleSet& rules, const std::function<bool(const std::string&)>& selects) {
  std::vector<RuleTestResult> results;
  for (const Rule& rule : rules.rules()) {
    if (!selects(rule.definition.id)) continue;
    for (const RuleTest& test : rule.definition.tests) results.push_back(run_rule_test(rules, rule, test));
  }
  return results;
}

}  // namespace onrecord
