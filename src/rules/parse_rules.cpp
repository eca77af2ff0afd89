#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "onrecord/base/utf8.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_reader.h"
#include "onrecord/rules/rule_schema.h"

namespace onrecord {
namespace {

constexpr std::int64_t newest_schema = 1;

/// Whether the file says for which version of the language it is written.
bool check_schema(const TomlValue& root, RuleReporter& reporter) {
  const TomlValue* schema = root.find("schema");
  if (schema == nullptr) return false;
  if (schema->kind == TomlKind::integer && (schema->integer < 1 || schema->integer > newest_schema)) {
    reporter.error(rule_error::schema, schema->at, schema->width,
                   fmt::format("schema {} is not known: this version reads schema {}", schema->integer, newest_schema));
  }
  return true;
}

/// Whether the file is UTF-8; else the first bad byte is reported.
bool check_utf8(const RuleFile& file, RuleReporter& reporter) {
  if (is_valid_utf8(file.text)) return true;
  Place place{file.path, 1, 1};
  for (std::size_t i = 0; character_length(file.text, i) > 0;) {
    const std::size_t length = character_length(file.text, i);
    place.line += file.text[i] == '\n' ? 1 : 0;
    place.column = file.text[i] == '\n' ? 1 : place.column + static_cast<std::uint32_t>(length);
    i += length;
  }
  const bool is_utf16 = file.text.starts_with("\xFF\xFE") || file.text.starts_with("\xFE\xFF");
  reporter.error(rule_error::bad_utf8, place, 1, "this file is not UTF-8: the byte here belongs to no character",
                 is_utf16 ? "it is UTF-16: 'iconv -f UTF-16 -t UTF-8' makes it UTF-8" : "save it as UTF-8; 'iconv -f WINDOWS-1252 -t UTF-8' may do");
  return false;
}

void read_file(TomlValue& root, RuleReading& reading) {
  // Tables that begin with x- are the users' own.
  std::erase_if(root.entries, [](const TomlEntry& entry) { return entry.key.starts_with("x-"); });
  check_table(root, rule_schema::file, reading.reporter);
  read_types(root, reading);
  read_layers(root, reading);
  read_fragments(root, reading);
  read_lexicons(root, reading);
  read_cuts(root, reading);
  read_rules(root, reading);
  if (const TomlValue* off = root.find("off")) {
    for (PatternText& id : texts_of(*off)) reading.off.push_back(std::move(id));
  }
}

/// Layers of lines run before those of sentences, these before those of the document, whatever they follow.
std::size_t turn_of(const std::string& unit) {
  constexpr std::array<std::string_view, 3> units = {"line", "sentence", "document"};
  return static_cast<std::size_t>(std::find(units.begin(), units.end(), unit) - units.begin());
}

void check_turns(const RuleReading& reading) {
  const std::vector<LayerDefinition>& layers = reading.definition.layers;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const auto& [name, at] = reading.followed[i];
    const auto before = std::find_if(layers.begin(), layers.end(), [&wanted = name](const LayerDefinition& layer) { return layer.name == wanted; });
    if (name.empty() || before == layers.end() || turn_of(layers[i].unit) >= turn_of(before->unit)) continue;
    reading.reporter.error(
        rule_error::bad_value, at, name.size(),
        fmt::format("layer '{}' works on {}s, and all such layers run before '{}', which works on {}s", layers[i].name, layers[i].unit, name, before->unit),
        fmt::format("leave `follows` out, or write `unit = \"{}\"`", before->unit));
  }
}

/// Moves each layer that follows another one right behind it. Several behind one keep the order in which they were read.
void order_layers(RuleReading& reading) {
  std::vector<LayerDefinition> waiting = std::move(reading.definition.layers);
  std::set<std::string> names;
  for (const LayerDefinition& layer : waiting) names.insert(layer.name);
  std::vector<LayerDefinition>& ordered = reading.definition.layers = {};
  const auto place_behind = [&](auto& self, const std::string& name) -> void {
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].name.empty() || reading.followed[i].first != name) continue;
      LayerDefinition layer = std::exchange(waiting[i], {});
      const std::string placed = layer.name;
      ordered.push_back(std::move(layer));
      self(self, placed);
    }
  };
  place_behind(place_behind, {});
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    if (waiting[i].name.empty()) continue;
    const auto& [name, at] = reading.followed[i];
    if (names.contains(name)) {
      reading.reporter.error(rule_error::bad_value, at, name.size(),
                             fmt::format("layer '{}' follows '{}', which follows it in turn or hangs on what does", waiting[i].name, name));
    } else {
      reading.reporter.error(rule_error::unknown_name, at, name.size(), fmt::format("layer '{}' follows '{}', which is no layer", waiting[i].name, name),
                             did_you_mean(name, {names.begin(), names.end()}, fmt::format("layers are: {}", comma_separated({names.begin(), names.end()}))));
    }
    ordered.push_back(std::move(waiting[i]));
  }
}

}  // namespace

RuleSetDefinition parse_rules(std::vector<RuleFile> files, Diagnostics& diagnostics) {
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  RuleSetDefinition definition;
  RuleReporter reporter(files, diagnostics);
  RuleReading reading{files, reporter, definition, {}, {}, {}, {}};
  bool any_file = false;
  bool has_schema = false;
  for (RuleFile& file : files) {
    if (!check_utf8(file, reporter)) {
      definition.complete = false;
      has_schema = true;
      any_file |= file.path.ends_with(".toml");
      repair_utf8(file.text);
      continue;
    }
    if (!file.path.ends_with(".toml")) continue;
    std::optional<TomlValue> root = read_toml(file, reporter);
    definition.complete &= root.has_value();
    // In a file that cannot be read there may be anything, `schema` too.
    has_schema |= !root || check_schema(*root, reporter);
    if (root) read_file(*root, reading);
    any_file = true;
  }
  if (!any_file) {
    reporter.error(rule_error::schema, {}, 1, "no rule file: files that end in .toml are expected");
  } else if (!has_schema) {
    const auto first = std::find_if(files.begin(), files.end(), [](const RuleFile& f) { return f.path.ends_with(".toml"); });
    reporter.error(rule_error::schema, {first->path, 1, 1}, 1, "none of the rule files says for which version of the language it is written",
                   "write 'schema = 1' in its first line");
  }
  check_turns(reading);
  order_layers(reading);
  apply_to_others(reading);
  definition.files = std::move(files);
  return definition;
}

}  // namespace onrecord
