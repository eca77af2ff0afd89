#include "onrecord/rules/image_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace onrecord {
namespace {

const std::vector<std::string> images{"a first one", "", std::string(200, 'c'), "d"};

TEST(ImageList, GivesEachImageByItsNumber) {
  const ImageList list(images);
  ASSERT_EQ(list.size(), images.size());
  for (std::size_t number = 0; number < images.size(); ++number) EXPECT_EQ(list[number], images[number]) << number;
}

TEST(ImageList, PutsTheNamedImagesInFront) {
  const std::vector<std::size_t> first{3, 2};
  const ImageList list(images, first);
  ASSERT_EQ(list.size(), images.size());
  for (std::size_t number = 0; number < images.size(); ++number) EXPECT_EQ(list[number], images[number]) << number;
  EXPECT_LT(list[3].data(), list[2].data());
  EXPECT_LT(list[2].data(), list[0].data());
}

}  // namespace
}  // namespace onrecord
