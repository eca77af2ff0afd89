#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"

namespace onrecord {

/// Images by number, each to be read by itself: to find one touches no other. They can stand in an image themselves.
class ImageList {
 public:
  ImageList() = default;
  /// The bytes of the images in `first`, numbers that differ, stand in front of all others, in this order: what is often used together shares pages.
  explicit ImageList(const std::vector<std::string>& images, std::span<const std::size_t> first = {}) {
    std::vector<Place> places(images.size());
    std::vector<Block> blocks;
    const auto put = [&](std::size_t number) {
      const std::string& image = images[number];
      places[number] = {static_cast<std::uint32_t>(blocks.size()), static_cast<std::uint32_t>(image.size())};
      blocks.resize(blocks.size() + (image.size() + sizeof(Block) - 1) / sizeof(Block));
      if (!image.empty()) std::memcpy(&blocks[places[number].block], image.data(), image.size());
    };
    std::vector<bool> is_put(images.size());
    for (const std::size_t number : first) {
      put(number);
      is_put[number] = true;
    }
    for (std::size_t number = 0; number < images.size(); ++number) {
      if (!is_put[number]) put(number);
    }
    places_ = FlatArray(places);
    blocks_ = FlatArray(blocks);
  }

  std::size_t size() const { return places_.size(); }
  /// At an address for `ImageReader`.
  std::string_view operator[](std::size_t number) const {
    const Place& place = places_[number];
    return {reinterpret_cast<const char*>(blocks_.data() + place.block), place.size};
  }

  /// Shows its parts to what writes or reads an image.
  template <typename Archive>
  void visit(Archive& archive) {
    archive(places_, blocks_);
  }

 private:
  struct Place {
    std::uint32_t block = 0;
    std::uint32_t size = 0;  // bytes
  };
  struct alignas(64) Block {
    char bytes[64] = {};
  };

  FlatArray<Place> places_;
  FlatArray<Block> blocks_;
};

}  // namespace onrecord
