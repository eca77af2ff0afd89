#pragma once

#include <string>

/// Rule files with a single rule, for tests of what its keys do.
namespace onrecord::testing {

/// A type with two fields and a layer of sentences: six lines.
inline const std::string head =
    "schema = 1\n"
    "[type.thing]\n"
    "fields = { name = \"span\", size = \"choice?:small|large\" }\n"
    "[[layer]]\n"
    "name = 'things'\n"
    "unit = 'sentence'\n";

/// A rule file with the rule `thing.one`: `keys` are those beside its id, layer and type, and may go on with other tables.
inline std::string rule(const std::string& keys) { return head + "[[rule]]\nid = 'thing.one'\nlayer = 'things'\nemits = 'thing'\n" + keys; }

}  // namespace onrecord::testing
