#include "onrecord/extract/statements/floating.h"

#include <algorithm>

#include "onrecord/extract/matching/view.h"
#include "onrecord/extract/page/page.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/extract/statements/earlier_statements.h"
#include "onrecord/extract/statements/listed_speaker.h"
#include "onrecord/extract/statements/named_beside.h"
#include "onrecord/extract/statements/quote_form.h"
#include "onrecord/extract/statements/quoted_subject.h"
#include "onrecord/extract/statements/teller_above.h"
#include "onrecord/extract/statements/transcript_labels.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {
namespace {

constexpr std::uint32_t most_paragraphs_carried = 3;
constexpr std::size_t least_words_unattributed = 5;
constexpr std::uint32_t longest_joining_word = 4;

class FloatingQuotes {
 public:
  FloatingQuotes(const FloatingContext& context, std::vector<Statement>& statements)
      : context_(context),
        document_(context.document),
        structure_(context.structure),
        text_(document_.folded.text()),
        statements_(statements),
        outer_(document_),
        teller_(document_, context.subjects, context.words, outer_),
        named_(document_, context.words, outer_),
        listed_(document_, context.words, outer_, teller_),
        earlier_(statements, context.stance, document_.sentences.size()),
        single_marks_are_usual_(single_marks_are_usual()) {}

  void add(std::uint32_t quotation) {
    const Quotation& found = document_.quotations[quotation];
    const LineClass line = structure_.of_line(document_.line_at(found.span.begin));
    if (line == LineClass::furniture || line == LineClass::byline) return;
    Statement statement = quote_of(quotation);
    if (!name_speaker(found, statement)) {
      if (is_name(found, statement.sentence) && !told_above(found, line, statement).introduces) statement.quote_kind = QuoteKind::term;
      else attribute(found, line, statement);
    }
    if (statement.quote_kind == QuoteKind::full && statement.speakers.empty() && statement.carried_from == Statement::none) nobody_said_ = found.span;
    statements_.push_back(std::move(statement));
    earlier_.add_floating();
  }

 private:
  Statement quote_of(std::uint32_t quotation) const {
    const Quotation& found = document_.quotations[quotation];
    Statement statement;
    statement.kind = Statement::Kind::quote;
    statement.quotation = quotation;
    statement.content = found.inner;
    statement.sentence = document_.sentence_at(found.span.begin);
    statement.quote_kind = is_full_quote(document_, found.inner) ? QuoteKind::full : QuoteKind::partial;
    return statement;
  }

  /// Whether a label in the quotation, or the paragraph beside it, names who speaks.
  bool name_speaker(const Quotation& quotation, Statement& statement) {
    if (const Span label = label_inside(document_, quotation); !label.empty()) {
      statement.speakers = {label};
      statement.content.begin = label.end + 1;
    } else if (const Span beside = fills_sentence(statement.sentence) ? named_.of(quotation) : Span{}; !beside.empty()) {
      statement.speakers = {beside};
    } else if (const Span name = opens_paragraph(quotation) ? listed_.of(quotation.paragraph) : Span{}; !name.empty()) {
      statement.speakers = {name};
    }
    return !statement.speakers.empty();
  }

  bool is_name(const Quotation& quotation, std::uint32_t sentence) {
    return (is_subheading(document_, quotation) && !single_marks_are_usual_) || (!fills_sentence(sentence) && is_written_as_name(document_, quotation));
  }

  /// Whether more outermost quotations inside paragraphs have straight single marks than have others: then such a short paragraph is speech.
  bool single_marks_are_usual() const {
    std::ptrdiff_t balance = 0;
    for (const std::uint32_t other : outer_.all()) {
      const Span whole = document_.quotations[other].span;
      if (text_[whole.begin] != '\'') --balance;
      else if (document_.lines[document_.quotations[other].paragraph].span != whole) ++balance;
    }
    return balance > 0;
  }

  /// Gives the quotation to whom a sentence above introduces, else to who spoke before, else to the subject before it. Where
  /// neither is there, it may be the title of a work, or words that nobody said.
  void attribute(const Quotation& quotation, LineClass line, Statement& statement) {
    const TellerAbove::Found above = told_above(quotation, line, statement);
    if (above.introduces || is_somebody_else(above.subject, statement_before(quotation))) {
      statement.speakers = {above.subject};
      return;
    }
    statement.carried_from = statement_carried_on(quotation, line, statement);
    if (statement.carried_from != Statement::none) {
      statement.rule = statements_[statement.carried_from].rule;
      return;
    }
    const bool alone = stands_alone(quotation, fills_sentence(statement.sentence));
    const Span subject = alone ? subject_before(statement) : Span{};
    const bool speaks = !subject.empty() && !is_told_about(document_, context_.words, {subject.end, quotation.span.begin});
    if (speaks && may_be_quoted(document_, context_.words, subject)) statement.speakers = {subject};
    const bool has_teller = !above.subject.empty() && (alone || !is_title(quotation.inner));
    if (has_teller && statement.speakers.empty()) statement.speakers = {above.subject};
    const bool may_be_work = statement.speakers.empty() && subject.empty() && (is_title(quotation.inner) || !is_clause(quotation.inner));
    if ((!alone && !has_teller) || may_be_work) statement.quote_kind = QuoteKind::term;
  }

  /// Whether a name is not that of who spoke before.
  bool is_somebody_else(Span subject, std::uint32_t before) const {
    if (subject.empty() || before == Statement::none || statements_[before].speakers.empty()) return false;
    const WordSpans own = document_.words_in(subject);
    if (context_.words.pronoun(slice(text_, own.back())) != Pronoun::none) return false;
    const WordSpans other = document_.words_in(statements_[before].speakers.front());
    return std::none_of(other.begin(), other.end(), [&](Span word) { return slice(text_, word) == slice(text_, own.back()); });
  }

  /// Whom the sentence above tells of, where the quotation is a whole one that fills its own.
  TellerAbove::Found told_above(const Quotation& quotation, LineClass line, const Statement& statement) {
    const bool whole = line == LineClass::body && statement.quote_kind == QuoteKind::full && document_.opens_sentence(quotation.span.begin);
    if (!whole || statement.sentence == 0 || !fills_sentence(statement.sentence)) return {};
    const bool speaks = earlier_.in_sentence(statement.sentence - 1, quotation.span.begin) != Statement::none;  // then who does goes on
    return speaks ? TellerAbove::Found{} : teller_.of(statement.sentence);
  }

  /// The statement whose speaker goes on in the quotation.
  std::uint32_t statement_carried_on(const Quotation& quotation, LineClass line, const Statement& statement) {
    const bool fills = fills_sentence(statement.sentence);
    if (fills && line != LineClass::heading && line != LineClass::title) return statement_before(quotation);
    const bool alone = stands_alone(quotation, fills);
    const std::uint32_t in_sentence = earlier_.in_sentence(statement.sentence, statement.content.begin);
    if (in_sentence != Statement::none && (statement.quote_kind == QuoteKind::full || alone)) return in_sentence;
    return alone && document_.opens_sentence(quotation.span.begin) ? statement_above(quotation) : Statement::none;
  }

  /// The last subject of a clause in the quotation's sentence that stands before the quotation; empty: none.
  Span subject_before(const Statement& quote) const {
    if (context_.subjects.were_told(quote.content.begin)) return {};
    return context_.subjects.last_inside({document_.sentences[quote.sentence].span.begin, quote.content.begin});
  }

  bool opens_paragraph(const Quotation& quotation) const { return document_.lines[quotation.paragraph].span.begin == quotation.span.begin; }

  /// Whether all longer words begin with a capital, as in the title of a work.
  bool is_title(Span inner) const { return measure(slice(text_, inner)).title_case; }

  /// Whether there is a verb in it, or a pronoun: "Strained muscles: causes and treatment" is a title whatever its capitals are. Where
  /// no word is known at all, who can tell; but an address has no spaces.
  bool is_clause(Span inner) const {
    const NameWords& known = context_.words;
    bool any_known = false;
    for (const Span word : document_.words_in(inner)) {
      const std::string_view form = slice(text_, word);
      if (known.is_finite_verb(form) || known.pronoun(form) != Pronoun::none) return true;
      any_known = any_known || known.is_preposition(form) || known.is_conjunction(form) || known.is_determiner(form);
    }
    return !any_known && slice(text_, inner).find(' ') != std::string_view::npos;
  }

  /// Whether the sentence holds nothing but quotations and perhaps a short word that joins it to the one before ("But “…", "It “…").
  bool fills_sentence(std::uint32_t sentence) {
    if (sentence != judged_sentence_) {
      judged_sentence_ = sentence;
      const std::vector<Span> words = words_outside_quotations(document_.sentences[sentence].span);
      judged_filled_ = words.empty() || (words.size() == 1 && joins(words.front()));
    }
    return judged_filled_;
  }

  bool joins(Span word) const {
    const std::string_view form = slice(text_, word);
    const NameWords& known = context_.words;
    const bool small = known.is_conjunction(form) || known.is_subordinator(form) || known.is_adverb(form) || known.pronoun(form) != Pronoun::none;
    return word.size() <= longest_joining_word && small;
  }

  std::vector<Span> words_outside_quotations(Span sentence) const {
    std::vector<Span> words;
    std::uint32_t at = sentence.begin;
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
      if (from >= to) return;
      for (const Span word : document_.words_in({from, to})) words.push_back(word);
    };
    for (const std::uint32_t quotation : outer_.overlapping(sentence)) {
      add(at, document_.quotations[quotation].span.begin);
      at = document_.quotations[quotation].span.end;
    }
    add(at, sentence.end);
    return words;
  }

  /// The nearest statement before the quotation that has, or takes over, a speaker: in its paragraph or shortly above.
  std::uint32_t statement_before(const Quotation& quotation) const {
    std::uint32_t best = right_above(quotation);
    if (best == Statement::none) best = earlier_.last_before(quotation.span.begin);
    if (best == Statement::none) return best;
    const std::uint32_t paragraph = document_.sentences[statements_[best].sentence].paragraph;
    const bool after_nobody =
        !nobody_said_.empty() && document_.lines[quotation.paragraph].span.contains(nobody_said_) && statements_[best].content.begin < nobody_said_.begin;
    if (after_nobody) return Statement::none;  // it goes on with what stands above it in its paragraph
    if (quotation.paragraph - paragraph > most_paragraphs_carried || heading_between(paragraph, quotation.paragraph)) return Statement::none;
    while (statements_[best].carried_from != Statement::none) best = statements_[best].carried_from;
    return best;
  }

  /// A stance in the sentence right above, where nothing else is said: who praised the plan goes on in words of his own.
  std::uint32_t right_above(const Quotation& quotation) const {
    const std::uint32_t sentence = document_.sentence_at(quotation.span.begin);
    if (sentence == 0) return Statement::none;
    const std::uint32_t last = earlier_.last_before(quotation.span.begin);
    if (last != Statement::none && statements_[last].sentence + 1 >= sentence) return Statement::none;
    return earlier_.in_sentence(sentence - 1, quotation.span.begin);
  }

  /// The same, in the quotation's own paragraph only.
  std::uint32_t statement_above(const Quotation& quotation) const {
    const std::uint32_t found = statement_before(quotation);
    return found != Statement::none && document_.sentences[statements_[found].sentence].paragraph == quotation.paragraph ? found : Statement::none;
  }

  bool heading_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t paragraph = from + 1; paragraph < to; ++paragraph) {
      const LineClass line = structure_.of_line(paragraph);
      if (line == LineClass::heading || line == LineClass::title) return true;
    }
    return false;
  }

  /// Whether a quotation without a speaker is still something that somebody said.
  bool stands_alone(const Quotation& quotation, bool fills) const {
    return document_.words_in(quotation.inner).size() >= least_words_unattributed && (fills || ends_like_speech(document_, quotation.inner));
  }

  const FloatingContext& context_;
  const Document& document_;
  const Structure& structure_;
  std::string_view text_;
  std::vector<Statement>& statements_;
  OuterQuotations outer_;
  TellerAbove teller_;
  NamedBeside named_;
  ListedSpeaker listed_;
  EarlierStatements earlier_;
  bool single_marks_are_usual_;
  Span nobody_said_;  // the last quotation of a whole sentence for which no speaker was found
  std::uint32_t judged_sentence_ = Statement::none;
  bool judged_filled_ = false;
};

}  // namespace

void attribute_floating(const FloatingContext& context, const std::vector<std::uint32_t>& left, std::vector<Statement>& statements) {
  FloatingQuotes quotes(context, statements);
  for (const std::uint32_t quotation : left) quotes.add(quotation);
}

}  // namespace onrecord
