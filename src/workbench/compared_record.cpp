#include "onrecord/workbench/compared_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <numeric>
#include <tuple>

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

/// Keys that follow from the place of the record, or from other records of the document.
constexpr std::array<std::string_view, 15> derived_keys = {"type",  "id",     "doc",    "span",     "bytes", "line",        "rule",        "pass",
                                                           "group", "quotes", "claims", "mentions", "n",     "answer_span", "answer_bytes"};

bool is_derived(const std::string& key) { return std::find(derived_keys.begin(), derived_keys.end(), key) != derived_keys.end(); }

/// Numbers are the same however many digits a tool writes: 1, 1.0, 1.00.
std::string as_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? fmt::format("{:g}", value.get<double>()) : value.dump();
}

/// Names of a list of speakers, words of a list of words.
std::string list_text(const Json& list) {
  std::string text;
  for (const Json& item : list) {
    const auto name = item.is_object() ? item.find("name") : item.end();
    text += (text.empty() ? "" : "; ") + as_text(item.is_object() && name != item.end() ? *name : item);
  }
  return text;
}

void add_object(const std::string& key, const Json& object, Settings& fields) {
  for (const auto& [part, value] : object.items()) {
    if (part == "id" || part == "span" || part == "bytes") continue;
    const bool is_only_words = part == "text" && object.size() == 3;  // a span field: its words and two spans
    fields.emplace_back(is_only_words ? key : key + "." + part, as_text(value));
  }
}

Span bytes_of(const Json& record) {
  const auto bytes = record.find("bytes");
  if (bytes == record.end() || !bytes->is_array() || bytes->size() != 2) return {};
  return {(*bytes)[0].get<std::uint32_t>(), (*bytes)[1].get<std::uint32_t>()};
}

std::string text_of(const Json& record, const char* key) {
  const auto found = record.find(key);
  return found == record.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

ComparedRecord compared(const Json& record, std::string kind) {
  ComparedRecord result{std::move(kind), text_of(record, "rule"), bytes_of(record), record.value("line", 0U), {}};
  for (const auto& [key, value] : record.items()) {
    if (is_derived(key) || value.is_null() || (key == "claim" && result.kind == "quote")) continue;
    if (value.is_object()) add_object(key, value, result.fields);
    else if (!value.is_array()) result.fields.emplace_back(key, as_text(value));
    else if (!value.empty()) result.fields.emplace_back(key, list_text(value));
  }
  return result;
}

/// The JSON string behind `key`, which holds the quotes and the colon, without its own quotes.
std::string_view string_behind(std::string_view line, std::size_t key_begin, std::size_t key_size) {
  if (key_begin == std::string_view::npos) return {};
  const std::size_t begin = key_begin + key_size;
  std::size_t end = begin;
  while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
  return line.substr(begin, std::min(end, line.size()) - begin);
}

const std::string* field(const Settings& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& entry) { return entry.first == name; });
  return found == fields.end() ? nullptr : &found->second;
}

struct Overlap {
  std::uint64_t common = 0;
  std::uint64_t covered = 0;
  bool same_rule = false;
  RecordPair pair;

  /// A larger share first; fractions are compared crosswise, without rounding.
  bool operator<(const Overlap& other) const {
    const std::uint64_t mine = common * other.covered;
    const std::uint64_t theirs = other.common * covered;
    if (mine != theirs) return mine > theirs;
    return std::tuple(!same_rule, pair.before, pair.after) < std::tuple(!other.same_rule, other.pair.before, other.pair.after);
  }
};

std::vector<std::size_t> by_position(const std::vector<ComparedRecord>& records) {
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return records[a].bytes < records[b].bytes; });
  return order;
}

std::vector<Overlap> overlaps(const std::vector<ComparedRecord>& before, const std::vector<ComparedRecord>& after) {
  std::vector<Overlap> found;
  const std::vector<std::size_t> order = by_position(after);
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (const std::size_t j : order) {
      const Span a = before[i].bytes, b = after[j].bytes;
      if (b.begin >= a.end) break;
      if (!a.overlaps(b) || before[i].kind != after[j].kind) continue;
      const std::uint64_t common = std::min(a.end, b.end) - std::max(a.begin, b.begin);
      found.push_back({common, cover(a, b).size(), before[i].rule == after[j].rule, {i, j}});
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::optional<ComparedRecord> read_record_line(std::string_view line) {
  const Json record = Json::parse(line, nullptr, false);
  if (!record.is_object()) return std::nullopt;
  std::string kind = text_of(record, "type");
  if (kind.empty() || kind == "document" || kind == "error") return std::nullopt;
  try {
    return compared(record, std::move(kind));
  } catch (const Json::exception&) {  // a key of a record with a value of another type
    return std::nullopt;
  }
}

std::string_view doc_of_record_line(std::string_view line) {
  constexpr std::string_view key = "\"doc\":\"";
  return string_behind(line, line.find(key), key.size());
}

std::string_view rule_of_record_line(std::string_view line) {
  constexpr std::string_view key = "\"rule\":\"";
  const std::size_t passed = line.rfind("\"pass\":{");  // what the input's objects hold stands behind the record's own keys
  return string_behind(line, line.substr(0, passed).rfind(key), key.size());
}

std::vector<FieldChange> changed_fields(const ComparedRecord& before, const ComparedRecord& after) {
  std::vector<FieldChange> changes;
  for (const auto& [name, value] : after.fields) {
    const std::string* old = field(before.fields, name);
    if (old == nullptr || *old != value) changes.push_back({name, old == nullptr ? "" : *old, value});
  }
  for (const auto& [name, value] : before.fields) {
    if (field(after.fields, name) == nullptr) changes.push_back({name, value, ""});
  }
  if (changes.empty() && before.bytes != after.bytes) {
    const auto shown = [](Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); };
    changes.push_back({"bytes", shown(before.bytes), shown(after.bytes)});
  }
  return changes;
}

std::vector<RecordPair> align_records(const std::vector<ComparedRecord>& before, const std::vector<ComparedRecord>& after) {
  std::vector<bool> before_taken(before.size()), after_taken(after.size());
  std::vector<RecordPair> pairs;
  const auto take = [&](RecordPair pair) {
    if (pair.before != RecordPair::none) before_taken[pair.before] = true;
    if (pair.after != RecordPair::none) after_taken[pair.after] = true;
    pairs.push_back(pair);
  };
  for (const Overlap& overlap : overlaps(before, after)) {
    if (!before_taken[overlap.pair.before] && !after_taken[overlap.pair.after]) take(overlap.pair);
  }
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!before_taken[i]) take({i, RecordPair::none});
  for (std::size_t j = 0; j < after.size(); ++j)
    if (!after_taken[j]) take({RecordPair::none, j});
  std::stable_sort(pairs.begin(), pairs.end(), [&](const RecordPair& a, const RecordPair& b) {
    const auto bytes = [&](const RecordPair& pair) { return pair.after != RecordPair::none ? after[pair.after].bytes : before[pair.before].bytes; };
    return bytes(a) < bytes(b);
  });
  return pairs;
}

}  // namespace onrecord
