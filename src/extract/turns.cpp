#include "onrecord/extract/turns.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest_turns = 3;

class TurnFinder {
 public:
  TurnFinder(const Document& document, const Structure& structure, const LabelNouns& nouns, std::vector<AttributionFound>& attributions)
      : document_(document), structure_(structure), nouns_(nouns), attributions_(attributions) {}

  void run() {
    read_labels();
    if (labels_.empty()) return;
    std::map<std::string_view, std::vector<std::uint32_t>> turns;
    for (std::uint32_t line = 0; line < document_.lines.size(); ++line) {
      const std::string_view label = label_of(line);
      if (labels_.contains(label)) turns[label].push_back(line);
    }
    const std::size_t known = attributions_.size();
    for (const auto& [label, lines] : turns) {
      if (lines.size() < fewest_turns) continue;
      const AttributionFound like = attributions_[labels_.at(label)];
      for (const std::uint32_t line : lines) add(line, static_cast<std::uint32_t>(label.size()), like);
    }
    if (attributions_.size() == known) return;
    std::stable_sort(attributions_.begin(), attributions_.end(), [](const AttributionFound& a, const AttributionFound& b) { return a.cue.begin < b.cue.begin; });
  }

 private:
  void read_labels() {
    for (std::size_t i = 0; i < attributions_.size(); ++i) {
      const AttributionFound& found = attributions_[i];
      if (found.speaker.empty()) continue;
      begun_.insert(found.speaker.begin);
      if (found.labels && found.cue.begin == found.speaker.end && nouns_.is_speaker(found.speaker)) labels_.emplace(document_.folded.slice(found.speaker), i);
    }
  }

  /// What stands before the first colon of a line, a space behind it.
  std::string_view label_of(std::uint32_t line) const {
    const std::string_view text = document_.folded.slice(document_.lines[line].span);
    const std::size_t colon = text.find(": ");
    return colon == std::string_view::npos ? std::string_view{} : text.substr(0, colon);
  }

  /// With a mark that is no question's: lists of what things have often end in none.
  bool ends_sentence(Span paragraph) const {
    const char32_t last = character_before(document_.folded.text(), paragraph.end).code;
    return last == '.' || last == '!' || last == 0x2026 || last == '"' || last == 0x201D;
  }

  void add(std::uint32_t line, std::uint32_t label_size, const AttributionFound& like) {
    const Span paragraph = document_.lines[line].span;
    if (begun_.contains(paragraph.begin) || structure_.of_line(line) != LineClass::body || !ends_sentence(paragraph)) return;
    AttributionFound turn;
    turn.labels = true;
    turn.rule = like.rule;
    turn.kind = like.kind;
    turn.cue_class = like.cue_class;
    turn.speaker = {paragraph.begin, paragraph.begin + label_size};
    turn.cue = {turn.speaker.end, turn.speaker.end + 1};
    turn.content = {turn.cue.end + 1, paragraph.end};
    turn.sentence = document_.sentence_at(paragraph.begin);
    attributions_.push_back(turn);
  }

  const Document& document_;
  const Structure& structure_;
  const LabelNouns& nouns_;
  std::vector<AttributionFound>& attributions_;
  std::map<std::string_view, std::size_t> labels_;  // that rules found, with one of the attributions each
  std::unordered_set<std::uint32_t> begun_;         // where the speakers of attributions begin
};

}  // namespace

void add_turns(const Document& document, const Structure& structure, const LabelNouns& labels, std::vector<AttributionFound>& attributions) {
  const bool any = std::any_of(attributions.begin(), attributions.end(), [](const AttributionFound& found) { return found.labels; });
  if (any) TurnFinder(document, structure, labels, attributions).run();
}

}  // namespace onrecord
