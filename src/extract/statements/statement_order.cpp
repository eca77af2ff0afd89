#include "onrecord/extract/statements/statement_order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace onrecord {

std::vector<Statement> in_order(std::vector<Statement> statements) {
  std::vector<std::uint32_t> order(statements.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Span x = statements[a].content;
    const Span y = statements[b].content;
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<Statement> result;
  for (const std::uint32_t i : order) {
    Statement statement = std::move(statements[i]);
    for (std::uint32_t* link : {&statement.claim, &statement.group, &statement.carried_from}) {
      if (*link != Statement::none) *link = place[*link];
    }
    result.push_back(std::move(statement));
  }
  return result;
}

}  // namespace onrecord
