#include "onrecord/base/digest.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RecordId, TellsItsTypeAndDiffersInEachPart) {
  const std::string id = record_id("c", "quote", "1:2");
  EXPECT_EQ(id.substr(0, 2), "q_");
  EXPECT_EQ(id.size(), 26U);
  EXPECT_EQ(id, record_id("c", "quote", "1:2"));
  EXPECT_NE(id, record_id("d", "quote", "1:2"));
  EXPECT_NE(id, record_id("c", "question", "1:2"));
  EXPECT_NE(id, record_id("c", "quote", "1:3"));
}

}  // namespace
}  // namespace onrecord
