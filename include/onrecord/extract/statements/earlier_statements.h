#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/statements/statement.h"

namespace onrecord {

/// Finds statements whose speaker a quotation may take over: those that attributions made, and floating quotations as they are added. Refers to
/// the statements.
class EarlierStatements {
 public:
  /// `statements` are those of attributions. Claims of kind `stance` are found by `in_sentence` only.
  EarlierStatements(const std::vector<Statement>& statements, Symbol stance, std::size_t sentences);

  /// Takes the last statement, a floating quotation. They come in the order of the text.
  void add_floating() { add(static_cast<std::uint32_t>(statements_.size() - 1), floating_); }

  /// The latest statement with a speaker of its own in the sentence, its cue before `offset`; `Statement::none`: there is none.
  std::uint32_t in_sentence(std::uint32_t sentence, std::uint32_t offset) const;

  /// The last one before `offset` that has, or takes over, a speaker; of several at one place the one found first. `Statement::none`: there
  /// is none.
  std::uint32_t last_before(std::uint32_t offset) const;

 private:
  struct Placed {
    std::uint32_t place;  // of its content or its cue, whichever comes last
    std::uint32_t statement;
  };

  std::uint32_t quoted_with(std::uint32_t reported) const;
  std::uint32_t teller_of(std::uint32_t reported) const;
  void add(std::uint32_t i, std::vector<Placed>& where);
  static const Placed* last_before(const std::vector<Placed>& placed, std::uint32_t offset);

  const std::vector<Statement>& statements_;
  Symbol stance_;
  std::vector<Placed> attributed_, floating_;            // by place
  std::vector<std::vector<std::uint32_t>> speaking_in_;  // of each sentence
};

}  // namespace onrecord
