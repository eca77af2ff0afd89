#include "onrecord/rules/leading_instructions.h"

#include <vector>

namespace onrecord {
namespace {

using Op = RegexProgram::Op;

template <typename Found>
void for_each_way(const RegexProgram& program, const Found& found) {
  const auto& instructions = program.instructions();
  for (RegexProgram::Index i = 0; i < instructions.size(); ++i) {
    const auto& [op, next, other, number] = instructions[i];
    if (next != RegexProgram::none) found(i, next);
    if (other != RegexProgram::none && other != next) found(i, other);
  }
}

}  // namespace

LeadingInstructions::LeadingInstructions(const RegexProgram& program) {
  const std::size_t count = program.instructions().size();
  std::vector<Place> begins(count + 1);
  std::vector<std::uint8_t> asked_for(count);
  for_each_way(program, [&](Index, Index to) { ++begins[to + 1]; });
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<Index> from_instructions(begins.back());
  std::vector<Place> next(begins.begin(), begins.end() - 1);
  const auto reads = [&](Index index) { return program.instructions()[index].op == Op::character; };
  for_each_way(program, [&](Index from, Index to) {
    if (reads(from)) from_instructions[next[to]++] = from;
  });
  std::vector<Place> middles = next;
  for_each_way(program, [&](Index from, Index to) {
    if (!reads(from)) from_instructions[next[to]++] = from;
  });
  for (const auto& instruction : program.instructions()) {
    if (instruction.op == Op::split || instruction.op == Op::character) asked_for[instruction.next] = 1;
  }
  begins_ = FlatArray(std::move(begins));
  middles_ = FlatArray(std::move(middles));
  from_ = FlatArray(std::move(from_instructions));
  asked_for_ = FlatArray(std::move(asked_for));
}

}  // namespace onrecord
