#include <algorithm>

#include "onrecord/extract/faq/faq.h"
#include "onrecord/text/bullet.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_topics = 3;
constexpr std::uint32_t longest_topic = 90;  // characters
constexpr std::uint32_t most_topic_words = 14;
constexpr std::uint32_t shortest_answer = 30;  // characters of its first line, which is also longer than the topic
constexpr std::size_t most_answer_lines = 6;
constexpr std::uint32_t longest_number = 6;  // bytes

/// Reads topics and answers in turns below a line that calls them a FAQ.
class TopicReader {
 public:
  explicit TopicReader(const FaqLines& lines) : lines_(lines) {}

  /// The block below the heading; without topics: none.
  FaqBlock run(std::uint32_t heading) const {
    FaqBlock block;
    std::uint32_t i = heading + 1;
    while (is_topic(i)) {
      block.questions.push_back(i);
      i = answer_end(i);
    }
    block.end = i;
    const bool is_list = block.questions.size() >= fewest_topics &&
                         std::none_of(block.questions.begin(), block.questions.end(), [&](std::uint32_t k) { return lines_.at(k).heading != 0; });
    return is_list ? block : FaqBlock{};
  }

  /// What the topics of the block say, without bullets and emphasis, and without numbers that count them: "1.2 Opening hours", "(3) Dogs".
  std::vector<Span> words_of(const FaqBlock& block) const {
    std::vector<Span> words;
    bool counted = true;
    for (const std::uint32_t topic : block.questions) {
      words.push_back(without_marks(lines_.at(topic).span));
      counted = counted && number_of(words.back()).value == words.size();
    }
    for (Span& each : words) {
      if (counted) each = without_marks({number_of(each).end, each.end});
    }
    return words;
  }

 private:
  struct Number {
    std::size_t value = 0;
    std::uint32_t end = 0;
  };

  /// The number that the words begin with; of "1.2" the last part.
  Number number_of(Span words) const {
    const std::string_view text = lines_.page->text(words);
    Number number{0, words.begin};
    for (std::uint32_t i = 0; i < text.size() && i < longest_number; ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      const bool part_follows = c == '.' && i + 1 < text.size() && is_digit(static_cast<unsigned char>(text[i + 1]));
      if (part_follows) number.value = 0;
      else if (!is_digit(c)) break;
      else number = {number.value * 10 + (c - '0'), words.begin + i + 1};
    }
    return number;
  }

  /// Without what is no word at both ends; a bracket at the end may belong to it.
  Span without_marks(Span words) const {
    const std::string_view text = lines_.page->document->folded.text();
    words.begin += bullet_size(lines_.page->text(words));
    while (!words.empty() && !is_word(character_at(text, words.begin).code)) words.begin += character_at(text, words.begin).size;
    while (!words.empty() && !is_word(character_before(text, words.end).code) && character_before(text, words.end).code != U')')
      words.end -= character_before(text, words.end).size;
    return words;
  }

  bool is_other(std::uint32_t i) const {
    const PageLine& line = lines_.at(i);
    for (const Label label : {Label::furniture_line, Label::furniture_sentence, Label::faq_end, Label::faq_end_strong, Label::by_line, Label::date_line,
                              Label::faq_heading_line, Label::tail_start}) {
      if (line.has(label)) return true;
    }
    return lines_.asks(i);
  }

  bool is_topic(std::uint32_t i) const {
    if (i + 1 >= lines_.size() || is_other(i) || is_other(i + 1)) return false;
    const LineShape& shape = lines_.at(i).shape;
    const LineShape& below = lines_.at(i + 1).shape;
    if (shape.ends_sentence || shape.last == U':' || shape.characters > longest_topic || shape.words > most_topic_words) return false;
    return below.ends_sentence && below.characters >= shortest_answer && below.characters > shape.characters;
  }

  /// Behind the sentences and items of an answer.
  std::uint32_t answer_end(std::uint32_t topic) const {
    std::uint32_t end = topic + 2;
    while (end < lines_.size() && end - topic <= most_answer_lines && !is_topic(end) && !is_other(end) &&
           (lines_.at(end).shape.ends_sentence || lines_.at(end).shape.bullet))
      ++end;
    return end;
  }

  const FaqLines& lines_;
};

/// Whether it is no entry of a menu: it opens the page, or the line above ends a sentence.
bool heads_page(const FaqLines& lines, std::uint32_t i) { return i == 0 || lines.at(i - 1).shape.ends_sentence; }

}  // namespace

std::vector<FaqBlock> take_topics(Page& page, const FaqLines& lines, const std::vector<bool>& taken) {
  const TopicReader reader(lines);
  std::vector<FaqBlock> blocks;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (!lines.at(i).has(Label::faq_heading_line) || !lines.at(i).has(Label::faq_name_line) || !heads_page(lines, i)) continue;
    FaqBlock block = reader.run(i);
    if (block.questions.empty() || taken[block.questions.front()]) continue;
    const std::vector<Span> words = reader.words_of(block);
    for (std::size_t k = 0; k < words.size(); ++k) page.lines[lines.lines[block.questions[k]]].question = words[k];
    i = block.questions.back();
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace onrecord
