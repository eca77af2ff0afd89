#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/lexicon.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/phrases.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/written_rules.h"

/// What a `RuleSet` is made of: types and rules, as they are compiled. All of it belongs to the rule set, and pointers hold as long as that.
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
  bool exported = false;  ///< a kind of record of its own
  std::vector<Field> fields;
  std::uint32_t unique = no_field;  ///< by which field two of the type overlap; none: as wholes

  /// Index of the field, or `no_field`.
  std::uint32_t field(std::string_view name) const;
};

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
  const Regex* regex = nullptr;
  const Lexicon* lexicon = nullptr;
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
  std::string name;  ///< its id as written
  int priority = 0;
  double confidence = 1.0;
  std::uint32_t written = 0;  ///< its place in `RuleSetDefinition::rules`
  const WrittenRules* written_rules = nullptr;
  TypeId emits = 0;
  std::uint16_t layer = 0;
  std::vector<CompiledPattern> patterns;
  const Lexicon* words = nullptr;
  std::optional<PhraseIndex> phrases;       ///< of `words`, unless its casing is "any"
  std::vector<std::uint32_t> word_columns;  ///< by field of the emitted type: the column of `words` that fills it, or `no_field`
  std::size_t field_count = 0;              ///< of the emitted type
  std::uint32_t order = 0;                  ///< among the rules of its layer
  bool others_yield = false;                ///< a rule of the set yields to it
  std::vector<std::pair<std::uint32_t, Symbol>> set;
  std::vector<std::uint32_t> copy;  ///< fields
  std::vector<Filter> refuse, require;
  std::vector<Limit> limits;
  std::vector<Until> until;
  const Regex* not_left = nullptr;
  const Regex* not_right = nullptr;
  std::vector<TypeId> after, before, inside, outside;
  std::vector<std::pair<TypeId, std::uint32_t>> amid;  ///< how many of each type the document must hold
  std::vector<RuleId> yields;

  /// The rule as written. Of built-in rules all files are read when this is first asked.
  const RuleDefinition& definition() const;
};

}  // namespace onrecord
