#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How words are made comparable before a record is held against the gold. All texts must be valid UTF-8.
namespace onrecord {

/// The text in compatibility form (NFKC), with straight quotation marks, plain hyphens, single spaces and small
/// letters.
std::string compared_text(std::string_view text);

/// The words of `compared_text(text)`: runs of letters, digits and '_'.
std::vector<std::string> compared_words(std::string_view text);

/// The last word of a name that begins with a letter, as `words_in` tells words and `compared_text` writes them; empty: there is none.
std::string last_name_word(std::string_view name);

/// The share of words that two texts have in common: twice the common ones among all, each as often as it stands there.
double shared_words(std::string_view a, std::string_view b);

}  // namespace onrecord
