#include "onrecord/evaluate/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "onrecord/base/diagnostics.h"
#include "onrecord/base/utf8.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

using Json = nlohmann::json;

/// What is wrong with a line; caught where the line is read.
struct GoldError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The value of `key`; null where it is missing or JSON's null.
const Json* value_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const Json& value, const char* key) {
  if (!value.is_string()) throw GoldError(fmt::format("'{}' is no text", key));
  return value.get<std::string>();
}

std::string text_at(const Json& object, const char* key) {
  const Json* value = value_at(object, key);
  return value == nullptr ? std::string() : text_of(*value, key);
}

std::uint32_t offset_at(const Json& object, const char* key) {
  const Json* value = value_at(object, key);
  if (value == nullptr || !value->is_number_unsigned()) throw GoldError(fmt::format("'{}' is no offset", key));
  return value->get<std::uint32_t>();
}

Span span_at(const Json& object) {
  if (!object.is_object()) throw GoldError("what is marked must be an object");
  const Span span{offset_at(object, "start"), offset_at(object, "end")};
  if (span.end < span.begin) throw GoldError(fmt::format("'end' {} before 'start' {}", span.end, span.begin));
  return span;
}

std::optional<GoldPart> part_at(const Json& object, const char* key) {
  const Json* value = value_at(object, key);
  if (value == nullptr) return std::nullopt;
  return GoldPart{span_at(*value), text_at(*value, "text")};
}

std::optional<bool> flag_at(const Json& object, const char* key) {
  const Json* value = value_at(object, key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_boolean()) throw GoldError(fmt::format("'{}' is neither true nor false", key));
  return value->get<bool>();
}

/// A value of a closed list.
template <typename Enumerator, std::size_t size>
std::optional<Enumerator> choice_at(const Json& object, const char* key, const std::array<std::string_view, size>& names) {
  const Json* value = value_at(object, key);
  if (value == nullptr) return std::nullopt;
  const std::string name = text_of(*value, key);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw GoldError(fmt::format("'{}' is no value of '{}': {}", name, key, fmt::join(names, ", ")));
  return static_cast<Enumerator>(found - names.begin());
}

GoldStatement statement_of(const Json& object) {
  constexpr std::array<std::string_view, 3> kinds = {"direct", "mixed", "indirect"};
  GoldStatement statement;
  statement.span = span_at(object);
  const auto kind = choice_at<GoldStatement::Kind>(object, "kind", kinds);
  if (!kind) throw GoldError("a quote without 'kind'");
  statement.kind = *kind;
  statement.speech = flag_at(object, "speech").value_or(true);
  statement.speaker = part_at(object, "speaker");
  statement.cue = part_at(object, "cue");
  statement.speaker_name = text_at(object, "speaker_name");
  if (statement.speaker_name.empty()) statement.speaker_name = text_at(object, "speaker_name_silver");
  statement.modality = choice_at<Modality>(object, "modality", modality_names);
  statement.polarity = choice_at<Polarity>(object, "polarity", polarity_names);
  statement.negated = flag_at(object, "negated");
  return statement;
}

GoldClaim claim_of(const Json& object) {
  GoldClaim claim;
  claim.span = span_at(object);
  if (const Json* kinds = value_at(object, "kind")) {
    if (kinds->is_array()) {
      for (const Json& kind : *kinds) claim.kinds.push_back(text_of(kind, "kind"));
    } else {
      claim.kinds.push_back(text_of(*kinds, "kind"));
    }
  }
  claim.modality = choice_at<Modality>(object, "modality", modality_names);
  claim.negated = flag_at(object, "negated");
  return claim;
}

GoldPair pair_of(const Json& object) {
  if (!object.is_object()) throw GoldError("what is marked must be an object");
  return {text_at(object, "question"), text_at(object, "answer")};
}

GoldLine line_of(const Json& object) { return {span_at(object), text_at(object, "label")}; }

template <typename Marked>
std::optional<std::vector<Marked>> list_at(const Json& object, const char* key, Marked (*read)(const Json&)) {
  const Json* list = value_at(object, key);
  if (list == nullptr) return std::nullopt;
  if (!list->is_array()) throw GoldError(fmt::format("'{}' is no array", key));
  std::vector<Marked> marked;
  for (const Json& item : *list) marked.push_back(read(item));
  return marked;
}

/// A text that may be null: then there is none, and that is marked.
std::optional<std::string> marked_text(const Json& object, const char* key) {
  return object.contains(key) ? std::optional(text_at(object, key)) : std::nullopt;
}

/// Marks beyond the text are mostly offsets of bytes or of UTF-16: they would count as misses, and nobody would know why.
void check_ends(const GoldArticle& article) {
  const auto size = static_cast<std::uint32_t>(
      std::count_if(article.text.begin(), article.text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
  const auto check = [size](const Span& span) {
    if (span.end > size) throw GoldError(fmt::format("'end' {} is behind the end of the text, which has {} code points", span.end, size));
  };
  const auto check_part = [&](const std::optional<GoldPart>& part) {
    if (part) check(part->span);
  };
  for (const GoldStatement& statement : article.statements.value_or(std::vector<GoldStatement>{})) {
    check(statement.span);
    check_part(statement.speaker);
    check_part(statement.cue);
  }
  for (const GoldClaim& claim : article.claims.value_or(std::vector<GoldClaim>{})) check(claim.span);
  for (const GoldLine& line : article.lines.value_or(std::vector<GoldLine>{})) check(line.span);
}

/// Holds the words of marks against what stands at their offsets.
class MarkedWords {
 public:
  explicit MarkedWords(std::string_view text) : text_(text) {
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80) starts_.push_back(at);
    }
    starts_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  /// Offsets of bytes or of UTF-16 are seen here where letters beyond ASCII stand before. `mark` has passed `check_ends`.
  void check(const Json& mark) const {
    const Json* words = value_at(mark, "text");
    if (words == nullptr) return;
    const std::string wanted = text_of(*words, "text");
    const Span span = span_at(mark);
    const std::string_view found = text_.substr(starts_[span.begin], starts_[span.end] - starts_[span.begin]);
    if (found != wanted)
      throw GoldError(fmt::format("'{:.60}' does not stand from {} to {}: there is '{:.60}'; offsets count code points", wanted, span.begin, span.end, found));
  }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;  // of each code point, and the end of the last
};

void check_words(const Json& object, std::string_view text) {
  const MarkedWords words(text);
  for (const char* list : {"quotes", "claims", "lines"}) {
    const Json* marks = value_at(object, list);
    if (marks == nullptr) continue;
    for (const Json& mark : *marks) {
      words.check(mark);
      for (const char* part : {"speaker", "cue"})
        if (const Json* marked = value_at(mark, part)) words.check(*marked);
    }
  }
}

/// Where nothing is marked, a key that is nearly one of those that mark something is a slip of the pen.
void check_keys(const Json& object) {
  const std::vector<std::string> marking = {"quotes", "claims", "faqs", "title", "byline", "lines"};
  if (std::any_of(marking.begin(), marking.end(), [&](const std::string& key) { return object.contains(key); })) return;
  for (const auto& [key, value] : object.items()) {
    if (const std::string near = nearest(key, marking); !near.empty())
      throw GoldError(fmt::format("nothing is marked in this article: it has '{}', did you mean '{}'?", key, near));
  }
}

GoldArticle article_of(const Json& object) {
  if (!object.is_object()) throw GoldError("the line holds no JSON object");
  GoldArticle article;
  const Json* text = value_at(object, "text");
  if (text == nullptr) throw GoldError("an article without 'text'");
  article.text = text_of(*text, "text");
  if (const Json* id = value_at(object, "id")) article.id = id->is_string() ? id->get<std::string>() : id->dump();
  article.statements = list_at<GoldStatement>(object, "quotes", statement_of);
  article.claims = list_at<GoldClaim>(object, "claims", claim_of);
  article.pairs = list_at<GoldPair>(object, "faqs", pair_of);
  article.lines = list_at<GoldLine>(object, "lines", line_of);
  if (const Json* authors = value_at(object, "authors")) {
    if (!authors->is_array()) throw GoldError("'authors' is no array");
    for (const Json& author : *authors) article.authors.push_back(text_of(author, "authors"));
  }
  article.title = marked_text(object, "title");
  article.byline = marked_text(object, "byline");
  check_keys(object);
  check_ends(article);
  check_words(object, article.text);
  return article;
}

}  // namespace

std::optional<GoldArticle> read_gold_line(const std::string& line, std::string& problem) {
  std::string repaired = line;
  repair_utf8(repaired);
  try {
    return article_of(Json::parse(repaired));
  } catch (const GoldError& error) { problem = error.what(); } catch (const Json::parse_error& error) {
    problem = fmt::format("not JSON from byte {} of the line on", error.byte);
  } catch (const Json::exception&) { problem = "not JSON: a number on the line is out of range"; }
  return std::nullopt;
}

}  // namespace onrecord
