#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/white_space.h"
#include "onrecord/rules/rule_reader.h"
#include "onrecord/rules/rule_schema.h"
#include "onrecord/rules/word_list.h"

namespace onrecord {
namespace {

/// One lexicon of a rule file.
class LexiconReader {
 public:
  LexiconReader(const TomlValue& value, LexiconDefinition& lexicon, RuleReading& reading) : value_(value), lexicon_(lexicon), reading_(reading) {}

  void read() {
    if (value_.kind == TomlKind::array) return read_words(value_);
    check_table(value_, rule_schema::lexicon, reading_.reporter);
    if (const std::string casing = text_at(value_, "case"); !casing.empty()) lexicon_.casing = casing;
    lexicon_.columns = texts_at(value_, "columns");
    lexicon_.patterns = flag_at(value_, "patterns");
    const TomlValue* words = value_.find("words");
    const TomlValue* file = value_.find("file");
    if ((words == nullptr) == (file == nullptr)) {
      reading_.reporter.error(rule_error::missing_key, value_.at, value_.width, fmt::format("lexicon '{}' needs either 'words' or 'file'", lexicon_.name));
    }
    if (words != nullptr) read_words(*words);
    if (file != nullptr && file->kind == TomlKind::text) read_file(*file);
  }

 private:
  void read_words(const TomlValue& words) {
    if (words.kind != TomlKind::array) check_shape("words", words, Shape::texts, reading_.reporter);
    for (const TomlValue& item : words.items) {
      if (item.kind == TomlKind::text) add(item.text, {});
      else if (item.kind == TomlKind::array) add_with_attributes(item);
      else check_shape("a word", item, Shape::text, reading_.reporter);
    }
  }

  /// ["Mr", "m"]
  void add_with_attributes(const TomlValue& item) {
    if (!check_shape("a word with attributes", item, Shape::texts, reading_.reporter)) return;
    const std::vector<PatternText> texts = texts_of(item);
    if (texts.empty() || texts.size() > lexicon_.columns.size() + 1) {
      reading_.reporter.error(rule_error::bad_value, item.at, item.width,
                              fmt::format("a word and at most {} attributes, as many as 'columns' has, are expected", lexicon_.columns.size()));
      return;
    }
    std::vector<std::string> attributes;
    for (std::size_t i = 1; i < texts.size(); ++i) attributes.push_back(texts[i].text);
    add(texts.front(), std::move(attributes));
  }

  void add(const PatternText& word, std::vector<std::string> attributes) {
    attributes.resize(lexicon_.columns.size());
    std::string text = lexicon_.patterns ? word.text : single_spaced(word.text);
    if (text.empty()) reading_.reporter.error(rule_error::bad_value, word.at, 1, "an empty word");
    else lexicon_.entries.push_back({std::move(text), std::move(attributes), word.at});
  }

  /// The file's path counts from the folder of the rule file, or else from the rule folder.
  void read_file(const TomlValue& value) {
    const std::string& rule_file = value.at.file;
    const std::string folder = rule_file.substr(0, rule_file.rfind('/') + 1);
    const RuleFile* file = find(folder + value.text.text);
    if (file == nullptr) file = find(value.text.text);
    if (file != nullptr) return read_word_list(*file, lexicon_, reading_.reporter);
    std::vector<std::string> paths;
    for (const RuleFile& other : reading_.files) {
      if (!other.path.ends_with(".toml")) paths.push_back(other.path);
    }
    reading_.reporter.error(rule_error::missing_file, value.at, value.width, fmt::format("no word list '{}'", value.text.text),
                            did_you_mean(value.text.text, paths));
  }

  const RuleFile* find(std::string_view path) const {
    const auto found = std::find_if(reading_.files.begin(), reading_.files.end(), [&](const RuleFile& f) { return f.path == path; });
    return found == reading_.files.end() ? nullptr : &*found;
  }

  const TomlValue& value_;
  LexiconDefinition& lexicon_;
  RuleReading& reading_;
};

bool can_hold_words(const TomlValue& value) { return value.kind == TomlKind::array || value.kind == TomlKind::table; }

/// `abbreviations.title = […]` and `[lexicon.abbreviations]` with `title = […]` mean the lexicon "abbreviations.title".
bool is_group(const TomlValue& value) {
  return value.kind == TomlKind::table && !value.inline_table && !value.entries.empty() && value.find("words") == nullptr && value.find("file") == nullptr &&
         std::all_of(value.entries.begin(), value.entries.end(), [](const TomlEntry& entry) { return can_hold_words(entry.value); });
}

void read_group(const std::string& prefix, const std::vector<TomlEntry>& entries, RuleReading& reading) {
  for (const TomlEntry& entry : entries) {
    const std::string name = prefix + entry.key;
    if (is_group(entry.value)) {
      read_group(name + '.', entry.value.entries, reading);
    } else if (!can_hold_words(entry.value)) {
      reading.reporter.error(rule_error::wrong_type, entry.value.at, entry.value.width,
                             fmt::format("lexicon '{}' must be an array of words or a table, not {}", name, kind_name(entry.value.kind)));
    } else {
      LexiconDefinition lexicon;
      lexicon.name = name;
      lexicon.at = entry.at;
      LexiconReader(entry.value, lexicon, reading).read();
      const bool adds = flag_at(entry.value, "more");
      const TomlValue* casing = entry.value.find("case");
      if (adds && casing != nullptr)
        reading.reporter.error(rule_error::bad_value, casing->at, casing->width, fmt::format("words that are added have the 'case' of the lexicon '{}'", name));
      if (adds) reading.more.push_back(std::move(lexicon));
      else if (reading.claim("lexicon", name, entry.at)) reading.definition.lexicons.push_back(std::move(lexicon));
    }
  }
}

}  // namespace

void read_lexicons(const TomlValue& root, RuleReading& reading) { read_group({}, entries_at(root, "lexicon"), reading); }

}  // namespace onrecord
