#include "onrecord/workbench/record_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "onrecord/base/digest.h"

namespace onrecord {
namespace {

constexpr std::size_t context_bytes = 90;
constexpr std::size_t most_passages = 3;
constexpr std::size_t longest_passage = 4000;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (end > 0 && !line.starts_with("{\"type\":\"document\"") && !line.starts_with("{\"type\":\"error\"")) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string rule_name(std::string_view rule) { return rule.empty() ? std::string("(speakers)") : std::string(rule); }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Where the line that holds `at` begins and ends, no farther away than context is shown.
std::size_t left_edge(std::string_view text, std::size_t at) {
  std::size_t begin = at > context_bytes ? at - context_bytes : 0;
  while (begin < at && continues_character(text[begin])) ++begin;
  if (begin > 0) {  // a word is shown whole or not at all
    const std::size_t space = text.find(' ', begin);
    if (space < at) begin = space + 1;
  }
  const std::size_t line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line == std::string_view::npos ? begin : std::max(begin, line + 1);
}

std::size_t right_edge(std::string_view text, std::size_t at) {
  std::size_t end = std::min(at + context_bytes, text.size());
  if (end < text.size()) {
    const std::size_t space = text.rfind(' ', end);
    if (space != std::string_view::npos && space > at) end = space;
    while (end > at && continues_character(text[end])) --end;
  }
  return std::min(end, text.find('\n', at));
}

std::size_t paragraph_begin(std::string_view text, std::size_t at) {
  const std::size_t line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line == std::string_view::npos ? 0 : line + 1;
}

/// The begin of the paragraph before the one that begins at `begin`, or `begin`.
std::size_t earlier_begin(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
  return end == 0 ? begin : paragraph_begin(text, end);
}

std::vector<std::string> passages_of(std::string_view text, Span bytes) {
  const std::size_t end = std::min(text.find('\n', bytes.end), text.size());
  std::size_t begin = paragraph_begin(text, bytes.begin);
  std::vector<std::string> passages;
  while (passages.size() < most_passages && end - begin <= longest_passage) {
    passages.emplace_back(text.substr(begin, end - begin));
    const std::size_t earlier = earlier_begin(text, begin);
    if (earlier == begin) break;
    begin = earlier;
  }
  return passages;
}

/// One difference as a line that its rule's digest is made of.
std::string digest_line(const DiffSample& sample) {
  std::string line = fmt::format("{} {} {}", change_signs[static_cast<std::size_t>(sample.change)], sample.doc, sample.old_rule);
  for (const std::optional<ComparedRecord>* side : {&sample.before, &sample.after}) {
    if (!*side) continue;
    line += fmt::format("\n{} {} {}", (*side)->kind, (*side)->bytes.begin, (*side)->bytes.end);
    for (const auto& [name, value] : (*side)->fields) line += fmt::format("\t{}={}", name, value);
  }
  return line;
}

/// Takes from each rule in turn until `most` are taken.
void take_in_turn(std::map<std::string, std::vector<DiffSample>>& by_rule, std::size_t most, std::vector<DiffSample>& out) {
  std::size_t taken = 0;
  for (std::size_t round = 0; taken < most; ++round) {
    bool any = false;
    for (auto& [rule, samples] : by_rule) {
      if (round >= samples.size() || taken >= most) continue;
      out.push_back(std::move(samples[round]));
      any = true;
      ++taken;
    }
    if (!any) return;
  }
}

}  // namespace

std::uint64_t RecordDifferences::total(Change change) const {
  std::uint64_t sum = 0;
  for (const auto& [rule, changes] : rules) sum += changes.count(change);
  return sum;
}

RecordContext context_of(std::string_view text, Span bytes, bool with_passages) {
  if (bytes.empty() || bytes.end > text.size()) return {};
  RecordContext context;
  const std::size_t begin = left_edge(text, bytes.begin), end = right_edge(text, bytes.end);
  context.before = text.substr(begin, bytes.begin - begin);
  context.marked = slice(text, bytes);
  context.after = text.substr(bytes.end, end - bytes.end);
  if (with_passages) context.passages = passages_of(text, bytes);
  return context;
}

std::string RecordDiff::current_id(const std::string& rule) const {
  const auto found = options_.renamed.find(rule);
  return found == options_.renamed.end() ? rule : found->second;
}

DiffSample RecordDiff::sample_of(const ComparedRecord* before, const ComparedRecord* after) const {
  DiffSample sample;
  if (before != nullptr) sample.before = *before;
  if (after != nullptr) sample.after = *after;
  sample.rule = rule_name(after != nullptr ? after->rule : current_id(before->rule));
  if (before == nullptr || after == nullptr) {
    sample.change = before == nullptr ? Change::added : Change::removed;
    return sample;
  }
  const bool same_rule = current_id(before->rule) == after->rule;
  if (!same_rule) sample.old_rule = rule_name(before->rule);
  if (!changed_fields(*before, *after).empty()) sample.change = Change::changed;
  else sample.change = same_rule ? Change::same : Change::moved;
  return sample;
}

void RecordDiff::count(const DiffSample& sample) {
  RuleChanges& changes = found_.rules[sample.rule];
  ++changes.counts[static_cast<std::size_t>(sample.change)];
  if (sample.change == Change::same) return;
  changes.digest = sha256_hex(changes.digest + '\n' + digest_line(sample));
  std::vector<DiffSample>& kept = kept_[static_cast<std::size_t>(sample.change)][sample.rule];
  if (kept.size() < options_.samples) kept.push_back(sample);
}

void RecordDiff::count_same(std::string_view line) { ++found_.rules[rule_name(rule_of_record_line(line))].counts[static_cast<std::size_t>(Change::same)]; }

/// The records of lines that the other side does not have. What both have is counted and not read.
RecordDiff::BothSides RecordDiff::read_differing(const std::vector<std::string_view>& old_lines, const std::vector<std::string_view>& new_lines) {
  BothSides records;
  std::unordered_map<std::string_view, std::size_t> unmatched;
  for (const std::string_view line : old_lines) ++unmatched[line];
  for (const std::string_view line : new_lines) {
    const auto same = unmatched.find(line);
    if (same != unmatched.end() && same->second > 0) {
      --same->second;
      count_same(line);
    } else if (auto record = read_record_line(line)) {
      records.after.push_back(*std::move(record));
    }
  }
  for (const std::string_view line : old_lines) {
    std::size_t& left = unmatched[line];
    if (left == 0) continue;
    --left;
    if (auto record = read_record_line(line)) records.before.push_back(*std::move(record));
  }
  return records;
}

std::vector<DiffSample> RecordDiff::add(std::string_view doc, std::string_view text, std::string_view before, std::string_view after) {
  ++found_.documents;
  const std::vector<std::string_view> new_lines = lines_of(after);
  if (before == after) {  // mostly so: nothing to align
    for (const std::string_view line : new_lines) count_same(line);
    return {};
  }
  const auto [old_records, new_records] = read_differing(lines_of(before), new_lines);
  std::vector<DiffSample> differences;
  for (const RecordPair& pair : align_records(old_records, new_records)) {
    DiffSample sample =
        sample_of(pair.before == RecordPair::none ? nullptr : &old_records[pair.before], pair.after == RecordPair::none ? nullptr : &new_records[pair.after]);
    sample.doc = doc;
    if (sample.change != Change::same) sample.context = context_of(text, sample.shown().bytes, options_.passages);
    count(sample);
    if (sample.change != Change::same) differences.push_back(std::move(sample));
  }
  if (!differences.empty()) ++found_.differing_documents;
  return differences;
}

RecordDifferences RecordDiff::finish() {
  for (auto& by_rule : kept_) take_in_turn(by_rule, options_.samples, found_.samples);
  return std::move(found_);
}

}  // namespace onrecord
