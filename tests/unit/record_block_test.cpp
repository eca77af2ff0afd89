#include "onrecord/pipeline/record_block.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "onrecord/extract/matching/match_observer.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/pipeline/stream_sink.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// Makes the mistake that a program may make, in the second document.
class Mistaken : public MatchObserver {
 public:
  explicit Mistaken(const RuleSet& rules) : first_layer_(rules.layers().front()) {}

  void unit(const Layer& layer, Span unit, const View&) override {
    if (&layer == &first_layer_ && unit.begin == 0 && ++documents_ == 2) throw std::out_of_range("no such place");
  }

 private:
  const Layer& first_layer_;
  int documents_ = 0;
};

TEST(RecordBlock, AMistakeOfOursCostsOneDocument) {
  const RuleSet& rules = testing::standard_rules();
  Mistaken mistaken(rules);
  const NdjsonWriter writer(rules, {});
  const StreamSink sink(OutputFile::standard_output(), writer.frame());
  const InputOptions input;
  const ExtractOptions extract{.observer = &mistaken};
  LineBlock lines{"in.jsonl", 1, R"({"text": "“One,” Ann Lee said."}
{"text": "“Two,” Ann Lee said."}
{"text": "“Three,” Ann Lee said."}
)"};
  Piece piece;
  piece.parts.push_back({std::move(lines), 0});
  const RecordBlock block = BlockMaker{rules, writer, sink, input, extract}.make(std::move(piece));

  std::string kinds;
  std::vector<std::string> errors;
  for (const RecordBlock::Part& part : block.parts) {
    if (part.kind == RecordBlock::Part::Kind::document) kinds += 'd';
    if (part.kind == RecordBlock::Part::Kind::failure) kinds += 'f';
    errors.insert(errors.end(), part.errors.begin(), part.errors.end());
  }
  EXPECT_EQ(kinds, "dfd");
  EXPECT_EQ(errors, std::vector<std::string>{"internal"});
  EXPECT_NE(block.records.find(R"("doc":"in.jsonl:2","source":"in.jsonl","code":"internal","message":"a mistake in the program: no such place")"),
            std::string::npos)
      << block.records;
  EXPECT_NE(block.records.find(R"("text":"Three")"), std::string::npos) << block.records;
}

}  // namespace
}  // namespace onrecord
