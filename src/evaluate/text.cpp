#include <fmt/format.h>

#include <algorithm>

#include "onrecord/evaluate/forms.h"
#include "onrecord/evaluate/reliability.h"

namespace onrecord {
namespace {

/// "12,345"
std::string grouped(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

/// Without the spaces before the ends of lines that columns leave.
std::string without_padding(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out.erase(out.find_last_not_of(' ') + 1);
    out += c;
  }
  return out;
}

class EvaluationTables {
 public:
  EvaluationTables(const Evaluation& evaluation, bool colored) : evaluation_(evaluation), colored_(colored) {}

  std::string written(std::size_t misses) {
    text_ = fmt::format("{} {}, {} {}\n", grouped(evaluation_.articles), evaluation_.articles == 1 ? "article" : "articles", grouped(evaluation_.records),
                        evaluation_.records == 1 ? "record" : "records");
    append_figures();
    append_rules();
    append_reliability();
    if (misses > 0) append_misses(misses);
    return without_padding(text_);
  }

 private:
  void head(std::string_view title, std::string_view columns) {
    text_ += colored_ ? fmt::format("\n\x1b[1m{:<32}{}\x1b[0m\n", title, columns) : fmt::format("\n{:<32}{}\n", title, columns);
  }

  std::string dimmed(std::string_view text) const { return colored_ ? fmt::format("\x1b[2m{}\x1b[0m", text) : std::string(text); }

  void append_figures() {
    std::string_view section;
    for (std::size_t i = 0; i < measure_count; ++i) {
      const auto measure = static_cast<Measure>(i);
      const MeasureDescription& description = description_of(measure);
      if (evaluation_.counts[measure] == Count{}) continue;
      if (description.section != section) head(description.section, "precision  recall      F1    right    found   marked");
      section = description.section;
      append_figure(description, evaluation_.counts[measure]);
    }
  }

  void append_figure(const MeasureDescription& description, const Count& count) {
    if (description.reading == Reading::precision_recall) {
      text_ += fmt::format("  {:<32}{:>7.3f} {:>7.3f} {:>7.3f} {:>8} {:>8} {:>8}\n", description.title, count.precision(), count.recall(), count.f1(),
                           grouped(count.right), grouped(count.found), grouped(count.marked));
    } else {
      text_ += fmt::format("  {:<32}{:>7.3f} {:>7} {:>7} {:>8} {:>8} {:>8}\n", description.title, count.recall(), "", "", grouped(count.right), "",
                           grouped(count.marked));
    }
  }

  void append_rules() {
    const auto rules = figures_by_rule(evaluation_.judged);
    if (rules.empty()) return;
    head("rules", "precision   right  judged  records  ends off  speaker");
    std::string kind;
    for (const auto* each : by_kind(rules)) {
      const auto& [name, rule] = *each;
      if (rule.kind != kind) text_ += dimmed(fmt::format("  {}\n", kind = rule.kind));
      append_rule(name.first, rule);
    }
  }

  using Rules = std::map<std::pair<std::string, std::string>, RuleFigures>;

  /// Those with most records first.
  static std::vector<const Rules::value_type*> by_kind(const Rules& rules) {
    std::vector<const Rules::value_type*> sorted;
    for (const auto& each : rules) sorted.push_back(&each);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
      return a->second.kind != b->second.kind ? a->second.kind < b->second.kind : a->second.records > b->second.records;
    });
    return sorted;
  }

  void append_rule(const std::string& name, const RuleFigures& rule) {
    const std::string precision = rule.judged == 0 ? "–" : fmt::format("{:.3f}", rule.precision());
    const std::string speaker = rule.speakers == 0 ? "" : fmt::format("{:.3f}", static_cast<double>(rule.speakers_right) / static_cast<double>(rule.speakers));
    text_ += fmt::format("    {:<30}{:>7} {:>7} {:>7} {:>8} {:>9} {:>8}\n", name.empty() ? "(no rule)" : name, precision, grouped(rule.right),
                         grouped(rule.judged), grouped(rule.records), grouped(rule.beside), speaker);
  }

  void append_reliability() {
    const Reliability reliability = reliability_of(evaluation_.judged);
    if (reliability.bins.empty()) return;
    head("confidence", "     mean   right  records");
    for (const ReliabilityBin& bin : reliability.bins) {
      text_ += fmt::format("  {:<32}{:>7.3f} {:>7.3f} {:>8}\n", fmt::format("{:.1f} to {:.1f}", bin.from, bin.from + 0.1), bin.mean_confidence(),
                           bin.share_right(), grouped(bin.records));
    }
    text_ += fmt::format("  {:<32}{:>7.3f}\n", "expected calibration error", reliability.calibration_error);
  }

  void append_misses(std::size_t most) {
    std::string sort;
    for (const Miss& miss : worst_misses(evaluation_, most)) {
      if (miss.sort != sort) {
        const auto all = std::count_if(evaluation_.misses.begin(), evaluation_.misses.end(), [&](const Miss& other) { return other.sort == miss.sort; });
        head(fmt::format("{} ({})", miss.sort, grouped(static_cast<std::uint64_t>(all))), "");
      }
      sort = miss.sort;
      append_miss(miss);
    }
  }

  void append_miss(const Miss& miss) {
    text_ += fmt::format("  {}{}\n", dimmed(miss.article), miss.note.empty() ? "" : fmt::format("  {}", miss.note));
    if (miss.words.empty()) return;
    const std::string words = colored_ ? fmt::format("\x1b[1m{}\x1b[0m", miss.words) : fmt::format("⟦{}⟧", miss.words);
    text_ += fmt::format("    {}{}{}\n", miss.before, words, miss.after);
  }

  const Evaluation& evaluation_;
  bool colored_;
  std::string text_;
};

}  // namespace

std::string text_of(const Evaluation& evaluation, std::size_t misses, bool colored) { return EvaluationTables(evaluation, colored).written(misses); }

}  // namespace onrecord
