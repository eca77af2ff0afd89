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

/// An image is the parts of a value, one behind the other: what is small as bytes to be copied, `FlatArray`s as bytes to
/// be looked at in place, at a multiple of their alignment. Writer and reader are called in the same way, so that one function,
/// `visit(archive, value)` or the member `value.visit(archive)`, says for both what a value consists of.
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

  std::string take() { return std::move(bytes_); }

  template <typename Value>
  void plain(const Value& value) {
    append(&value, sizeof value);
  }
  void text(const std::string& value) {
    plain(value.size());
    append(value.data(), value.size());
  }
  template <typename Value>
  void array(const FlatArray<Value>& values) {
    plain(values.size());
    bytes_.resize((bytes_.size() + alignof(Value) - 1) / alignof(Value) * alignof(Value));
    append(values.data(), values.size() * sizeof(Value));
  }

 private:
  void append(const void* bytes, std::size_t size) {
    if (size > 0) bytes_.append(static_cast<const char*>(bytes), size);
  }

  std::string bytes_;
};

/// Takes values from the bytes of an image, which must outlive the arrays read.
class ImageReader : public ImageArchive<ImageReader> {
 public:
  static constexpr bool reads = true;

  explicit ImageReader(std::string_view image) : image_(image) {}

  template <typename Value>
  void plain(Value& value) {
    std::memcpy(&value, take(sizeof value), sizeof value);
  }
  void text(std::string& value) {
    const std::size_t size = count();
    value.assign(take(size), size);
  }
  template <typename Value>
  void array(FlatArray<Value>& values) {
    const std::size_t size = count();
    at_ = (at_ + alignof(Value) - 1) / alignof(Value) * alignof(Value);
    values = FlatArray<Value>::over({reinterpret_cast<const Value*>(take(size * sizeof(Value))), size});
  }

 private:
  std::size_t count() {
    std::size_t value = 0;
    plain(value);
    return value;
  }
  const char* take(std::size_t size) {
    assert(size <= image_.size() - at_);
    const char* const bytes = image_.data() + at_;
    at_ += size;
    return bytes;
  }

  std::string_view image_;
  std::size_t at_ = 0;
};

template <typename Archive>
void visit(Archive& archive, std::string& value) {
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
