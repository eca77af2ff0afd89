#include "onrecord/convert/news_xml.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord {
namespace {

const MarkupWords words;

/// All items as "id|text", with "; " between.
std::string read(std::string_view xml) {
  const NewsItems items = read_news_xml(xml, news_xml_of(xml), words);
  std::string all;
  for (const NewsItem& item : items.items) all += (all.empty() ? "" : "; ") + item.id + "|" + (item.too_deep ? "too deep" : item.text);
  return all + (items.problem.empty() ? "" : all.empty() ? "problem" : "; problem");
}

TEST(NewsXml, KnowsItself) {
  EXPECT_EQ(news_xml_of("<?xml version='1.0'?>\n<!-- x --><!DOCTYPE nitf SYSTEM 'a.dtd' [<!ENTITY x 'y'>]>\n<nitf>"), NewsXml::nitf);
  EXPECT_EQ(news_xml_of("<newsItem xmlns='x'>"), NewsXml::newsml);
  EXPECT_EQ(news_xml_of("<nar:newsMessage>"), NewsXml::newsml);
  EXPECT_EQ(news_xml_of("<rss version='2.0'>"), NewsXml::rss);
  EXPECT_EQ(news_xml_of("<feed xmlns='http://www.w3.org/2005/Atom'>"), NewsXml::atom);
  EXPECT_EQ(news_xml_of("<html>"), NewsXml::none);
  EXPECT_EQ(news_xml_of("Rain fell."), NewsXml::none);
}

TEST(NewsXml, KeepsWholeItemsOfACutFeed) {
  const std::string one = "<item><guid>1</guid><description>Rain.</description></item>", two = "<item><guid>2</guid><description>Snow.</description></item>";
  const std::string feed = "<rss><channel><title>News</title>" + one + two;
  EXPECT_EQ(read(feed + "<item><guid>3</guid><description>Ha"), "1|Rain.; 2|Snow.; problem");
  EXPECT_EQ(read(feed.substr(0, feed.size() - 10)), "1|Rain.; problem");
  EXPECT_EQ(read(feed + "<item><title>a & b < c</x></item></channel></rss>"), "1|Rain.; 2|Snow.; problem");
  EXPECT_EQ(read("<rss><channel><title>Ne"), "problem");
  EXPECT_EQ(read("<feed><entry><id>1</id><content>Rain.</content></entry><entry><id>2</id><tit"), "1|Rain.; problem");
  EXPECT_EQ(read("<nitf><body><body.content><p>Rain fell.</p></body.content>"), "problem");
}

TEST(NewsXml, ReadsNitf) {
  EXPECT_EQ(read("<nitf><head><title>t</title><docdata><doc-id id-string='d1'/></docdata></head><body><body.head><hedline><hl1>A bridge</hl1></hedline>"
                 "<byline>By <person>Ann Lee</person></byline></body.head><body.content><p>Rain <em>fell</em>.</p>"
                 "<media><media-caption><p>A "
                 "caption.</p></media-caption></media><hl2>Then</hl2><p>Snow.</p><ul><li>a</li><li>b</li></ul></body.content></body></nitf>"),
            "d1|A bridge\n\nBy Ann Lee\n\nRain fell.\n\nThen\n\nSnow.\n\na\nb");
}

TEST(NewsXml, ReadsNewsMl) {
  EXPECT_EQ(
      read("<newsMessage><itemSet><newsItem guid='g1'><contentMeta><headline>A bridge</headline><by>Ann Lee</by></contentMeta><contentSet>"
           "<inlineXML><html><body><p>Rain.</p><p>Snow.</p></body></html></inlineXML></contentSet></newsItem>"
           "<newsItem guid='g2'><contentSet><inlineXML><nitf><body><body.content><p>Hail.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"
           "</itemSet></newsMessage>"),
      "g1|A bridge\n\nAnn Lee\n\nRain.\n\nSnow.; g2|Hail.");
}

TEST(NewsXml, ReadsFeeds) {
  EXPECT_EQ(read("<rss><channel><title>Paper</title><item><title>A bridge</title><guid>g1</guid><dc:creator>Ann Lee</dc:creator>"
                 "<description>short</description><content:encoded><![CDATA[<p>Rain.</p><p>Snow.</p>]]></content:encoded></item>"
                 "<item><link>http://a.example/2</link><description>&lt;p&gt;Hail.&lt;/p&gt;</description></item></channel></rss>"),
            "g1|A bridge\n\nAnn Lee\n\nRain.\n\nSnow.; http://a.example/2|Hail.");
  EXPECT_EQ(read("<feed><title>Paper</title><entry><id>e1</id><title>A bridge</title><author><name>Ann Lee</name></author>"
                 "<content type='xhtml'><div><p>Rain.</p></div></content></entry><entry><id>e2</id><summary>Hail.</summary></entry></feed>"),
            "e1|A bridge\n\nAnn Lee\n\nRain.; e2|Hail.");
}

TEST(NewsXml, FetchesAndExpandsNothing) {
  EXPECT_EQ(read("<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b "
                 "'&a;&a;'>]><nitf><body><body.content><p>x&a;&b;y</p></body.content></body></nitf>"),
            "|x&a;&b;y");
}

TEST(NewsXml, SaysWhatIsNoXml) {
  EXPECT_EQ(read("<nitf><body>"), "problem");
  EXPECT_EQ(read("<rss><channel></rss>"), "problem");
}

TEST(NewsXml, EndsOnDeepNesting) {
  std::string deep = "<nitf><body><body.content>";
  for (int i = 0; i < 100000; ++i) deep += "<p>";
  deep += "x";
  for (int i = 0; i < 100000; ++i) deep += "</p>";
  EXPECT_EQ(read(deep + "</body.content></body></nitf>"), "|x");
}

TEST(NewsXml, ReadsTheDeclaredCharset) {
  EXPECT_EQ(declared_xml_charset("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"), "iso-8859-1");
  EXPECT_EQ(declared_xml_charset("<rss>"), "");
}

}  // namespace
}  // namespace onrecord
