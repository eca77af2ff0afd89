#include "onrecord/extract/field_cuts.h"

namespace onrecord {

bool FieldCuts::end_early(const Rule& rule, std::uint32_t field, const View& view, const SymbolSet& whole, Span& span) {
  for (const Until& until : rule.until) {
    if (until.field != field) continue;
    if (symbols_ != nullptr && stretch_ != span) {
      in_stretch_ = symbols_->of_stretch(rules_.layers()[rule.layer], view, span, whole);
      stretch_ = span;
    }
    for (const Part& cut : until.cuts) {
      if (symbols_ != nullptr && !rules_.needs(cut).met_by(in_stretch_)) continue;
      span.end = place_of(cut, view.text(), span);
    }
  }
  return span.begin < span.end;
}

/// Where the cut is in `span` of the text; its end where it is not.
std::uint32_t FieldCuts::place_of(const Part& cut, std::string_view text, Span span) {
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

}  // namespace onrecord
