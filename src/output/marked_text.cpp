#include "onrecord/output/marked_text.h"

#include <algorithm>
#include <variant>

#include "onrecord/base/white_space.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

/// A stretch of text with what a record tells of it.
template <typename What>
struct Mark {
  Span bytes;
  What what;
};

/// What all wanted records mark, and where they begin and end.
struct Marks {
  std::vector<Mark<const QuoteRecord*>> quotes;
  std::vector<Mark<const ClaimRecord*>> claims;
  std::vector<Mark<const FaqRecord*>> faqs;
  std::vector<Mark<const CustomRecord*>> customs;
  std::vector<Mark<std::uint32_t>> mentions;  // numbers of speakers
  std::vector<Mark<bool>> cues;
  std::vector<std::uint32_t> borders;

  template <typename What>
  void add(std::vector<Mark<What>>& marks, Span bytes, What what) {
    if (bytes.empty()) return;
    marks.push_back({bytes, what});
    borders.push_back(bytes.begin);
    borders.push_back(bytes.end);
  }

  void add_cue(const std::optional<Cue>& cue) {
    if (cue) add(cues, cue->words.place.bytes, true);
  }

  void operator()(const SpeakerRecord&) {}
  void operator()(const QuoteRecord& quote) {
    add(quotes, quote.head.place.bytes, &quote);
    add_cue(quote.cue);
  }
  void operator()(const ClaimRecord& claim) {
    add(claims, claim.head.place.bytes, &claim);
    add_cue(claim.cue);
  }
  void operator()(const FaqRecord& faq) {
    add(faqs, faq.head.place.bytes, &faq);
    add(faqs, faq.answer_place.bytes, &faq);
  }
  void operator()(const CustomRecord& custom) { add(customs, custom.head.place.bytes, &custom); }
};

/// Calls `assign` with each stretch and all marks over it, the innermost last: the one that begins last, and of those the shortest.
template <typename What, typename Assign>
void give_to(std::vector<Stretch>& stretches, std::vector<Mark<What>> marks, const Assign& assign) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.bytes.begin != b.bytes.begin ? a.bytes.begin < b.bytes.begin : a.bytes.end > b.bytes.end; });
  std::vector<Mark<What>> open;
  auto next = marks.begin();
  for (Stretch& stretch : stretches) {
    std::erase_if(open, [&](const auto& mark) { return mark.bytes.end <= stretch.bytes.begin; });
    for (; next != marks.end() && next->bytes.begin <= stretch.bytes.begin; ++next) open.push_back(*next);
    for (const Mark<What>& mark : open) assign(stretch, mark.what);
  }
}

/// Without their ends, `\n` or `\r\n`.
std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool has_return = end > begin && text[end - 1] == '\r';
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - (has_return ? 1 : 0))});
    begin = end + 1;
  }
  return lines;
}

/// The lines cut at the borders.
std::vector<Stretch> cut(const std::vector<Span>& lines, std::vector<std::uint32_t> borders) {
  std::sort(borders.begin(), borders.end());
  std::vector<Stretch> stretches;
  auto border = borders.begin();
  for (const Span line : lines) {
    Stretch stretch;
    for (std::uint32_t begin = line.begin; begin < line.end; begin = stretch.bytes.end) {
      border = std::find_if(border, borders.end(), [begin](std::uint32_t offset) { return offset > begin; });
      stretch.bytes = {begin, border == borders.end() ? line.end : std::min(*border, line.end)};
      stretches.push_back(stretch);
    }
  }
  return stretches;
}

void mark(std::vector<Stretch>& stretches, const Marks& marks) {
  give_to(stretches, marks.quotes, [](Stretch& stretch, const QuoteRecord* quote) { stretch.quotes.push_back(quote); });
  give_to(stretches, marks.claims, [](Stretch& stretch, const ClaimRecord* claim) { stretch.claims.push_back(claim); });
  give_to(stretches, marks.customs, [](Stretch& stretch, const CustomRecord* custom) { stretch.customs.push_back(custom); });
  give_to(stretches, marks.faqs, [](Stretch& stretch, const FaqRecord* faq) { stretch.faq = faq; });
  give_to(stretches, marks.mentions, [](Stretch& stretch, std::uint32_t number) { stretch.mentioned = number; });
  give_to(stretches, marks.cues, [](Stretch& stretch, bool) { stretch.is_cue = true; });
}

/// Tells what lines are, which are asked for in their order.
class RoleReader {
 public:
  RoleReader(std::string_view text, const Extraction& extraction)
      : text_(text), title_(extraction.title), section_(extraction.sections.begin()), sections_end_(extraction.sections.end()) {}

  LineRole next(Span line) {
    while (section_ != sections_end_ && section_->place.bytes.begin < line.begin) ++section_;
    if (!title_.empty() && single_spaced(slice(text_, line)) == title_) {
      title_ = {};  // what stands below is text
      return LineRole::title;
    }
    return section_ != sections_end_ && line.contains(section_->place.bytes.begin) ? LineRole::heading : LineRole::text;
  }

 private:
  std::string_view text_;
  std::string_view title_;  // empty: none, or it was there
  std::vector<Section>::const_iterator section_, sections_end_;
};

}  // namespace

MarkedText::MarkedText(std::string_view text, const Extraction& extraction, const std::vector<std::string>& kinds) {
  Marks marks;
  for (const Record& record : extraction.records) {
    if (const auto* speaker = std::get_if<SpeakerRecord>(&record)) {
      speakers_.push_back(speaker);
      numbers_.emplace(speaker->head.id, speakers_.size());
      for (const TextPlace& place : speaker->mentions) marks.add(marks.mentions, place.bytes, static_cast<std::uint32_t>(speakers_.size()));
    }
    if (is_wanted(kind_of(record), kinds)) std::visit(marks, record);
  }
  const std::vector<Span> lines = lines_of(text);
  std::vector<Stretch> stretches = cut(lines, marks.borders);
  mark(stretches, marks);
  RoleReader roles(text, extraction);
  auto stretch = stretches.begin();
  for (const Span span : lines) {
    MarkedLine& line = lines_.emplace_back();
    line.role = roles.next(span);
    has_title_ = has_title_ || line.role == LineRole::title;
    while (stretch != stretches.end() && stretch->bytes.end <= span.end) line.stretches.push_back(std::move(*stretch++));
  }
}

std::uint32_t MarkedText::number_of(const std::optional<SpeakerReference>& speaker) const {
  const auto found = speaker ? numbers_.find(speaker->id) : numbers_.end();
  return found == numbers_.end() ? 0 : found->second;
}

std::string MarkedText::numbers_of(const std::optional<SpeakerReference>& speaker, const std::vector<SpeakerReference>& others) const {
  std::string numbers;
  if (const std::uint32_t number = number_of(speaker); number > 0) numbers = std::to_string(number);
  for (const SpeakerReference& other : others) {
    if (const std::uint32_t number = number_of(other); number > 0) numbers += (numbers.empty() ? "" : ",") + std::to_string(number);
  }
  return numbers.empty() ? "?" : numbers;
}

std::uint32_t MarkedText::speaker_of(const Stretch& stretch) const {
  if (stretch.quote() != nullptr) return number_of(stretch.quote()->speaker);
  return stretch.claim() != nullptr ? number_of(stretch.claim()->speaker) : 0;
}

std::string MarkedText::label_behind(const Stretch& stretch) const {
  std::string label;
  const auto add = [&label](const std::string& words) { label.append(label.empty() || words.empty() ? "" : " ").append(words); };
  const auto is_of_claim = [&stretch](const QuoteRecord* quote) {
    return std::any_of(stretch.claims.begin(), stretch.claims.end(), [quote](const ClaimRecord* claim) { return claim->head.id == quote->claim; });
  };
  for (const QuoteRecord* quote : stretch.quotes)
    if (stretch.ends(quote->head.place.bytes) && quote->kind != QuoteKind::term && !is_of_claim(quote)) add(numbers_of(quote->speaker, quote->co_speakers));
  for (auto claim = stretch.claims.rbegin(); claim != stretch.claims.rend(); ++claim) {
    if (!stretch.ends((*claim)->head.place.bytes)) continue;
    add((*claim)->attribution == Attribution::narrator ? "writer" : numbers_of((*claim)->speaker, (*claim)->co_speakers));
    add(status_of(**claim));
  }
  if (stretch.faq != nullptr && stretch.ends(stretch.is_answer() ? stretch.faq->answer_place.bytes : stretch.faq->head.place.bytes))
    add((stretch.is_answer() ? "A" : "Q") + std::to_string(stretch.faq->n));
  for (auto custom = stretch.customs.rbegin(); custom != stretch.customs.rend(); ++custom)
    if (stretch.ends((*custom)->head.place.bytes)) add((*custom)->type);
  return label;
}

std::string office_of(const SpeakerRecord& speaker) {
  return speaker.role + (speaker.role.empty() || speaker.affiliation.empty() ? "" : ", ") + speaker.affiliation;
}

std::string counts_of(const SpeakerRecord& speaker) {
  const auto counted = [](std::size_t count, const char* one, const char* many) { return std::to_string(count) + ' ' + (count == 1 ? one : many); };
  return counted(speaker.quotes.size(), "quote", "quotes") + ", " + counted(speaker.claims.size(), "claim", "claims");
}

std::string status_of(const ClaimRecord& claim) {
  std::string status;
  const auto add = [&status](std::string_view word) { status.append(status.empty() ? "" : ", ").append(word); };
  if (claim.modality != Modality::asserted) add(name_in(modality_names, claim.modality));
  if (claim.polarity == Polarity::denied) add(name_in(polarity_names, claim.polarity));
  if (claim.negated) add("negated");
  return status;
}

}  // namespace onrecord
