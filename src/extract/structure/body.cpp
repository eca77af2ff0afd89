#include "onrecord/extract/structure/body.h"

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::uint32_t long_sentence = 100;  // characters of a long line that ends as a sentence
constexpr std::uint32_t long_anyway = 180;    // … of one that does not
constexpr std::uint32_t short_sentence = 40;  // what counts as long where a page has no long line
constexpr std::uint32_t menu_bars = 3;
constexpr std::uint32_t menu_glued = 3;
constexpr std::uint32_t words_a_brand = 8;         // of text: "McLee" and "WordPress" are glued, too
constexpr std::size_t opening_reach = 16;          // lines in which the first long lines must add up …
constexpr std::uint32_t opening_characters = 500;  // … to this much
constexpr double settled_share = 0.2;              // … or to so much of the most that so few lines hold, where the text has settled
constexpr std::size_t stretch_gap = 25;            // lines without a long one that end a stretch

bool is_long(const PageLine& line, std::uint32_t enough) {
  const LineShape& shape = line.shape;
  if (line.has(Label::furniture_sentence) || line.has(Label::furniture_line)) return false;
  if (shape.bars >= menu_bars || shape.glued >= std::max(menu_glued, shape.words / words_a_brand)) return false;
  return (shape.characters >= enough && shape.ends_sentence) || shape.characters >= long_anyway;
}

std::vector<std::uint32_t> long_lines(const Page& page, std::uint32_t enough) {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    if (is_long(page.lines[i], enough)) result.push_back(i);
  }
  return result;
}

std::uint32_t characters(const Page& page, const std::vector<std::uint32_t>& lines, std::size_t from, std::size_t to) {
  std::uint32_t sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += page.lines[lines[i]].shape.characters;
  return sum;
}

/// The first line of the stretch of long lines, with small gaps, that holds most text.
std::uint32_t densest_start(const Page& page, const std::vector<std::uint32_t>& lines) {
  std::uint32_t best = lines.front(), most = 0;
  for (std::size_t from = 0; from < lines.size();) {
    std::size_t to = from + 1;
    while (to < lines.size() && lines[to] - lines[to - 1] <= stretch_gap) ++to;
    if (const std::uint32_t sum = characters(page, lines, from, to); sum > most) {
      most = sum;
      best = lines[from];
    }
    from = to;
  }
  return best;
}

/// How much text stands from the long line `i` on within the reach of an opening.
std::uint32_t opening(const Page& page, const std::vector<std::uint32_t>& lines, std::size_t i) {
  std::size_t to = i;
  while (to < lines.size() && lines[to] <= lines[i] + opening_reach) ++to;
  return characters(page, lines, i, to);
}

/// The first long line above `latest` that opens at least `wanted` characters of text, else `latest`.
std::uint32_t first_opening(const Page& page, const std::vector<std::uint32_t>& lines, std::uint32_t wanted, std::uint32_t latest) {
  for (std::size_t i = 0; i < lines.size() && lines[i] < latest; ++i) {
    if (opening(page, lines, i) >= wanted) return lines[i];
  }
  return latest;
}

}  // namespace

Body find_body(const Page& page) {
  Body body;
  body.is_long.assign(page.size(), false);
  std::vector<std::uint32_t> lines = long_lines(page, long_sentence);
  if (lines.empty()) lines = long_lines(page, short_sentence);
  if (lines.empty()) return body;
  for (const std::uint32_t line : lines) body.is_long[line] = true;
  body.densest = densest_start(page, lines);
  const std::uint32_t wanted = std::min(opening_characters, characters(page, lines, 0, lines.size()) / 2);
  body.first = first_opening(page, lines, wanted, body.densest);
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) most = std::max(most, opening(page, lines, i));
  const auto enough = std::max(wanted, static_cast<std::uint32_t>(settled_share * most));
  body.settled = std::max(body.first, first_opening(page, lines, enough, lines.back()));
  body.end = lines.back() + 1;
  body.found = true;
  return body;
}

}  // namespace onrecord
