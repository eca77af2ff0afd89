#include "onrecord/extract/matching/field_cuts.h"

namespace onrecord {

std::uint32_t CutMemo::place_of(const Part& cut, std::string_view text, Span span) {
  if (found_.empty()) found_.resize(rules_.parts());
  Found& known = found_[cut.number];
  if (known.view == view_ && known.searched == span) return known.at;
  known = {view_, span, span.end};
  const std::string_view stretch = slice(text, span);
  for (std::size_t from = 0; cut.regex->search(stretch, from, groups_, engine_); from = groups_[0].end) {
    if (cut.groups.empty()) return known.at = span.begin + groups_[0].begin;
    for (const FieldGroup& group : cut.groups) {
      const Span own = groups_[static_cast<std::size_t>(group.group)];
      if (own != no_match) return known.at = span.begin + own.begin;
    }
    // Nothing of it is where the field ends: an exception, behind which the search goes on.
  }
  return span.end;
}

/// What the stretch holds, if that is not known.
void FieldCuts::find_symbols(const Rule& rule, const View& view, const SymbolSet& whole, Span span) {
  if (symbols_ == nullptr || stretch_ == span) return;
  in_stretch_ = symbols_->of_stretch(rules_.layers()[rule.layer], view, span, whole);
  stretch_ = span;
}

}  // namespace onrecord
