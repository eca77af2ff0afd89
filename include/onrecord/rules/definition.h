#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

/// A rule file as read: where it came from and what it holds. TOML files and the word lists they name.
struct RuleFile {
  std::string path;  ///< relative to the rule folder, with '/': "reports.toml", "lexicon/titles.txt"
  std::string text;
  bool added = false;  ///< it came on top of others: of two parts with one name, the one in it is wrong
};

/// A place in a rule file. Lines and columns are 1-based, columns count bytes.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const Place&) const = default;
};

/// A pattern as written, with what is needed to point into it.
struct PatternText {
  std::string text;
  Place at;               ///< of the first byte of `text` (after the opening quotes and the newline that TOML drops)
  bool verbatim = false;  ///< written in '…' or '''…''', so that offsets map to columns one to one

  /// The place of the byte `offset` of `text`; the start where the text is not verbatim.
  Place place_of(std::size_t offset) const;
};

/// What the values of a field are.
enum class FieldKind {
  span,    ///< a stretch of the document
  text,    ///< a constant word that a rule sets or copies (a lemma)
  choice,  ///< one of a closed list of values; shown in masked tokens, so that patterns can select by it
};

/// A field of a type: an entry of `fields`.
struct FieldDefinition {
  std::string name;
  FieldKind kind = FieldKind::span;
  bool optional = false;             ///< an annotation may lack it: `span?`
  std::vector<std::string> choices;  ///< the values of a choice
  Place at;
};

/// What rules may find: `[type.NAME]`.
struct TypeDefinition {
  std::string name;
  std::string doc;                      ///< what an annotation of it is, for people
  bool exported = false;                ///< each annotation becomes a record of this kind
  std::vector<FieldDefinition> fields;  ///< in the order written
  std::string unique;                   ///< overlap between annotations is judged on this field; empty: on the whole span
  Place at;
};

/// Rules that run together, over the same views: `[[layer]]`. Layers run in the order of the file.
struct LayerDefinition {
  std::string name;
  std::string unit;               ///< line | sentence | document
  std::vector<std::string> over;  ///< only units that an annotation of one of these types covers; empty: all
  std::vector<std::string> skip;  ///< not units that an annotation of one of these types overlaps
  std::vector<std::string> mask;  ///< types that become tokens of the view; where two overlap, the earlier name wins
  std::vector<std::string> tags;  ///< lexicons whose words are tagged in the view; where a word is in two, the earlier wins
  std::string anchor;             ///< default for its rules, may be empty
  std::string pick = "longest";   ///< first | longest | all
  Place at;
};

/// A part of patterns with a name, `{NAME}` in them: an entry of `[fragment]`.
struct FragmentDefinition {
  std::string name;
  PatternText pattern;
};

/// One word or phrase with its attributes ("lemma" -> "say"), in the columns' order.
struct EntryDefinition {
  std::string word;
  std::vector<std::string> attributes;
  Place at;  ///< of the word's first byte, in the word list or the rule file; what stands there is `word`, letter by letter

  bool operator==(const EntryDefinition&) const = default;
};

/// A list of words: `[lexicon.NAME]`.
struct LexiconDefinition {
  std::string name;
  std::string casing = "initial";        ///< exact | initial (as written, or with a capital first) | any
  std::vector<std::string> columns;      ///< names of the attributes
  std::vector<EntryDefinition> entries;  ///< in the order written; an entry for each inflected form
  bool patterns = false;                 ///< entries are patterns, not words
  Place at;
};

/// Where a field of a rule ends early: `[cut.NAME]`.
struct CutDefinition {
  std::string name;
  PatternText pattern;  ///< `match`; empty: `cuts` holds
  bool extended = false;
  std::vector<std::string> cuts;  ///< the names of those of which it is the first
  Place at;
};

/// What a field must not hold (`not`) or must (`only`): a word of a lexicon, or a match of a pattern.
struct FilterDefinition {
  std::string field;
  std::string lexicon;  ///< name of a lexicon; or empty and `pattern` holds
  PatternText pattern;
  Place at;
};

/// How much a field may hold: `limit`.
struct LimitDefinition {
  std::string field;
  std::uint32_t characters = 0;  ///< bytes; 0: no limit
  std::uint32_t words = 0;       ///< 0: no limit
};

/// `field = value` pairs in the order of their names.
using Settings = std::vector<std::pair<std::string, std::string>>;

/// A sentence and what the rule makes of it: `[[rule.test]]`.
struct RuleTest {
  std::string text;
  std::vector<Settings> expect;  ///< the records this rule must make; empty: it must stay silent
  bool exact = false;            ///< fields that are not listed must be missing
  std::string todo;              ///< why it is known to fail; empty: it must pass
  Place at;
};

/// A rule: `[[rule]]`. Its keys are those of the language, as rules/README.md tells them.
struct RuleDefinition {
  std::string id;
  std::string layer;
  std::string emits;
  std::vector<PatternText> patterns;  ///< `match`, or all of `any`, tried in order
  std::string words;                  ///< instead of patterns: the name of a lexicon, an annotation for each of its words
  bool extended = false;              ///< `x`: free spacing
  std::string flags;                  ///< "i"
  std::string anchor;                 ///< type or tagged lexicon at whose occurrences the pattern is tried; empty: layer's
  Settings set;
  std::vector<std::string> copy;          ///< fields whose annotation lends its equally named choice and text fields
  std::vector<FilterDefinition> refuse;   ///< `not`
  std::vector<FilterDefinition> require;  ///< `only`
  std::vector<LimitDefinition> limits;
  std::vector<std::pair<std::string, std::vector<std::string>>> until;  ///< field -> names of cuts
  PatternText not_left;                                                 ///< must not match right before the annotation
  PatternText not_right;                                                ///< must not match right after it
  std::vector<std::string> after;                                       ///< an annotation of one of these types ends before
  std::vector<std::string> before;                                      ///< … begins after
  std::vector<std::string> inside;                                      ///< … contains it
  std::vector<std::string> outside;                                     ///< none of these contains it
  std::vector<std::pair<std::string, std::uint32_t>> amid;              ///< type -> how many of it the document must hold
  std::vector<std::string> yields;                                      ///< ids of rules that win over it, whatever their priority
  int priority = 0;
  double confidence = 1.0;
  bool off = false;
  std::string doc;
  std::string since;               ///< the version of the program that had it first
  std::string deprecated;          ///< what to use instead; empty: it stays
  std::vector<std::string> was;    ///< ids that it had before
  std::vector<std::string> allow;  ///< codes of warnings that do not count here; `why` says for what reason
  std::vector<RuleTest> tests;
  Place at;     ///< of its [[rule]]
  Place id_at;  ///< of the value of `id`
};

/// Everything the rule files say, as written, in a stable order: files by path, then position.
struct RuleSetDefinition {
  std::vector<TypeDefinition> types;
  std::vector<LayerDefinition> layers;
  std::vector<FragmentDefinition> fragments;
  std::vector<LexiconDefinition> lexicons;
  std::vector<CutDefinition> cuts;
  std::vector<RuleDefinition> rules;
  std::vector<RuleFile> files;  ///< sorted by path, to quote lines from
  bool complete = true;         ///< false: a file could not be read, and what others name may stand there
};

/// Reads rule files. Reports every syntax and schema error of every file (unknown keys with the nearest valid one) and
/// returns what could be read; a TOML syntax error costs only its own file. References between parts are checked by
/// `RuleSet::compile`.
RuleSetDefinition parse_rules(std::vector<RuleFile> files, Diagnostics& diagnostics);

}  // namespace onrecord
