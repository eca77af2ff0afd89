#include <utility>

#include "onrecord/text/broken_sentences.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/hard_wrap.h"
#include "onrecord/text/label_lines.h"
#include "onrecord/text/line_numbers.h"
#include "onrecord/text/segment.h"

namespace onrecord {
namespace {

constexpr ByteSet may_end_line("\n\v\f\xC2\xE2");

// The size of the line end at `offset`, 0 where there is none: \n, U+0085, U+2028, U+2029; behind something on the line
// also \v, with which word processors break lines, and \f: where it begins a line that only begins a new page.
std::uint32_t line_end_at(std::string_view text, std::uint32_t line_begin, std::uint32_t offset) {
  if (text[offset] == '\n') return 1;
  if (text[offset] == '\v' || text[offset] == '\f') return offset > line_begin ? 1 : 0;
  const Character character = character_at(text, offset);
  return character.code == 0x85 || character.code == 0x2028 || character.code == 0x2029 ? character.size : 0;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t blank = 0;
  const auto add = [&](Span whole) {
    const Span span = without_space(text, whole);
    if (span.empty()) {
      ++blank;
    } else {
      lines.push_back({span, std::exchange(blank, 0)});
    }
  };
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = 0;
  for (std::uint32_t offset = 0; (offset = static_cast<std::uint32_t>(may_end_line.find_in(text, offset))) < size; ++offset) {
    if (const std::uint32_t length = line_end_at(text, begin, offset)) {
      add({begin, offset});
      begin = offset + length;
      offset = begin - 1;
    }
  }
  if (begin < size) add({begin, size});
  return lines;
}

// Lines that are broken inside a word, at its hyphen: "non-" and "stop".
bool breaks_word(std::string_view text, Span gap) {
  const Character hyphen = character_before(text, gap.begin);
  return hyphen.code == '-' && is_word(character_before(text, gap.begin - hyphen.size).code) && is_word(character_at(text, gap.end).code);
}

// Makes one of the lines that belong together. Nothing but a space, or nothing, is left between them in the folded text.
class LineJoiner {
 public:
  explicit LineJoiner(Document& document) : document_(document) {}

  void join() {
    find_gaps();
    if (gaps_.empty()) return;
    std::vector<Line> joined;
    std::uint32_t closed = 0;  // bytes left out of the folded text so far
    auto gap = gaps_.begin();
    for (const Line& line : document_.lines) {
      const bool goes_on = gap != gaps_.end() && gap->span.end == line.span.begin;
      if (goes_on) {
        closed += gap->span.size() - (gap->inside_word ? 0 : 1);
        ++gap;
        joined.back().span.end = line.span.end - closed;
      } else {
        joined.push_back({{line.span.begin - closed, line.span.end - closed}, line.blank_before});
      }
    }
    document_.lines = std::move(joined);
    document_.folded.close(gaps_);
  }

 private:
  void find_gaps() {
    const std::string& text = document_.folded.text();
    const std::vector<Line>& lines = document_.lines;
    const HardWrap wrap(text, lines);
    const LabelLines labels(text, lines);
    const BrokenSentences sentences(text, lines);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (!wrap.joins(i - 1) && !labels.joins(i - 1) && !sentences.joins(i - 1)) continue;
      const Span gap{lines[i - 1].span.end, lines[i].span.begin};
      gaps_.push_back({gap, breaks_word(text, gap)});
    }
  }

  Document& document_;
  std::vector<LineGap> gaps_;
};

}  // namespace

Document read_lines(std::string text) {
  Document document;
  document.text = std::move(text);
  document.folded = FoldedText(document.text);
  document.lines = split_lines(document.folded.text());
  take_off_numbers(document.folded.text(), document.lines);
  LineJoiner(document).join();
  return document;
}

}  // namespace onrecord
