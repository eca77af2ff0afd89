#pragma once

#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif

namespace onrecord {

#if defined(__x86_64__)
/// Whether the processor has AVX2, and the system lets programs use it. The C library knows, where it is glibc; the compiler's own way asks the
/// processor when each process starts, for which a virtual machine stops: a hundredth of a short run.
inline bool has_avx2() {
#ifdef CPU_FEATURE_ACTIVE
  static const bool known = CPU_FEATURE_ACTIVE(AVX2);
#else
  static const bool known = __builtin_cpu_supports("avx2") != 0;
#endif
  return known;
}
#endif

}  // namespace onrecord
