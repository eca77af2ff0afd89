#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "onrecord/check/rule_list.h"
#include "onrecord/rules/regex_pieces.h"

namespace onrecord {
namespace {

constexpr std::size_t most_of_expansion = 1500;
constexpr std::size_t most_words = 12;

std::string kind_of(const FieldDefinition& field) {
  const char* missing = field.optional ? ", may be missing" : "";
  switch (field.kind) {
    case FieldKind::span: return fmt::format("words of the article{}", missing);
    case FieldKind::text: return fmt::format("a constant{}", missing);
    case FieldKind::choice: break;
  }
  return fmt::format("one of `{}`{}", fmt::join(field.choices, "`, `"), missing);
}

/// Text between backquotes, of which as many are written as it takes.
std::string code(const std::string& text) {
  const char* quotes = text.find('`') == std::string::npos ? "`" : "``";
  return fmt::format("{0}{1}{2}{1}{0}", quotes, *quotes == '`' && quotes[1] == '`' ? " " : "", text);
}

std::string block(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return fmt::format("```\n{}\n```\n\n", text);
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

class Reference {
 public:
  explicit Reference(const RuleSet& rules) : rules_(rules) {}

  std::string run(const std::string& kind) {
    text_ = "# Rules\n\n";
    for (const TypeDefinition& type : rules_.definition().types) {
      if (kind.empty() || type.name == kind) add_type(type);
    }
    return std::move(text_);
  }

 private:
  void add_type(const TypeDefinition& type) {
    text_ += fmt::format("## {}\n\n", type.name);
    if (!type.doc.empty()) text_ += type.doc + "\n\n";
    if (type.exported) text_ += "A kind of record of its own.\n\n";
    for (const FieldDefinition& field : type.fields) text_ += fmt::format("- `{}`: {}\n", field.name, kind_of(field));
    if (!type.fields.empty()) text_ += '\n';
    for (const Rule& rule : rules_.rules()) {
      if (rule.definition().emits == type.name) add_rule(rule);
    }
  }

  void add_rule(const Rule& rule) {
    const RuleDefinition& written = rule.definition();
    text_ += fmt::format("### {}\n\n", written.id);
    if (!written.doc.empty()) text_ += in_one_line(written.doc) + "\n\n";
    text_ += fmt::format("Layer `{}`, {}:{}", written.layer, written.at.file, written.at.line);
    if (!written.since.empty()) text_ += fmt::format(", since {}", written.since);
    if (written.off) text_ += ", off";
    text_ += ".\n\n";
    if (!written.deprecated.empty()) text_ += fmt::format("Deprecated: {}\n\n", written.deprecated);
    if (!written.words.empty()) text_ += fmt::format("Each word of lexicon `{}`.\n\n", written.words);
    for (std::size_t i = 0; i < written.patterns.size(); ++i) add_pattern(written.patterns[i], rule.patterns[i]);
    add_examples(written);
  }

  void add_pattern(const PatternText& written, const CompiledPattern& compiled) {
    text_ += block(written.text);
    std::string expansion, needed;
    for (const Part* part : {&compiled.left, &compiled.right}) {
      if (!part->regex) continue;
      expansion += part->regex->pattern();
      if (part == &compiled.left) expansion += "  ⟨anchor⟩  ";
      needed += needed_words(*part->regex);
    }
    if (!needed.empty()) text_ += fmt::format("Needs {}.\n\n", needed);
    if (expansion.size() > most_of_expansion) expansion = expansion.substr(0, expansion.rfind('|', most_of_expansion)) + "|…";
    text_ += fmt::format("<details><summary>Expanded</summary>\n\n{}</details>\n\n", block(expansion));
  }

  /// Of the pieces of text that RE2 finds it cannot do without, those that can be read.
  static std::string needed_words(const Regex& regex) {
    std::vector<std::string> words = needed_pieces(std::string(regex.pattern()));
    std::erase_if(words, [](const std::string& word) { return std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::isalpha(c) != 0; }); });
    if (words.empty() || words.size() > most_words) return {};
    return fmt::format("one of “{}”", fmt::join(words, "”, “"));
  }

  void add_examples(const RuleDefinition& rule) {
    for (const RuleTest& test : rule.tests) {
      text_ += fmt::format("- {}\n", code(in_one_line(test.text)));
      if (test.expect.empty()) text_ += "  - stays silent\n";
      for (const Settings& expected : test.expect) {
        std::string fields;
        for (const auto& [name, value] : expected) fields += fmt::format("{}{} = {}", fields.empty() ? "" : ", ", name, code(in_one_line(value)));
        text_ += fmt::format("  - {}\n", fields.empty() ? "finds something" : fields);
      }
      if (!test.todo.empty()) text_ += fmt::format("  - not yet: {}\n", test.todo);
    }
    if (!rule.tests.empty()) text_ += '\n';
  }

  const RuleSet& rules_;
  std::string text_;
};

}  // namespace

std::string rule_reference(const RuleSet& rules, const std::string& kind) { return Reference(rules).run(kind); }

}  // namespace onrecord
