#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "onrecord/check/lints.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

/// The form of a word that the lexicon's casing compares.
std::string compared_form(const LexiconDefinition& lexicon, const std::string& word) {
  if (lexicon.casing == "any") return lower_case(word);
  return lexicon.casing == "initial" ? lower_case_first(word) : word;
}

/// Names of the lexicons that are compared with words of a text, not made into patterns alone.
std::set<std::string> looked_up_by_words(const RuleSetDefinition& definition) {
  std::set<std::string> names;
  for (const LayerDefinition& layer : definition.layers) names.insert(layer.tags.begin(), layer.tags.end());
  for (const RuleDefinition& rule : definition.rules) names.insert(rule.words);
  return names;
}

class LexiconLinter {
 public:
  LexiconLinter(const LexiconDefinition& lexicon, bool by_words, Diagnostics& found) : lexicon_(lexicon), by_words_(by_words), found_(found) {}

  void run() {
    for (const EntryDefinition& entry : lexicon_.entries) {
      lint_control_character(entry);
      lint_repeat(entry);
      if (by_words_) lint_edges(entry);
    }
    for (std::size_t column = 0; column < lexicon_.columns.size(); ++column) lint_column(column);
  }

 private:
  void lint_control_character(const EntryDefinition& entry) {
    const auto control = std::find_if(entry.word.begin(), entry.word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (control == entry.word.end()) return;
    add_finding(found_, {}, entry.at, 1, rule_warning::control_character,
                fmt::format("a control character in a word: U+{:04X}", static_cast<unsigned char>(*control)),
                "backslashes mean something in double quotes; write the word in '…'");
  }

  void lint_repeat(const EntryDefinition& entry) {
    const auto [exact, is_new] = exact_.try_emplace(entry.word, &entry);
    if (!is_new) {
      if (!of_one_line(*exact->second, entry)) report_repeat(entry, *exact->second);
      return;
    }
    if (lexicon_.patterns) return;
    const auto [compared, is_first] = compared_.try_emplace(compared_form(lexicon_, entry.word), &entry);
    if (!is_first && !of_one_line(*compared->second, entry)) report_shadowed(entry, *compared->second);
  }

  /// Forms of one verb may be spelt alike: put, put, put.
  static bool of_one_line(const EntryDefinition& a, const EntryDefinition& b) {
    return a.at.file == b.at.file && a.at.line == b.at.line && a.at.file.ends_with(".tsv");
  }

  void report_repeat(const EntryDefinition& entry, const EntryDefinition& first) {
    const bool same = entry.attributes == first.attributes;
    add_finding(found_, {}, entry.at, entry.word.size(), rule_warning::repeated_word,
                fmt::format("'{}' stands twice in lexicon '{}'{}", entry.word, lexicon_.name, same ? "" : "; its attributes here are never used"), {},
                {other_place(first.at, first.word.size())});
  }

  void report_shadowed(const EntryDefinition& entry, const EntryDefinition& first) {
    add_finding(found_, {}, entry.at, entry.word.size(), rule_warning::same_word,
                fmt::format("'{}' is the same word as '{}' in lexicon '{}', whose case is '{}'", entry.word, first.word, lexicon_.name, lexicon_.casing), {},
                {other_place(first.at, first.word.size())});
  }

  void lint_edges(const EntryDefinition& entry) {
    const auto words_of = [](const std::string& text) { return words_in(text, {0, static_cast<std::uint32_t>(text.size())}); };
    const std::string stem = "aa", glued = stem + entry.word;  // an ending may be a word of its own
    const std::vector<Span> alone = words_of(entry.word), behind_stem = words_of(glued);
    const bool begins_word = (!alone.empty() && alone.front().begin == 0) || (behind_stem.size() > 1 && behind_stem[1].begin == stem.size());
    const bool ends_word = behind_stem.back().end == glued.size();
    if (begins_word && ends_word) return;
    add_finding(
        found_, {}, entry.at, entry.word.size(), rule_warning::unfindable_word,
        fmt::format("'{}' {} with a sign: lexicon '{}' is looked up by words, which never do", entry.word, begins_word ? "ends" : "begins", lexicon_.name),
        "leave the sign out, or write a pattern");
  }

  /// The first words are those of the lexicon itself, what `more` adds stands in other files. Of several such words the first is reported.
  void lint_column(std::size_t column) {
    const auto lacks = [&](const EntryDefinition& entry) { return column < entry.attributes.size() && entry.attributes[column].empty(); };
    const auto lacking = std::find_if(lexicon_.entries.begin(), lexicon_.entries.end(), lacks);
    if (lacking == lexicon_.entries.end() || lacking->at.file == lexicon_.entries.front().at.file) return;
    add_finding(found_, {}, lacking->at, lacking->word.size(), rule_warning::missing_attribute,
                fmt::format("'{}' has no '{}', as all words of lexicon '{}' have that it is added to", lacking->word, lexicon_.columns[column], lexicon_.name),
                fmt::format("write {{ columns = [\"{}\"], words = [[\"{}\", \"…\"]], more = true }}", lexicon_.columns[column], lacking->word));
  }

  const LexiconDefinition& lexicon_;
  bool by_words_;
  Diagnostics& found_;
  std::map<std::string, const EntryDefinition*> exact_, compared_;
};

}  // namespace

void lint_lexicons(const RuleSetDefinition& definition, Diagnostics& found) {
  const std::set<std::string> by_words = looked_up_by_words(definition);
  for (const LexiconDefinition& lexicon : definition.lexicons) LexiconLinter(lexicon, !lexicon.patterns && by_words.count(lexicon.name) > 0, found).run();
}

}  // namespace onrecord
