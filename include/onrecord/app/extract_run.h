#pragma once

#include <functional>
#include <memory>

#include "onrecord/app/extract_options.h"
#include "onrecord/output/record_writer.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Makes the writer of a run. The rules stay until it is gone.
using WriterMaker = std::function<std::unique_ptr<RecordWriter>(const RuleSet&)>;

/// Reads what the arguments name, extracts, and writes with the writer that `make` makes once the rules are loaded. Says on standard error what is
/// wrong with the arguments, the rules, inputs and the output. Returns the exit code.
int run_extract(ExtractArguments& arguments, const WriterMaker& make);

}  // namespace onrecord
