#include "onrecord/output/json_ld.h"

#include <string_view>
#include <variant>

#include "onrecord/output/iri.h"
#include "onrecord/output/json.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/record_parts.h"

namespace onrecord {
namespace {

/// Writes the nodes of one article.
class ArticleAppender {
 public:
  ArticleAppender(std::string& out, const std::vector<std::string>& kinds, const Extraction& extraction) : json_(out), kinds_(kinds), extraction_(extraction) {}

  void article(const DocumentFacts& facts) {
    json_.open('{');
    json_.text("@context", "https://schema.org");
    json_.text("@type", "NewsArticle");
    json_.text("@id", iri_of_document(facts.doc, id_of(facts)));
    json_.text("identifier", facts.doc);
    text_if_any("headline", extraction_.title);
    text_if_any("dateline", extraction_.dateline);
    if (!extraction_.byline.empty()) {
      json_.key("author");
      named_node("Person", extraction_.byline);
    }
    mentions();
    parts();
    json_.close('}');
  }

  void operator()(const SpeakerRecord&) {}

  void operator()(const QuoteRecord& quote) {
    node("Quotation", quote.head.id);
    json_.text("text", quote.text);
    speakers("spokenByCharacter", quote.speaker, quote.co_speakers);
    if (!quote.claim.empty()) reference("isPartOf", quote.claim);
    json_.close('}');
  }

  void operator()(const ClaimRecord& claim) {
    node("Claim", claim.head.id);
    json_.text("text", claim.text);
    speakers("author", claim.speaker, claim.co_speakers);
    json_.close('}');
  }

  void operator()(const FaqRecord& faq) {
    node("Question", faq.head.id);
    json_.text("name", faq.question);
    json_.key("acceptedAnswer");
    json_.open('{');
    json_.text("@type", "Answer");
    json_.text("text", faq.answer);
    json_.close('}');
    json_.close('}');
  }

  void operator()(const CustomRecord& record) {
    node("CreativeWork", record.head.id);
    json_.text("additionalType", record.type);
    json_.text("text", record.text);
    json_.close('}');
  }

 private:
  void text_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) json_.text(name, value);
  }
  void node(std::string_view type, std::string_view id) {
    json_.open('{');
    json_.text("@type", type);
    json_.text("@id", iri_of_record(id));
  }
  void named_node(std::string_view type, std::string_view name) {
    json_.open('{');
    json_.text("@type", type);
    json_.text("name", name);
    json_.close('}');
  }
  void reference(std::string_view name, std::string_view id) {
    json_.key(name);
    json_.open('{');
    json_.text("@id", iri_of_record(id));
    json_.close('}');
  }

  static std::string_view type_of(SpeakerKind kind) { return kind == SpeakerKind::organization || kind == SpeakerKind::group ? "Organization" : "Person"; }

  std::string_view type_of_speaker(const std::string& id) const {
    for (const Record& record : extraction_.records)
      if (const auto* speaker = std::get_if<SpeakerRecord>(&record); speaker != nullptr && speaker->head.id == id) return type_of(speaker->kind);
    return type_of(SpeakerKind::unnamed);
  }

  void speaker_node(const SpeakerReference& speaker) {
    node(type_of_speaker(speaker.id), speaker.id);
    json_.text("name", speaker.name);
    json_.close('}');
  }

  /// One node, or a list where several say it together.
  void speakers(std::string_view name, const std::optional<SpeakerReference>& main, const std::vector<SpeakerReference>& others) {
    if (!main) return;
    json_.key(name);
    if (others.empty()) return speaker_node(*main);
    json_.open('[');
    speaker_node(*main);
    for (const SpeakerReference& other : others) speaker_node(other);
    json_.close(']');
  }

  void speaker(const SpeakerRecord& record) {
    const std::string_view type = type_of(record.kind);
    node(type, record.head.id);
    json_.text("name", record.name);
    if (type == "Person") text_if_any("jobTitle", record.role);
    if (!record.affiliation.empty()) {
      json_.key(type == "Person" ? "affiliation" : "parentOrganization");
      named_node("Organization", record.affiliation);
    }
    if (!record.aliases.empty()) {
      json_.key("alternateName");
      json_.open('[');
      for (const std::string& alias : record.aliases) json_.string(alias);
      json_.close(']');
    }
    json_.close('}');
  }

  void mentions() {
    if (!is_wanted("speaker", kinds_)) return;
    json_.key("mentions");
    json_.open('[');
    for (const Record& record : extraction_.records)
      if (const auto* found = std::get_if<SpeakerRecord>(&record)) speaker(*found);
    json_.close(']');
  }

  /// All questions stand in one FAQPage, as those who read schema.org expect them.
  void parts() {
    json_.key("hasPart");
    json_.open('[');
    for (const Record& record : extraction_.records)
      if (kind_of(record) != "faq" && is_wanted(kind_of(record), kinds_)) std::visit(*this, record);
    faq_page();
    json_.close(']');
  }

  void faq_page() {
    if (!is_wanted("faq", kinds_)) return;
    bool is_open = false;
    for (const Record& record : extraction_.records) {
      const auto* faq = std::get_if<FaqRecord>(&record);
      if (faq == nullptr) continue;
      if (!std::exchange(is_open, true)) {
        json_.open('{');
        json_.text("@type", "FAQPage");
        json_.key("mainEntity");
        json_.open('[');
      }
      (*this)(*faq);
    }
    if (!is_open) return;
    json_.close(']');
    json_.close('}');
  }

  JsonAppender json_;
  const std::vector<std::string>& kinds_;
  const Extraction& extraction_;
};

}  // namespace

void JsonLdWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  ArticleAppender(out, kinds_, extraction).article(facts);
  out += '\n';
}

}  // namespace onrecord
