#include "onrecord/extract/record/places.h"

#include <gtest/gtest.h>

#include "onrecord/text/segment.h"

namespace onrecord {
namespace {

TEST(Places, AreThoseOfTheTextAsRead) {
  // The hyphen U+2011 and the space U+202F are folded, the soft hyphen and the '\r' dropped.
  const std::string text = "Ä first.\r\n\r\nArticle\u202F5\u2011like guar\u00ADantees";
  const Document document = read_lines(text);
  const std::string& folded = document.folded.text();
  const auto begin = static_cast<std::uint32_t>(folded.find("Article 5-like"));
  ASSERT_NE(begin, static_cast<std::uint32_t>(std::string::npos)) << folded;
  const Places places(document);
  const Quoted quoted = places.quoted({begin, static_cast<std::uint32_t>(folded.size())});
  EXPECT_EQ(quoted.text, "Article\u202F5\u2011like guar\u00ADantees");
  EXPECT_EQ(quoted.place.bytes, (Span{13, static_cast<std::uint32_t>(text.size())}));
  EXPECT_EQ(quoted.place.characters, (Span{12, 38}));
  EXPECT_EQ(quoted.place.line, 3U);
  EXPECT_EQ(places.place({0, 2}).line, 1U);
}

}  // namespace
}  // namespace onrecord
