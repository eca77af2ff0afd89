#include "onrecord/output/terminal_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "onrecord/base/diagnostics.h"
#include "onrecord/output/marked_text.h"
#include "onrecord/output/styled_text.h"

namespace onrecord {
namespace {

// Numbers of SGR sequences: every terminal has these, and shows them as its theme says.
constexpr std::array<const char*, 8> colors = {"34", "33", "32", "35", "31", "36", "94", "95"};
constexpr const char* bold = "1";
constexpr const char* dim = "2";
constexpr const char* italic = "3";
constexpr const char* underlined = "4";

const char* color_of(std::uint32_t number) { return number == 0 ? "" : colors[(number - 1) % colors.size()]; }

/// Styles one after the other, as one.
std::string joined(std::initializer_list<std::string_view> styles) {
  std::string result;
  for (const std::string_view style : styles)
    if (!style.empty()) result.append(result.empty() ? "" : ";").append(style);
  return result;
}

/// Text that cannot steer a terminal or end the line.
std::string for_terminal(std::string_view text) {
  std::string result(text);
  std::replace(result.begin(), result.end(), '\t', ' ');
  return on_one_line(result);
}

/// Writes the view of one document.
class ViewAppender {
 public:
  ViewAppender(std::string& out, const DocumentFacts& facts, const Extraction& extraction, const std::vector<std::string>& kinds,
               const TerminalOptions& options)
      : out_(out), text_(*facts.text), options_(options), marked_(text_, extraction, kinds) {
    head(facts, extraction);
  }

  void write() {
    bool was_empty = true;
    for (const MarkedLine& line : marked_.lines()) {
      if (line.stretches.empty() && was_empty) continue;
      was_empty = line.stretches.empty();
      for (const Stretch& part : line.stretches) stretch(part, line.role);
      end_line();
    }
    if (!was_empty) end_line();
    for (std::size_t i = 0; i < marked_.speakers().size(); ++i) speaker(static_cast<std::uint32_t>(i + 1), *marked_.speakers()[i]);
    if (!marked_.speakers().empty()) end_line();
  }

 private:
  void head(const DocumentFacts& facts, const Extraction& extraction) {
    add("── ", dim);
    add(for_terminal(facts.doc), dim);
    end_line();
    end_line();
    if (extraction.title.empty() || marked_.has_title()) return;
    add(for_terminal(extraction.title), bold);
    end_line();
    end_line();
  }

  void stretch(const Stretch& part, LineRole role) {
    if (!options_.is_colored) add(std::string(count_of(part, [&part](Span record) { return part.begins(record); }), '{'));
    add(for_terminal(slice(text_, part.bytes)), style_of(part, role));
    if (!options_.is_colored) add(std::string(count_of(part, [&part](Span record) { return part.ends(record); }), '}'));
    if (const std::string label = marked_.label_behind(part); !label.empty()) add('[' + label + ']', dim, false);
  }

  /// How many of the claims, and of the records of the rules' own kinds, over a stretch do so.
  template <typename Does>
  static std::size_t count_of(const Stretch& part, const Does& does) {
    const auto has = [&does](const auto* record) { return does(record->head.place.bytes); };
    return static_cast<std::size_t>(std::count_if(part.claims.begin(), part.claims.end(), has) + std::count_if(part.customs.begin(), part.customs.end(), has));
  }

  static std::string_view weight_of(const Stretch& part, LineRole role) {
    const bool is_question = part.faq != nullptr && !part.is_answer();
    return role != LineRole::text || is_question || part.mentioned > 0 ? bold : "";
  }

  std::string style_of(const Stretch& part, LineRole role) const {
    return joined({weight_of(part, role), part.is_cue ? italic : "", !part.claims.empty() || !part.customs.empty() ? underlined : "",
                   color_of(part.mentioned > 0 ? part.mentioned : marked_.speaker_of(part))});
  }

  void speaker(std::uint32_t number, const SpeakerRecord& record) {
    add(fmt::format("{:3} ", number), dim);
    add(for_terminal(record.name), joined({bold, color_of(number)}));
    if (const std::string office = office_of(record); !office.empty()) add(", " + for_terminal(office));
    add(" · " + counts_of(record), dim);
    end_line();
  }

  void add(std::string words, std::string style = {}, bool may_break = true) {
    pieces_.push_back({std::move(words), options_.is_colored ? std::move(style) : std::string(), may_break});
  }

  void end_line() {
    append_wrapped(out_, pieces_, options_.width);
    pieces_.clear();
  }

  std::string& out_;
  std::string_view text_;
  const TerminalOptions& options_;
  MarkedText marked_;
  std::vector<StyledPiece> pieces_;  // of the line that is put together
};

}  // namespace

void TerminalWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  ViewAppender(out, facts, extraction, kinds_, options_).write();
}

}  // namespace onrecord
