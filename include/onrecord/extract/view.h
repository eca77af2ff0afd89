#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/annotations.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A masked annotation as it stands in a view.
struct ViewToken {
  Span span;                     ///< in the view
  std::uint32_t annotation = 0;  ///< index into `Annotations`
  std::uint32_t mask = 0;        ///< index into the vocabulary's masks
};

/// A tagged word as it stands in a view.
struct ViewTag {
  Span span;              ///< in the view: the tag character and the word
  std::uint32_t tag = 0;  ///< index into the vocabulary's tags
};

/// The text of a unit as patterns see it (see `view_code`), and the way back to the folded text.
class View {
 public:
  const std::string& text() const { return text_; }
  const std::vector<ViewToken>& tokens() const { return tokens_; }
  const std::vector<ViewTag>& tags() const { return tags_; }

  /// The stretch of folded text behind `view`; tokens count as a whole.
  Span to_source(Span view) const;
  /// The view offset at which the folded offset stands (the start of a token that covers it).
  std::uint32_t from_source(std::uint32_t source) const;
  /// The token that is exactly at `view`, or null.
  const ViewToken* token_at(Span view) const;

 private:
  friend class ViewBuilder;
  struct Piece {  // text_[view, next.view) stands for folded text [source, source_end)
    std::uint32_t view;
    std::uint32_t source;
    std::uint32_t source_end;
    bool copied;  // byte for byte; else as a whole
  };
  const Piece& piece_at(std::uint32_t view) const;

  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<ViewToken> tokens_;
  std::vector<ViewTag> tags_;
};

/// The view of `unit` for a layer. A line or sentence layer's view shows the text, a document layer's only tokens.
View make_view(const RuleSet& rules, const Layer& layer, const Document& document, const Annotations& annotations, Span unit);

/// The words of `unit` in order. A word is a run of letters and digits with hyphens, apostrophes and dots between them
/// ("U.S." keeps its last dot); a final 's is a word of its own.
std::vector<Span> words_in(std::string_view text, Span unit);

}  // namespace onrecord
