#pragma once

#include <cstdint>

namespace onrecord {

/// What came of asking for the lock of a file.
enum class Lock : std::uint8_t {
  taken,        ///< nobody else gets it until the file is closed
  unsupported,  ///< the file system knows no locks (Lustre and NFS may not): there is none to take, and the run may go on
  held,         ///< by another run
  failed,       ///< `errno` tells why
};

/// Asks for the lock of the open file `descriptor`, without waiting for it.
Lock lock_file(int descriptor);

/// What the error `error_number` of `flock` comes to.
Lock lock_of_error(int error_number);

}  // namespace onrecord
