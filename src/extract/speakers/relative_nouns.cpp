#include "onrecord/extract/speakers/relative_nouns.h"

#include <string>
#include <string_view>

#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/inner_dots.h"

namespace onrecord {
namespace {

class NounPhrase {
 public:
  NounPhrase(const NameWords& words, const Document& document) : words_(words), document_(document) {}

  /// The words up to a noun for somebody that stands right before `end`, from its determiner or from a word that belongs to
  /// something else on; the name of a place or a body may stand between ("officials in Washington"). Empty: no such noun.
  Span before(std::uint32_t end, const Names& names) const {
    const WordSpans words = words_before(end);
    if (words.empty()) return {};
    const std::string_view gap = text({words.back().end, end});
    if (gap != " " && gap != ", ") return {};
    if (is_noun_form(words.back())) {
      const Span phrase = ending_at(words.back().end);
      const std::uint32_t holder_end = !is_of_people(phrase) && tells_of_person(end) ? before_thing(words) : 0;
      const Span holder = holder_end == 0 ? Span{} : ending_at(holder_end);
      return is_of_people(holder) ? holder : phrase;
    }
    const std::uint32_t noun_end = before_place(words, names);
    const Span phrase = noun_end == 0 ? Span{} : ending_at(noun_end);
    // Not "the report of the Quilt Board, which".
    const bool is_body = !phrase.empty() && words_.source_noun(text(document_.words_in(phrase).back())) == SourceNoun::body;
    return is_body ? Span{} : phrase;
  }

  /// "Ann Lee, a retired nurse": whether the noun is said of the name before it.
  bool tells_of_name(Span phrase, const Names& names) const {
    constexpr std::size_t longest = 4;
    const std::size_t next = names.first_from(phrase.begin);
    if (next == 0) return false;
    const NameMention& name = names.mentions()[next - 1];
    if (!names.is_person(name) || name.possessive) return false;
    const std::string_view between = text({name.name.end, phrase.begin});
    if (!between.starts_with(", ") || between.find(',', 1) != std::string_view::npos) return false;
    const WordSpans words = document_.words_in({name.name.end, phrase.end});
    return words.size() <= longest && words_.is_determiner(text(words.front()));
  }

 private:
  bool is_small(Span word) const { return is_small_at(document_.folded.text(), word.begin); }

  /// In small letters, or with the capital of a sentence that it opens: "Masons, who say".
  bool is_noun_form(Span word) const { return is_small(word) || document_.sentences[document_.sentence_at(word.begin)].span.begin == word.begin; }

  bool is_of_people(Span phrase) const {
    const SourceNoun noun = phrase.empty() ? SourceNoun::none : words_.source_noun(lower_case(text(document_.words_in(phrase).back())));
    return noun == SourceNoun::person || noun == SourceNoun::people;
  }

  bool tells_of_person(std::uint32_t pronoun) const { return words_.pronoun(word_at(document_.folded.text(), pronoun)) == Pronoun::relative; }

  /// "the owner of the old bridge, who": where the word before a preposition ends behind which the last words tell of a thing; 0: there is none.
  std::uint32_t before_thing(const WordSpans& words) const {
    constexpr std::size_t most = 4;  // words of the thing
    for (std::size_t i = words.size(); i-- > 1 && words.size() - i <= most + 1;) {
      if (words_.is_preposition(text(words[i]))) return text({words[i - 1].end, words[i].begin}) == " " ? words[i - 1].end : 0;
      if (!belongs(words[i]) || (i + 1 < words.size() && text({words[i].end, words[i + 1].begin}) != " ")) return 0;
    }
    return 0;
  }

  /// The phrase whose noun for somebody ends at `end`; empty: none does.
  Span ending_at(std::uint32_t end) const {
    const WordSpans words = words_before(end);
    if (words.empty() || !is_noun_form(words.back()) || words_.source_noun(lower_case(text(words.back()))) == SourceNoun::none) return {};
    Span phrase = words.back();
    for (std::size_t i = words.size() - 1; i-- > 0 && belongs(words[i]) && stands_beside(words[i], phrase);) {
      phrase.begin = words[i].begin;
      if (words_.is_determiner(text(words[i])) || words_.is_quantifier(text(words[i]))) break;
    }
    return phrase;
  }

  /// Where the word before a preposition ends behind which the last words are a name, but not a person's; 0: there is none.
  std::uint32_t before_place(const WordSpans& words, const Names& names) const {
    std::size_t i = words.size() - 1;
    if (words_.is_day(text(words[i]))) return 0;
    while (i > 0 && !is_small(words[i]) && text({words[i - 1].end, words[i].begin}) == " ") --i;
    if (i > 0 && words_.is_determiner(text(words[i]))) --i;
    if (i == 0 || !words_.is_preposition(text(words[i])) || text({words[i - 1].end, words[i].begin}) != " ") return 0;
    const NameMention* name = names.mention_at(words[words.size() - 1].begin);
    const bool person = name != nullptr && names.is_person(*name);
    return person ? 0 : words[i - 1].end;
  }

  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  WordSpans words_before(std::uint32_t end) const {
    constexpr std::uint32_t reach = 60;
    const std::string& source = document_.folded.text();
    std::uint32_t from = end > reach ? end - reach : 0;
    while (from > 0 && is_word(character_before(source, from).code)) from -= character_before(source, from).size;
    return document_.words_in({from, end});
  }

  /// Whether nothing but a space, or the sign of a possessive ("the mason's"), stands between a word and a phrase behind it.
  bool stands_beside(Span word, Span phrase) const {
    const std::string_view gap = text({word.end, phrase.begin});
    return gap.empty() || gap == " " || gap == "' " || gap == "’ ";
  }

  /// Whether a word may stand inside a noun phrase, before its noun.
  bool belongs(Span word) const {
    const std::string_view form = text(word);
    return !words_.is_preposition(form) && !words_.is_conjunction(form) && !words_.is_subordinator(form) && !words_.is_finite_verb(form) &&
           !words_.is_adverb(form) && words_.pronoun(form) == Pronoun::none;
  }

  const NameWords& words_;
  const Document& document_;
};

}  // namespace

Span noun_before_relative(const NameWords& words, const Document& document, const Names& names, std::uint32_t offset) {
  const NounPhrase phrases(words, document);
  const Span phrase = phrases.before(offset, names);
  return phrase.empty() || phrases.tells_of_name(phrase, names) ? Span{} : phrase;
}

}  // namespace onrecord
