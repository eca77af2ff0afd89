#include "onrecord/extract/whole_mention.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/listed_nouns.h"
#include "onrecord/extract/subjects.h"
#include "onrecord/extract/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

class MentionExtender {
 public:
  MentionExtender(const NameWords& words, const Document& document, const Names& names, const SubjectNames& subjects)
      : words_(words), document_(document), names_(names), subjects_(subjects) {}

  WholeMention extend(Span mention) const {
    mention = without_pair_word(mention);
    std::vector<MentionHead> heads = read_mention(words_, document_, names_, mention);
    if (const NameMention* official = holder_of_office(mention)) {
      mention.begin = official->whole.begin;
      heads = read_mention(words_, document_, names_, official->whole);
    } else if (heads.size() == 1 && heads[0].kind == MentionHead::Kind::noun) {
      if (const NameMention* name = name_behind(heads[0], mention)) {
        if (is_deed(mention)) mention.begin = behind_separator(mention.end);
        mention.end = name->name.end;
        heads = read_mention(words_, document_, names_, name->whole);
      } else if (const NameMention* before = name_before(heads[0], mention)) {
        mention.begin = before->whole.begin;
        heads = read_mention(words_, document_, names_, before->whole);
      }
    } else if (heads.size() == 1 && heads[0].span == mention && are_degrees(mention)) {
      if (const NameMention* holder = holder_of_degrees(mention)) {
        mention.begin = holder->whole.begin;
        heads = read_mention(words_, document_, names_, holder->whole);
      }
    }
    if (heads.size() == 1) {
      if (const Span groups = with_groups_before(words_, document_, heads[0], mention); groups != mention) {
        heads[0].span = heads[0].whole = groups;
        return {groups, std::move(heads)};
      }
    }
    const Span list = with_list_behind(heads, with_pronoun_before(with_list_before(heads, mention)));
    if (list != mention) heads = read_mention(words_, document_, names_, list);
    return {list, std::move(heads)};
  }

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  /// "the mayor nor the council" of "Neither the mayor nor the council": the first word tells that two follow, and is part of neither.
  Span without_pair_word(Span mention) const {
    const WordSpans words = document_.words_in(mention);
    const bool pair = words.size() > 2 && words_.is_pair_word(text(words.front())) &&
                      std::any_of(words.begin() + 2, words.end(), [&](Span word) { return words_.is_conjunction(text(word)); });
    return pair ? Span{words[1].begin, mention.end} : mention;
  }

  /// A mention may be the end of a list: "Bo Li and Jo Doe" of "Ann Lee (Lisbon), Bo Li and Jo Doe".
  Span with_list_before(const std::vector<MentionHead>& heads, Span mention) const {
    const bool joint = heads.size() > 1 && std::all_of(heads.begin(), heads.end(), [](const MentionHead& head) { return head.kind == MentionHead::Kind::name; });
    if (!joint || heads.front().whole.begin != mention.begin) return mention;
    for (std::size_t i = names_.first_from(mention.begin); i > 0; --i) {
      const NameMention& before = names_.mentions()[i - 1];
      const bool person = names_.all()[before.named].kind == Named::Kind::person;
      const std::string_view between = text({before.name.end, mention.begin});
      const bool opens = document_.opens_sentence(before.whole.begin) && joins_with_role({before.name.end, mention.begin});
      if (!person || !before.full || before.possessive || (!opens && !goes_on_in_list(between))) break;
      mention.begin = before.whole.begin;
      if (opens) break;
    }
    return mention;
  }

  /// A mention may be joined to a pronoun that opens the clause: "He and Ann Lee said".
  Span with_pronoun_before(Span mention) const {
    constexpr std::uint32_t reach = 10;
    const std::uint32_t from = mention.begin > reach ? mention.begin - reach : 0;
    const WordSpans words = document_.words_in({from, mention.begin});
    if (words.size() < 2 || text({words.back().end, mention.begin}) != " " || !words_.is_conjunction(text(words.back()))) return mention;
    const Span pronoun = words[words.size() - 2];
    const Pronoun kind = words_.pronoun(text(pronoun));
    const bool person = kind == Pronoun::man || kind == Pronoun::woman;
    return person && opens_clause(pronoun.begin) ? Span{pronoun.begin, mention.end} : mention;
  }

  /// Whether a sentence begins there, or a clause behind a comma or a quotation.
  bool opens_clause(std::uint32_t offset) const {
    if (document_.opens_sentence(offset)) return true;
    constexpr std::uint32_t longest_mark = 4;
    const std::string_view mark = document_.folded.before(offset, longest_mark);
    return mark.ends_with(", ") || mark.ends_with("\" ") || mark.ends_with("\u201D ");
  }

  /// A mention may be the start of a list: "Ann Lee" of "said Ann Lee, Bo Li and Jo Doe."
  Span with_list_behind(const std::vector<MentionHead>& heads, Span mention) const {
    const bool ends_in_name = !heads.empty() && heads.back().kind == MentionHead::Kind::name && heads.back().span.end == mention.end;
    std::uint32_t end = mention.end;
    for (std::size_t i = names_.first_from(end); ends_in_name && i < names_.mentions().size(); ++i) {
      const NameMention& next = names_.mentions()[i];
      const bool person = names_.all()[next.named].kind == Named::Kind::person;
      if (!person || !next.full || next.possessive) break;
      const std::string_view between = text({end, next.whole.begin});
      if (end > mention.end && (is_and(between) || (between.starts_with(",") && is_and(between.substr(1)))) && ends_clause(next.name.end)) return {mention.begin, next.name.end};
      if (!goes_on_in_list(between)) break;
      end = next.name.end;
    }
    return mention;
  }

  /// Whether a small word and nothing else joins two names.
  bool is_and(std::string_view between) const {
    return between.size() > 2 && between.front() == ' ' && between.back() == ' ' && words_.is_conjunction(between.substr(1, between.size() - 2));
  }

  /// " and ", perhaps with what the next one is: " and council member ".
  bool joins_with_role(Span between) const {
    constexpr std::size_t most_words = 4;
    const WordSpans words = document_.words_in(between);
    if (words.empty() || words.size() > most_words || words.front().begin != between.begin + 1 || !words_.is_conjunction(text(words.front()))) return false;
    return std::all_of(words.begin(), words.end(), [&](Span word) { return is_small_at(document_.folded.text(), word.begin) && !words_.is_finite_verb(text(word)); });
  }

  bool ends_clause(std::uint32_t end) const {
    const std::string_view next = text({end, end + 1});
    return next.empty() || std::string_view(",.;:!?\n").find(next.front()) != std::string_view::npos;
  }

  /// Whether nothing but a comma, and perhaps a bracket, stands between two names of a list.
  static bool goes_on_in_list(std::string_view between) {
    constexpr std::size_t longest = 24;
    const bool bracket = between.starts_with(" (") && between.ends_with("), ") && between.size() <= longest;
    return between == ", " || bracket;
  }

  /// A mention may end before the name that says who is meant: "a Quilt Fund lawyer" of "a Quilt Fund lawyer, Ann Lee, said", "the
  /// other man" of "the other man, his cousin Bo Li of Port Hope, said". Null: no such name.
  const NameMention* name_behind(const MentionHead& head, Span mention) const {
    constexpr std::uint32_t longest_role = 40;
    const SourceNoun what = words_.source_noun(text(head.noun));
    const std::uint32_t begin = behind_separator(mention.end);
    const std::size_t next = names_.first_from(begin);
    if (begin == mention.end || next == names_.mentions().size()) return nullptr;
    const NameMention& name = names_.mentions()[next];
    const Named& named = names_.all()[name.named];
    const bool is_body = named.kind == Named::Kind::organization;
    if (name.possessive || name.whole.begin > begin + longest_role || !closes(behind_honours(name.name.end))) return nullptr;
    const Span before{begin, name.whole.begin};
    if (is_deed(mention) && !is_body && (is_role(before) || is_noun_before_comma(before))) return &name;
    const bool same_kind = is_body == (what == SourceNoun::body);
    const bool is_source = what != SourceNoun::none || named.certain;
    return same_kind && is_source && is_role(before) ? &name : nullptr;
  }

  /// What somebody does who comes behind the comma: "Giving evidence" of "Giving evidence, the mason, Bo Li, said".
  bool is_deed(Span mention) const {
    const WordSpans words = document_.words_in(mention);
    return words.size() > 1 && document_.opens_sentence(mention.begin) && words_.is_participle(text(words[0])) && is_small_at(document_.folded.text(), words[1].begin);
  }

  /// "the mason, "
  bool is_noun_before_comma(Span before) const {
    constexpr std::size_t most_words = 4;
    const WordSpans words = document_.words_in(before);
    const bool apposed = words.size() > 1 && words.size() <= most_words && words_.is_determiner(text(words.front())) && text(before).ends_with(", ");
    return apposed && std::none_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(text(word)); });
  }

  /// A mention may begin behind the name that says who is meant: "the Quilt guru who …" of "Ann Lee, the Quilt guru who …, said". Null: no
  /// such name.
  const NameMention* name_before(const MentionHead& head, Span mention) const {
    const std::size_t next = names_.first_from(mention.begin);
    if (words_.source_noun(text(head.noun)) != SourceNoun::person || next == 0) return nullptr;
    const NameMention& name = names_.mentions()[next - 1];
    if (names_.all()[name.named].kind != Named::Kind::person || !are_degrees({name.name.end, mention.begin})) return nullptr;
    const bool set_off = document_.folded.before(mention.begin, 2) == ", " && (text({mention.end, mention.end + 1}) == "," || is_relative_behind(mention.end));
    return set_off && subjects_.holds(name) ? &name : nullptr;
  }

  /// The person whose office a mention is, or ends, with no comma behind it: "Minister for Roads" of "Ann Lee, Minister for Roads said", "Bridges and
  /// Boats" of "Ann Lee, Minister of Roads, Bridges and Boats said", "the head of the council" of "Ann Lee, the head of the council said". Null: nobody.
  const NameMention* holder_of_office(Span mention) const {
    constexpr std::uint32_t reach = 100;
    constexpr std::uint32_t comma = 2;  // with the space behind it
    const std::size_t next = names_.first_from(mention.begin);
    if (next == 0 || document_.folded.before(mention.begin, comma) != ", " || text({mention.end, mention.end + 1}) != " ") return nullptr;
    const NameMention& name = names_.mentions()[next - 1];
    const Span office{name.name.end + comma, mention.end};
    if (names_.all()[name.named].kind != Named::Kind::person || !name.full || !opens_main_clause(name.whole.begin) || office.size() > reach) return nullptr;
    const WordSpans words = document_.words_in(office);
    const bool apposed = text({name.name.end, office.begin}) == ", " && !words.empty() && words.front().begin == office.begin;
    const bool of_what = apposed && (is_office_of(words) || is_office(words, mention.end)) && !cuts_clause(mention.end);
    return of_what && std::none_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(text(word)); }) ? &name : nullptr;
  }

  /// Whether a sentence begins there, or goes on behind what somebody does who comes then: "Reacting to the plan, Ann Lee".
  bool opens_main_clause(std::uint32_t offset) const {
    if (document_.opens_sentence(offset)) return true;
    const std::span<const Span> words = document_.words.from(document_.sentences[document_.sentence_at(offset)].span.begin);
    return document_.folded.before(offset, 2) == ", " && !words.empty() && words.front().begin < offset && words_.is_participle(text(words.front()));
  }

  /// "Minister for Roads", "the public spokesman of the council": a role, behind an article perhaps with what is said of it, and of what it is.
  bool is_office_of(const WordSpans& words) const {
    constexpr std::size_t most_before = 3;
    const std::size_t last = words_.is_determiner(text(words.front())) ? most_before : 0;
    for (std::size_t i = 0; i <= last && i + 1 < words.size(); ++i) {
      if (words_.is_preposition(text(words[i]))) return false;
      if (!words_.role_noun(text(words[i])).empty() && words_.is_preposition(text(words[i + 1]))) return true;
    }
    return false;
  }

  /// "a mason", "Operations Manager", "the council chairman": nothing but what somebody is, and no insertion behind which the clause of the name goes on,
  /// as that of "Ann Lee, the chairman said on Monday, was late" does.
  bool is_office(const WordSpans& words, std::uint32_t end) const {
    constexpr std::size_t most_words = 5;
    if (words.size() > most_words || words_.role_noun(text(words.back())).empty()) return false;
    const auto joins = [&](Span word) { return words_.is_preposition(text(word)) || words_.is_conjunction(text(word)) || words_.is_possessive(text(word)); };
    if (std::any_of(words.begin() + 1, words.end(), joins)) return false;
    const std::string_view rest = text({end, document_.sentences[document_.sentence_at(end)].span.end});
    return !words_.is_definite_article(text(words.front())) || rest.find(',') == std::string_view::npos;
  }

  /// Whether one word and a comma follow, as in "Ann Lee, the head of the council said, was late", where she does not speak.
  bool cuts_clause(std::uint32_t end) const {
    const std::span<const Span> behind = document_.words.from(end);
    if (behind.empty() || behind.front().begin != end + 1) return false;
    constexpr std::uint32_t reach = 5;  // bytes, of a comma, a space and a mark
    const std::string_view rest = std::string_view(document_.folded.text()).substr(behind.front().end, reach);
    return rest.starts_with(",") && !rest.starts_with(", \"") && !rest.starts_with(", \u201C");
  }

  /// Whether all words of a span, if it has any, are degrees or look like it: "MD", "PhD".
  bool are_degrees(Span span) const {
    const WordSpans words = document_.words_in(span);
    return std::all_of(words.begin(), words.end(), [&](Span word) { return is_degree(text(word)); });
  }

  static bool is_degree(std::string_view word) {
    constexpr std::size_t longest = 5;
    return word.size() <= longest && std::count_if(word.begin(), word.end(), is_ascii_capital) > 1;
  }

  /// The person whose degrees stand before a comma: "Ann Lee" of "Ann Lee, MD, MSc, said"; null: none.
  const NameMention* holder_of_degrees(Span degrees) const {
    const std::size_t next = names_.first_from(degrees.begin);
    if (next == 0 || text({degrees.end, degrees.end + 1}) != "," || document_.folded.before(degrees.begin, 2) != ", ") return nullptr;
    const NameMention& name = names_.mentions()[next - 1];
    return names_.all()[name.named].kind == Named::Kind::person && are_degrees({name.name.end, degrees.begin}) ? &name : nullptr;
  }

  /// Whether a relative clause about a person begins there.
  bool is_relative_behind(std::uint32_t end) const {
    constexpr std::uint32_t longest = 8;
    const auto size = static_cast<std::uint32_t>(document_.folded.text().size());
    const WordSpans words = document_.words_in({end, std::min(end + longest, size)});
    return !words.empty() && words.front().begin == end + 1 && words_.pronoun(text(words.front())) == Pronoun::relative;
  }

  /// Behind a comma or a dash; `end` where there is none.
  std::uint32_t behind_separator(std::uint32_t end) const {
    for (const std::string_view separator : {", ", " -- ", " \u2014 ", "\u2014", " - "}) {
      if (text({end, end + static_cast<std::uint32_t>(separator.size())}) == separator) return end + static_cast<std::uint32_t>(separator.size());
    }
    return end;
  }

  /// Whether the words before a name are nothing, what somebody is ("his cousin") or where a body is ("Lisbon's").
  bool is_role(Span before) const {
    const WordSpans words = document_.words_in(before);
    if (words.empty()) return true;
    constexpr std::size_t longest_place = 3;
    if (words_.is_possessive(text(words.back()))) return words.size() <= longest_place && is_capital_at(document_.folded.text(), words.front().begin);
    if (words.size() == 1 && is_degree(text(words.front()))) return true;  // the letters of a rank
    if (words.size() == 1) return words_.is_determiner(text(words.front())) || words_.is_role_modifier(text(words.front()));
    return words_.is_determiner(text(words.front())) && words_.source_noun(text(words.back())) == SourceNoun::person;
  }

  /// "Ann Lee KC,"
  std::uint32_t behind_honours(std::uint32_t end) const {
    for (const Span word : document_.words.from(end)) {
      if (word.begin != end + 1 || !words_.is_honour(text(word))) break;
      end = word.end;
    }
    return end;
  }

  /// Whether an apposition goes on or ends behind a name.
  bool closes(std::uint32_t end) const {
    const std::string_view next = text({end, end + 1});
    if (next.empty() || next == "," || next == "." || next == ";" || next == "\n") return true;
    const WordSpans words = document_.words_in({end, std::min(end + 8, static_cast<std::uint32_t>(document_.folded.text().size()))});
    return next == " " && !words.empty() && (words_.is_preposition(text(words.front())) || words[0].begin > end + 1);
  }

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const SubjectNames& subjects_;
};

}  // namespace

WholeMention whole_mention(const NameWords& words, const Document& document, const Names& names, const SubjectNames& subjects, Span mention) {
  return MentionExtender(words, document, names, subjects).extend(mention);
}

}  // namespace onrecord
