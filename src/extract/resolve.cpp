#include <string>

#include "onrecord/extract/statement.h"

namespace onrecord {

// Stands in until the resolver is there: each mention is a speaker of its own.
Speakers resolve_speakers(const RuleSet&, const Document& document, const Structure&, const Annotations&,
                          const std::vector<Statement>& statements) {
  Speakers speakers;
  for (const Statement& statement : statements) {
    std::vector<Resolved> sources;
    for (const Span mention : statement.speakers) {
      const std::string name(document.folded.slice(mention));
      std::uint32_t index = 0;
      while (index < speakers.all.size() && speakers.all[index].name != name) ++index;
      if (index == speakers.all.size()) speakers.all.push_back({name, SpeakerKind::unnamed, {}, {}, {}, {}});
      speakers.all[index].mentions.push_back(mention);
      sources.push_back({index, mention, Resolution::name});
    }
    speakers.of_statement.push_back(sources);
  }
  return speakers;
}

}  // namespace onrecord
