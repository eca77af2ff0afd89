#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace onrecord {

/// An option as people write it.
struct DescribedOption {
  std::vector<std::string> names;    ///< with their dashes, short ones first; empty: what is named by its place
  std::string value;                 ///< what the help calls its value; empty: it takes none
  std::vector<std::string> choices;  ///< all values that it takes, where they are few
  std::string description;           ///< on one line
};

/// A command, with its options and the commands below it, as the help tells of them.
struct DescribedCommand {
  std::vector<std::string> words;  ///< behind the program's name: "rules", "check"; none: the program itself
  std::string description;
  std::string footer;
  std::vector<DescribedOption> options;
  std::vector<DescribedCommand> commands;
};

/// Reads all that the parser knows. Hidden options are left out.
DescribedCommand describe(CLI::App& root);

/// The command and all below it, in the order of the help.
std::vector<const DescribedCommand*> with_all_below(const DescribedCommand& command);

}  // namespace onrecord
