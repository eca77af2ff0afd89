#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/compile_options.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/name_index.h"
#include "onrecord/rules/needs.h"
#include "onrecord/rules/part_set.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/phrases.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_set.h"
#include "onrecord/rules/word_lexicons.h"
#include "onrecord/rules/word_table.h"
#include "onrecord/rules/written_rules.h"
#include "onrecord/text/segment.h"

namespace onrecord {

using TypeId = std::uint16_t;
using RuleId = std::uint16_t;
/// A constant word of the rule set: an enumerator, a lemma. 0 is none.
using Symbol = std::uint32_t;

inline constexpr RuleId no_rule = 0xFFFF;
inline constexpr TypeId no_type = 0xFFFF;
inline constexpr std::uint32_t no_field = 0xFFFFFFFF;

/// A field of a type of annotations.
struct Field {
  std::string name;
  FieldKind kind = FieldKind::span;
  bool optional = false;        ///< it may be missing
  std::vector<Symbol> choices;  ///< of a choice: its values, in the order written
};

/// What rules make: a type of annotations.
struct Type {
  std::string name;
  bool exported = false;            ///< a kind of record of its own
  std::vector<Field> fields;
  std::uint32_t unique = no_field;  ///< by which field two of the type overlap; none: as wholes

  /// Index of the field, or `no_field`.
  std::uint32_t field(std::string_view name) const;
};

enum class Unit { line, sentence, document };
enum class Pick { first, longest, all };

/// A group of a pattern, and the field of the emitted type that it fills.
struct FieldGroup {
  int group = 0;
  std::uint32_t field = no_field;  ///< `no_field`: the group `span`, which sets the annotation's own span
};

/// A regular expression with its named groups resolved to fields.
struct Part {
  const Regex* regex = nullptr;  ///< null: nothing to match here; parts that say the same share it
  std::uint32_t number = 0;      ///< of the regex in its rule set
  std::uint32_t needs = 0;       ///< for `RuleSet::needs`
  std::uint32_t required = 0;    ///< its number in the filter of its layer
  std::vector<FieldGroup> groups;

  /// Whether one of its groups fills `field`.
  bool fills(std::uint32_t field) const;
};

/// One pattern of a rule, compiled. With an anchor it is tried at each occurrence of it: `left` must end there, `right`
/// begin behind it. Without one, `right` holds the whole pattern and is searched for.
struct CompiledPattern {
  Part left;
  Part right;
  bool anchored = false;
  TokenQuery anchor;
  std::uint32_t anchor_field = no_field;
  /// Whether overlap of what it emits is judged on the anchor alone. Then, of two such patterns at one anchor, the one
  /// that comes first by `Layer::pick` wins wherever both match.
  bool anchor_is_key = false;
};

/// What a field must hold, or must not: a regex finds something in it, or it is a word of a lexicon.
struct Filter {
  std::uint32_t field = no_field;
  std::optional<Regex> regex;
  const Lexicon* lexicon = nullptr;
};

/// A filter that the anchor alone decides, before any part of a pattern is tried.
struct AnchorFilter {
  bool refuses = false;               ///< `not`; else `only`
  const Lexicon* lexicon = nullptr;   ///< asked for the anchor's text; or
  std::uint32_t anchor_value = 0;     ///< field of the anchor's type,
  FlatArray<std::uint8_t> accepted;   ///< and by `Symbol` whether the filter hits its value
};

/// The most bytes (written `characters`) or words that a field may have; 0: any number. Without a field it is about the whole unit.
struct Limit {
  std::uint32_t field = no_field;
  std::uint32_t characters = 0;
  std::uint32_t words = 0;
};

/// Where a field ends early: at the group `cut` of a match, or at a match of a pattern without one. A match that leaves the group out does not count.
struct Until {
  std::uint32_t field = no_field;
  std::vector<Part> cuts;
};

/// A compiled rule.
struct Rule {
  RuleId id = 0;
  std::string name;      ///< its id as written
  int priority = 0;
  double confidence = 1.0;
  std::uint32_t written = 0;  ///< its place in `RuleSetDefinition::rules`
  const WrittenRules* written_rules = nullptr;
  TypeId emits = 0;
  std::uint16_t layer = 0;
  std::vector<CompiledPattern> patterns;
  const Lexicon* words = nullptr;
  std::optional<PhraseIndex> phrases;  ///< of `words`, unless its casing is "any"
  std::vector<std::uint32_t> word_columns;  ///< by field of the emitted type: the column of `words` that fills it, or `no_field`
  std::size_t field_count = 0;         ///< of the emitted type
  std::uint32_t order = 0;             ///< among the rules of its layer
  bool others_yield = false;           ///< a rule of the set yields to it
  std::vector<std::pair<std::uint32_t, Symbol>> set;
  std::vector<std::uint32_t> copy;  ///< fields
  std::vector<Filter> refuse, require;
  std::vector<Limit> limits;
  std::vector<Until> until;
  std::optional<Regex> not_left, not_right;
  std::vector<TypeId> after, before, inside, outside;
  std::vector<std::pair<TypeId, std::uint32_t>> amid;  ///< how many of each type the document must hold
  std::vector<RuleId> yields;

  /// The rule as written. Of built-in rules all files are read when this is first asked.
  const RuleDefinition& definition() const;
};

/// A pattern of a layer that is tried where its anchor is.
struct AnchoredPattern {
  RuleId rule = 0;
  std::uint32_t pattern = 0;                  ///< index into `Rule::patterns`
  std::vector<AnchorFilter> anchor_filters;
  std::uint32_t left = no_part, right = no_part;  ///< its parts' places in the sets of `AnchoredPatterns`
  std::uint32_t left_number = no_part, right_number = no_part;  ///< `Part::number` of its parts

  static constexpr std::uint32_t no_part = 0xFFFFFFFF;
};

/// Which patterns of an anchor fit by one of its choice fields: bits by place among the patterns.
struct FittingPatterns {
  std::uint32_t choice = 0;                         ///< index into `MaskedType::choices`
  std::vector<std::vector<std::uint64_t>> by_value;  ///< the first where the field has no value
};

/// The patterns that are tried where one anchor is. Those of one emitted type stand together, and among them what wins by priority
/// (and, with `pick` = first, by order) comes first.
struct AnchoredPatterns {
  std::vector<AnchoredPattern> patterns;
  std::vector<FittingPatterns> fitting;  ///< for each choice field that a pattern asks for
  std::optional<PartSet> lefts, rights;  ///< where there are so many different parts that one pass over all pays
  /// By place of a part: which patterns have it, as bits; none where only a few do. Where it does not match, they all fail.
  std::vector<std::vector<std::uint64_t>> with_left, with_right;

  bool empty() const { return patterns.empty(); }
};

/// Patterns that are tried in units of at most so many bytes.
struct SearchLimit {
  std::uint32_t characters = 0;
  std::vector<std::uint64_t> patterns;  ///< bits by place among `Layer::searches`
};

/// A compiled layer: its rules, and what finds out quickly which of them need not be tried.
struct Layer {
  std::string name;
  Unit unit = Unit::sentence;
  Pick pick = Pick::longest;
  std::vector<TypeId> over, skip;
  ViewVocabulary vocabulary;       ///< what its views mask and tag
  std::vector<RuleId> rules;       ///< those that are on, in file order
  std::optional<PhraseIndex> phrases;  ///< of the lexicons it tags, unless one has the casing "any"
  std::vector<RuleId> word_rules;      ///< those of them that annotate words
  std::vector<AnchoredPatterns> at_mask, at_tag;  ///< by mask and by tag
  std::vector<std::pair<RuleId, std::uint32_t>> searches;  ///< the patterns without an anchor: rule, and index of the pattern
  std::vector<std::uint64_t> all_searches;  ///< bits: each of them
  std::vector<SearchLimit> search_limits;   ///< the shortest first
  std::vector<std::uint64_t> searches_on_condition;  ///< bits: those whose rule limits the words of a unit, or asks what the document holds
  AllNeeds search_needs;
  std::optional<RegexSet> filter;  ///< of `searches`, and behind them of the parts of patterns with an anchor and of cuts
  /// Its annotations are of a type that only the program asks for, one sentence after the other, and no rule, layer or record does: it
  /// may run over a sentence when that is asked for.
  bool on_demand = false;
};

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
  /// The automata of all patterns as bytes, with the states that this thread has built so far: those that texts like the ones read
  /// will need.
  std::string automata_image();
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
  const std::vector<Rule>& rules() const { return rules_; }
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
  /// The lexicons that layers tag which have an entry that begins with this form.
  const SymbolSet& tagging(WordForm form) const { return tagging_[tagging_of_form_[form]]; }
  /// How many different regexes the parts of patterns have.
  std::size_t parts() const { return regexes_.size(); }
  /// 0 where no part of the rule set has that word.
  Symbol symbol(std::string_view word) const { return symbols_.find(word); }
  /// Hex SHA-256 over the rule files' contents in the order of their paths.
  const std::string& digest() const { return digest_; }
  /// The lexicons that the scanners of sentences and quotations go by, each called as its field of `SegmentWords`, or `abbreviations_title` and the like.
  const SegmentWords& segment_words() const { return segment_words_; }

 private:
  void find_segment_words();
  void index_layers();

  friend class RuleSetCompiler;
  template <typename Archive>
  friend class RuleSetImage;
  std::unique_ptr<WrittenRules> written_;
  std::vector<Type> types_;
  std::vector<Layer> layers_;
  std::vector<Rule> rules_;
  std::vector<std::unique_ptr<Lexicon>> lexicons_;
  NameIndex type_names_, lexicon_names_;
  WordLexicons word_lexicons_;
  std::vector<FlatArray<Symbol>> attributes_;  // by lexicon: those of its entries, one behind the other
  std::vector<std::unique_ptr<Regex>> regexes_;
  FlatArray<Needs> needs_;                   // each once; the first are those of what needs nothing
  FlatArray<SymbolSet> tagging_;             // each once; the first is empty
  FlatArray<std::uint16_t> tagging_of_form_;
  WordTable words_;
  WordTable symbols_;
  std::string digest_;
  SegmentWords segment_words_;
};

}  // namespace onrecord
