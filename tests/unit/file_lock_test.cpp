#include "onrecord/pipeline/file_lock.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <string>

namespace onrecord {
namespace {

TEST(FileLock, IsOneRuns) {
  const int mine = memfd_create("lock", MFD_CLOEXEC);
  ASSERT_GE(mine, 0);
  const int other = open(("/proc/self/fd/" + std::to_string(mine)).c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(other, 0);
  EXPECT_EQ(lock_file(mine), Lock::taken);
  EXPECT_EQ(lock_file(other), Lock::held);
  close(mine);
  EXPECT_EQ(lock_file(other), Lock::taken);
  close(other);
}

TEST(FileLock, OnlyAMissingServiceIsNoLock) {
  EXPECT_EQ(lock_of_error(EWOULDBLOCK), Lock::held);
  for (const int error : {ENOLCK, ENOSYS, ENOTSUP, EOPNOTSUPP, EINVAL}) EXPECT_EQ(lock_of_error(error), Lock::unsupported) << error;
  for (const int error : {EIO, EBADF, EACCES, ENOMEM, ESTALE}) EXPECT_EQ(lock_of_error(error), Lock::failed) << error;
  EXPECT_EQ(lock_file(-1), Lock::failed);
}

}  // namespace
}  // namespace onrecord
