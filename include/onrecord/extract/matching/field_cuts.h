#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/unit_symbols.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Ends fields early where the cuts of their rules say so. Many rules have the same cuts and the same content, so what was found is kept in
/// mind as long as the view stays.
class FieldCuts {
 public:
  /// `symbols`: null where every cut is to be searched for.
  FieldCuts(const RuleSet& rules, const UnitSymbols* symbols, RegexEngine engine) : rules_(rules), symbols_(symbols), engine_(engine) {}

  /// Another view follows.
  void next_view() {
    ++view_;
    stretch_ = {};
  }
  /// Shortens what `field` holds in the view, which shows a unit that holds `whole`. False where nothing of it is left. `may_match(cut, stretch)`
  /// tells whether a cut is worth a search in a stretch of the view.
  template <typename MayMatch>
  bool end_early(const Rule& rule, std::uint32_t field, const View& view, const SymbolSet& whole, Span& span, const MayMatch& may_match) {
    for (const Until& until : rule.until) {
      if (until.field != field) continue;
      find_symbols(rule, view, whole, span);
      for (const Part& cut : until.cuts) {
        if (needs_are_met(cut) && may_match(cut, span)) span.end = place_of(cut, view.text(), span);
      }
    }
    return span.begin < span.end;
  }

 private:
  struct Found {
    std::uint32_t view = 0;
    Span searched;
    std::uint32_t at = 0;  // the end of `searched`: nothing was found
  };

  void find_symbols(const Rule& rule, const View& view, const SymbolSet& whole, Span span);
  bool needs_are_met(const Part& cut) const { return symbols_ == nullptr || rules_.needs(cut).met_by(in_stretch_); }
  std::uint32_t place_of(const Part& cut, std::string_view text, Span span);

  const RuleSet& rules_;
  const UnitSymbols* symbols_;
  RegexEngine engine_;
  std::uint32_t view_ = 1;
  std::vector<Found> found_;  // by number of the part, once one is searched for
  Span stretch_;              // whose symbols are known
  SymbolSet in_stretch_;
  std::vector<Span> groups_;
};

}  // namespace onrecord
