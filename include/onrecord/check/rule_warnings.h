#pragma once

namespace onrecord {

/// What is likely a mistake in rules that load: the codes of warnings.
namespace rule_warning {
inline constexpr const char* repeat_at_start = "W201";    ///< an unanchored repeat at the start of a pattern
inline constexpr const char* always_holds = "W202";       ///< a condition whose pattern matches the empty string
inline constexpr const char* large_program = "W203";      ///< a pattern that takes many instructions
inline constexpr const char* wide_repeat = "W204";        ///< a counted repeat of a wide class
inline constexpr const char* control_character = "W205";  ///< a control character in a pattern or a word
inline constexpr const char* ascii_boundary = "W206";     ///< `\b` and its like beside a letter beyond ASCII
inline constexpr const char* costly_class = "W208";       ///< a class that takes about a thousand instructions
inline constexpr const char* dead_alternative = "W209";   ///< an alternative that is never taken
inline constexpr const char* unnamed_group = "W210";      ///< a group without a name captures
inline constexpr const char* large_set = "W211";          ///< the searches of a layer have no room together
inline constexpr const char* no_firing_test = "W220";     ///< a rule without a test in which it finds something
inline constexpr const char* no_silent_test = "W221";     ///< a rule without a test in which it stays silent
inline constexpr const char* deprecated = "W223";         ///< a rule that says it will be removed
inline constexpr const char* was_of_today = "W224";       ///< `was` names a rule of today
inline constexpr const char* needless_allow = "W225";     ///< a rule silences a warning that there is not
inline constexpr const char* idle_yields = "W226";        ///< `yields` names a rule that never competes
inline constexpr const char* idle_condition = "W227";     ///< a condition on a field that no pattern fills
inline constexpr const char* mutual_yields = "W228";      ///< two rules that yield to each other
inline constexpr const char* made_later = "W229";         ///< a type that only later layers make
inline constexpr const char* unused_fragment = "W240";    ///< nothing names it
inline constexpr const char* unused_lexicon = "W241";     ///< nothing names it
inline constexpr const char* unused_type = "W242";        ///< nothing names it
inline constexpr const char* unused_layer = "W243";       ///< a layer without rules
inline constexpr const char* unused_cut = "W244";         ///< nothing names it
inline constexpr const char* unused_word_list = "W245";   ///< a word list that no lexicon names
inline constexpr const char* repeated_word = "W250";      ///< a word that stands twice in a lexicon
inline constexpr const char* same_word = "W251";          ///< a word that, by its casing, is another one of the lexicon
inline constexpr const char* unfindable_word = "W252";    ///< a word with a sign at its end in a lexicon that is looked up by words
inline constexpr const char* missing_attribute = "W253";  ///< an added word without an attribute that all others have
}  // namespace rule_warning

}  // namespace onrecord
