#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "onrecord/app/app.h"

namespace {

/// Takes from the kernel at once the memory that a run over one short article needs: to ask for it piece by piece, and to come to each page
/// for the first time, takes longer than to work on it. What is freed here stays with the process.
void take_memory_of_short_run() {
  constexpr std::size_t size = 1U << 20U;
  // The first time it comes from a mapping of its own; when that is given back, glibc learns to take this size from the heap, and to keep it.
  void* volatile mapped = std::malloc(size);  // volatile: a compiler may leave out what comes to nothing
  std::free(mapped);
  char* const begin = static_cast<char*>(std::malloc(size));
  if (begin == nullptr) return;
#ifdef MADV_POPULATE_WRITE
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(begin) + size) / page * page;
  madvise(reinterpret_cast<void*>(first), end - first, MADV_POPULATE_WRITE);  // a kernel that does not know it refuses: nothing is lost
#endif
  std::free(begin);
}

}  // namespace

int main(int argument_count, char** arguments) {
  take_memory_of_short_run();
  const int code = onrecord::run(argument_count, arguments);
#ifdef __SANITIZE_ADDRESS__
  return code;  // so that leaks are looked for
#else
  // All output is written. What threads and libraries still hold goes with the process; to give it back piece by piece would take longer
  // than to extract the records of a short article.
  std::fflush(nullptr);
  std::_Exit(code);
#endif
}
