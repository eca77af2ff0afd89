#pragma once

namespace onrecord {

/// Where standard output is a terminal and there is a pager (what PAGER says, else less), from now on what is written there is read by the pager. That
/// is this process, and what called it goes on as a child, so that a shell waits for the pager. No threads may run yet.
void page_standard_output();

}  // namespace onrecord
