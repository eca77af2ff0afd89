#include "onrecord/convert/captions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "onrecord/base/ascii.h"
#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

constexpr std::string_view head_mark = "WEBVTT";
constexpr std::string_view arrow = "-->";
constexpr std::string_view change = ">>";
constexpr std::size_t longest_label = 60;
constexpr std::size_t most_label_words = 6;
constexpr std::size_t long_paragraph = 500;
constexpr std::size_t most_rolled = 8;  // lines of a cue that captions show again as they roll

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }
std::string_view without_first_line(std::string_view text) { return text.substr(std::min(text.find('\n'), text.size() - 1) + 1); }

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit); }

/// "00:01.500", "1:00:01,5".
bool is_time(std::string_view text) {
  return std::count(text.begin(), text.end(), ':') > 0 && text.find_first_not_of("0123456789:.,") == std::string_view::npos && is_ascii_digit(text.front());
}

/// "00:01.500 --> 00:04.000 align:start".
bool is_timing(std::string_view line) {
  const std::size_t at = line.find(arrow);
  if (at == std::string_view::npos) return false;
  const std::string_view end = trimmed(line.substr(at + arrow.size()));
  return is_time(trimmed(line.substr(0, at))) && is_time(end.substr(0, end.find_first_of(white_space)));
}

/// What stands in brackets, or is sung.
bool is_sound(std::string_view line) {
  if (line.starts_with("♪") || line.starts_with("♫")) return true;
  const bool in_brackets = (line.starts_with('[') && line.ends_with(']')) || (line.starts_with('(') && line.ends_with(')'));
  return in_brackets && line.find_first_of("])") + 1 == line.size();
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    if (text.ends_with("”") || text.ends_with("’")) text.remove_suffix(std::string_view("”").size());
    else if (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with(']')) text.remove_suffix(1);
    else break;
  }
  return text.empty() || text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
}

/// The only references that captions have.
std::string with_characters(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> references = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}, {"&quot;", "\""}, {"&#39;", "'"}}};
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::find_if(references.begin(), references.end(), [&](const auto& one) { return text.substr(at).starts_with(one.first); });
    if (found == references.end()) {
      result += text[at++];
      continue;
    }
    result += found->second;
    at += found->first.size();
  }
  return result;
}

/// The end of the tag or the mark of a place (`{\an8}`) that begins at `at`; `at`: none does.
std::size_t end_of_mark(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  const bool is_tag = rest.size() > 1 && rest.front() == '<' && (is_ascii_letter(rest[1]) || is_ascii_digit(rest[1]) || rest[1] == '/');
  if (!is_tag && !rest.starts_with("{\\")) return at;
  // What opens again before it is closed is none, so that no line is read to its end again and again.
  const std::size_t end = rest.find_first_of(is_tag ? "<>" : "{}", 1);
  return end == std::string_view::npos || rest[end] == rest.front() ? at : at + end + 1;
}

/// Who speaks by a tag: `<v Ann Lee>`, `<v.loud Ann Lee>`. Empty: nobody.
std::string voice_of(std::string_view tag) {
  if (!tag.starts_with("<v ") && !tag.starts_with("<v.") && !tag.starts_with("<v\t")) return {};
  const std::size_t name = tag.find_first_of(" \t");
  return name == std::string_view::npos ? std::string() : with_characters(trimmed(tag.substr(name, tag.size() - name - 1)));
}

/// A stretch of a line of a cue.
struct Said {
  std::string voice;  // that a tag before it names; empty: none does
  std::string text;
};

std::vector<Said> said_in(std::string_view line) {
  std::vector<Said> result(1);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = end_of_mark(line, at);
    if (end == at) {
      result.back().text += line[at++];
      continue;
    }
    if (std::string voice = voice_of(line.substr(at, end - at)); !voice.empty()) result.push_back({std::move(voice), {}});
    at = end;
  }
  for (Said& said : result) said.text = std::string(trimmed(with_characters(said.text)));
  return result;
}

using Cue = std::vector<std::string_view>;  // its lines

std::vector<Cue> cues_of(std::string_view captions) {
  std::vector<Cue> cues;
  bool inside = false;
  for (; !captions.empty(); captions = without_first_line(captions)) {
    const std::string_view line = trimmed(first_line(captions));
    if (is_timing(line)) {
      // The number of a cue, where no blank line stands before it.
      if (inside && !cues.back().empty() && is_number(cues.back().back())) cues.back().pop_back();
      cues.emplace_back();
      inside = true;
    } else if (inside && !line.empty()) {
      cues.back().push_back(line);
    } else {
      inside = false;
    }
  }
  return cues;
}

/// What stands before the colon with which a line names who speaks, by its shape: a few words that all begin with capitals. Empty: it does not.
std::string_view label_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon > longest_label || (colon + 1 < line.size() && line[colon + 1] != ' ')) return {};
  const std::string_view label = line.substr(0, colon);
  if (label.find_first_of(".?!;\"") != std::string_view::npos && label.find(". ") == std::string_view::npos) return {};
  std::size_t words = 0;
  for (std::size_t at = 0; at != std::string_view::npos && at < label.size(); at = label.find_first_not_of(' ', label.find(' ', at))) {
    if (is_ascii_small(label[at]) || ++words > most_label_words || (at == 0 && is_ascii_digit(label[at]))) return {};
  }
  return label;
}

bool is_in_capitals(std::string_view label) { return std::none_of(label.begin(), label.end(), is_ascii_small); }

class TranscriptWriter {
 public:
  std::string run(const std::vector<Cue>& cues) {
    count_labels(cues);
    std::vector<std::string> last;
    for (const Cue& cue : cues) add(cue, last);
    end_turn();
    return std::move(text_);
  }

 private:
  void count_labels(const std::vector<Cue>& cues) {
    for (const Cue& cue : cues) {
      for (const std::string_view line : cue) {
        for (const Said& said : said_in(line)) {
          const std::string_view label = label_of(said.text);
          if (!label.empty()) ++labels_[std::string(label)];
        }
      }
    }
  }

  /// `last`: the last lines of the cue above, which captions that roll show again.
  void add(const Cue& cue, std::vector<std::string>& last) {
    std::vector<std::string> lines;
    bool rolls = true;
    for (const std::string_view line : cue) {
      std::string shown;
      std::vector<Said> parts = said_in(line);
      for (const Said& said : parts) shown += said.voice + '\n' + said.text;
      rolls = rolls && shown.find(' ') != std::string::npos && std::find(last.begin(), last.end(), shown) != last.end();
      if (lines.size() == most_rolled) lines.erase(lines.begin());
      lines.push_back(std::move(shown));
      if (rolls) continue;
      for (Said& said : parts) add(said);
    }
    if (!lines.empty()) last = std::move(lines);
  }

  void add(const Said& said) {
    if (!said.voice.empty()) turn_of(said.voice);
    if (said.text.empty() || is_sound(said.text)) return;
    std::string_view text = said.text;
    const bool is_change = takes_change(text);
    const std::string_view label = label_of(text);
    if (!label.empty() && (is_change || is_speaker(label))) {
      if (is_change) end_turn();
      turn_of(std::string(label));
      text = trimmed(text.substr(label.size() + 1));
    } else if (is_change) {
      end_turn();
      speaker_.clear();
      turn_ = change;
      has_label_ = true;
    }
    add_text(text);
  }

  /// Takes the mark of a change of speakers off the line: ">> ", or the dash of a dialogue.
  static bool takes_change(std::string_view& text) {
    if (text.starts_with(change)) {
      text = trimmed(text.substr(std::min(text.find_first_not_of('>'), text.size())));
      return true;
    }
    std::string_view rest = text;
    if (rest.starts_with('-')) rest.remove_prefix(1);
    else if (rest.starts_with("–") || rest.starts_with("—")) rest.remove_prefix(std::string_view("–").size());
    else return false;
    rest = trimmed(rest);
    if (rest.empty() || !is_ascii_capital(rest.front())) return false;
    text = rest;
    return true;
  }

  /// "Ann Lee" speaks where she does so again, or where what was said before has ended; a name in the middle of a sentence is part of it.
  bool is_speaker(std::string_view label) const { return is_in_capitals(label) || labels_.find(label)->second > 1 || ends_sentence(turn_) || !has_text_; }

  void turn_of(const std::string& speaker) {
    if (speaker == speaker_ && !turn_.empty()) return;
    end_turn();
    speaker_ = speaker;
    turn_ = fmt::format("{} {}:", change, speaker);
    has_label_ = true;
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    if (!has_label_ && turn_.size() > long_paragraph && ends_sentence(turn_)) end_turn();
    if (!turn_.empty()) turn_ += ' ';
    turn_ += text;
    has_text_ = true;
  }

  void end_turn() {
    if (has_text_) {
      if (!text_.empty()) text_ += "\n\n";
      text_ += turn_;
    }
    turn_.clear();
    has_text_ = has_label_ = false;
  }

  std::map<std::string, std::size_t, std::less<>> labels_;  // how often each stands before a colon
  std::string text_;
  std::string turn_;       // so far, with its label
  std::string speaker_;    // of the turn; empty: not known
  bool has_text_ = false;  // besides the label
  bool has_label_ = false;
};

}  // namespace

bool looks_like_captions(std::string_view head) {
  head = without_byte_order_mark(head);
  if (head.starts_with(head_mark)) { return head.size() == head_mark.size() || is_ascii_space(head[head_mark.size()]); }
  head = trimmed_at_start(head);
  if (head.empty() || !is_ascii_digit(head.front())) return false;
  const std::string_view line = trimmed(first_line(head));
  return is_timing(line) || (is_number(line) && is_timing(trimmed(first_line(without_first_line(head)))));
}

std::string read_captions(std::string_view captions) {
  const std::vector<Cue> cues = cues_of(captions);
  if (!cues.empty()) return TranscriptWriter().run(cues);
  const bool is_bare_head = trimmed(first_line(captions)) == head_mark && is_blank(without_first_line(captions));
  return is_bare_head ? std::string() : std::string(captions);
}

}  // namespace onrecord
