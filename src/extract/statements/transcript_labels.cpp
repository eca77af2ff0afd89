#include "onrecord/extract/statements/transcript_labels.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/names/label_nouns.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_turns = 3;
constexpr std::uint32_t longest_inside = 30;  // of a label inside a quotation

bool have_labels(const std::vector<AttributionFound>& attributions) {
  return std::any_of(attributions.begin(), attributions.end(), [](const AttributionFound& found) { return found.is_label; });
}

/// With a mark that is no question's: lists of what things have often end in none.
bool ends_sentence(const Document& document, Span paragraph) {
  const char32_t last = character_before(document.folded.text(), paragraph.end).code;
  return last == '.' || last == '!' || last == 0x2026 || last == '"' || last == 0x201D;
}

/// Whether what stands behind a label tells of what it names: "Quilt Lamp: The Quilt Lamp needs no oil.", "Bo Li: In May, Senator Bo Li closed it." Who
/// speaks may tell the own name behind a verb ("Bo Trask: I'm Bo Trask."), and persons may begin with it.
bool is_told_of(const Document& document, const NameWords& words, const LabelNouns& nouns, const AttributionFound& found) {
  const std::size_t at = document.folded.slice(found.content).find(document.folded.slice(found.speaker));
  if (at == std::string_view::npos) return false;
  if (at == 0) return !nouns.is_person(found.speaker);
  const std::uint32_t begin = found.content.begin + static_cast<std::uint32_t>(at);
  const WordSpans before = document.words_in({found.content.begin, begin});
  return nouns.is_behind_determiner({begin, begin + found.speaker.size()}) ||
         std::none_of(before.begin(), before.end(), [&](Span word) { return words.is_finite_verb(document.folded.slice(word)); });
}

/// Of a line of the body that a label begins: whether it is like an entry of a list ("DEPTH: six feet at high tide"), without a mark at its end, or
/// like speech. A question has a mark, too.
std::optional<bool> is_list_entry(const Document& document, const Structure& structure, const AttributionFound& found) {
  const std::uint32_t line = document.line_at(found.speaker.begin);
  const Span whole = document.lines[line].span;
  if (structure.of_line(line) != LineClass::body || whole.begin != found.speaker.begin) return std::nullopt;
  return !ends_sentence(document, whole) && !document.folded.stands_before(whole.end, "?");
}

/// The labels that name things by what stands behind them: it tells of the label, or most of the label's lines are entries of a list. A line of a
/// person may lack its mark, too.
std::unordered_set<std::string_view> labels_of_lists(const Document& document, const Structure& structure, const NameWords& words, const LabelNouns& nouns,
                                                     const std::vector<AttributionFound>& attributions) {
  std::unordered_map<std::string_view, int> entries;  // lines that are like one, less those that are like speech
  std::unordered_set<std::string_view> things;
  for (const AttributionFound& found : attributions) {
    if (!found.is_label || found.speaker.empty()) continue;
    const std::string_view label = document.folded.slice(found.speaker);
    if (is_told_of(document, words, nouns, found)) things.insert(label);
    if (nouns.is_person(found.speaker)) continue;
    if (const auto entry = is_list_entry(document, structure, found)) entries[label] += *entry ? 1 : -1;
  }
  for (const auto& [label, balance] : entries) {
    if (balance > 0) things.insert(label);
  }
  return things;
}

void drop_labels_of_things(const Document& document, const Structure& structure, const NameWords& words, LabelNouns& nouns,
                           std::vector<AttributionFound>& attributions) {
  std::vector<Span> labels;
  for (const AttributionFound& found : attributions) {
    if (found.is_label) labels.push_back(found.speaker);
  }
  const std::vector<bool> things = nouns.are_things(labels, structure.title);
  const std::unordered_set<std::string_view> listed = labels_of_lists(document, structure, words, nouns, attributions);
  std::size_t next = 0;
  std::erase_if(attributions,
                [&](const AttributionFound& found) { return found.is_label && (things[next++] || listed.contains(document.folded.slice(found.speaker))); });
}

/// Whether somebody has two labels, or two lines begin with one.
bool speaks_again(const Document& document, const std::vector<AttributionFound>& attributions) {
  std::unordered_set<std::string_view> speakers;
  std::unordered_map<std::string_view, std::size_t> labels;  // with their marks: how many lines begin so
  for (const AttributionFound& found : attributions) {
    if (!found.is_label || found.speaker.empty()) continue;
    if (!speakers.insert(document.folded.slice(found.speaker)).second) return true;
    labels.emplace(document.folded.slice({found.speaker.begin, found.cue.end}), 0);
  }
  return std::any_of(document.lines.begin(), document.lines.end(), [&](const Line& line) {
    constexpr std::size_t longest = 80;
    const std::string_view text = document.folded.slice(line.span);
    const std::size_t mark = text.substr(0, longest).find(':');
    const auto label = mark == std::string_view::npos ? labels.end() : labels.find(text.substr(0, mark + 1));
    return label != labels.end() && ++label->second > 1;
  });
}

/// Adds the turns of labels that rules found.
class TurnFinder {
 public:
  TurnFinder(const Document& document, const Structure& structure, const LabelNouns& nouns, std::vector<AttributionFound>& attributions)
      : document_(document), structure_(structure), nouns_(nouns), attributions_(attributions) {}

  void run() {
    read_labels();
    if (labels_.empty()) return;
    for (std::uint32_t line = 0; line < document_.lines.size(); ++line) {
      if (const auto label = label_of(line); label != labels_.end()) label->second.lines.push_back(line);
    }
    const std::size_t known = attributions_.size();
    for (const auto& [text, label] : labels_) {
      if (label.lines.size() < fewest_turns) continue;
      const AttributionFound like = attributions_[label.attribution];
      for (const std::uint32_t line : label.lines) add(line, like);
    }
    if (attributions_.size() == known) return;
    std::stable_sort(attributions_.begin(), attributions_.end(),
                     [](const AttributionFound& a, const AttributionFound& b) { return a.cue.begin < b.cue.begin; });
  }

 private:
  /// What a rule took for a speaker and a mark that tells so: what stands there in the text.
  struct Label {
    std::size_t attribution = 0;       // one of those that have it
    std::vector<std::uint32_t> lines;  // that begin so
  };
  using Labels = std::map<std::string_view, Label>;  // "Lee:"

  void read_labels() {
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      const AttributionFound& found = attributions_[i];
      if (found.speaker.empty()) continue;
      begun_.insert(found.speaker.begin);
      const bool is_speaker = found.is_label && found.cue.begin == found.speaker.end && nouns_.is_speaker(found.speaker);
      if (is_speaker) labels_.emplace(document_.folded.slice({found.speaker.begin, found.cue.end}), Label{i, {}});
    }
  }

  /// The label that a line begins with, white space behind it. Labels end in their mark, so that none begins with another one: it can only be
  /// the last that sorts before the line.
  Labels::iterator label_of(std::uint32_t line) {
    const std::string_view text = document_.folded.slice(document_.lines[line].span);
    const auto behind = labels_.upper_bound(text);
    if (behind == labels_.begin()) return labels_.end();
    const auto label = std::prev(behind);
    const std::string_view words = label->first;
    const bool is_there = text.starts_with(words) && is_space(character_at(text, static_cast<std::uint32_t>(words.size())).code);
    return is_there ? label : labels_.end();
  }

  void add(std::uint32_t line, const AttributionFound& like) {
    const Span paragraph = document_.lines[line].span;
    if (begun_.contains(paragraph.begin) || structure_.of_line(line) != LineClass::body || !ends_sentence(document_, paragraph)) return;
    AttributionFound turn;
    turn.is_label = true;
    turn.rule = like.rule;
    turn.kind = like.kind;
    turn.cue_class = like.cue_class;
    turn.speaker = {paragraph.begin, paragraph.begin + like.speaker.size()};
    turn.cue = {turn.speaker.end, turn.speaker.end + like.cue.size()};
    turn.content = without_space(document_.folded.text(), {turn.cue.end, paragraph.end});
    turn.sentence = document_.sentence_at(paragraph.begin);
    attributions_.push_back(turn);
  }

  const Document& document_;
  const Structure& structure_;
  const LabelNouns& nouns_;
  std::vector<AttributionFound>& attributions_;
  Labels labels_;
  std::unordered_set<std::uint32_t> begun_;  // where the speakers of attributions begin
};

/// What stands behind a label: up to the end of its paragraph.
void take_paragraph(const Document& document, AttributionFound& found) {
  const Sentence& own = document.sentences[found.sentence];
  const Span paragraph = document.lines[own.paragraph].span;
  const bool label_first = found.cue.end <= found.content.begin;  // not "Bridge is safe: police"
  if (label_first && own.span.begin == paragraph.begin) found.content.end = paragraph.end;
}

/// Every sentence of the paragraph is a question: it says nothing.
bool only_asks(const Document& document, Span paragraph) {
  for (std::uint32_t i = document.sentence_at(paragraph.begin); i < document.sentences.size() && document.sentences[i].span.begin < paragraph.end; ++i) {
    if (!document.folded.stands_before(document.sentences[i].span.end, "?")) return false;
  }
  return true;
}

/// Whether all letters of a label's words are capitals, or (`named`) each of two words or more begins with one.
bool looks_like_label(std::string_view label, bool named) {
  std::size_t words = 0, letters = 0;
  bool all_capitals = true, new_word = true;
  for (const char c : label) {
    if (c == ' ') {
      new_word = true;
      continue;
    }
    const bool capital = is_ascii_capital(c), letter = is_ascii_letter(c);
    if (!letter && c != '.' && c != '-' && c != '\'') return false;
    if (new_word && !capital) return false;
    words += new_word ? 1 : 0;
    letters += letter ? 1 : 0;
    all_capitals = all_capitals && (!letter || capital);
    new_word = false;
  }
  return letters >= 2 && (all_capitals || (named && words >= 2));
}

}  // namespace

void read_labels(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations,
                 std::vector<AttributionFound>& attributions) {
  // "Oslo: The bridge is closed." says where, not who.
  std::erase_if(attributions, [&](const AttributionFound& found) { return found.is_label && structure.dateline.contains(found.speaker); });
  if (!have_labels(attributions)) return;
  LabelNouns nouns(rules, words, document, annotations);
  drop_labels_of_things(document, structure, words, nouns, attributions);
  if (!have_labels(attributions)) return;
  TurnFinder(document, structure, nouns, attributions).run();
  if (!speaks_again(document, attributions)) return;
  for (AttributionFound& found : attributions) {
    if (found.is_label) take_paragraph(document, found);
  }
}

std::vector<AttributionFound> attributions_of(const RuleSet& rules, const Document& document, const Annotations& annotations, const Turn& turn) {
  if (turn.speaker.empty()) return {};
  const Annotation& label = annotations.at(turn.annotation);
  const Type& type = rules.types()[label.type];
  const auto value = [&](std::string_view field) { return type.field(field) == no_field ? Value{} : annotations.value(turn.annotation, type.field(field)); };
  AttributionFound found;
  found.is_label = true;
  found.speaker = turn.speaker;
  found.cue = value("cue").span;
  found.kind = value("kind").symbol;
  found.cue_class = value("class").symbol;
  found.rule = label.rule;
  std::vector<AttributionFound> result;
  for (const Span paragraph : turn.paragraphs) {
    if (only_asks(document, paragraph)) continue;
    found.content = paragraph;
    found.sentence = document.sentence_at(paragraph.begin);
    result.push_back(found);
  }
  return result;
}

bool tells_by_label(const Document& document, const AttributionFound& found) {
  return found.cue.empty() ? found.is_label : document.folded.slice(found.cue) == ":";
}

Span label_inside(const Document& document, const Quotation& quotation) {
  const Span inner = quotation.inner;
  const std::string_view text = document.folded.slice(inner);
  const bool opens_paragraph = document.lines[quotation.paragraph].span.begin == quotation.span.begin;
  const std::size_t colon = text.substr(0, longest_inside).find(':');
  if (colon == std::string_view::npos || !looks_like_label(text.substr(0, colon), opens_paragraph)) return {};
  return {inner.begin, inner.begin + static_cast<std::uint32_t>(colon)};
}

}  // namespace onrecord
