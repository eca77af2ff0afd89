#include "onrecord/extract/speakers/whole_mention.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/names/listed_nouns.h"
#include "onrecord/extract/names/mention_list.h"
#include "onrecord/extract/names/office_holders.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

class MentionExtender {
 public:
  MentionExtender(const NameWords& words, const Document& document, const Names& names, const SubjectNames& subjects)
      : words_(words), document_(document), names_(names), subjects_(subjects), offices_(words, document, names), list_(words, document, names) {}

  WholeMention extend(Span mention) const {
    WholeMention whole = with_name(list_.without_pair_word(mention));
    if (whole.heads.size() == 1) {
      MentionHead& head = whole.heads[0];
      if (const Span groups = with_groups_before(words_, document_, head, whole.span); groups != whole.span) {
        head.span = head.whole = groups;
        return {groups, std::move(whole.heads)};
      }
    }
    const Span list = list_.around(whole.span, whole.heads);
    return list == whole.span ? whole : WholeMention{list, read(list)};
  }

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }
  std::vector<MentionHead> read(Span mention) const { return read_mention(words_, document_, names_, mention); }

  /// With the name beside it that says who is meant, if there is one.
  WholeMention with_name(Span mention) const {
    if (const NameMention* official = offices_.holder_of(mention)) return behind(*official, mention);
    std::vector<MentionHead> heads = read(mention);
    if (heads.size() == 1 && heads[0].kind == MentionHead::Kind::noun) {
      if (const NameMention* name = name_behind(heads[0], mention)) {
        const std::uint32_t begin = is_deed(mention) ? behind_separator(mention.end) : mention.begin;
        return {{begin, name->name.end}, read(name->whole)};
      }
      if (const NameMention* name = name_before(heads[0], mention)) return behind(*name, mention);
      if (const NameMention* name = name_before_relative(heads[0])) return {name->whole, read(name->whole)};
    } else if (heads.size() == 1 && heads[0].span == mention && are_degrees(mention)) {
      if (const NameMention* holder = holder_of_degrees(mention)) return behind(*holder, mention);
    }
    return {mention, std::move(heads)};
  }

  /// The mention together with a name before it, which it tells of.
  WholeMention behind(const NameMention& name, Span mention) const { return {{name.whole.begin, mention.end}, read(name.whole)}; }

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
    return words.size() > 1 && document_.opens_sentence(mention.begin) && words_.is_participle(text(words[0])) &&
           is_small_at(document_.folded.text(), words[1].begin);
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
    if (!names_.is_person(name) || !are_degrees({name.name.end, mention.begin})) return nullptr;
    const bool set_off =
        document_.folded.stands_before(mention.begin, ", ") && (document_.folded.stands_at(mention.end, ",") || is_relative_behind(mention.end));
    return set_off && subjects_.holds(name) ? &name : nullptr;
  }

  /// The name whose relative clause has the noun as what somebody is, or behind a preposition: "Ann Lee" of "Ann Lee, who served as roads minister in
  /// May has said". Null: none.
  const NameMention* name_before_relative(const MentionHead& head) const {
    const std::size_t next = names_.first_from(head.whole.begin);
    if (next == 0) return nullptr;
    const NameMention& name = names_.mentions()[next - 1];
    const Span clause{name.name.end, head.whole.begin};
    if (!names_.is_person(name) || !text(clause).starts_with(", ") || text(clause).find_first_of(",;:", 2) != std::string_view::npos) return nullptr;
    const WordSpans words = document_.words_in(clause);
    if (words.size() < 3 || words_.pronoun(text(words.front())) != Pronoun::relative) return nullptr;
    const std::string_view last = text(words.back());
    const bool is_role = words_.is_subordinator(last) && !words_.role_noun(text(head.noun)).empty() && is_bare(head);
    return (is_role || words_.is_preposition(last)) && subjects_.holds(name) ? &name : nullptr;
  }

  /// Whether no article stands before the noun.
  bool is_bare(const MentionHead& head) const { return !head.definite && !words_.is_determiner(text(document_.words_in(head.whole).front())); }

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
    if (next == 0 || !document_.folded.stands_at(degrees.end, ",") || !document_.folded.stands_before(degrees.begin, ", ")) return nullptr;
    const NameMention& name = names_.mentions()[next - 1];
    return names_.is_person(name) && are_degrees({name.name.end, degrees.begin}) ? &name : nullptr;
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
      if (document_.folded.stands_at(end, separator)) return end + static_cast<std::uint32_t>(separator.size());
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
  OfficeHolders offices_;
  MentionList list_;
};

}  // namespace

WholeMention whole_mention(const NameWords& words, const Document& document, const Names& names, const SubjectNames& subjects, Span mention) {
  return MentionExtender(words, document, names, subjects).extend(mention);
}

}  // namespace onrecord
