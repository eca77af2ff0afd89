#pragma once

namespace onrecord {

/// Takes the lock of an open file until it is closed. False: another run has it. Where the file system knows no locks (Lustre and NFS may not), there is
/// none to take, and the run goes on.
bool lock_file(int descriptor);

}  // namespace onrecord
