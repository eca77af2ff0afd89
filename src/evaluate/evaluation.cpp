#include "onrecord/evaluate/evaluation.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/utf8.h"
#include "onrecord/evaluate/judges.h"
#include "onrecord/evaluate/matching.h"

namespace onrecord {
namespace {

constexpr std::uint32_t context = 60;  // characters on each side of a miss, and whole words

/// On one line, with single spaces.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  const auto end = std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; });
  text.erase(end, text.end());
  return text;
}

}  // namespace

void Evaluation::add(const GoldArticle& article, const Extraction& extraction) {
  const MarkedText text{article, characters_of(article.text)};
  articles += 1;
  records += extraction.records.size();
  const std::size_t before = judged.size();
  if (article.statements) judge_statements(text, extraction, *this);
  if (article.claims) judge_claims(text, extraction, *this);
  if (article.pairs) judge_pairs(text, extraction, *this);
  judge_page(text, extraction, *this);
  for (std::size_t i = before; i < judged.size(); ++i) judged[i].article = articles;
}

std::string MarkedText::words(Span span) const {
  const auto size = static_cast<std::uint32_t>(characters.size());
  std::string text;
  for (std::uint32_t i = span.begin; i < std::min(span.end, size); ++i) append_utf8(text, characters[i]);
  return text;
}

Miss MarkedText::miss(std::string_view sort, Span span, std::string note, double weight) const {
  const auto size = static_cast<std::uint32_t>(characters.size());
  const auto is_space = [this](std::uint32_t at) { return characters[at] == ' ' || characters[at] == '\n'; };
  std::uint32_t begin = span.begin > context ? span.begin - context : 0;
  while (begin > 0 && begin < span.begin && !is_space(begin - 1)) ++begin;
  std::uint32_t end = std::min(span.end + context, size);
  while (end < size && end > span.end && !is_space(end)) --end;
  return {std::string(sort), gold.id, on_one_line(words({begin, span.begin})), on_one_line(words(span)), on_one_line(words({span.end, end})),
          std::move(note),   weight};
}

void count_marked(Count& count, bool found, bool marked, bool same) {
  count.found += found ? 1 : 0;
  count.marked += marked ? 1 : 0;
  count.right += found && marked && same ? 1 : 0;
}

JudgedRecord judged(const RecordHead& head, std::string_view kind) {
  JudgedRecord record;
  record.rule = head.rule;
  record.kind = kind;
  record.confidence = head.confidence;
  return record;
}

std::string made_by(const RecordHead& head) { return fmt::format("{}, {:.2f}", head.rule, head.confidence); }

}  // namespace onrecord
