#include "onrecord/extract/floating.h"

#include <algorithm>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/view.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_paragraphs_carried = 3;
constexpr std::size_t least_words_unattributed = 5;
constexpr std::uint32_t most_letters_outside = 4;
constexpr std::uint32_t longest_label = 30;

bool is_ascii_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The speaker's label at the start of a transcript's line, in capitals before a colon ("MR. LEE: …"); empty: none.
Span label_of(std::string_view text, Span inner) {
  std::uint32_t letters = 0;
  for (std::uint32_t i = inner.begin; i < inner.end && i - inner.begin < longest_label; ++i) {
    const char c = text[i];
    if (c == ':') return letters >= 2 ? Span{inner.begin, i} : Span{};
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != ' ' && c != '.' && c != '-') {
      return {};
    }
  }
  return {};
}

class FloatingQuotes {
 public:
  FloatingQuotes(const FloatingContext& context, std::vector<Statement>& statements)
      : context_(context), document_(context.document), structure_(context.structure), text_(document_.folded.text()), statements_(statements) {}

  void add(std::uint32_t quotation) {
    const Quotation& found = document_.quotations[quotation];
    Statement statement;
    statement.kind = Statement::Kind::quote;
    statement.quotation = quotation;
    statement.content = found.inner;
    statement.sentence = sentence_at(document_, found.span.begin);
    statement.quote_kind = is_full_quote(document_, found.inner) ? QuoteKind::full : QuoteKind::partial;
    const LineClass line = line_class(found.span.begin);
    if (line == LineClass::furniture || line == LineClass::byline) return;
    const bool fills = fills_sentence(statement.sentence);
    const std::uint32_t in_sentence = statement_in_sentence(statement);
    if (const Span label = label_of(text_, found.inner); !label.empty()) {
      statement.speakers = {label};
    } else if (fills && line != LineClass::heading && line != LineClass::title) {
      statement.carried_from = statement_before(found);
    } else if (in_sentence != Statement::none && (statement.quote_kind == QuoteKind::full || stands_alone(found, fills))) {
      statement.carried_from = in_sentence;
    }
    if (statement.carried_from == Statement::none && statement.speakers.empty()) {
      if (stands_alone(found, fills)) {
        statement.speakers = subject_before(statement);
      } else {
        statement.quote_kind = QuoteKind::term;
      }
    }
    if (statement.carried_from != Statement::none) statement.rule = statements_[statement.carried_from].rule;
    statements_.push_back(std::move(statement));
  }

 private:
  /// The main clause's subject in the quotation's sentence, if it stands before the quotation.
  std::vector<Span> subject_before(const Statement& quote) const {
    const Span sentence = document_.sentences[quote.sentence].span;
    const auto found = std::lower_bound(context_.subjects.begin(), context_.subjects.end(), Span{sentence.begin, 0});
    if (found == context_.subjects.end() || found->end > quote.content.begin) return {};
    return {*found};
  }

  LineClass line_class(std::uint32_t offset) const {
    const auto& lines = document_.lines;
    const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [](std::uint32_t at, const Line& line) { return at < line.span.begin; });
    if (after == lines.begin()) return LineClass::body;
    const auto index = static_cast<std::size_t>(after - lines.begin() - 1);
    return index < structure_.lines.size() ? structure_.lines[index] : LineClass::body;
  }

  /// Whether the sentence holds nothing but quotations and perhaps a short opening word ("But “…").
  bool fills_sentence(std::uint32_t sentence) const {
    std::uint32_t at = document_.sentences[sentence].span.begin;
    const std::uint32_t end = document_.sentences[sentence].span.end;
    std::uint32_t letters = 0;
    const auto count = [&](std::uint32_t from, std::uint32_t to) {
      for (std::uint32_t i = from; i < to; ++i) letters += is_ascii_letter_or_digit(text_[i]) ? 1 : 0;
    };
    for (const Quotation& quotation : document_.quotations) {
      if (quotation.depth > 0 || quotation.span.end <= at) continue;
      if (quotation.span.begin >= end) break;
      count(at, std::min(quotation.span.begin, end));
      at = quotation.span.end;
    }
    if (at < end) count(at, end);
    return letters <= most_letters_outside;
  }

  /// The latest statement with a speaker in the same sentence.
  std::uint32_t statement_in_sentence(const Statement& quote) const {
    std::uint32_t best = Statement::none;
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      const Statement& other = statements_[i];
      if (other.sentence == quote.sentence && !other.speakers.empty() && other.carried_from == Statement::none && other.cue.end <= quote.content.begin) best = i;
    }
    return best;
  }

  /// The nearest statement before the quotation that has, or takes over, a speaker: in its paragraph or shortly above.
  std::uint32_t statement_before(const Quotation& quotation) const {
    std::uint32_t best = Statement::none;
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      const Statement& other = statements_[i];
      const std::uint32_t place = std::max(other.content.begin, other.cue.begin);
      if (place >= quotation.span.begin || (other.speakers.empty() && other.carried_from == Statement::none) || other.claim_kind == context_.stance) continue;
      if (best == Statement::none || place > std::max(statements_[best].content.begin, statements_[best].cue.begin)) best = i;
    }
    if (best == Statement::none) return best;
    const std::uint32_t paragraph = document_.sentences[statements_[best].sentence].paragraph;
    if (quotation.paragraph - paragraph > most_paragraphs_carried || heading_between(paragraph, quotation.paragraph)) return Statement::none;
    while (statements_[best].carried_from != Statement::none) best = statements_[best].carried_from;
    return best;
  }

  bool heading_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t paragraph = from + 1; paragraph < to; ++paragraph) {
      const LineClass line = line_class(document_.paragraphs[paragraph].span.begin);
      if (line == LineClass::heading || line == LineClass::title) return true;
    }
    return false;
  }

  /// Whether a quotation without a speaker is still something that somebody said.
  bool stands_alone(const Quotation& quotation, bool fills) const {
    const std::string_view inner = document_.folded.slice(quotation.inner);
    const bool ends_like_speech = !inner.empty() && std::string_view(",.?!").find(inner.back()) != std::string_view::npos;
    return words_in(text_, quotation.inner).size() >= least_words_unattributed && (fills || ends_like_speech);
  }

  const FloatingContext& context_;
  const Document& document_;
  const Structure& structure_;
  std::string_view text_;
  std::vector<Statement>& statements_;
};

}  // namespace

bool is_full_quote(const Document& document, Span inner) {
  const std::string_view text = document.folded.slice(inner);
  if (text.empty()) return false;
  const bool capital = (text.front() >= 'A' && text.front() <= 'Z') || static_cast<unsigned char>(text.front()) >= 0x80 || text.front() == '[';
  return capital && std::string_view(",.?!").find(text.back()) != std::string_view::npos;
}

void attribute_floating(const FloatingContext& context, const std::vector<std::uint32_t>& left, std::vector<Statement>& statements) {
  FloatingQuotes quotes(context, statements);
  for (const std::uint32_t quotation : left) quotes.add(quotation);
}

}  // namespace onrecord
