#pragma once

#include <cassert>
#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "onrecord/base/flat_array.h"

namespace onrecord {

namespace image_details {
inline constexpr std::size_t arrays_alignment = 64;
constexpr std::size_t aligned(std::size_t size, std::size_t alignment) { return (size + alignment - 1) / alignment * alignment; }
}  // namespace image_details

/// An image is the parts of a value, one behind the other: first what is small, as bytes to be copied, then the contents of
/// `FlatArray`s, to be looked at in place, at a multiple of their alignment, so that to read an image touches little of it. Writer and reader are called in the
/// same way, so that one function, `visit(archive, value)` or the member `value.visit(archive)`, says for both what a value consists of.
template <typename Derived>
class ImageArchive {
 public:
  /// Writes or reads these values.
  template <typename... Values>
  void operator()(Values&... values) {
    (pass(values), ...);
  }

 private:
  template <typename Value>
  void pass(Value& value) {
    if constexpr (requires { value.visit(self()); }) value.visit(self());
    else if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) self().plain(value);
    else visit(self(), value);
  }

  Derived& self() { return static_cast<Derived&>(*this); }
};

/// Appends values to bytes.
class ImageWriter : public ImageArchive<ImageWriter> {
 public:
  static constexpr bool reads = false;

  std::string take() {
    const std::size_t size = copied_.size();
    std::string result(reinterpret_cast<const char*>(&size), sizeof size);
    result += copied_;
    result.resize(image_details::aligned(result.size(), image_details::arrays_alignment));
    result += arrays_;
    return result;
  }

  template <typename Value>
  void plain(const Value& value) {
    append(&value, sizeof value);
  }
  template <typename Value>
  void block(const std::vector<Value>& values) {
    append(values.data(), values.size() * sizeof(Value));
  }
  void text(const std::string& value) {
    plain(value.size());
    append(value.data(), value.size());
  }
  /// As an array: not to be read before somebody looks at it.
  void text(std::string_view value) {
    plain(value.size());
    arrays_ += value;
  }
  template <typename Value>
  void array(const FlatArray<Value>& values) {
    plain(values.size());
    arrays_.resize(image_details::aligned(arrays_.size(), alignof(Value)));
    if (!values.empty()) arrays_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value));
  }

 private:
  void append(const void* bytes, std::size_t size) {
    if (size > 0) copied_.append(static_cast<const char*>(bytes), size);
  }

  std::string copied_, arrays_;
};

/// Takes values from the bytes of an image, which must outlive the arrays read.
class ImageReader : public ImageArchive<ImageReader> {
 public:
  static constexpr bool reads = true;

  explicit ImageReader(std::string_view image) : image_(image) {
    const std::size_t size = count();
    arrays_at_ = image_details::aligned(at_ + size, image_details::arrays_alignment);
  }

  template <typename Value>
  void plain(Value& value) {
    std::memcpy(&value, take(sizeof value), sizeof value);
  }
  template <typename Value>
  void block(std::vector<Value>& values) {
    if (!values.empty()) std::memcpy(values.data(), take(values.size() * sizeof(Value)), values.size() * sizeof(Value));
  }
  void text(std::string& value) {
    const std::size_t size = count();
    value.assign(take(size), size);
  }
  /// A view of the image.
  void text(std::string_view& value) { value = take_array(count(), 1); }
  template <typename Value>
  void array(FlatArray<Value>& values) {
    const std::size_t size = count();
    values = FlatArray<Value>::over({reinterpret_cast<const Value*>(take_array(size * sizeof(Value), alignof(Value)).data()), size});
  }

 private:
  std::size_t count() {
    std::size_t value = 0;
    plain(value);
    return value;
  }
  std::string_view take_array(std::size_t size, std::size_t alignment) {
    arrays_at_ = image_details::aligned(arrays_at_, alignment);
    assert(size <= image_.size() - arrays_at_);
    const std::string_view bytes = image_.substr(arrays_at_, size);
    arrays_at_ += size;
    return bytes;
  }
  const char* take(std::size_t size) {
    assert(size <= image_.size() - at_);
    const char* const bytes = image_.data() + at_;
    at_ += size;
    return bytes;
  }

  std::string_view image_;
  std::size_t at_ = 0;  // in what is copied
  std::size_t arrays_at_ = 0;
};

template <typename Archive>
void visit(Archive& archive, std::string& value) {
  archive.text(value);
}

template <typename Archive>
void visit(Archive& archive, std::string_view& value) {
  archive.text(value);
}

template <typename Archive, typename Value>
void visit(Archive& archive, FlatArray<Value>& values) {
  archive.array(values);
}

template <typename Archive, typename First, typename Second>
void visit(Archive& archive, std::pair<First, Second>& value) {
  archive(value.first, value.second);
}

template <typename Archive, typename Value>
void visit(Archive& archive, std::vector<Value>& values) {
  std::size_t count = values.size();
  archive.plain(count);
  if constexpr (Archive::reads) values.resize(count);
  if constexpr (std::is_trivially_copyable_v<Value> && std::has_unique_object_representations_v<Value> && !std::is_pointer_v<Value>) archive.block(values);
  else
    for (Value& value : values) archive(value);
}

template <typename Archive, typename Value>
void visit(Archive& archive, std::optional<Value>& value) {
  bool is_there = value.has_value();
  archive.plain(is_there);
  if constexpr (Archive::reads) {
    if (is_there) value.emplace();
    else value.reset();
  }
  if (value) archive(*value);
}

}  // namespace onrecord
