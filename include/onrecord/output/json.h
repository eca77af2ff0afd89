#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

/// Appends `text`, which must be valid UTF-8, as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

/// Appends JSON to a string, key by key, in the order of the calls. Sets the commas; between two values that stand for
/// themselves it sets none.
class JsonAppender {
 public:
  explicit JsonAppender(std::string& out) : out_(out) {}

  void open(char bracket);
  void close(char bracket);
  void key(std::string_view name);      ///< a name in which nothing needs an escape
  void any_key(std::string_view name);  ///< any valid UTF-8
  void string(std::string_view text);
  void string_or_null(std::string_view text);  ///< null where `text` is empty
  void number(std::uint64_t value);
  void fraction(double value);  ///< with two decimals
  void boolean(bool value);
  void null();
  void json(std::string_view value);  ///< one value, as JSON already

 private:
  void separate();
  void begin_value();

  std::string& out_;
  std::uint32_t depth_ = 0;       // brackets that are open
  bool follows_value_ = false;    // the next key or value needs a comma before it
};

}  // namespace onrecord
