#include <algorithm>

#include "onrecord/extract/antecedents.h"
#include "onrecord/extract/mention_heads.h"
#include "onrecord/extract/name_context.h"
#include "onrecord/extract/names.h"
#include "onrecord/extract/noun_subjects.h"
#include "onrecord/extract/outer_quotations.h"
#include "onrecord/extract/speaker_list.h"
#include "onrecord/extract/statement.h"
#include "onrecord/extract/view.h"
#include "onrecord/extract/whole_mention.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

class Resolver {
 public:
  Resolver(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, const Subjects& subjects,
           const std::vector<Statement>& statements)
      : rules_(rules),
        words_(rules),
        document_(document),
        statements_(statements),
        names_(find_names(rules, words_, document, structure, annotations)),
        context_(words_, document),
        subject_names_(rules, words_, document, annotations, subjects),
        noun_subjects_(words_, document, names_, subjects, subject_names_),
        list_(words_, document, names_),
        antecedents_(document, names_, context_, subject_names_, list_),
        statement_of_quotation_(document.quotations.size(), Statement::none) {}

  Speakers run() {
    result_.of_statement.resize(statements_.size());
    for (std::uint32_t i = 0; i < statements_.size(); ++i) {
      resolve(i);
      if (statements_[i].quotation < statement_of_quotation_.size()) statement_of_quotation_[statements_[i].quotation] = i;
    }
    finish();
    return std::move(result_);
  }

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  void resolve(std::uint32_t i) {
    const Statement& statement = statements_[i];
    auto& resolved = result_.of_statement[i];
    std::uint32_t told_at = statement.content.begin;
    if (statement.carried_from < i) {
      resolved = result_.of_statement[statement.carried_from];
      for (Resolved& one : resolved) one.resolution = Resolution::carried;
    } else {
      content_ = statement.content;
      is_personal_ = words_.is_personal(rules_.symbol(statement.lemma), statement.kind == Statement::Kind::quote);
      is_label_ = text(statement.cue) == ":";
      for (const Span mention : statement.speakers) resolve_mention(mention, resolved);
      if (!statement.speakers.empty()) told_at = statement.speakers.front().begin;
    }
    std::vector<std::uint32_t> spoke;
    for (const Resolved& one : resolved) spoke.push_back(one.speaker);
    if (!asks_another(statement)) antecedents_.note(spoke, told_at);
    if (is_label_ && statement.kind == Statement::Kind::claim && !spoke.empty()) labelled_ = {statement.content, spoke.front()};
  }

  /// "Asked by Ann Lee why": whoever speaks next is somebody else.
  bool asks_another(const Statement& statement) const {
    return statement.kind == Statement::Kind::claim && !statement.speakers.empty() && statement.speakers.front().begin >= statement.cue.end &&
           statement.content.begin >= statement.speakers.front().end && words_.is_asking(rules_.symbol(statement.lemma));
  }

  void resolve_mention(Span mention, std::vector<Resolved>& resolved) {
    const WholeMention whole = whole_mention(words_, document_, names_, subject_names_, without_space(document_.folded.text(), mention));
    const std::vector<MentionHead>& heads = whole.heads;
    for (std::size_t k = 0; k < heads.size(); ++k) {
      Span place = whole.span;
      if (heads.size() > 1) place = k == 0 ? Span{place.begin, heads[0].span.end} : heads[k].whole;
      resolve_head(heads[k], place, resolved);
    }
  }

  void resolve_head(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    switch (head.kind) {
      case MentionHead::Kind::name: resolve_name(head, place, resolved); break;
      case MentionHead::Kind::pronoun: resolve_pronoun(head, place, resolved); break;
      case MentionHead::Kind::noun: add(speaker_of(head), place, Resolution::descriptor, resolved); break;
    }
  }

  void resolve_name(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const std::string form = name_form(words_, document_, head.span);
    const std::size_t parts = parts_of(form);
    std::uint32_t named = head.named;
    if (parts == 1 && (named == Names::nobody || names_.all()[named].kind == Named::Kind::organization)) {
      if (const std::uint32_t longer = link_single(head, form); longer != Names::nobody) named = longer;
    }
    if (named == Names::nobody) {
      add(list_.of_name(head.span, context_.gender_behind(head.span), is_personal_), place, Resolution::name, resolved);
      return;
    }
    const bool whole = parts >= std::min<std::size_t>(2, parts_of(names_.all()[named].form));
    add(list_.of_named(named), place, whole ? Resolution::name : Resolution::alias, resolved);
  }

  /// A name of one word that the table lacks: part of a body's name ("the Church", "Quilt" of "Quilt Stores") or a misspelt surname.
  std::uint32_t link_single(const MentionHead& head, const std::string& part) const {
    const std::uint32_t body = names_.link_head(part, head.span.begin);
    if (words_.is_organisation(text(head.span)) || words_.refuses_person(text(head.span))) return body;
    if (words_.is_place(text(head.span))) return Names::nobody;
    if (const std::uint32_t person = is_label_ ? names_.link_initials(text(head.span)) : Names::nobody; person != Names::nobody) return person;
    return body != Names::nobody && names_.stands_first(body, part, words_) ? body : names_.link_misspelt(part);
  }

  void resolve_pronoun(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const bool first_person = head.pronoun == Pronoun::self || head.pronoun == Pronoun::selves;
    if (first_person && add_quoted(head, place, resolved)) return;
    if ((head.pronoun == Pronoun::relative || head.pronoun == Pronoun::relative_thing) && add_noun_before(head, place, resolved)) return;
    for (const std::uint32_t speaker : meant_by(head)) add(speaker, place, Resolution::pronoun, resolved);
  }

  /// Whom a pronoun means; "it" and "they" mean a body or a group that became the subject since the last one spoke.
  std::vector<std::uint32_t> meant_by(const MentionHead& head) {
    if (head.pronoun == Pronoun::self) return {list_.of_pronoun(head)};
    const bool person = head.pronoun == Pronoun::man || head.pronoun == Pronoun::woman;
    const Antecedent found = antecedents_.of(head.pronoun, head.span.begin, content_);
    const std::uint32_t since = found.speakers.empty() ? 0 : found.offset + 1;
    const auto subject = noun_subjects_.between(since, head.span.begin, head.pronoun, content_);
    const bool may_be_noun = found.speakers.empty() || !person || (subject && words_.title_gender(text(subject->noun)) != Gender::unknown);
    if (subject && may_be_noun) return {speaker_of(*subject)};
    if (found.speakers.empty()) return {list_.of_pronoun(head)};
    return found.speakers;
  }

  /// The speaker whom a name of the table or a noun means.
  std::uint32_t speaker_of(const MentionHead& head) {
    const bool name = head.kind == MentionHead::Kind::name;
    if (const std::uint32_t described = name ? SpeakerList::none : described_person(head); described != SpeakerList::none) return described;
    const std::uint32_t named = name ? head.named : head.definite ? link_noun(head) : Names::nobody;
    if (named != Names::nobody) return list_.of_named(named);
    if (const std::uint32_t body = name ? SpeakerList::none : described_body(head); body != SpeakerList::none) return body;
    return name ? list_.of_name(head.span, context_.gender_behind(head.span)) : list_.of_noun(head);
  }

  /// "the 58-year-old", "the Norwegian": whom "he" or "she" would mean there; `SpeakerList::none`: nobody.
  std::uint32_t described_person(const MentionHead& head) const {
    if (!head.definite || head.span != head.noun || !words_.describes_person(text(head.noun))) return SpeakerList::none;
    const Antecedent man = antecedents_.of(Pronoun::man, head.span.begin, content_);
    const Antecedent woman = antecedents_.of(Pronoun::woman, head.span.begin, content_);
    const Antecedent& newest = woman.speakers.empty() || (!man.speakers.empty() && man.offset > woman.offset) ? man : woman;
    return newest.speakers.empty() ? SpeakerList::none : newest.speakers.front();
  }

  /// "the company", "the union": the body that its paragraph tells of, or the only one that spoke, if it may be that;
  /// `SpeakerList::none`: nobody.
  std::uint32_t described_body(const MentionHead& head) {
    const std::string_view kind = words_.kind_of_trader(text(head.noun));
    if (!head.definite || head.span != head.noun || kind.empty()) return SpeakerList::none;
    if (const std::uint32_t here = body_of_paragraph(head.span.begin, kind); here != SpeakerList::none) return here;
    const std::uint32_t body = antecedents_.only_body();
    const bool told = words_.is_firm_noun(text(head.noun)) || words_.is_agency_noun(text(head.noun));
    return told && body != SpeakerList::none && may_be(body, kind) ? body : SpeakerList::none;
  }

  /// The only body that spoke in the paragraph; if none did, the first that it names, which is its subject as a rule.
  std::uint32_t body_of_paragraph(std::uint32_t offset, std::string_view kind) {
    const std::uint32_t paragraph = document_.line_at(offset);
    const std::vector<std::uint32_t> spoke = antecedents_.bodies_in(paragraph, offset);
    if (!spoke.empty()) return spoke.size() == 1 && may_be(spoke.front(), kind) ? spoke.front() : SpeakerList::none;
    for (std::size_t i = names_.first_from(document_.lines[paragraph].span.begin); i < names_.mentions().size(); ++i) {
      const NameMention& mention = names_.mentions()[i];
      if (mention.name.begin >= offset) break;
      if (mention.quoted || names_.all()[mention.named].kind != Named::Kind::organization) continue;
      if (const std::uint32_t body = list_.of_named(mention.named); may_be(body, kind)) return body;
    }
    return SpeakerList::none;
  }

  bool may_be(std::uint32_t body, std::string_view kind) const {
    const bool firm = kind == "firm";
    if (firm || kind != "agency") return firm ? list_.may_be_firm(body) : list_.may_have_members(body);
    return list_.is_public(body) || list_.may_be_firm(body);
  }

  /// "who" right behind a common noun means that: "some far-off neighbours who said".
  bool add_noun_before(const MentionHead& pronoun, Span place, std::vector<Resolved>& resolved) {
    const Span phrase = noun_phrase_before(pronoun.span.begin);
    if (phrase.empty() || tells_of_name(phrase)) return false;
    const std::vector<MentionHead> heads = read_mention(words_, document_, names_, phrase);
    if (heads.size() != 1 || heads[0].kind != MentionHead::Kind::noun) return false;
    add(speaker_of(heads[0]), place, Resolution::pronoun, resolved);
    return true;
  }

  /// "Ann Lee, a retired nurse who said": the noun is said of the name before it.
  bool tells_of_name(Span phrase) const {
    const std::size_t next = names_.first_from(phrase.begin);
    if (next == 0) return false;
    constexpr std::size_t longest = 4;
    const NameMention& before = names_.mentions()[next - 1];
    const std::string_view between = text({before.name.end, phrase.begin});
    if (names_.all()[before.named].kind != Named::Kind::person || before.possessive || !between.starts_with(", ") || between.find(',', 1) != std::string_view::npos) return false;
    const WordSpans words = document_.words_in({before.name.end, phrase.end});
    return words.size() <= longest && words_.is_determiner(text(words.front()));
  }

  /// The words up to a noun for somebody that stands right before `end`, from its determiner or from a word that belongs to
  /// something else on; empty: no such noun.
  Span noun_phrase_before(std::uint32_t end) const {
    constexpr std::uint32_t reach = 60;
    const std::string& source = document_.folded.text();
    std::uint32_t from = end > reach ? end - reach : 0;
    while (from > 0 && is_word(character_before(source, from).code)) from -= character_before(source, from).size;
    const WordSpans words = document_.words_in({from, end});
    if (words.empty() || !is_small_at(source, words.back().begin) || words_.source_noun(text(words.back())) == SourceNoun::none) return {};
    const std::string_view gap = text({words.back().end, end});
    if (gap != " " && gap != ", ") return {};
    Span phrase = words.back();
    for (std::size_t i = words.size() - 1; i-- > 0 && belongs(words[i]) && text({words[i].end, phrase.begin}) == " ";) {
      phrase.begin = words[i].begin;
      if (words_.is_determiner(text(words[i])) || words_.is_quantifier(text(words[i]))) break;
    }
    return phrase;
  }

  /// Whether a word may stand inside a noun phrase, before its noun.
  bool belongs(Span word) const {
    const std::string_view form = text(word);
    return !words_.is_preposition(form) && !words_.is_conjunction(form) && !words_.is_subordinator(form) && !words_.is_finite_verb(form) &&
           !words_.is_adverb(form) && words_.pronoun(form) == Pronoun::none;
  }

  /// "I" and "we" inside a quotation, or behind a label, mean who speaks it.
  bool add_quoted(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const std::uint32_t quotation = context_.quotation_at(head.span.begin);
    if (quotation == OuterQuotations::none && labelled_.content.contains(head.span)) {
      add(labelled_.speaker, place, Resolution::pronoun, resolved);
      return true;
    }
    if (quotation == OuterQuotations::none || statement_of_quotation_[quotation] == Statement::none) return false;
    const auto& quoted = result_.of_statement[statement_of_quotation_[quotation]];
    if (quoted.empty()) return false;
    add(quoted.front().speaker, place, Resolution::pronoun, resolved);
    return true;
  }

  std::uint32_t link_noun(const MentionHead& head) const {
    const SourceNoun what = words_.source_noun(text(head.noun));
    std::vector<std::string> nouns;
    for (const Span word : document_.words_in(head.span)) {
      if (word.begin > head.noun.begin) return Names::nobody;  // "the senator from Ohio" may be anybody
      std::string noun = words_.role_noun(text(word));
      if (!noun.empty()) nouns.push_back(std::move(noun));
    }
    if (what == SourceNoun::person || (what == SourceNoun::none && !nouns.empty())) return link_role(nouns, head.span.begin);
    if (what != SourceNoun::people) return names_.link_head(first_part(name_form(words_, document_, head.noun)), head.span.begin);
    return Names::nobody;
  }

  /// Who has the role, or one that is another word for it: "the lawyer" of a barrister.
  std::uint32_t link_role(const std::vector<std::string>& nouns, std::uint32_t offset) const {
    const std::uint32_t found = names_.link_role(nouns, offset);
    const std::string_view kin = found != Names::nobody || nouns.empty() ? std::string_view() : words_.kin_of_role(nouns.back());
    return kin.empty() ? found : names_.link_kin(kin, offset);
  }

  void add(std::uint32_t speaker, Span place, Resolution resolution, std::vector<Resolved>& resolved) {
    const bool known = std::any_of(resolved.begin(), resolved.end(), [&](const Resolved& one) { return one.speaker == speaker; });
    if (known) return;
    list_.note(speaker, place);
    resolved.push_back({speaker, place, resolution});
  }

  void finish() {
    std::vector<std::uint32_t> order;
    result_.all = list_.take(order);
    for (auto& resolved : result_.of_statement) {
      for (Resolved& one : resolved) one.speaker = order[one.speaker];
    }
  }

  const RuleSet& rules_;
  NameWords words_;
  const Document& document_;
  const std::vector<Statement>& statements_;
  Names names_;
  NameContext context_;
  SubjectNames subject_names_;
  NounSubjects noun_subjects_;
  SpeakerList list_;
  Antecedents antecedents_;
  std::vector<std::uint32_t> statement_of_quotation_;
  Span content_;  // of the statement that is resolved
  bool is_personal_ = false;  // whether only persons do what its cue tells: "laughed"
  bool is_label_ = false;  // whether a label tells its speaker: "Ann Lee: …"
  struct Labelled {
    Span content;
    std::uint32_t speaker = 0;
  };
  Labelled labelled_;  // the last one
  Speakers result_;
};

}  // namespace

Speakers resolve_speakers(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                          const Subjects& subjects, const std::vector<Statement>& statements) {
  return Resolver(rules, document, structure, annotations, subjects, statements).run();
}

}  // namespace onrecord
