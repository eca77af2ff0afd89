#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/record/record.h"

/// Articles in which people have marked what is to be found; docs/gold-format.md tells the format. Spans count code
/// points.
namespace onrecord {

/// A stretch of the article and its words.
struct GoldPart {
  Span span;
  std::string text;
};

/// Something that somebody is said to say.
struct GoldStatement {
  /// Between quotation marks all of it, parts of it, or nothing.
  enum class Kind { direct, mixed, indirect };
  Kind kind = Kind::indirect;
  Span span;
  bool speech = true;  ///< false: a belief or a plan, which counts neither way
  std::optional<GoldPart> speaker;
  std::string speaker_name;  ///< the full name; empty: unknown
  std::optional<GoldPart> cue;
  std::optional<Modality> modality;  ///< what is not marked is not judged
  std::optional<Polarity> polarity;
  std::optional<bool> negated;
};

/// A claim of the writer.
struct GoldClaim {
  Span span;
  std::vector<std::string> kinds;  ///< each of them is right; empty: any
  std::optional<Modality> modality;
  std::optional<bool> negated;
};

/// A question and its answer.
struct GoldPair {
  std::string question;
  std::string answer;
};

/// What a line of the page is.
struct GoldLine {
  Span span;
  std::string label;  ///< "title", "byline", "boilerplate", or anything else
};

/// One article. Only what is marked is judged: a list that is missing is not judged, one that is empty says that there
/// is nothing to be found.
struct GoldArticle {
  std::string id;
  std::string text;  ///< valid UTF-8
  std::optional<std::vector<GoldStatement>> statements;
  std::optional<std::vector<GoldClaim>> claims;
  std::optional<std::vector<GoldPair>> pairs;
  std::optional<std::vector<GoldLine>> lines;
  std::vector<std::string> authors;
  std::optional<std::string> title;  ///< empty: the article has none
  std::optional<std::string> byline;
};

/// Reads one line of a gold file. None where it cannot be read, and then `problem` tells why.
std::optional<GoldArticle> read_gold_line(const std::string& line, std::string& problem);

}  // namespace onrecord
