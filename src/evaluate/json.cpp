#include "onrecord/output/json.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/evaluate/forms.h"
#include "onrecord/evaluate/reliability.h"

namespace onrecord {
namespace {

class EvaluationAppender {
 public:
  explicit EvaluationAppender(std::string& out) : json_(out) {}

  void append(const Evaluation& evaluation, std::size_t misses) {
    json_.open('{');
    json_.number("articles", evaluation.articles);
    json_.number("records", evaluation.records);
    append_figures(evaluation.counts);
    append_rules(evaluation);
    append_reliability(reliability_of(evaluation.judged));
    if (misses > 0) append_misses(worst_misses(evaluation, misses));
    json_.close('}');
  }

 private:
  void figure(std::string_view key, double value) {
    json_.key(key);
    json_.json(fmt::format("{:.4f}", value));
  }

  void append_figures(const Counts& counts) {
    json_.key("figures");
    json_.open('{');
    for (std::size_t i = 0; i < measure_count; ++i) {
      const auto measure = static_cast<Measure>(i);
      const Count& count = counts[measure];
      if (count == Count{}) continue;
      const MeasureDescription& description = description_of(measure);
      json_.key(description.name);
      json_.open('{');
      for (const auto& [name, value] : figures_of(measure, count)) figure(name, value);
      json_.number("right", count.right);
      if (description.reading == Reading::precision_recall) json_.number("found", count.found);
      json_.number("marked", count.marked);
      json_.close('}');
    }
    json_.close('}');
  }

  void append_rules(const Evaluation& evaluation) {
    json_.key("rules");
    json_.open('[');
    for (const auto& [name, rule] : figures_by_rule(evaluation.judged)) {
      json_.open('{');
      json_.text("rule", name.first);
      json_.text("kind", rule.kind);
      json_.number("records", rule.records);
      json_.number("judged", rule.judged);
      json_.number("right", rule.right);
      figure("precision", rule.precision());
      json_.number("beside_missed", rule.beside);
      json_.number("speakers", rule.speakers);
      json_.number("speakers_right", rule.speakers_right);
      json_.close('}');
    }
    json_.close(']');
  }

  void append_reliability(const Reliability& reliability) {
    json_.key("reliability");
    json_.open('{');
    figure("calibration_error", reliability.calibration_error);
    json_.key("bins");
    json_.open('[');
    for (const ReliabilityBin& bin : reliability.bins) {
      json_.open('{');
      json_.key("from");
      json_.fraction(bin.from);
      json_.number("records", bin.records);
      figure("mean_confidence", bin.mean_confidence());
      figure("share_right", bin.share_right());
      json_.close('}');
    }
    json_.close(']');
    json_.close('}');
  }

  void append_misses(const std::vector<Miss>& misses) {
    json_.key("misses");
    json_.open('[');
    for (const Miss& miss : misses) {
      json_.open('{');
      json_.text("sort", miss.sort);
      json_.text("article", miss.article);
      json_.text("before", miss.before);
      json_.text("words", miss.words);
      json_.text("after", miss.after);
      json_.text("note", miss.note);
      json_.close('}');
    }
    json_.close(']');
  }

  JsonAppender json_;
};

}  // namespace

std::string json_of(const Evaluation& evaluation, std::size_t misses) {
  std::string out;
  EvaluationAppender(out).append(evaluation, misses);
  return out + '\n';
}

std::vector<Miss> worst_misses(const Evaluation& evaluation, std::size_t most) {
  std::vector<Miss> misses = evaluation.misses;
  std::stable_sort(misses.begin(), misses.end(), [](const Miss& a, const Miss& b) { return a.sort != b.sort ? a.sort < b.sort : a.weight > b.weight; });
  std::size_t of_sort = 0;
  std::string sort;
  std::erase_if(misses, [&](const Miss& miss) {
    if (miss.sort != sort) {
      sort = miss.sort;
      of_sort = 0;
    }
    return of_sort++ >= most;
  });
  return misses;
}

}  // namespace onrecord
