#pragma once

#include <cstdint>
#include <optional>

#include "onrecord/rules/needs.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/required_text.h"
#include "onrecord/rules/text_edges.h"

namespace onrecord {

/// What follows from the text of a pattern alone, whatever rules stand around it. To derive it takes a hundred times as long as to read it from
/// an image, which must outlive what is read.
struct PatternFacts {
  bool matches_empty = false;
  std::uint64_t program_size = 0;  ///< as `Regex::program_size`
  Needs needs;                     ///< by places in the vocabulary
  RequiredText required;
  std::optional<PatternEdges> edges;  ///< none where nobody asked for them

  template <typename Archive>
  void visit(Archive& archive) {
    archive(matches_empty, program_size, needs, required.lists, edges);
  }
};

/// All of it, edges if they are asked for. For images; who wants single facts asks for those.
PatternFacts facts_of(const Regex& regex, bool with_edges);

/// Those facts that the functions below return are read where they are known, else derived.

Needs needs_of(const Regex& regex);

/// What a text must hold, and how it must begin and end.
struct RequiredOfText {
  RequiredText required;
  PatternEdges edges;
};

/// Edges only if they are asked for.
RequiredOfText required_of_text(const Regex& regex, bool with_edges);

}  // namespace onrecord
