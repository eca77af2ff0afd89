#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/extract/names/common_words.h"
#include "onrecord/extract/names/found_names.h"
#include "onrecord/extract/names/name_context.h"
#include "onrecord/extract/names/name_lines.h"
#include "onrecord/extract/names/person_table.h"

namespace onrecord {

/// Finds where everybody of the table of names is called by name: the names found, and every other capitalised word that is one of
/// their surnames or forenames. Refers to what it was made of.
class MentionFinder {
 public:
  MentionFinder(const NameWords& words, const Document& document, const NameContext& context, NameLines& lines, const PersonTable& persons, Names& names)
      : words_(words), document_(document), context_(context), lines_(lines), persons_(persons), names_(names), common_(document) {}

  /// Notes them in the table, by place, with what stands beside each.
  void run(const std::vector<FoundName>& persons, const FoundBodies& bodies);

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }

  void note_introductions();
  void drop_overlaps();
  void drop_joint_offices();
  bool is_in_joint_title(std::size_t index) const;
  void note_key_shapes();
  bool may_be_key(std::string_view word) const;
  bool is_in_mention(std::uint32_t offset);
  void find_singles(Span paragraph, std::vector<NameMention>& singles);
  static bool is_written_for(std::string_view word, std::string_view form, std::string_view name);
  bool part_of_other_name(const WordSpans& words, std::size_t i) const;

  const NameWords& words_;
  const Document& document_;
  const NameContext& context_;
  NameLines& lines_;
  const PersonTable& persons_;
  Names& names_;
  CommonWords common_;
  std::array<std::uint64_t, 256> key_shapes_{};  // by first byte of a key: bits for the sizes of those that begin so
  std::size_t mentions_before_ = 0;              // the place that `is_in_mention` asked for last
};

}  // namespace onrecord
