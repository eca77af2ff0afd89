#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/unit_symbols.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Where cuts were found. Many rules have the same cuts and the same content, so it is kept in mind as long as the view stays.
class CutMemo {
 public:
  CutMemo(const RuleSet& rules, RegexEngine engine) : rules_(rules), engine_(engine) {}

  /// Forgets everything: another view follows.
  void next_view() { ++view_; }
  /// Where the cut is in `span` of the text; its end where it is not.
  std::uint32_t place_of(const Part& cut, std::string_view text, Span span);

 private:
  struct Found {
    std::uint32_t view = 0;
    Span searched;
    std::uint32_t at = 0;  // the end of `searched`: nothing was found
  };

  const RuleSet& rules_;
  RegexEngine engine_;
  std::uint32_t view_ = 1;
  std::vector<Found> found_;  // by number of the part, once one is searched for
  std::vector<Span> groups_;
};

/// Ends fields early where the cuts of their rules say so. Refers to everything it is given.
class FieldCuts {
 public:
  /// `symbols`: null where every cut is to be searched for.
  FieldCuts(const RuleSet& rules, const UnitSymbols* symbols, CutMemo& memo) : rules_(rules), symbols_(symbols), memo_(memo) {}

  /// Another view follows.
  void next_view() {
    memo_.next_view();
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
        if (needs_are_met(cut) && may_match(cut, span)) span.end = memo_.place_of(cut, view.text(), span);
      }
    }
    return span.begin < span.end;
  }

 private:
  void find_symbols(const Rule& rule, const View& view, const SymbolSet& whole, Span span);
  bool needs_are_met(const Part& cut) const { return symbols_ == nullptr || rules_.needs(cut).met_by(in_stretch_); }

  const RuleSet& rules_;
  const UnitSymbols* symbols_;
  CutMemo& memo_;
  Span stretch_;  // whose symbols are known
  SymbolSet in_stretch_;
};

}  // namespace onrecord
