#include "onrecord/extract/statements/earlier_statements.h"

#include <algorithm>

namespace onrecord {

EarlierStatements::EarlierStatements(const std::vector<Statement>& statements, Symbol stance, std::size_t sentences)
    : statements_(statements), stance_(stance), speaking_in_(sentences) {
  for (std::uint32_t i = 0; i < statements.size(); ++i) add(i, attributed_);
  std::stable_sort(attributed_.begin(), attributed_.end(), [](const Placed& a, const Placed& b) { return a.place < b.place; });
}

std::uint32_t EarlierStatements::in_sentence(std::uint32_t sentence, std::uint32_t offset) const {
  const std::vector<std::uint32_t>& speaking = speaking_in_[sentence];
  const auto found = std::find_if(speaking.rbegin(), speaking.rend(), [&](std::uint32_t i) { return statements_[i].cue.end <= offset; });
  return found == speaking.rend() ? Statement::none : *found;
}

std::uint32_t EarlierStatements::last_before(std::uint32_t offset) const {
  const Placed* attributed = last_before(attributed_, offset);
  const Placed* floating = last_before(floating_, offset);
  if (floating != nullptr && (attributed == nullptr || floating->place > attributed->place)) return floating->statement;
  return attributed == nullptr ? Statement::none : quoted_with(attributed->statement);
}

/// “It will,” Lee told Bo, after Bo asked whether it would. “…”: who is quoted in a sentence goes on, not who is reported in it.
std::uint32_t EarlierStatements::quoted_with(std::uint32_t reported) const {
  if (statements_[reported].kind != Statement::Kind::claim) return reported;
  const auto is_quoted_before = [&](std::uint32_t i) {
    const Statement& other = statements_[i];
    const bool is_whole_quote = other.kind == Statement::Kind::quote && other.claim == Statement::none && other.quote_kind == QuoteKind::full;
    return is_whole_quote && other.cue.begin < statements_[reported].cue.begin;
  };
  const std::vector<std::uint32_t>& speaking = speaking_in_[statements_[reported].sentence];
  const auto quoted = std::find_if(speaking.rbegin(), speaking.rend(), is_quoted_before);
  return quoted == speaking.rend() ? teller_of(reported) : *quoted;
}

/// “Lee said that Li had claimed that …. “…””: who tells what somebody else said goes on, not who is said to have said it.
std::uint32_t EarlierStatements::teller_of(std::uint32_t reported) const {
  const std::vector<std::uint32_t>& speaking = speaking_in_[statements_[reported].sentence];
  const auto tells = [&](std::uint32_t i) {
    const Statement& other = statements_[i];
    return i != reported && other.kind == Statement::Kind::claim && other.claim_kind != stance_ && other.cue.end <= other.content.begin &&
           other.content.contains(statements_[reported].cue);
  };
  const auto teller = std::find_if(speaking.begin(), speaking.end(), tells);
  return teller == speaking.end() ? reported : *teller;
}

void EarlierStatements::add(std::uint32_t i, std::vector<Placed>& where) {
  const Statement& statement = statements_[i];
  const bool takes_over = statement.carried_from != Statement::none;
  if (!statement.speakers.empty() && !takes_over) speaking_in_[statement.sentence].push_back(i);
  const bool has_speaker = !statement.speakers.empty() || takes_over;
  if (has_speaker && statement.claim_kind != stance_) where.push_back({std::max(statement.content.begin, statement.cue.begin), i});
}

const EarlierStatements::Placed* EarlierStatements::last_before(const std::vector<Placed>& placed, std::uint32_t offset) {
  const auto before = [](const Placed& one, std::uint32_t at) { return one.place < at; };
  const auto behind = std::lower_bound(placed.begin(), placed.end(), offset, before);
  if (behind == placed.begin()) return nullptr;
  return &*std::lower_bound(placed.begin(), behind, (behind - 1)->place, before);
}

}  // namespace onrecord
