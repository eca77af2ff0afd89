#include <algorithm>
#include <cctype>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/extract/record/content.h"
#include "onrecord/extract/record/places.h"
#include "onrecord/extract/records/record_frame.h"
#include "onrecord/extract/statements/statement.h"

namespace onrecord {
namespace {

std::string_view type_name(Statement::Kind kind) { return kind == Statement::Kind::quote ? "quote" : "claim"; }

/// What is attributed to one speaker.
struct Said {
  std::vector<Span> mentions;       // by place
  std::vector<std::string> quotes;  // ids
  std::vector<std::string> claims;
};

/// Turns statements into quotes and claims, and what they say of speakers into speaker records.
class StatementRecords {
 public:
  StatementRecords(RecordFrame& frame, const RuleSet& rules, const std::vector<Statement>& statements, const Speakers& speakers, std::string_view byline,
                   bool terms)
      : frame_(frame), rules_(rules), statements_(statements), speakers_(speakers), byline_(byline), terms_(terms) {}

  void append_to(std::vector<Record>& records) {
    collect_contents();
    collect_sources();
    collect_said();
    collect_links();
    records.reserve(speakers_.all.size() + statements_.size());
    append_speakers(records);
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      if (!is_written(i)) continue;
      if (statements_[i].kind == Statement::Kind::quote) records.emplace_back(quote(i));
      else records.emplace_back(claim(i));
    }
  }

 private:
  bool is_written(std::uint32_t i) const {
    const Statement& statement = statements_[i];
    const bool is_term = statement.kind == Statement::Kind::quote && statement.quote_kind == QuoteKind::term;
    return !contents_[i].empty() && (terms_ || !is_term);
  }

  void collect_contents() {
    contents_.reserve(statements_.size());
    ids_.reserve(statements_.size());
    for (const Statement& statement : statements_) {
      const bool is_quote = statement.kind == Statement::Kind::quote;
      contents_.push_back(is_quote ? quote_content(frame_.document, statement.content, statement.quote_kind)
                                   : claim_content(frame_.document, statement.content));
    }
    for (std::uint32_t i = 0; i < statements_.size(); ++i)
      ids_.push_back(is_written(i) ? frame_.id(type_name(statements_[i].kind), contents_[i]) : std::string());
  }

  /// The writer of the article is no source of it.
  bool is_author(const Speaker& speaker) const {
    const std::size_t at = byline_.find(speaker.name);
    if (at == std::string_view::npos || speaker.name.empty()) return false;
    const auto joins_word = [this](std::size_t i) {
      return i < byline_.size() && (std::isalnum(static_cast<unsigned char>(byline_[i])) != 0 || byline_[i] == '-');
    };
    return !joins_word(at - 1) && !joins_word(at + speaker.name.size());
  }

  /// Of each statement, the speakers that get a record.
  void collect_sources() {
    std::vector<bool> is_source;
    for (const Speaker& speaker : speakers_.all) is_source.push_back(!is_author(speaker));
    const bool is_transcript = !frame_.structure.transcript.turns.empty();
    first_source_.reserve(statements_.size() + 1);
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      first_source_.push_back(static_cast<std::uint32_t>(sources_.size()));
      if (i >= speakers_.of_statement.size()) continue;
      for (const Resolved& resolved : speakers_.of_statement[i])
        // … but of what stands behind a label with the name, in a transcript.
        if (resolved.speaker < is_source.size() && (is_source[resolved.speaker] || (is_transcript && statements_[i].by_label))) sources_.push_back(resolved);
    }
    first_source_.push_back(static_cast<std::uint32_t>(sources_.size()));
  }

  /// The speakers of a statement that get a record, the main one first.
  std::span<const Resolved> speakers_of(std::uint32_t i) const { return {sources_.data() + first_source_[i], sources_.data() + first_source_[i + 1]}; }

  void collect_said() {
    said_.resize(speakers_.all.size());
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      if (!is_written(i)) continue;
      const bool is_quote = statements_[i].kind == Statement::Kind::quote;
      for (const Resolved& source : speakers_of(i)) {
        Said& said = said_[source.speaker];
        const auto place = std::lower_bound(said.mentions.begin(), said.mentions.end(), source.mention);
        if (place == said.mentions.end() || *place != source.mention) said.mentions.insert(place, source.mention);
        std::vector<std::string>& ids = is_quote ? said.quotes : said.claims;
        if (ids.empty() || ids.back() != ids_[i]) ids.push_back(ids_[i]);
      }
    }
    for (const Said& said : said_) speaker_ids_.push_back(said.mentions.empty() ? std::string() : frame_.id("speaker", said.mentions.front()));
  }

  void collect_links() {
    heads_groups_.resize(statements_.size());
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      if (!is_written(i)) continue;
      const Statement& statement = statements_[i];
      if (statement.claim < statements_.size()) quotes_in_[statement.claim].push_back(ids_[i]);
      if (statement.group < statements_.size() && statement.group != i) heads_groups_[statement.group] = true;
    }
  }

  std::string group_of(std::uint32_t i) const {
    if (heads_groups_[i]) return ids_[i];
    const std::uint32_t first = statements_[i].group;
    return first < statements_.size() && first != i ? ids_[first] : std::string();
  }

  SpeakerReference reference(const Resolved& resolved) const {
    return {speaker_ids_[resolved.speaker], speakers_.all[resolved.speaker].name, frame_.places.quoted(resolved.mention), resolved.resolution};
  }

  /// The cue of a statement, or of the one whose cue it takes over.
  std::optional<Cue> cue_of(std::uint32_t i) const {
    const Statement* statement = &statements_[i];
    while (statement->cue.empty() && statement->carried_from < statements_.size() && &statements_[statement->carried_from] < statement)
      statement = &statements_[statement->carried_from];
    if (statement->cue.empty()) return std::nullopt;
    return Cue{frame_.places.quoted(statement->cue), std::string(rules_.symbol(statement->lemma)), std::string(rules_.symbol(statement->cue_class))};
  }

  /// What quotes and claims have in common.
  template <typename StatementRecord>
  StatementRecord common(std::uint32_t i) const {
    const Statement& statement = statements_[i];
    StatementRecord record;
    const std::span<const Resolved> sources = speakers_of(i);
    const double share = sources.empty() ? 1.0 : frame_.certainty(sources.front().resolution);
    record.head = frame_.head(ids_[i], contents_[i], statement.rule, share);
    record.text = frame_.places.words(contents_[i]);
    record.group = group_of(i);
    for (const Resolved& source : sources) {
      if (!record.speaker) record.speaker = reference(source);
      else record.co_speakers.push_back(reference(source));
    }
    record.cue = cue_of(i);
    record.section = frame_.section_of(contents_[i]);
    record.block = frame_.block_of(contents_[i]);
    return record;
  }

  QuoteRecord quote(std::uint32_t i) const {
    const Statement& statement = statements_[i];
    auto record = common<QuoteRecord>(i);
    record.kind = statement.quote_kind;
    if (statement.claim < statements_.size()) record.claim = ids_[statement.claim];
    return record;
  }

  ClaimRecord claim(std::uint32_t i) const {
    const Statement& statement = statements_[i];
    auto record = common<ClaimRecord>(i);
    record.attribution = statement.attribution;
    record.modality = statement.modality;
    record.polarity = statement.polarity;
    record.negated = statement.negated;
    record.kind = rules_.symbol(statement.claim_kind);
    if (const auto found = quotes_in_.find(i); found != quotes_in_.end()) record.quotes = found->second;
    return record;
  }

  void append_speakers(std::vector<Record>& records) {
    for (std::uint32_t i = 0; i < speakers_.all.size(); ++i)
      if (!said_[i].mentions.empty()) records.emplace_back(speaker(i));
  }

  /// What is attributed to the speaker goes into its record and is not asked for again.
  SpeakerRecord speaker(std::uint32_t i) {
    const Speaker& source = speakers_.all[i];
    SpeakerRecord record;
    record.head.id = speaker_ids_[i];
    record.head.place = frame_.places.place(said_[i].mentions.front());
    record.name = source.name;
    record.kind = source.kind;
    record.role = source.role;
    record.affiliation = source.affiliation;
    record.aliases = source.aliases;
    for (const Span mention : said_[i].mentions) record.mentions.push_back(frame_.places.place(mention));
    record.quotes = std::move(said_[i].quotes);
    record.claims = std::move(said_[i].claims);
    return record;
  }

  RecordFrame& frame_;
  const RuleSet& rules_;
  const std::vector<Statement>& statements_;
  const Speakers& speakers_;
  std::string_view byline_;
  bool terms_;
  std::vector<Span> contents_;                                   // of each statement, trimmed
  std::vector<std::string> ids_;                                 // of each statement; empty where it is not written
  std::vector<Resolved> sources_;                                // of all statements, one behind the other
  std::vector<std::uint32_t> first_source_;                      // by statement
  std::vector<Said> said_;                                       // of each speaker
  std::vector<std::string> speaker_ids_;                         // empty where nothing is said: it gets no record
  std::map<std::uint32_t, std::vector<std::string>> quotes_in_;  // by claim
  std::vector<bool> heads_groups_;                               // of each statement: whether others belong to a group that it begins
};

/// Sorts by start, the outer before the inner, then by the letter that begins the type's ids, then by the order so far.
/// Records are large: each is moved once.
void sort_records(std::vector<Record>& records) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, char, std::size_t>> order;
  order.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const RecordHead& head = head_of(records[i]);
    order.emplace_back(head.place.bytes.begin, ~head.place.bytes.end, head.id.front(), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Record> sorted;
  sorted.reserve(records.size());
  for (const auto& key : order) sorted.push_back(std::move(records[std::get<std::size_t>(key)]));
  records = std::move(sorted);
}

std::vector<Section> sections_of(const RecordFrame& frame) {
  std::vector<Section> sections;
  for (const std::uint32_t line : frame.structure.headings) {
    const Quoted heading = frame.places.quoted(frame.heading_span(line));
    sections.push_back({heading.text, heading.place});
  }
  return sections;
}

}  // namespace

Extraction make_records(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                        const std::vector<Statement>& statements, const Speakers& speakers, std::string_view digest, bool terms) {
  RecordFrame frame(rules, document, structure, annotations, digest);
  Extraction extraction;
  extraction.title = frame.places.words(structure.title);
  extraction.byline = frame.places.words(structure.byline);
  for (const Span names : structure.more_authors) (extraction.byline += ", ") += frame.places.words(names);
  extraction.dateline = frame.places.words(structure.dateline);
  extraction.sections = sections_of(frame);
  StatementRecords(frame, rules, statements, speakers, extraction.byline, terms).append_to(extraction.records);
  append_faq_records(frame, extraction.records);
  append_custom_records(frame, extraction.records);
  sort_records(extraction.records);
  return extraction;
}

}  // namespace onrecord
