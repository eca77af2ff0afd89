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

/// How the mention of a speaker tells who is meant: by the full name, a part of it, a pronoun, a noun ("the mayor"), or not at all, where the
/// speaker of a statement before goes on.
enum class Resolution { name, alias, pronoun, descriptor, carried };
/// What a speaker is. `unnamed`: one person whom the text does not name.
enum class SpeakerKind { person, organization, group, unnamed };
/// Whether a quotation is a sentence, a part of one, or only a word or name in quotation marks that nobody need have said.
enum class QuoteKind { full, partial, term };
/// Whether the text gives a claim to somebody, or its writer makes it.
enum class Attribution { attributed, narrator };
/// How a claim is held: as fact, as possible, as what will be, as what would be if, as what somebody asks for.
enum class Modality { asserted, possible, predicted, conditional, requested };
/// Whether a speaker says it or denies it: "denied that the bridge is safe".
enum class Polarity { affirmed, denied };
/// In which part of the page a record stands. `lead`: the first paragraph of running text.
enum class Block { headline, lead, body, callout, faq_answer, caption };

/// Who says it: the mention that the attribution stands on, and who that is.
struct SpeakerReference {
  std::string id;    ///< of the speaker record
  std::string name;  ///< the resolved full name
  Quoted mention;
  Resolution resolution = Resolution::name;
};

/// The words that tell of the saying: "said", "according to".
struct Cue {
  Quoted words;
  std::string lemma;      ///< "say"
  std::string cue_class;  ///< lower case
};

/// What every record of a document has, but the document itself.
struct RecordHead {
  std::string id;
  TextPlace place;
  std::string rule;  ///< id of the rule that made it
  double confidence = 1.0;
};

/// Words between quotation marks. Of one that runs over several paragraphs each part is a record.
struct QuoteRecord {
  RecordHead head;
  QuoteKind kind = QuoteKind::full;
  std::string text;
  std::string group;                        ///< id of the group's first quote; empty where it stands alone
  std::optional<SpeakerReference> speaker;  ///< none: the text does not tell
  std::vector<SpeakerReference> co_speakers;
  std::optional<Cue> cue;
  std::string claim;    ///< id of the claim that it is part of; empty: none
  std::string section;  ///< empty: none
  Block block = Block::body;
};

/// What somebody says is so.
struct ClaimRecord {
  RecordHead head;
  std::string text;
  Attribution attribution = Attribution::attributed;
  Modality modality = Modality::asserted;
  Polarity polarity = Polarity::affirmed;
  bool negated = false;  ///< its main clause is: "the bridge is not safe"
  std::string kind;      ///< what the rule set says of it ("statement", "stance", "forecast", …)
  std::string group;     ///< id of the first part where one statement stands on both sides of its cue; empty: alone
  std::optional<SpeakerReference> speaker;
  std::vector<SpeakerReference> co_speakers;
  std::optional<Cue> cue;
  std::vector<std::string> quotes;  ///< ids of the quotes in it
  std::string section;              ///< empty: none
  Block block = Block::body;
};

/// A question of the page and its answer.
struct FaqRecord {
  RecordHead head;  ///< its place is the question's
  std::string question;
  std::string answer;
  std::uint32_t n = 1;  ///< its number among the pairs of its section
  TextPlace answer_place;
  std::string section;  ///< empty: none
};

/// A source of a document, with all that it says there.
struct SpeakerRecord {
  RecordHead head;  ///< its place is the first mention's; no rule
  std::string name;
  SpeakerKind kind = SpeakerKind::unnamed;
  std::string role;                  ///< empty: null
  std::string affiliation;           ///< empty: null
  std::vector<std::string> aliases;  ///< sorted
  std::vector<TextPlace> mentions;   ///< by place
  std::vector<std::string> quotes;   ///< ids
  std::vector<std::string> claims;   ///< ids
};

/// A record of a kind that the rules declare.
struct CustomRecord {
  RecordHead head;
  std::string type;
  std::string text;
  std::vector<std::pair<std::string, std::variant<std::string, Quoted>>> fields;  ///< present ones, in the type's order
};

/// A part of the document below a heading.
struct Section {
  std::string heading;
  TextPlace place;
};

using Record = std::variant<SpeakerRecord, QuoteRecord, ClaimRecord, FaqRecord, CustomRecord>;

/// What a record has whatever its type.
inline const RecordHead& head_of(const Record& record) {
  return std::visit([](const auto& any) -> const RecordHead& { return any.head; }, record);
}

/// Everything found in one document. Owns its strings; refers to nothing.
struct Extraction {
  std::string title;  ///< empty: null
  std::string byline;
  std::string dateline;
  std::vector<Section> sections;
  std::vector<Record> records;  ///< by position, then type
};

}  // namespace onrecord
