#include "onrecord/workbench/read_documents.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "onrecord/input/failures.h"
#include "onrecord/input/markup_words.h"

namespace onrecord {

std::uint64_t read_documents(InputOptions input, const RuleSet& rules, const std::function<void(SourceDocument)>& take,
                             const std::function<void(const Diagnostic&)>& report) {
  input.max_document_bytes = std::min(input.max_document_bytes, most_document_bytes);
  input.markup = markup_words(rules);
  std::uint64_t failed = 0;
  DocumentStream stream(input);
  while (std::optional<Piece> piece = stream.next()) {
    read_piece(*std::move(piece), input, [&](Input next) {
      if (auto* document = std::get_if<SourceDocument>(&next)) {
        take(std::move(*document));
      } else if (const auto* failure = std::get_if<InputFailure>(&next)) {
        ++failed;
        report(diagnostic_of(*failure));
      } else if (const auto* warning = std::get_if<InputWarning>(&next)) {
        report(diagnostic_of(*warning));
      }
      return true;
    });
  }
  return failed;
}

}  // namespace onrecord
