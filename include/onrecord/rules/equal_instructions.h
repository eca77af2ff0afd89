#pragma once

#include <span>
#include <vector>

#include "onrecord/rules/regex_program.h"

namespace onrecord {

/// By instruction of a program, a number that it shares with those from which everything goes on in the same way, captures and preference
/// included, and with no others.
std::vector<RegexProgram::Index> equal_instructions(std::span<const RegexProgram::Instruction> instructions);

}  // namespace onrecord
