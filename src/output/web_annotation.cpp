#include "onrecord/output/web_annotation.h"

#include <string_view>
#include <variant>

#include "onrecord/output/iri.h"
#include "onrecord/output/json.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/record_parts.h"

namespace onrecord {
namespace {

constexpr std::size_t context_bytes = 48;  // of prefix and suffix, at most

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string_view prefix_of(std::string_view text, Span bytes) {
  std::size_t begin = bytes.begin > context_bytes ? bytes.begin - context_bytes : 0;
  while (begin < bytes.begin && !begins_character(text[begin])) ++begin;
  return text.substr(begin, bytes.begin - begin);
}

std::string_view suffix_of(std::string_view text, Span bytes) {
  std::size_t end = std::min(text.size(), bytes.end + context_bytes);
  while (end > bytes.end && end < text.size() && !begins_character(text[end])) --end;
  return text.substr(bytes.end, end - bytes.end);
}

/// Writes the annotations of one document.
class AnnotationAppender {
 public:
  AnnotationAppender(std::string& out, const DocumentFacts& facts)
      : out_(out), json_(out), text_(*facts.text), source_(iri_of_document(facts.doc, id_of(facts))) {}

  void operator()(const SpeakerRecord&) {}

  void operator()(const QuoteRecord& quote) {
    start(quote.head.id, "quote");
    speakers(quote.speaker, quote.co_speakers);
    end(quote.head.place);
  }

  void operator()(const ClaimRecord& claim) {
    start(claim.head.id, "claim");
    speakers(claim.speaker, claim.co_speakers);
    end(claim.head.place);
  }

  void operator()(const FaqRecord& faq) {
    start(faq.head.id, "faq");
    body("describing", faq.answer);
    end(faq.head.place);
  }

  void operator()(const CustomRecord& record) {
    start(record.head.id, record.type);
    end(record.head.place);
  }

 private:
  void start(std::string_view id, std::string_view kind) {
    json_.open('{');
    json_.text("@context", "http://www.w3.org/ns/anno.jsonld");
    json_.text("id", iri_of_record(id));
    json_.text("type", "Annotation");
    json_.text("motivation", "classifying");
    json_.key("body");
    json_.open('[');
    body("classifying", kind);
  }

  void body(std::string_view purpose, std::string_view value) {
    json_.open('{');
    json_.text("type", "TextualBody");
    json_.text("purpose", purpose);
    json_.text("value", value);
    json_.close('}');
  }

  void speakers(const std::optional<SpeakerReference>& main, const std::vector<SpeakerReference>& others) {
    if (main) body("identifying", main->name);
    for (const SpeakerReference& other : others) body("identifying", other.name);
  }

  void end(const TextPlace& place) {
    json_.close(']');
    json_.key("target");
    json_.open('{');
    json_.text("source", source_);
    json_.key("selector");
    json_.open('[');
    position_selector(place);
    quote_selector(place);
    json_.close(']');
    json_.close('}');
    json_.close('}');
    out_ += '\n';
  }

  void position_selector(const TextPlace& place) {
    json_.open('{');
    json_.text("type", "TextPositionSelector");
    json_.key("start");
    json_.number(place.characters.begin);
    json_.key("end");
    json_.number(place.characters.end);
    json_.close('}');
  }

  void quote_selector(const TextPlace& place) {
    json_.open('{');
    json_.text("type", "TextQuoteSelector");
    json_.text("exact", slice(text_, place.bytes));
    json_.text("prefix", prefix_of(text_, place.bytes));
    json_.text("suffix", suffix_of(text_, place.bytes));
    json_.close('}');
  }

  std::string& out_;
  JsonAppender json_;
  std::string_view text_;
  std::string source_;
};

}  // namespace

void WebAnnotationWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  AnnotationAppender appender(out, facts);
  for (const Record& record : extraction.records)
    if (is_wanted(kind_of(record), kinds_)) std::visit(appender, record);
}

}  // namespace onrecord
