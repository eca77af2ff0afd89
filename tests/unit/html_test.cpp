#include "onrecord/convert/html.h"

#include <gtest/gtest.h>

#include <string>

#include "onrecord/convert/html_depth.h"

namespace onrecord {
namespace {

const MarkupWords words{{"sidebar", "related", "sharing", "cookie-bar", "ad"},
                        {"byline", "author", "by"},
                        {"comments"},
                        {"editor"},
                        {"faq"},
                        {"question"},
                        {"answer"},
                        {"accordion"},
                        {"title"},
                        {"no"}};

std::string article(std::string_view html) {
  const auto page = article_of_page(html, words);
  return page ? page->text : "too deep";
}

struct Row {
  const char* name;
  const char* html;
  const char* text;
};

constexpr const char* long_paragraph = "The council will vote on the new harbour bridge in the spring of next year.";

TEST(Html, LaysOutBlocks) {
  const Row rows[] = {
      {"paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
      {"white space", "<p> One\n  <b>two</b>,\tthree </p>", "One two, three"},
      {"inline elements do not part words", "<p>un<i>break</i>able</p>", "unbreakable"},
      {"line breaks", "<p>One.<br>Two.</p>", "One.\nTwo."},
      {"two of them part paragraphs", "<div>One.<br>\n<br/>Two.</div>", "One.\n\nTwo."},
      {"lists", "<p>Say:</p><ul><li>one</li><li>two</li></ul><p>End.</p>", "Say:\n\none\ntwo\n\nEnd."},
      {"headings", "<h2>What now?</h2><p>Wait.</p>", "What now?\n\nWait."},
      {"tables", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"},
      {"entities", "<p>Tom &amp; &#8220;Ann&#8221;&nbsp;&lt;b&gt;</p>", "Tom & “Ann”\u00A0<b>"},
      {"no-break spaces", "<p>&nbsp;a&nbsp; b &nbsp;c&nbsp; &nbsp;</p><p>&nbsp;</p>&nbsp;<br>&nbsp;&nbsp;<p>d", "\u00A0a\u00A0 b \u00A0c\n\nd"},
      {"preformatted", "<pre>a\nb\n \nc</pre>", "a\nb\n\nc"},
      {"definition lists", "<dl><dt>Why?</dt><dd>Because.</dd></dl>", "Why?\n\nBecause."},
      {"details", "<details><summary>Why?</summary><p>Because.</p></details>", "Why?\n\nBecause."},
      {"questions that are buttons", "<h3><button class='ad'>Why?</button></h3><p>Because.</p><button>Share</button>", "Why?\n\nBecause."},
      {"scripts and styles", "<p>a</p><script>if (1<2) p()</script><style>p{}</style><p>b</p>", "a\n\nb"},
      {"captions", "<figure><img src=x><figcaption>A bridge.</figcaption></figure><p>b</p>", "b"},
      {"text in figures", "<figure><span>Photo: Ann Lee</span><blockquote>Rain.</blockquote></figure>", "Rain."},
      {"links to notes", "<p>Rain<sup><a href='#n1'>[1]</a></sup> fell<a href=#n2>2</a> <a href='#top'>up</a>.</p>", "Rain fell up."},
      {"boxes of links", "<p>a</p><div><h3>Read</h3><ul><li><a href=x>Rain</a><li><a href=y>Snow</a></ul></div><p>b</p>", "a\n\nb"},
      {"bylines that are links", "<p>By <a href=x>Ann Lee</a></p><p>In <a href=x>Rain and Snow</a></p><p>b</p>", "By Ann Lee\n\nb"},
      {"headlines beside links", "<div><a href=x>The Rain and Snow Pages</a><h1>Rain</h1></div><p>b</p>", "The Rain and Snow Pages\n\nRain\n\nb"},
      {"names of what is not there", "<div class='no-sidebar'>Rain.</div><div class='noSidebar'>Snow.</div><div class='the-sidebar'>Hail.</div>",
       "Rain.\n\nSnow."},
      {"lines that are links", "<p>More: <a href=x>Rain falls on the harbour</a></p><p>See the <a href=x>report on rain</a>.</p>", "See the report on rain."},
      {"names by capitals", "<div class='topAd'>Buy</div><div class='Header_adSlot__x'>now</div><p>b</p>", "b"},
      {"elements of the site's own", "<amp-ad>Buy</amp-ad><x-story><p>b</p></x-story>", "b"},
      {"names in longer ones", "<div class='page__cookieBar-inner'>Agree</div><div class='cookie'>Bake.</div><p>b</p>", "Bake.\n\nb"},
      {"quotations", "<p><q>Rain, he said <q>often</q>, fell</q>, she said.</p>", "“Rain, he said ‘often’, fell”, she said."},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(text_of_fragment(row.html, words).value_or(FragmentText{"too deep", {}}).text, row.text) << row.name;
}

TEST(Html, TellsBoxesOfLinksHoweverWritten) {
  const std::string indent(90, ' '), paragraph = std::string("<p>") + long_paragraph + "</p>";
  const auto text = [](const std::string& box) { return text_of_fragment("<p>a</p><div>" + box + "</div><p>b</p>", words).value_or(FragmentText{}).text; };
  EXPECT_EQ(text(indent + "<h3><a href=x>Rain</a></h3>\n" + indent), "a\n\nb");
  EXPECT_EQ(text("<a href=x>" + paragraph + "</a>"), "a\n\nb");
  EXPECT_EQ(text("<a href=x>Rain</a>" + paragraph), std::string("a\n\nRain\n\n") + long_paragraph + "\n\nb");
}

TEST(Html, TakesTheArticleOfAPage) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  const std::string page =
      "<html><head><title>Bridge | The Paper</title></head><body class='has-sidebar'><header><nav><a href=/>Home</a></nav></header>"
      "<main><h1>A bridge</h1><div class='meta byline'>By Ann Lee</div><article>" +
      paragraph + paragraph +
      "<aside><p>Also read: the old bridge and what has become of it since then.</p></aside></article></main>"
      "<div class='sidebar'>" +
      paragraph + "</div><div id='comments'>" + "<p>I like that bridge a lot, and so does everybody else.</p>" +
      "</div><footer>© The Paper</footer></body></html>";
  const std::string body = std::string(long_paragraph) + "\n\n" + long_paragraph;
  EXPECT_EQ(article(page), "A bridge\n\nBy Ann Lee\n\n" + body);
}

TEST(Html, DoesNotSayTitleAndBylineTwice) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  EXPECT_EQ(article("<article><h1>A bridge</h1><a rel=author>Ann Lee</a>" + paragraph + "</article>"), std::string("A bridge\n\nAnn Lee\n\n") + long_paragraph);
}

TEST(Html, TakesTheTitleOfTheHeadWhereNoHeadingIs) {
  const std::string page =
      "<html><head><meta property='og:title' content='A bridge'><title>x</title></head><body><p>Rain fell on the harbour all day long.</p></body></html>";
  EXPECT_EQ(article(page), "A bridge\n\nRain fell on the harbour all day long.");
}

TEST(Html, KeepsAPartThatIsMostOfThePageWhateverItIsCalled) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  EXPECT_EQ(article("<body><div class='related'>" + paragraph + "</div></body>"), long_paragraph);
}

TEST(Html, TellsAnchorsFromNames) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  const auto page = [&](const std::string& id, const std::string& heading) {
    return article("<body><h1>A bridge</h1>" + paragraph + paragraph + "<div id='" + id + "'><h2>" + heading + "</h2><p>It rained.</p></div></body>");
  };
  const std::string body = std::string("A bridge\n\n") + long_paragraph + "\n\n" + long_paragraph;
  EXPECT_EQ(page("sharing-with-one-town", "Sharing with one town<a href=#x>¶</a>"), body + "\n\nSharing with one town\n\nIt rained.");
  EXPECT_EQ(page("sharing-with-two-towns", "Sharing with one town"), body);
  EXPECT_EQ(page("related", "Related"), body);
}

TEST(Html, TakesAllPartsOfAnArticle) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>", line = std::string("\n\n") + long_paragraph;
  const auto page = [&](const std::string& first, const std::string& last) {
    return article("<body><h1>A bridge</h1><" + first + ">" + paragraph + paragraph + paragraph + "</div><" + last + ">" + paragraph + "</div></body>");
  };
  EXPECT_EQ(page("div class='part x'", "div class='part x'"), "A bridge" + line + line + line + line);
  EXPECT_EQ(page("div class='part x'", "div class='more x'"), "A bridge" + line + line + line);
  EXPECT_EQ(page("div", "div"), "A bridge" + line + line + line);
}

TEST(Html, LeavesCommentsOutHoweverLong) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  const std::string page =
      "<body><div><h1>A bridge</h1>" + paragraph + "</div><div class=comments>" + paragraph + paragraph + paragraph + paragraph + "</div></body>";
  EXPECT_EQ(article(page), std::string("A bridge\n\n") + long_paragraph);
}

TEST(Html, TakesTheArticleThatIsShorterThanWhatStandsBeside) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  EXPECT_EQ(article("<body><article><h1>A bridge</h1><p>It fell.</p></article><div>" + paragraph + paragraph + "</div></body>"), "A bridge\n\nIt fell.");
  EXPECT_EQ(article("<body><div><h1>A bridge</h1>" + paragraph + paragraph + "</div><div>" + paragraph + "</div></body>"),
            std::string("A bridge\n\n") + long_paragraph + "\n\n" + long_paragraph);
}

TEST(Html, KeepsWhatStandsBetweenHeadlineAndBody) {
  const std::string paragraph = std::string("<p>") + long_paragraph + "</p>";
  const std::string page = "<body><div><p>The Paper</p><div><h1>A bridge</h1><p>It is long.</p></div><div class=related>x</div><div><p>By Ann Lee</p><div>" +
                           paragraph + paragraph + "</div></div></div></body>";
  EXPECT_EQ(article(page), std::string("A bridge\n\nIt is long.\n\nBy Ann Lee\n\n") + long_paragraph + "\n\n" + long_paragraph);
}

TEST(Html, KnowsTheTitle) {
  const auto title = [](const std::string& page) { return article_of_page(page, words).value_or(PageText{}).title; };
  EXPECT_EQ(title("<title>A new bridge | The Paper</title><h1>The Paper</h1><h2>A new bridge</h2><p>x</p>"), "A new bridge");
  EXPECT_EQ(title("<title>The Paper</title><h1>A new <i>bridge</i></h1><p>x</p>"), "A new bridge");
  EXPECT_EQ(title("<meta property=og:title content='A new bridge'><p>x</p>"), "A new bridge");
  EXPECT_EQ(title("<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"NewsArticle\", \"headline\": \"A new bridge\"}]}</script><p>x</p>"),
            "A new bridge");
  EXPECT_EQ(title("<title>A new bridge</title><p>The bridge opens.</p>"), "A new bridge");
  EXPECT_EQ(title("<title>Valley Echo Online</title><p>The bridge opens.</p>"), "");
}

TEST(Html, ReadsAnArticleInAHeadingWithoutAnEnd) {
  const std::string paragraph = std::string("<p>") + long_paragraph;
  EXPECT_EQ(article("<body><article><h1>A bridge" + paragraph + paragraph), std::string("A bridge\n\n") + long_paragraph + "\n\n" + long_paragraph);
}

TEST(Html, ReadsABodyInsideItsHeadline) {
  EXPECT_EQ(article(std::string("<h1 class=x>A bridge <article><div>") + long_paragraph + "</div></article></h1>"), long_paragraph);
}

TEST(Html, TakesTheTextOfJsonLdWhereThePageHasNone) {
  const auto page = [](const std::string& body, const std::string& rest) {
    return "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"A bridge\", \"articleBody\": \"" + body + "\"}</script>" + rest;
  };
  EXPECT_EQ(article(page("It fell.\\n\\nIt rained.", "<div id=app></div>")), "A bridge\n\nIt fell.\n\nIt rained.");
  EXPECT_EQ(article(page("<p>It fell.</p><p>It rained.</p>", "")), "A bridge\n\nIt fell.\n\nIt rained.");
  EXPECT_EQ(article(page("It fell. It rained.", "<h1>A bridge</h1><p>It fell.</p><p>It rained.</p>")), "A bridge\n\nIt fell.\n\nIt rained.");
}

TEST(Html, ReadsEmptyElementsOfXhtml) {
  const std::string body =
      "<head><script src='a>b.js'/><title>A bridge</title></head><body><div id='ad'/><!-- <a/> --><p>It <b/>fell.<br/>It rained.</p></body>";
  EXPECT_EQ(article("<?xml version='1.0'?>\n<html>" + body + "</html>"), "It fell.\nIt rained.");
  EXPECT_EQ(article("<html><head><title>A bridge</title></head><body><p>It <b/>fell.</p></body></html>"), "It fell.");
}

TEST(Html, KnowsWhoWroteIt) {
  const auto byline = [](const std::string& page) { return article_of_page("<h1>A bridge</h1><p>x</p>" + page, words).value_or(PageText{}).byline; };
  const std::string json_ld = "<script type='application/ld+json'>[{\"@type\": \"NewsArticle\", \"author\": ";
  EXPECT_EQ(byline(json_ld + "[{\"@type\": \"Person\", \"name\": \"Ann Lee\"}, {\"@type\": \"Person\", \"name\": \"Bo van Berg\"}]}]</script>"),
            "Ann Lee, Bo van Berg");
  EXPECT_EQ(byline(json_ld + "{\"@type\": \"Organization\", \"name\": \"The Paper\"}}]</script>"), "");
  EXPECT_EQ(byline(json_ld + "not JSON</script>"), "");
  EXPECT_EQ(byline(json_ld + "{\"name\": \"Ann O&#039;Lee\"}}]</script>"), "Ann O'Lee");
  EXPECT_EQ(byline("<script type='application/ld+json'>\n<![CDATA[ {\"@type\": \"NewsArticle\", \"author\": {\"name\": \"Ann Lee\"}} ]]></script>"), "Ann Lee");
  EXPECT_EQ(byline("<script type='application/ld+json'>//<![CDATA[\n{\"@type\": \"NewsArticle\", \"author\": {\"name\": \"Ann Lee\"}}\n//]]></script>"),
            "Ann Lee");
  EXPECT_EQ(byline(json_ld + "{\"@type\": [\"Person\"], \"name\": [\"Ann Lee\", \"Bo Berg, Cy Diaz, Ports Editor, Jr\"]}}]</script>"),
            "Ann Lee, Bo Berg, Cy Diaz");
  EXPECT_EQ(byline(json_ld + "{\"@id\": \"#ann\"}}, {\"@type\": \"Person\", \"@id\": \"#ann\", \"name\": \"Ann Lee\"}]</script>"), "Ann Lee");
  EXPECT_EQ(byline("<ul><li><a rel=author>Ann Lee</a></li><li><a rel=author>Bo Berg</a></li></ul>"), "Ann Lee, Bo Berg");
  EXPECT_EQ(byline("<div class=byline>Words: <span>Ann Lee</span> in Rome</div>"), "Ann Lee");
  EXPECT_EQ(byline("<footer><span itemprop=author>Ann Lee</span></footer>"), "Ann Lee");
  EXPECT_EQ(byline("<div class=author>The news desk</div>"), "");
}

TEST(Html, BelievesTheHeadWhereABoxNamesTheSame) {
  const auto byline = [](const std::string& name) {
    const std::string page =
        "<head><meta name=author content='Ann Lee'></head><body><h1>A bridge</h1><p>It fell.</p><div class=sidebar><p>Rain.</p><p class=author>";
    return article_of_page(page + name + "</p></div></body>", words).value_or(PageText{}).byline;
  };
  EXPECT_EQ(byline("Ann Lee"), "Ann Lee");
  EXPECT_EQ(byline("Bo Berg"), "");
}

/// The lines that headings begin.
std::string headings(std::string_view html) {
  const PageText page = article_of_page(html, words).value_or(PageText{});
  std::string lines;
  for (const auto& [begin, level, asks] : page.headings) {
    lines += (lines.empty() ? "" : "|") + std::to_string(level) + (asks ? "? " : " ") + page.text.substr(begin, page.text.find('\n', begin) - begin);
  }
  return lines;
}

TEST(Html, TellsHeadings) {
  const std::string paragraph = "<p>" + std::string(long_paragraph) + "</p>";
  EXPECT_EQ(headings("<h1>A bridge</h1>" + paragraph + "<h2> What it <b>cost</b></h2>" + paragraph + "<p>No heading</p><h3>Who pays?</h3>" + paragraph),
            "2 What it cost|3 Who pays?");
  EXPECT_EQ(headings("<h1>A bridge</h1>" + paragraph +
                     "<dl><dt>Span</dt><dd>Eighty metres.</dd></dl><details><summary>Who pays?</summary><p>The town pays for all of it.</p></details>"),
            "7 Span|7 Who pays?");
  EXPECT_EQ(headings("<html><head><title>A bridge in the harbour</title></head><body><header><h1>A bridge in the harbour</h1><h4>Cranes</h4></header><p "
                     "class=byline>By Ann Lee</p><div>" +
                     paragraph + paragraph + "<h2>Cost</h2>" + paragraph + "</div>"),
            "4 Cranes|2 Cost");
  EXPECT_EQ(headings("<h2></h2>" + paragraph), "");
  EXPECT_EQ(headings(paragraph), "");
}

TEST(Html, TellsQuestions) {
  const std::string paragraph = "<p>" + std::string(long_paragraph) + "</p>", answer = "<div>The town pays for all of it.</div>";
  const auto told = [&](const std::string& question) { return headings("<h1>A bridge</h1>" + paragraph + question + answer); };
  EXPECT_EQ(told("<button aria-expanded=false>Who pays?</button>"), "7 Who pays?");
  EXPECT_EQ(told("<button aria-expanded=false>Share</button>"), "");
  EXPECT_EQ(told("<button>Who pays?</button>"), "");
  EXPECT_EQ(told("<a data-toggle=collapse href=#a>Who pays?</a>"), "7 Who pays?");
  EXPECT_EQ(told("<a data-toggle=collapse href=/a>Who pays?</a>"), "");
  EXPECT_EQ(told("<div class=accordion__title>Cost</div>"), "7 Cost");
  EXPECT_EQ(told("<div class='accordion-title'><h3>Cost</h3></div>"), "3 Cost");
  EXPECT_EQ(told("<div class=accordion>Cost</div>"), "");
  EXPECT_EQ(told("<span class='faq-question'>Cost</span>"), "7? Cost");
  EXPECT_EQ(told("<div class=faq><div class='x-question'>Cost</div></div>"), "7? Cost");
  EXPECT_EQ(told("<table class=faq><tr class=question><td>1.1.</td><td>Cost</td></tr></table>"), "7? 1.1.\tCost");
  EXPECT_EQ(told("<div class='poll-question'>Cost</div>"), "");
  EXPECT_EQ(told("<div class='faq-question-answer'>Cost</div>"), "");
  EXPECT_EQ(told("<div class='faq-question'><p>Cost</p><p>Two crowns</p></div>"), "");
  EXPECT_EQ(told("<div itemscope itemtype='https://schema.org/Question'><b itemprop=name>Cost</b></div>"), "7? Cost");
  EXPECT_EQ(told("<div itemscope itemtype='https://schema.org/Person'><b itemprop=name>Ann Lee</b></div>"), "");
  EXPECT_EQ(told("<div role=heading aria-level=4>Cost</div><span role=heading>Age</span>"), "4 Cost|2 Age");
  const std::string json_ld =
      R"(<script type='application/ld+json'>{"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Cost"}, {"@type": "Question", "name": "Age"}]}</script>)";
  EXPECT_EQ(told(json_ld + "<div>Cost</div><button>AGE</button><h2>Width</h2>"), "7? Cost|7? AGE|2 Width");
}

TEST(Html, TakesAllOfManyShortParagraphs) {
  std::string html = "<h1>A bridge</h1>", text = "A bridge";
  for (int i = 0; i < 9; ++i) {
    html += i == 3 ? "<div>" + std::string(long_paragraph) + " That is long.</div>" : "<div>The town pays for all of it.</div>";
    text += "\n\n" + (i == 3 ? std::string(long_paragraph) + " That is long." : "The town pays for all of it.");
  }
  EXPECT_EQ(article(html), text);
}

TEST(Html, KnowsWhatIsTooMuch) {
  std::string items, tag = "<p", paragraphs, plain = "<p";
  for (std::uint32_t i = 0; i <= most_html_parts; ++i) items += "<li>";
  for (std::uint32_t i = 0; i <= most_html_parts; ++i) paragraphs += "</p>";
  for (int i = 0; i < 600; ++i) tag += " a" + std::to_string(i) + (i % 3 == 0 ? " = 'x y>'" : i % 3 == 1 ? "=x" : "");
  for (int i = 0; i < 400; ++i) plain += " a" + std::to_string(i) + "=\"<b>\"";
  EXPECT_EQ(html_cost(items), HtmlCost::too_much);
  EXPECT_EQ(html_cost(paragraphs), HtmlCost::too_much);
  EXPECT_EQ(html_cost(tag + ">"), HtmlCost::too_much);
  EXPECT_EQ(html_cost(plain + "/>"), HtmlCost::fair);
  EXPECT_FALSE(article_of_page(tag + ">", words).has_value());
  for (const char* broken : {"<p a=", "<p a=\"", "<p ", "<", "<p", "<p a", "<p a =", "<p / / a"}) EXPECT_EQ(html_cost(broken), HtmlCost::fair) << broken;
}

TEST(Html, KnowsWhatIsDeep) {
  std::string deep, sloppy, wide;
  for (int i = 0; i < 5000; ++i) {
    deep += "<div>";
    sloppy += "<p><b>x<div></p>";
    wide += "<p>x<li>y<div>z</div><br>";
  }
  EXPECT_EQ(html_cost(deep), HtmlCost::too_deep);
  EXPECT_FALSE(article_of_page(deep, words).has_value());
  EXPECT_EQ(html_cost(sloppy), HtmlCost::too_deep);
  EXPECT_EQ(html_cost(wide), HtmlCost::fair);
  EXPECT_EQ(html_cost("<script>" + deep + "</script><!--" + deep + "-->"), HtmlCost::fair);
}

TEST(Html, KnowsItself) {
  EXPECT_TRUE(looks_like_html("\xEF\xBB\xBF \n<!DOCTYPE HTML><p>"));
  EXPECT_TRUE(looks_like_html("<html lang=en>"));
  EXPECT_TRUE(looks_like_html("<?xml version='1.0'?><!DOCTYPE html><html>"));
  EXPECT_FALSE(looks_like_html("<Ann Lee> said it."));
  EXPECT_FALSE(looks_like_html("Rain fell."));
}

TEST(Html, ReadsTheDeclaredCharset) {
  EXPECT_EQ(declared_html_charset("<head><meta name=x><meta charset=\"ISO-8859-1\">"), "iso-8859-1");
  EXPECT_EQ(declared_html_charset("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>"), "koi8-r");
  EXPECT_EQ(declared_html_charset("<p>charset=none"), "");
}

}  // namespace
}  // namespace onrecord
