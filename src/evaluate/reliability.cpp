#include "onrecord/evaluate/reliability.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "onrecord/output/names.h"

namespace onrecord {
namespace {

constexpr std::size_t bin_count = 10;
constexpr std::uint64_t most_of_one_article = 3;  // records that count of a rule which one article alone judges: it may be marked in its own way
constexpr double pseudo_records = 10;             // how many records of the mean precision each rule gets besides its own

std::size_t bin_of(double confidence) { return static_cast<std::size_t>(std::clamp(std::floor(confidence * bin_count + 1e-9), 0.0, bin_count - 1.0)); }

/// Right ones among those judged.
struct Tally {
  std::uint64_t right = 0;
  std::uint64_t judged = 0;

  void add(bool is_right) {
    right += is_right ? 1 : 0;
    judged += 1;
  }
  /// No more than so many of them, as much of it right.
  Tally at_most(std::uint64_t most) const { return judged <= most ? *this : Tally{(right * most + judged / 2) / judged, most}; }
  double share() const { return judged == 0 ? 1 : static_cast<double>(right) / static_cast<double>(judged); }
  double drawn_to(double mean) const { return (static_cast<double>(right) + pseudo_records * mean) / (static_cast<double>(judged) + pseudo_records); }
};

struct Tallies {
  std::map<std::string, Tally> rules;          // by id
  std::map<std::string, std::uint64_t> one;    // by id: the article that all of a rule's records are in; 0: several
  std::map<std::string, std::string> kind_of;  // the kind of most of a rule's records stands for it
  std::map<std::string, Tally> kinds;
  std::array<Tally, resolution_names.size()> resolutions;
  Tally speakers;  // all resolutions together
};

Tallies tallies_of(const std::vector<JudgedRecord>& records) {
  Tallies tallies;
  for (const JudgedRecord& record : records) {
    if (record.content == Verdict::unjudged) continue;
    const bool is_right = record.content == Verdict::right;
    const std::string rule = record.rule.empty() ? "none" : record.rule;
    tallies.rules[rule].add(is_right);
    if (const auto [own, is_first] = tallies.one.try_emplace(rule, record.article); own->second != record.article) own->second = 0;
    tallies.kind_of.try_emplace(rule, record.kind);
    tallies.kinds[record.kind].add(is_right);
    if (!record.resolution || !is_right) continue;
    tallies.resolutions[static_cast<std::size_t>(*record.resolution)].add(record.speaker != Verdict::wrong);
    tallies.speakers.add(record.speaker != Verdict::wrong);
  }
  return tallies;
}

std::string entry(std::string_view name, double precision, std::uint64_t judged) {
  return fmt::format("  [\"{}\", \"{:.3f}\", \"{}\"],\n", name, precision, judged);
}

}  // namespace

Reliability reliability_of(const std::vector<JudgedRecord>& records) {
  std::array<ReliabilityBin, bin_count> bins;
  std::uint64_t judged = 0;
  for (const JudgedRecord& record : records) {
    if (record.content == Verdict::unjudged) continue;
    ReliabilityBin& bin = bins[bin_of(record.confidence)];
    bin.records += 1;
    bin.right += record.is_right() ? 1 : 0;
    bin.confidences += record.confidence;
    judged += 1;
  }
  Reliability reliability;
  for (std::size_t i = bin_count; i-- > 0;) {
    if (bins[i].records == 0) continue;
    bins[i].from = static_cast<double>(i) / bin_count;
    reliability.bins.push_back(bins[i]);
    const double weight = static_cast<double>(bins[i].records) / static_cast<double>(judged);
    reliability.calibration_error += weight * std::abs(bins[i].share_right() - bins[i].mean_confidence());
  }
  return reliability;
}

std::map<std::pair<std::string, std::string>, RuleFigures> figures_by_rule(const std::vector<JudgedRecord>& records) {
  std::map<std::pair<std::string, std::string>, RuleFigures> rules;
  for (const JudgedRecord& record : records) {
    RuleFigures& figures = rules[{record.rule, record.kind}];
    figures.kind = record.kind;
    figures.records += 1;
    figures.judged += record.content != Verdict::unjudged ? 1 : 0;
    figures.right += record.content == Verdict::right ? 1 : 0;
    figures.beside += record.beside_missed ? 1 : 0;
    figures.speakers += record.speaker != Verdict::unjudged ? 1 : 0;
    figures.speakers_right += record.speaker == Verdict::right ? 1 : 0;
  }
  return rules;
}

std::string confidence_file(const std::vector<JudgedRecord>& records) {
  const Tallies tallies = tallies_of(records);
  std::string text =
      "# How often each rule was right: written by `onrecord evaluate --write-confidence`, not by hand. A record's "
      "confidence is\n"
      "# the precision of its rule, times that of the way in which its speaker was resolved. A rule that is not listed "
      "keeps the\n"
      "# confidence that stands in it.\n\n"
      "[lexicon.confidence.rule]\ncase = \"exact\"\ncolumns = [\"precision\", \"judged\"]\nwords = [\n";
  for (const auto& [rule, tally] : tallies.rules) {
    const double mean = tallies.kinds.at(tallies.kind_of.at(rule)).share();
    const Tally counted = tallies.one.at(rule) == 0 ? tally : tally.at_most(most_of_one_article);
    text += entry(rule, counted.drawn_to(mean), tally.judged);
  }
  text += "]\n\n[lexicon.confidence.resolution]\ncase = \"exact\"\ncolumns = [\"precision\", \"judged\"]\nwords = [\n";
  for (std::size_t i = 0; i < resolution_names.size(); ++i) {
    const Tally& tally = tallies.resolutions[i];
    if (tally.judged > 0) text += entry(resolution_names[i], tally.drawn_to(tallies.speakers.share()), tally.judged);
  }
  text += "]\n";
  return text;
}

}  // namespace onrecord
