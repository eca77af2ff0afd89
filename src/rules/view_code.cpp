#include "onrecord/rules/view_code.h"

namespace onrecord {

void append_code_point(std::string& out, char32_t code) {
  const auto last = static_cast<char>(0x80 | (code & 0x3F));
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0 | (code >> 6)), last};
    out.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)), last};
    out.append(bytes, sizeof bytes);
  }
}

}  // namespace onrecord
