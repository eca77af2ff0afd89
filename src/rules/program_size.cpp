#include "onrecord/rules/program_size.h"

#include <re2/re2.h>

namespace onrecord {

std::uint64_t program_size(const std::string& pattern, bool ignore_case) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignore_case);
  const RE2 regex(pattern, options);
  return regex.ok() ? static_cast<std::uint64_t>(regex.ProgramSize()) : 0;
}

}  // namespace onrecord
