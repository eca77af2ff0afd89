#pragma once

#include <string>

#include "onrecord/app/command_tree.h"

namespace onrecord {

/// Scripts that make the shell of that name complete commands, options and their values behind `onrecord`; where none fits, names of files.
std::string bash_completion(const DescribedCommand& program);
std::string zsh_completion(const DescribedCommand& program);
std::string fish_completion(const DescribedCommand& program);

/// The manual page `onrecord(1)`, as roff.
std::string manual_page(const DescribedCommand& program, const std::string& version);

}  // namespace onrecord
