#include "onrecord/output/marked_text.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace onrecord {
namespace {

/// Records of a text, made by naming their words, which must occur in it.
class Records {
 public:
  explicit Records(std::string text) : text_(std::move(text)) {}

  TextPlace place(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(text_.find(words));
    TextPlace place;
    place.bytes = {begin, begin + static_cast<std::uint32_t>(words.size())};
    return place;
  }
  SpeakerReference reference(std::string_view id) const { return {std::string(id), "", {}, Resolution::name}; }

  Records& speaker(std::string_view id, std::initializer_list<std::string_view> mentions) {
    SpeakerRecord record;
    record.head.id = id;
    for (const std::string_view words : mentions) record.mentions.push_back(place(words));
    extraction.records.emplace_back(record);
    return *this;
  }
  Records& quote(std::string_view words, std::string_view speaker, std::string_view claim = {}) {
    QuoteRecord record;
    record.head.id = std::string("q ") + std::string(words);
    record.head.place = place(words);
    record.claim = claim;
    if (!speaker.empty()) record.speaker = reference(speaker);
    extraction.records.emplace_back(record);
    return *this;
  }
  ClaimRecord& claim(std::string_view words, std::string_view speaker) {
    ClaimRecord record;
    record.head.id = std::string("c ") + std::string(words);
    record.head.place = place(words);
    if (!speaker.empty()) record.speaker = reference(speaker);
    else record.attribution = Attribution::narrator;
    return std::get<ClaimRecord>(extraction.records.emplace_back(record));
  }

  MarkedText marked(const std::vector<std::string>& kinds = {}) const { return {text_, extraction, kinds}; }

  /// The text with its borders as bars and what is told at them in brackets; lines end in '/'.
  std::string shown(const std::vector<std::string>& kinds = {}) const {
    const MarkedText marked = this->marked(kinds);
    std::string result;
    for (const MarkedLine& line : marked.lines()) {
      for (const Stretch& stretch : line.stretches) {
        result += (&stretch == line.stretches.data() ? "" : "|") + std::string(slice(text_, stretch.bytes));
        if (const std::string label = marked.label_behind(stretch); !label.empty()) result += '[' + label + ']';
      }
      result += '/';
    }
    return result;
  }

  Extraction extraction;

 private:
  std::string text_;
};

TEST(MarkedText, CoversAllLinesOnce) {
  EXPECT_EQ(Records("").shown(), "/");
  EXPECT_EQ(Records("Rain fell.").shown(), "Rain fell./");
  EXPECT_EQ(Records("Rain\n\nfell.\n").shown(), "Rain//fell.//");
  EXPECT_EQ(Records("Rain\r\n\r\nfell.").shown(), "Rain//fell./");
}

TEST(MarkedText, CutsWhereRecordsBeginAndEnd) {
  Records records("“Rain,” said Ann Lee.");
  records.speaker("a", {"Ann Lee"}).quote("Rain", "a");
  EXPECT_EQ(records.shown(), "“|Rain[1]|,” said |Ann Lee|./");
  const MarkedText marked = records.marked();
  const auto& stretches = marked.lines()[0].stretches;
  EXPECT_EQ(marked.speaker_of(stretches[1]), 1U);
  EXPECT_EQ(stretches[3].mentioned, 1U);
  EXPECT_EQ(marked.speaker_of(stretches[2]), 0U);
}

TEST(MarkedText, TellsAtTheEndOfEachStatementWhoSaysIt) {
  Records records("Ann says Bo said it rains and snows.");
  records.speaker("a", {"Ann"}).speaker("b", {"Bo"});
  records.claim("Bo said it rains and snows", "a");
  records.claim("it rains and snows", "b").modality = Modality::possible;
  EXPECT_EQ(records.shown(), "Ann| says |Bo| said |it rains and snows[2 possible 1]|./");
}

TEST(MarkedText, TellsOnceOfAClaimAndTheQuoteInIt) {
  Records records("Ann said it “rains”.");
  records.speaker("a", {"Ann"}).quote("rains", "a", "c it “rains");
  records.claim("it “rains", "a");
  EXPECT_EQ(records.shown(), "Ann| said |it “|rains[1]|”./");
}

TEST(MarkedText, TellsOfTheWriterAndOfNobody) {
  Records records("It may rain. “Yes,” it went.");
  records.quote("Yes", "").claim("It may rain", "").negated = true;
  EXPECT_EQ(records.shown(), "It may rain[writer negated]|. “|Yes[?]|,” it went./");
}

TEST(MarkedText, NamesKindsOfTheRules) {
  Records records("It closes by 1 May.");
  CustomRecord deadline;
  deadline.type = "deadline";
  deadline.head.place = records.place("closes by 1 May");
  records.extraction.records.emplace_back(deadline);
  EXPECT_EQ(records.shown(), "It |closes by 1 May[deadline]|./");
}

TEST(MarkedText, MarksOnlyTheKindsAskedFor) {
  Records records("“Rain,” said Ann Lee.");
  records.speaker("a", {"Ann Lee"}).quote("Rain", "a").claim("Rain,", "a");
  EXPECT_EQ(records.shown({"claim"}), "“|Rain,[1]|” said |Ann Lee|./");
}

TEST(MarkedText, KeepsRecordsOverSeveralLines) {
  Records records("It rains\nand snows, said Ann.");
  records.speaker("a", {"Ann"}).claim("It rains\nand snows", "a");
  EXPECT_EQ(records.shown(), "It rains/and snows[1]|, said |Ann|./");
}

TEST(MarkedText, FindsTitleAndHeadings) {
  Records records("Rain falls\n\nWhat is next\nRain falls\n");
  records.extraction.title = "Rain falls";
  records.extraction.sections.push_back({"What is next", records.place("What is next")});
  const MarkedText marked = records.marked();
  std::vector<LineRole> roles;
  for (const MarkedLine& line : marked.lines()) roles.push_back(line.role);
  EXPECT_EQ(roles, (std::vector<LineRole>{LineRole::title, LineRole::text, LineRole::heading, LineRole::text, LineRole::text}));
}

}  // namespace
}  // namespace onrecord
