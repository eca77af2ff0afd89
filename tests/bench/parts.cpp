// Times of the parts. The first argument that is no option names a text: an article.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "onrecord/base/digest.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/segment.h"

namespace {

using namespace onrecord;

/// What the benchmarks work on, made once.
struct Sample {
  std::string text;
  RuleSet rules;
  DocumentFacts facts;
  Extraction extraction;
  std::string lines;
};

Sample make_sample(const char* path) {
  std::ifstream file(path, std::ios::binary);
  Sample sample{{std::istreambuf_iterator<char>(file), {}}, embedded_rule_set(), {}, {}, {}};
  sample.facts = {path, path, sample.text.size(), sha256_hex(sample.text), "utf-8", {}, {}};
  sample.extraction = extract(sample.rules, sample.text, sample.facts.sha256);
  NdjsonWriter(sample.rules, {}).append(sample.lines, sample.facts, sample.extraction);
  return sample;
}

std::int64_t bytes_of(const benchmark::State& state, const std::string& text) {
  return static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size());
}

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(embedded_rule_set());
}

void segment_text(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) {
    Document document = read_lines(sample.text);
    segment(document, sample.rules.segment_words());
    benchmark::DoNotOptimize(document);
  }
  state.SetBytesProcessed(bytes_of(state, sample.text));
}

void extract_records(benchmark::State& state, const Sample& sample) {
  for (auto _ : state) benchmark::DoNotOptimize(extract(sample.rules, sample.text, sample.facts.sha256));
  state.SetBytesProcessed(bytes_of(state, sample.text));
}

void write_records(benchmark::State& state, const Sample& sample) {
  const NdjsonWriter writer(sample.rules, {});
  std::string out;
  for (auto _ : state) {
    out.clear();
    writer.append(out, sample.facts, sample.extraction);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(bytes_of(state, sample.lines));
}

/// The same records as values of nlohmann/json: each is made (copied, which allocates as making does) and written.
void write_records_with_nlohmann(benchmark::State& state, const Sample& sample) {
  std::vector<nlohmann::ordered_json> records;
  std::istringstream lines(sample.lines);
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::ordered_json::parse(line));
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (const nlohmann::ordered_json& record : records) {
      const nlohmann::ordered_json made = record;
      out += made.dump();
      out += '\n';
    }
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(bytes_of(state, sample.lines));
}

/// `run` on `sample`, which must live on: RuleSet cannot be copied.
auto on(const Sample& sample, void (*run)(benchmark::State&, const Sample&)) {
  return [&sample, run](benchmark::State& state) { run(state, sample); };
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) return 2;
  const Sample sample = make_sample(argv[1]);
  benchmark::RegisterBenchmark("load_rules", load_rules)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("segment", on(sample, segment_text))->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("extract", on(sample, extract_records))->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("write", on(sample, write_records))->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("write_with_nlohmann", on(sample, write_records_with_nlohmann))->Unit(benchmark::kMicrosecond);
  benchmark::RunSpecifiedBenchmarks();
}
