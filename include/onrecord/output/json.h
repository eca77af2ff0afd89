#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

/// Appends `text`, which must be valid UTF-8, as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

/// A key that the program knows, with a comma before it and a colon behind it, put together when it is built. Nothing in the name
/// needs an escape.
class JsonKey {
 public:
  template <std::size_t size>
  consteval JsonKey(const char (&name)[size]) {  // NOLINT(google-explicit-constructor): keys are written as literals
    static_assert(size + 3 <= longest);
    text_[size_++] = ',';
    text_[size_++] = '"';
    for (std::size_t i = 0; i + 1 < size; ++i) text_[size_++] = name[i];
    text_[size_++] = '"';
    text_[size_++] = ':';
  }
  std::string_view with_comma() const { return {text_.data(), size_}; }

 private:
  static constexpr std::size_t longest = 24;
  std::array<char, longest> text_{};
  std::size_t size_ = 0;
};

/// Appends JSON to a string, key by key, in the order of the calls. Sets the commas; between two values that stand for
/// themselves it sets none.
class JsonAppender {
 public:
  explicit JsonAppender(std::string& out) : out_(out) {}

  void open(char bracket);
  void close(char bracket);
  void key(std::string_view name);  ///< a name in which nothing needs an escape
  void known_key(const JsonKey& key);
  void any_key(std::string_view name);  ///< any valid UTF-8
  void string(std::string_view text);
  void plain_string(std::string_view text);    ///< in which nothing needs an escape
  void string_or_null(std::string_view text);  ///< null where `text` is empty
  void number(std::uint64_t value);
  void pair(std::uint32_t first, std::uint32_t second);  ///< two numbers in brackets
  void fraction(double value);                           ///< with two decimals
  void boolean(bool value);
  void null();
  void json(std::string_view value);  ///< one value, as JSON already
  /// A key, as of `key`, and its value.
  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, std::uint64_t value);

 private:
  void separate();
  void begin_value();

  std::string& out_;
  std::uint32_t depth_ = 0;     // brackets that are open
  bool follows_value_ = false;  // the next key or value needs a comma before it
};

}  // namespace onrecord
