#include "onrecord/pipeline/file_lock.h"

#include <sys/file.h>

#include <cerrno>

namespace onrecord {

Lock lock_file(int descriptor) {
  int result = 0;
  do result = flock(descriptor, LOCK_EX | LOCK_NB);
  while (result != 0 && errno == EINTR);
  return result == 0 ? Lock::taken : lock_of_error(errno);
}

Lock lock_of_error(int error_number) {
  // Two of these may be one number, which no `switch` takes.
  if (error_number == EWOULDBLOCK || error_number == EAGAIN) return Lock::held;
  if (error_number == ENOTSUP || error_number == EOPNOTSUPP) return Lock::unsupported;
  return error_number == ENOLCK || error_number == ENOSYS || error_number == EINVAL ? Lock::unsupported : Lock::failed;
}

}  // namespace onrecord
