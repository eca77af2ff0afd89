#include "onrecord/unpack/warc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "onrecord/unpack/http_body.h"

namespace onrecord {
namespace {

using namespace std::string_literals;

/// Gives a text in pieces of a few bytes, as a slow pipe does.
class TextLayer : public ByteLayer {
 public:
  explicit TextLayer(std::string text) : text_(std::move(text)) {}
  Result read(char* to, std::size_t size) override {
    const std::size_t count = std::min({size, std::size_t{7}, text_.size() - at_});
    std::memcpy(to, text_.data() + at_, count);
    at_ += count;
    return {count == 0 ? Status::at_end : Status::bytes, count};
  }
  bool is_ready() override { return true; }
  bool may_wait() const override { return false; }
  ReadFailure failure() const override { return {}; }

 private:
  std::string text_;
  std::size_t at_ = 0;
};

std::string record(const std::string& type, const std::string& block, long length_off = 0, const std::string& version = "1.0") {
  return "WARC/" + version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://a.example/" + block.substr(0, 1) +
         "\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(static_cast<long>(block.size()) + length_off) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// Each record as "block", or as "!code" where it could not be read.
std::vector<std::string> read(const std::string& file, std::uint64_t limit = 1000) {
  WarcReader reader(ByteSource(std::make_unique<TextLayer>(file)), limit);
  std::vector<std::string> blocks;
  while (auto found = reader.next()) blocks.push_back(found->failure ? "!" + found->failure->code : found->block);
  return blocks;
}

using Blocks = std::vector<std::string>;

TEST(Warc, ReadsPagesAndTheirText) {
  EXPECT_EQ(read(record("response", "one") + record("resource", "two", 0, "1.1") + record("conversion", "three")), (Blocks{"one", "two", "three"}));
}

TEST(Warc, PassesOverOtherRecords) {
  EXPECT_EQ(read(record("warcinfo", "info") + record("request", "GET") + record("response", "one") + record("metadata", "m")), Blocks{"one"});
}

TEST(Warc, TakesLineEndsOfUnix) {
  std::string text = record("conversion", "ab") + record("conversion", "cd");
  std::erase(text, '\r');
  EXPECT_EQ(read(text), read(record("conversion", "ab") + record("conversion", "cd")));
}

TEST(Warc, GoesOnBehindWrongLengths) {
  for (const long off : {-2L, -1L, 1L, 3L, 5L, 20L, 60L})
    EXPECT_EQ(read(record("response", "one") + record("response", "wrong", off) + record("response", "three")), (Blocks{"one", "!corrupt", "three"})) << off;
  EXPECT_EQ(read(record("response", "one", 5000) + record("response", "two"), 10000), (Blocks{"!truncated", "two"}));
  EXPECT_EQ(read(record("response", "far too large for it", 0) + record("response", "two"), 10), (Blocks{"!too_large", "two"}));
}

TEST(Warc, SaysWhereTheFileEnds) {
  const std::string file = record("response", "one") + record("response", "two");
  EXPECT_EQ(read(file.substr(0, file.size() - 6)), (Blocks{"one", "!truncated"}));
  EXPECT_EQ(read(file.substr(0, file.size() - 4)), (Blocks{"one", "two"}));
}

struct HttpRow {
  const char* name;
  std::string message;
  int status;
  const char* media_type;
  const char* charset;
  const char* body;
};

TEST(HttpBody, TakesMessagesApart) {
  const HttpRow rows[] = {
      {"plain", "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"UTF-8\"\r\n\r\n<p>", 200, "text/html", "utf-8", "<p>"},
      {"line ends of Unix", "HTTP/1.0 404 Not Found\nA: b\n\nx", 404, "", "", "x"},
      {"chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", 200, "", "", "abcde"},
      {"chunks announced, none there", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>abc</p>", 200, "", "", "<p>abc</p>"},
      {"gzip announced, none there", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>abc</p>", 200, "", "", "<p>abc</p>"},
      {"folded header", "HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=koi8-r\r\n\r\nx", 200, "text/html", "koi8-r", "x"},
      {"no body", "HTTP/1.1 204 No Content\r\n\r\n", 204, "", "", ""},
  };
  for (const HttpRow& row : rows) {
    const auto parsed = parse_http(row.message, 1000);
    ASSERT_TRUE(parsed) << row.name;
    EXPECT_EQ(parsed->status, row.status) << row.name;
    EXPECT_EQ(parsed->media_type, row.media_type) << row.name;
    EXPECT_EQ(parsed->charset, row.charset) << row.name;
    EXPECT_EQ(parsed->body, row.body) << row.name;
  }
  EXPECT_FALSE(parse_http("<p>", 1000));
}

TEST(HttpBody, TellsWhatItCannotUnpack) {
  const auto packed_by = [](const std::string& encoding, const std::string& body) {
    return parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: " + encoding + "\r\n\r\n" + body, 1000)->packed_by;
  };
  EXPECT_EQ(packed_by("br", "\x0B\x02\x80Rain\x03"), "br");
  EXPECT_EQ(packed_by("br", "<p>Rain\tfell.</p>\r\n"), "");
  EXPECT_EQ(packed_by("gzip", "\x01\x02"), "");
  EXPECT_EQ(packed_by("identity", "\x01\x02"), "");
}

TEST(Warc, TakesBracketsOffAddresses) {
  WarcReader reader(
      ByteSource(std::make_unique<TextLayer>("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: <http://a.example/>\r\nContent-Length: 1\r\n\r\nx\r\n\r\n")),
      1000);
  EXPECT_EQ(reader.next()->target, "http://a.example/");
}

}  // namespace
}  // namespace onrecord
