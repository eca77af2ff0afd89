#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/sentence_words.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"
#include "onrecord/text/words.h"

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
  /// Valid until the view is written anew and as long as the document is.
  std::string_view text() const { return text_; }
  const std::vector<ViewToken>& tokens() const { return tokens_; }
  const std::vector<ViewTag>& tags() const { return tags_; }

  /// The stretch of folded text behind `view`; tokens count as a whole.
  Span to_source(Span view) const;
  /// The view offset at which the folded offset stands (the start of a token that covers it).
  std::uint32_t from_source(std::uint32_t source) const;
  /// The token that is exactly at `view`, or null.
  const ViewToken* token_at(Span view) const;

 private:
  friend class ViewWriter;
  struct Piece {  // text_[view, next.view) stands for folded text [source, source_end)
    std::uint32_t view;
    std::uint32_t source;
    std::uint32_t source_end;
    bool copied;  // byte for byte; else as a whole
  };
  const Piece& piece_at(std::uint32_t view) const;

  std::string_view text_;      // `written_`, or the unit itself where the view shows it as it is
  std::vector<char> written_;  // grows only
  std::vector<Piece> pieces_;
  std::vector<ViewToken> tokens_;
  std::vector<ViewTag> tags_;
};

/// A unit of a document: a line, a sentence (then with its index), or all of it.
struct UnitSpan {
  Span span;
  std::uint32_t sentence = 0;
};

/// Writes views of one document for one layer after the other; keeps its buffers.
class ViewWriter {
 public:
  /// `words`: of the document's sentences; null: words are looked up one by one, which is slow and says the same.
  ViewWriter(const RuleSet& rules, const Document& document, const Annotations& annotations, const SentenceWords* words);

  /// The view of `unit` for `layer`. A line or sentence layer's view shows the text, a document layer's only tokens.
  void write(const Layer& layer, UnitSpan unit, View& view);

 private:
  struct Chosen {
    Span span;
    std::uint32_t annotation;
    std::uint32_t mask;
  };
  struct TagFound {
    std::uint32_t tag = 0;
    std::size_t count = 0;  // words; 0: no tag
  };

  void make_room();
  void choose_tokens();
  bool taken(Span span) const;
  void write_token(const Chosen& token);
  void write_text(Span span);
  std::span<const Word> words_of(Span span);
  TagFound find_tag(std::span<const Word> words, std::size_t i) const;
  TagFound look_up_tag(std::span<const Word> words, std::size_t i) const;
  void write_tagged(Span word, std::uint32_t tag, bool is_phrase);
  void put_plain(Span span);
  void write_plain(Span span);
  void rewrite_plain(Span span);
  void copy(Span span);
  std::uint32_t view_end() const { return static_cast<std::uint32_t>(end_ - view_->written_.data()); }

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
  const SentenceWords* words_;
  const std::string& source_;
  const Layer* layer_ = nullptr;
  UnitSpan unit_;
  View* view_ = nullptr;
  char* end_ = nullptr;  // of what is written; there is room for all that the view can hold
  std::vector<Chosen> chosen_;
  std::vector<Span> spans_;      // of words that are not those of the sentence
  std::vector<Word> own_words_;  // the same, looked up
  const Word* next_word_ = nullptr;
  const Word* last_word_ = nullptr;
  std::size_t next_rewritten_ = 0;
};

}  // namespace onrecord
