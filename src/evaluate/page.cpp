#include <fmt/format.h>

#include <algorithm>

#include "onrecord/evaluate/compared_text.h"
#include "onrecord/evaluate/judges.h"

namespace onrecord {
namespace {

std::string spaced(std::string_view text) { return fmt::format(" {} ", fmt::join(compared_words(text), " ")); }

class PageJudge {
 public:
  PageJudge(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation)
      : article_(article), gold_(article.gold), extraction_(extraction), counts_(evaluation.counts), misses_(evaluation.misses) {}

  /// An article without labelled lines has its title and byline as they stand in the text.
  void judge_article() {
    if (gold_.title) judge_text(Measure::title, "title wrong", extraction_.title, *gold_.title);
    if (gold_.byline) judge_text(Measure::byline, "byline wrong", extraction_.byline, *gold_.byline);
  }

  void judge_page() {
    judge_title();
    if (!gold_.authors.empty()) judge_byline();
    count_furniture();
  }

 private:
  void judge_text(Measure measure, std::string_view sort, const std::string& found, const std::string& marked) {
    const bool same = compared_text(found) == compared_text(marked);
    count_marked(counts_[measure], !found.empty(), !marked.empty(), same);
    if (!same) note(sort, fmt::format("‘{}’ for ‘{}’", found, marked));
  }

  std::vector<std::string> lines_labelled(std::string_view label) const {
    std::vector<std::string> texts;
    for (const GoldLine& line : *gold_.lines) {
      if (line.label == label) texts.push_back(article_.words(line.span));
    }
    return texts;
  }

  void judge_title() {
    const std::vector<std::string> lines = lines_labelled("title");
    if (lines.empty()) return;
    const std::string found = compared_text(extraction_.title);
    const bool right = found == compared_text(gold_.title.value_or("")) ||
                       std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return found == compared_text(line); });
    Count& count = counts_[Measure::title];
    count.marked += 1;
    count.found += extraction_.title.empty() ? 0 : 1;
    count.right += right ? 1 : 0;
    if (!right) note("title wrong", fmt::format("‘{}’ for ‘{}’", extraction_.title, lines.front()));
  }

  /// Those of `authors` whose name stands in `text`.
  static std::vector<std::string> named_in(std::string_view text, const std::vector<std::string>& authors) {
    std::vector<std::string> named;
    const std::string words = spaced(text);
    for (const std::string& author : authors) {
      if (words.find(spaced(author)) != std::string::npos) named.push_back(author);
    }
    return named;
  }

  /// Right is a byline that names every author who stands in a line of bylines. Where none does, only one that names no
  /// author at all is wrong.
  void judge_byline() {
    const std::vector<std::string> here = named_in(fmt::format("{}", fmt::join(lines_labelled("byline"), " / ")), gold_.authors);
    const std::string& byline = extraction_.byline;
    const bool right = !byline.empty() && (here.empty() ? !named_in(byline, gold_.authors).empty() : named_in(byline, here) == here);
    Count& count = counts_[Measure::byline];
    count.marked += here.empty() ? 0 : 1;
    count.found += !byline.empty() && (!here.empty() || !right) ? 1 : 0;
    count.right += right && !here.empty() ? 1 : 0;
    if ((!here.empty() || !byline.empty()) && !right) note("byline wrong", fmt::format("‘{}’ for ‘{}’", byline, fmt::join(here, ", ")));
  }

  /// Over half of it.
  bool lies_in_furniture(Span span) const {
    std::uint64_t common = 0;
    for (const GoldLine& line : *gold_.lines) {
      if (line.label == "boilerplate" && line.span.overlaps(span)) common += std::min(line.span.end, span.end) - std::max(line.span.begin, span.begin);
    }
    return 2 * common > span.size();
  }

  void count_furniture() {
    for (const GoldLine& line : *gold_.lines) {
      counts_[Measure::boilerplate_text].marked += line.span.size();
      counts_[Measure::boilerplate_text].right += line.label == "boilerplate" ? line.span.size() : 0;
    }
    for (const Record& record : extraction_.records) std::visit([this](const auto& some) { count_record(some); }, record);
  }

  void count_place(Measure measure, std::string_view sort, Span span) {
    const bool in_furniture = lies_in_furniture(span);
    counts_.ask(measure, in_furniture);
    if (in_furniture) misses_.push_back(article_.miss(sort, span, {}, span.size()));
  }

  void count_record(const QuoteRecord& quote) {
    if (quote.kind != QuoteKind::term) count_place(Measure::boilerplate_quote, "quote in furniture", quote.head.place.characters);
  }
  void count_record(const ClaimRecord& claim) { count_place(Measure::boilerplate_claim, "claim in furniture", claim.head.place.characters); }
  void count_record(const FaqRecord& pair) { count_place(Measure::boilerplate_faq, "answer in furniture", pair.answer_place.characters); }
  void count_record(const CustomRecord&) {}
  void count_record(const SpeakerRecord& speaker) {
    counts_.ask(Measure::author_is_speaker, !named_in(speaker.name, gold_.authors).empty());
    if (speaker.mentions.empty()) return;
    const bool all =
        std::all_of(speaker.mentions.begin(), speaker.mentions.end(), [this](const TextPlace& mention) { return lies_in_furniture(mention.characters); });
    counts_.ask(Measure::boilerplate_speaker, all);
    if (all) misses_.push_back(article_.miss("speaker in furniture", speaker.mentions.front().characters, {}, 0));
  }

  void note(std::string_view sort, std::string what) {
    Miss miss = article_.miss(sort, {}, std::move(what), 0);
    miss.after.clear();
    misses_.push_back(std::move(miss));
  }

  const MarkedText& article_;
  const GoldArticle& gold_;
  const Extraction& extraction_;
  Counts& counts_;
  std::vector<Miss>& misses_;
};

}  // namespace

void judge_page(const MarkedText& article, const Extraction& extraction, Evaluation& evaluation) {
  PageJudge judge(article, extraction, evaluation);
  if (article.gold.lines) judge.judge_page();
  else judge.judge_article();
}

}  // namespace onrecord
