#include "onrecord/check/codes.h"

#include <algorithm>

#include "onrecord/check/rule_warnings.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

const std::vector<CodeDescription> codes = {
    {rule_error::syntax, "not TOML",
     "The file is no valid TOML. Reading stops at the place shown, so only the first such error of a file is known; the other\n"
     "files are read all the same, and what they say of names that may stand in this one is not judged. Frequent causes: a\n"
     "key written twice, an inline table over several lines, a ''' that is not closed."},
    {rule_error::schema, "no version of the language",
     "One of the rule files must say for which version of the rule language it is written: `schema = 1`, outside all tables.\n"
     "A newer number than this program knows is refused, as rules would be misread."},
    {rule_error::unknown_key, "unknown key",
     "The rule language has no such key or table here. A misspelt key would else be ignored in silence. Tables of your own\n"
     "may stand in any file if their names begin with `x-`."},
    {rule_error::wrong_type, "value of the wrong type", "The key takes a value of another type: `off = true`, not `off = \"yes\"`."},
    {rule_error::missing_key, "missing key", "A key that is required is not there. `allow` requires `why`: a silenced warning needs a reason."},
    {rule_error::duplicate, "name taken twice",
     "Two rules, types, layers, fragments, lexicons or cuts have one name, or a fragment and a lexicon, which patterns name in\n"
     "the same way. All files are one set, so the other one may stand in another file. To replace a standard rule file use\n"
     "`--add-rules` with a file of its name; to switch one of its rules off write `off = [\"its.id\"]` at the top of yours, to add\n"
     "words to a lexicon give yours `more = true`."},
    {rule_error::bad_value, "impossible value", "The value is of the right type, but none of those that are possible here."},
    {rule_error::missing_file, "missing word list",
     "A lexicon names a file that is not there. The path counts from the folder of the rule file, or else from the rule folder."},
    {rule_error::bad_word_line, "malformed line in a word list",
     "A line of a word list has more values than the lexicon has columns, or lacks the word. Tabs stand between the word and\n"
     "its attributes; the lexicon's `columns` name them."},
    {rule_error::match_or_words, "no pattern, or several",
     "A rule looks for exactly one of: `match`, a pattern; `any`, several patterns; `words`, a lexicon. A cut is a pattern, `match`, or\n"
     "made of others, `cuts`."},
    {rule_error::bad_pattern, "not a pattern",
     "RE2 does not take the pattern. Its syntax is that of https://github.com/google/re2/wiki/Syntax: no look-ahead and\n"
     "look-behind (use `not_left`, `not_right`, `not`, or a group named `span`), no back-references, no possessive repeats, at\n"
     "most 1000 repeats. Where the error is in a fragment, the fragment is shown and then where it was expanded."},
    {rule_error::bad_reference, "malformed reference",
     "Braces hold the name of a fragment, lexicon or masked type: `{cap}`, `{cap:name}`, `{@cue[voice=finite]:cue}`.\n"
     "A literal brace is written `\\{`."},
    {rule_error::unknown_reference, "unknown name in a pattern",
     "No fragment or lexicon has that name; or the type is not in the layer's `mask`, or the lexicon not in its `tags`.\n"
     "A fragment that names a masked type can be used in layers that mask it only."},
    {rule_error::missing_anchor, "pattern without its anchor",
     "The layer (or the rule) has an anchor, and the pattern must hold it once, outside brackets and alternatives: there it is\n"
     "cut in two. `anchor = \"none\"` in the rule switches the anchor off."},
    {rule_error::anchored_alternatives, "alternatives around an anchor",
     "A pattern that is cut at its anchor cannot have alternatives at top level. Write them as `any = [ … ]`."},
    {rule_error::unknown_choice, "unknown choice field or column",
     "The selection `[field=value]` names a field that is no choice, or a column that the lexicon lacks."},
    {rule_error::unknown_value, "unknown choice", "The value is none of those that the type lists for the field: `choice:a|b`."},
    {rule_error::endless_fragment, "fragment in itself", "A fragment or a cut holds itself, perhaps by way of others. Patterns are finite: write it out."},
    {rule_error::empty_selection, "empty selection", "No word of the lexicon has the attribute that the selection asks for, so the pattern could never match."},
    {rule_error::matches_empty, "pattern that matches nothing",
     "The pattern matches the empty string, so it would match everywhere. Something in it must be required: '+' instead of\n"
     "'*', or no '?' around all of it."},
    {rule_error::unknown_name, "unknown name",
     "No type, layer, lexicon, cut or rule has that name. Names are the same in all files; the nearest known one is shown."},
    {rule_error::unknown_field, "unknown field", "The type that the rule emits has no such field. Fields are declared in `[type.NAME]`, under `fields`."},
    {rule_error::set_span, "constant for a span",
     "`set` gives a field a constant word. A field of the kind `span` holds words of the article: fill it with a group."},
    {rule_error::unknown_unique, "unknown field in 'unique'", "`unique` names the field on which overlap is judged. The type must have it."},
    {rule_error::bad_utf8, "not UTF-8",
     "Rule files are UTF-8. The file was perhaps saved in an older encoding; the first byte that fits no character is shown.\n"
     "The other files are checked all the same."},
    {rule_error::unfilled_field, "required field never filled",
     "Every annotation of the type must have the field, and the pattern has no group that fills it. So the rule could never\n"
     "make anything. Fill it with a group, `set` or `copy`, or let the type say that it may be missing: `span?`."},
    {rule_warning::repeat_at_start, "unanchored repeat at the start",
     "A pattern is searched for, so it need not say what may stand before. `.*` at its start makes the annotation begin at the\n"
     "start of the unit, and costs time. Leave it out; if everything before is meant, say so with `^`."},
    {rule_warning::always_holds, "condition that holds always",
     "A pattern of `not`, `only`, `not_left` or `not_right` matches the empty string, which is found anywhere. `not` and its\n"
     "like then refuse everything, and `only` asks for nothing."},
    {rule_warning::large_program, "large program",
     "RE2 turns each pattern into a program. From 512 instructions on captures take a slower way; above some thousands\n"
     "searching slows down too. Usual causes: a long lexicon that is not tagged in the layer, `\\p{L}`, counted repeats."},
    {rule_warning::wide_repeat, "counted repeat of a wide class",
     "RE2 writes `[^x]{1,600}` out 600 times. The program becomes large, and in the middle of a pattern the number of its\n"
     "states can explode, down to less than 1 MB/s. Write `[^x]+` and bound the field with `limit`, which costs nothing."},
    {rule_warning::control_character, "control character",
     "In double quotes TOML reads backslashes itself: \"\\b\" is a backspace, not a word boundary. Write patterns in '…' or\n"
     "'''…''': nothing needs doubling, and errors can point into them."},
    {rule_warning::ascii_boundary, "ASCII boundary beside another letter",
     "`\\b`, `\\B`, `\\w` and `\\W` know ASCII letters only. `\\b` does not hold before 'É', and holds inside of 'éos'. RE2 will\n"
     "not change that. Name the characters that may stand there: `(?:^| )` before, `[ ,.;]` or `not_right` behind."},
    {rule_warning::costly_class, "costly class",
     "`\\p{L}` and its kin make programs of about a thousand instructions, each time they stand in a pattern. A range such as\n"
     "`[A-Z\\x{C0}-\\x{DE}]` does for names, with about ten; `\\p{Latin}` takes 82."},
    {rule_warning::dead_alternative, "alternative that is never taken",
     "Of alternatives the first that matches is taken. One that stands twice, or begins with the whole of an earlier one at\n"
     "the end of a pattern, never is. Put the longer one first. (Lexicons are sorted so by the program.)"},
    {rule_warning::unnamed_group, "group without a name",
     "`(…)` captures, and nothing reads what a group without a name captured. Captures cost time: write `(?:…)`."},
    {rule_warning::large_set, "set of patterns without room",
     "The patterns of a layer that have no anchor are searched for on each unit. Together these take more instructions than the\n"
     "budget, so that their states do not stay in memory. Records are the same; speed is not."},
    {rule_warning::no_firing_test, "no test in which it finds something",
     "Each rule wants a test with an expected annotation or record. Tests with `todo` do not count."},
    {rule_warning::no_silent_test, "no test in which it stays silent",
     "Each rule wants a test with `expect = []`: a sentence that looks alike and must not match. Broad rules are found out here."},
    {rule_warning::deprecated, "deprecated rule", "The rule says that it will be removed. Its `deprecated` tells what to use instead."},
    {rule_warning::was_of_today, "'was' names a rule of today",
     "`was` lists earlier ids, so that comparisons between versions follow a rule that was renamed. An id that a rule still has\n"
     "cannot be an earlier one of another."},
    {rule_warning::needless_allow, "needless 'allow'", "The rule silences a warning that there is not. Leave it out, so that it hides none that comes later."},
    {rule_warning::idle_yields, "'yields' without effect",
     "Only annotations of one type in one layer compete. A rule cannot yield to one of another layer or type, or to itself."},
    {rule_warning::idle_condition, "condition on a field that is never filled",
     "`not`, `only`, `limit`, `until` or `copy` speaks of a field that no pattern of the rule fills: perhaps a group was renamed."},
    {rule_warning::mutual_yields, "rules that yield to each other",
     "Where both match, each gives way, and neither is kept. Let one of them alone yield, or give it a lower priority."},
    {rule_warning::made_later, "type that only later layers make",
     "A layer sees what earlier ones made: layers of lines run first, then those of sentences, then those of the document, within each in the\n"
     "order written, files by name. So this key has no effect, or the rule never matches. `follows` in a layer tells behind which one it runs."},
    {rule_warning::unused_fragment, "unused fragment", "No pattern leads to the fragment."},
    {rule_warning::unused_lexicon, "unused lexicon", "No pattern, layer, filter or rule names the lexicon, and the program does not ask for it either."},
    {rule_warning::unused_type, "unused type", "No rule emits the type, nothing names it, and it is not exported."},
    {rule_warning::unused_layer, "layer without rules", "No rule runs in the layer, so its views are made for nothing."},
    {rule_warning::unused_cut, "unused cut", "No rule's `until` names the cut."},
    {rule_warning::unused_word_list, "word list that no lexicon reads",
     "No lexicon has the file as its `file`, and its name is nearly that of a list that one has. A list that is to take the place of another\n"
     "one has the same path below its folder, as `lexicon/titles.txt`."},
    {rule_warning::repeated_word, "word that stands twice",
     "The word stands in the lexicon before. If it has other attributes here, they are never used: the first entry counts."},
    {rule_warning::same_word, "word that is the same as another",
     "With `case = \"initial\"` a word stands for itself with a capital first too, with `case = \"any\"` for all its spellings.\n"
     "So this entry adds nothing."},
    {rule_warning::unfindable_word, "word that is never found",
     "Layers that tag a lexicon, and rules whose `words` it is, compare it with words of the text, and a word of the text begins and ends with a\n"
     "letter or a digit: 'C++' is the word 'C' before two signs, 'Co.' is 'Co' before a dot. (Between letters signs stay; so does the last dot of\n"
     "'U.S.') Leave the sign out, or write a pattern."},
    {rule_warning::missing_attribute, "added word without an attribute",
     "The lexicon to which `more = true` adds has columns, and all of its own words have a value in this one: rules that select by it never take\n"
     "the new word. Write `columns` and the values: { columns = [\"number\"], words = [[\"tollkeeper\", \"one\"]], more = true }."},
};

}  // namespace

const std::vector<CodeDescription>& check_codes() { return codes; }

const CodeDescription* find_check_code(std::string_view code) {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const CodeDescription& known) { return known.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

}  // namespace onrecord
