#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "onrecord/app/rule_options.h"
#include "onrecord/input/documents.h"
#include "onrecord/output/format.h"
#include "onrecord/pipeline/pipeline.h"

namespace CLI {
class App;
}

namespace onrecord {

/// What `onrecord extract` was asked for.
struct ExtractArguments {
  InputOptions input;
  PipelineOptions pipeline;
  RuleOptions rules;
  FormatOptions format;
  std::string output = "-";
  std::string output_folder;  ///< empty: all into `output`
  bool resumes = false;
  std::string stats;  ///< where to write them; "-": standard error; empty: nowhere
  std::string progress = "auto";
  std::optional<std::size_t> jobs;  ///< none: as the place of output suggests; 0: all cores
  bool fail_fast = false;
  bool quiet = false;
  bool verbose = false;
};

/// Adds the options that tell what to read.
void add_input_options(CLI::App& app, InputOptions& input);

/// Adds all options but those of the rules.
void add_extract_options(CLI::App& app, ExtractArguments& arguments);

}  // namespace onrecord
