#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// A place in the document as decoded: what a record tells of a stretch of text.
struct TextPlace {
  Span bytes;              ///< UTF-8 bytes
  Span characters;         ///< code points
  std::uint32_t line = 0;  ///< 1-based line of the start
  bool operator==(const TextPlace&) const = default;
};

/// A stretch of the document with its words, exactly as they stand there.
struct Quoted {
  std::string text;
  TextPlace place;
  bool operator==(const Quoted&) const = default;
};

enum class Resolution { name, alias, pronoun, descriptor, carried };
enum class SpeakerKind { person, organization, group, unnamed };
enum class QuoteKind { full, partial, term };
enum class Attribution { attributed, narrator };
enum class Modality { asserted, possible, predicted, conditional, requested };
enum class Polarity { affirmed, denied };
enum class Block { headline, lead, body, callout, faq_answer, caption };

/// Who says it: the mention that the attribution stands on, and who that is.
struct SpeakerReference {
  std::string id;    ///< of the speaker record
  std::string name;  ///< the resolved full name
  Quoted mention;
  Resolution resolution = Resolution::name;
};

struct Cue {
  Quoted words;
  std::string lemma;
  std::string cue_class;  ///< lower case
};

/// What every record of a document has, but the document itself.
struct RecordHead {
  std::string id;
  TextPlace place;
  std::string rule;  ///< id of the rule that made it
  double confidence = 1.0;
};

struct QuoteRecord {
  RecordHead head;
  QuoteKind kind = QuoteKind::full;
  std::string text;
  std::string group;  ///< id of the group's first quote; empty where it stands alone
  std::optional<SpeakerReference> speaker;
  std::vector<SpeakerReference> co_speakers;
  std::optional<Cue> cue;
  std::string claim;  ///< id; empty: none
  std::string section;  ///< empty: none
  Block block = Block::body;
};

struct ClaimRecord {
  RecordHead head;
  std::string text;
  Attribution attribution = Attribution::attributed;
  Modality modality = Modality::asserted;
  Polarity polarity = Polarity::affirmed;
  bool negated = false;
  std::string kind;   ///< what the rule set says of it ("statement", "stance", "forecast", …)
  std::string group;  ///< id of the first part where one statement stands on both sides of its cue; empty: alone
  std::optional<SpeakerReference> speaker;
  std::vector<SpeakerReference> co_speakers;
  std::optional<Cue> cue;
  std::vector<std::string> quotes;  ///< ids
  std::string section;
  Block block = Block::body;
};

struct FaqRecord {
  RecordHead head;  ///< its place is the question's
  std::string question;
  std::string answer;
  std::uint32_t n = 1;
  TextPlace answer_place;
  std::string section;
};

struct SpeakerRecord {
  RecordHead head;  ///< its place is the first mention's; no rule
  std::string name;
  SpeakerKind kind = SpeakerKind::unnamed;
  std::string role;         ///< empty: null
  std::string affiliation;  ///< empty: null
  std::vector<std::string> aliases;  ///< sorted
  std::vector<TextPlace> mentions;
  std::vector<std::string> quotes;
  std::vector<std::string> claims;
};

/// A record of a kind that the rules declare.
struct CustomRecord {
  RecordHead head;
  std::string type;
  std::string text;
  std::vector<std::pair<std::string, std::variant<std::string, Quoted>>> fields;  ///< present ones, in the type's order
};

struct Section {
  std::string heading;
  TextPlace place;
};

using Record = std::variant<SpeakerRecord, QuoteRecord, ClaimRecord, FaqRecord, CustomRecord>;

/// Everything found in one document. Owns its strings; refers to nothing.
struct Extraction {
  std::string title;  ///< empty: null
  std::string byline;
  std::string dateline;
  std::vector<Section> sections;
  std::vector<Record> records;  ///< by position, then type
};

}  // namespace onrecord
