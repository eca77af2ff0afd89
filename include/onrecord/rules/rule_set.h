#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/compile_options.h"
#include "onrecord/rules/compiled_layer.h"
#include "onrecord/rules/compiled_rule.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/name_index.h"
#include "onrecord/rules/needs.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/rule_list.h"
#include "onrecord/rules/word_lexicons.h"
#include "onrecord/rules/word_table.h"
#include "onrecord/rules/written_rules.h"
#include "onrecord/text/segment.h"

namespace onrecord {

/// All rules, compiled once, immutable, shared by every thread.
class RuleSet {
 public:
  /// Checks and compiles. Every error is reported; any error gives none.
  static std::optional<RuleSet> compile(RuleSetDefinition definition, Diagnostics& diagnostics, const CompileOptions& options = {});
  /// The same, for what judges rules: what has no error is there even where something else has one.
  static RuleSet compile_sound_parts(RuleSetDefinition definition, Diagnostics& diagnostics, const CompileOptions& options = {});
  /// `parse_rules`, then `compile`.
  static std::optional<RuleSet> load(std::vector<RuleFile> files, Diagnostics& diagnostics, const CompileOptions& options = {});

  /// The rule set of bytes that `image` made, without parsing or checking anything. The image must begin at an address that
  /// 8 divides, and outlive the rule set; `files` returns the rule files that it was made of.
  static RuleSet from_image(std::string_view image, std::vector<RuleFile> (*files)());
  /// The compiled rules as bytes: equal rule sets give equal bytes. Only this program on this kind of machine can read them.
  std::string image();
  /// The numbers of the patterns that something was matched with so far.
  std::vector<std::size_t> patterns_in_use() const;
  /// The automata of all patterns as bytes, with the states that this thread has built so far: those that texts like the ones read
  /// will need. Those of the patterns `first` stand in front, in this order.
  std::string automata_image(std::span<const std::size_t> first = {});
  /// Takes an image that `automata_image` of an equal rule set made, so that no pattern need be read and few states built. Each part of it
  /// is read when its pattern is first used. Bytes as for `from_image`. Before anything is matched.
  void use_automata(std::string_view bytes);
  /// What follows from the text of each pattern (`PatternFacts`), as bytes.
  std::string facts_image();
  /// The patterns of a rule set by what it wrote with `image`, `automata_image` and `facts_image`: bytes as for `from_image`.
  static KnownPatterns known_patterns(std::string_view image, std::string_view automata, std::string_view facts);

  /// By `TypeId`.
  const std::vector<Type>& types() const { return types_; }
  /// In the order in which they run.
  const std::vector<Layer>& layers() const { return layers_; }
  /// By `RuleId`.
  const RuleList& rules() const { return rules_; }
  /// The rules as written. Of a rule set from an image they are read at the first call.
  const RuleSetDefinition& definition() const { return written_->definition(); }

  /// `no_type` where there is none of that name.
  TypeId type(std::string_view name) const;
  /// Null where there is none of that name.
  const Lexicon* lexicon(std::string_view name) const;
  /// How many lexicons there are: the number of each is smaller than this.
  std::size_t lexicon_count() const { return lexicons_.size(); }
  /// Which of them hold a word.
  const WordLexicons& word_lexicons() const { return word_lexicons_; }
  /// The attribute in `column` of an entry of a lexicon of this rule set; 0 where it has none.
  Symbol attribute(const Lexicon& lexicon, const LexiconEntry& entry, std::uint32_t column) const;
  /// The word that the symbol stands for; empty for 0.
  std::string_view symbol(Symbol symbol) const { return symbols_.word(symbol); }
  /// How many symbols there are: each is smaller than this.
  std::size_t symbols() const { return symbols_.size(); }
  /// The word forms that begin an entry of a lexicon which a layer tags or a rule annotates.
  const WordTable& words() const { return words_; }
  /// What the text must hold that a part is tried on.
  const Needs& needs(const Part& part) const { return needs_[part.needs]; }
  const Needs& needs(const PlacedPart& part) const { return needs_[part.needs]; }
  /// The lexicons that layers tag which have an entry that begins with this form.
  const SymbolSet& tagging(WordForm form) const { return tagging_[tagging_of_form_[form]]; }
  /// How many different regexes the parts of patterns have.
  std::size_t parts() const { return parts_; }
  /// 0 where no part of the rule set has that word.
  Symbol symbol(std::string_view word) const { return symbols_.find(word); }
  /// Hex SHA-256 over the rule files' contents in the order of their paths.
  const std::string& digest() const { return digest_; }
  /// The lexicons that the scanners of sentences and quotations go by, each called as its field of `SegmentWords`, or `abbreviations_title` and the like.
  const SegmentWords& segment_words() const { return segment_words_; }

 private:
  void find_segment_words();
  RuleSurroundings surroundings() const { return {lexicons_, regexes_.get(), written_.get()}; }

  friend class RuleSetCompiler;
  template <typename Archive>
  friend class RuleSetImage;
  std::unique_ptr<WrittenRules> written_;
  std::vector<Type> types_;
  std::vector<Layer> layers_;
  std::vector<std::unique_ptr<Lexicon>> lexicons_;
  NameIndex type_names_, lexicon_names_;
  WordLexicons word_lexicons_;
  std::vector<FlatArray<Symbol>> attributes_;  // by lexicon: those of its entries, one behind the other
  std::unique_ptr<RegexList> regexes_;         // those of parts, and behind them the others
  std::size_t parts_ = 0;
  RuleList rules_;                // refers to lexicons and regexes
  FlatArray<Needs> needs_;        // each once; the first are those of what needs nothing
  FlatArray<SymbolSet> tagging_;  // each once; the first is empty
  FlatArray<std::uint16_t> tagging_of_form_;
  WordTable words_;
  WordTable symbols_;
  std::string digest_;
  SegmentWords segment_words_;
};

}  // namespace onrecord
