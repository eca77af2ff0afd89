#include "onrecord/workbench/found_fields.h"

#include <optional>
#include <utility>
#include <variant>

#include "onrecord/output/names.h"

namespace onrecord {
namespace {

/// What the record's rule found, as text: the fields that tests may name.
class RecordFields {
 public:
  Settings operator()(const QuoteRecord& quote) {
    add("type", "quote");
    add("text", quote.text);
    add("kind", name_in(quote_kind_names, quote.kind));
    add_speaker(quote.speaker, quote.co_speakers);
    add_cue(quote.cue);
    return std::move(fields_);
  }
  Settings operator()(const ClaimRecord& claim) {
    add("type", "claim");
    add("text", claim.text);
    add("kind", claim.kind);
    add("attribution", name_in(attribution_names, claim.attribution));
    add("modality", name_in(modality_names, claim.modality));
    add("polarity", name_in(polarity_names, claim.polarity));
    add("negated", claim.negated ? "true" : "false");
    add_speaker(claim.speaker, claim.co_speakers);
    add_cue(claim.cue);
    return std::move(fields_);
  }
  Settings operator()(const FaqRecord& faq) {
    add("type", "faq");
    add("question", faq.question);
    add("answer", faq.answer);
    return std::move(fields_);
  }
  Settings operator()(const CustomRecord& record) {
    add("type", record.type);
    add("text", record.text);
    for (const auto& [name, value] : record.fields) {
      const auto* quoted = std::get_if<Quoted>(&value);
      add(name, quoted != nullptr ? quoted->text : std::get<std::string>(value));
    }
    return std::move(fields_);
  }
  Settings operator()(const SpeakerRecord&) { return {}; }

 private:
  void add(std::string name, std::string_view value) { fields_.emplace_back(std::move(name), value); }

  void add_speaker(const std::optional<SpeakerReference>& speaker, const std::vector<SpeakerReference>& co_speakers) {
    if (!speaker) return;
    add("speaker", speaker->name);
    add("mention", speaker->mention.text);
    add("resolution", name_in(resolution_names, speaker->resolution));
    std::string names;
    for (const SpeakerReference& other : co_speakers) names += (names.empty() ? "" : "; ") + other.name;
    if (!names.empty()) add("co_speakers", names);
  }

  void add_cue(const std::optional<Cue>& cue) {
    if (!cue) return;
    add("cue", cue->words.text);
    add("lemma", cue->lemma);
    add("class", cue->cue_class);
  }

  Settings fields_;
};

}  // namespace

Settings fields_of(const RuleSet& rules, const Analysis& analysis, std::uint32_t index) {
  const Annotation& annotation = analysis.annotations.at(index);
  const FoldedText& folded = analysis.document.folded;
  Settings fields = {{"span", std::string(folded.slice(annotation.span))}};
  const Type& type = rules.types()[annotation.type];
  for (std::uint32_t i = 0; i < type.fields.size(); ++i) {
    const Value& value = analysis.annotations.value(index, i);
    if (!value.present()) continue;
    fields.emplace_back(type.fields[i].name, value.symbol != 0 ? rules.symbol(value.symbol) : folded.slice(value.span));
  }
  return fields;
}

Settings fields_of(const Record& record) { return std::visit(RecordFields(), record); }

const std::string& rule_of(const Record& record) { return head_of(record).rule; }

}  // namespace onrecord
