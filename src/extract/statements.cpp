#include <algorithm>

#include "onrecord/extract/statement.h"

namespace onrecord {
namespace {
}
std::vector<Statement> find_statements(const RuleSet&, const Document&, const Structure&, Annotations&) { return {}; }
}
