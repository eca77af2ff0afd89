#include <algorithm>
#include <optional>

#include "onrecord/extract/matching/view.h"
#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_context.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/antecedents.h"
#include "onrecord/extract/speakers/body_before.h"
#include "onrecord/extract/speakers/joint_nouns.h"
#include "onrecord/extract/speakers/name_referents.h"
#include "onrecord/extract/speakers/noun_referents.h"
#include "onrecord/extract/speakers/noun_subjects.h"
#include "onrecord/extract/speakers/relative_nouns.h"
#include "onrecord/extract/speakers/speaker_list.h"
#include "onrecord/extract/speakers/whole_mention.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/extract/statements/subject_parts.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/outer_quotations.h"

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
        parts_(words_, document),
        subject_names_(rules, words_, document, annotations, subjects),
        noun_subjects_(words_, document, names_, subjects, subject_names_),
        list_(words_, document, names_),
        antecedents_(document, names_, context_, subject_names_, list_),
        name_referents_(words_, document_, names_, context_, list_),
        nouns_(words_, document, names_, antecedents_, list_),
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
    std::uint32_t said_at = statement.content.begin;
    if (statement.carried_from < i) {
      resolved = result_.of_statement[statement.carried_from];
      for (Resolved& one : resolved) one.resolution = Resolution::carried;
    } else if (const std::uint32_t other = told_by_same_mention(i); other != Statement::none) {
      resolved = result_.of_statement[other];
      said_at = statement.speakers.front().begin;
    } else {
      at_work_ = {statement.content, words_.is_personal(rules_.symbol(statement.lemma), statement.kind == Statement::Kind::quote), statement.by_label};
      for (const Span mention : statement.speakers) resolve_subject(mention, resolved);
      if (!statement.speakers.empty()) said_at = statement.speakers.front().begin;
    }
    std::vector<std::uint32_t> spoke;
    for (const Resolved& one : resolved) spoke.push_back(one.speaker);
    if (!asks_another(statement)) antecedents_.note(spoke, said_at, statement.content);
    if (statement.by_label && statement.kind == Statement::Kind::claim && !spoke.empty()) labelled_ = {statement.content, spoke.front()};
  }

  /// An earlier statement of the sentence with the same mention, which means the same there: of "Ann Lee, he said, is late" both parts, though
  /// only the first tells that "he" is not her. A quotation inside a claim goes with it where that does; else it tells better who is meant, as
  /// less of the sentence was said: "Bo Li came to “the best of towns,” he said."
  std::uint32_t told_by_same_mention(std::uint32_t i) const {
    const Statement& statement = statements_[i];
    if (statement.claim < i) return is_thing(statement) ? statement.claim : told_by_same_mention(statement.claim);
    if (statement.speakers.empty()) return Statement::none;
    for (std::uint32_t k = i; k-- > 0 && statements_[k].sentence == statement.sentence;) {
      const bool alone = statements_[k].claim == Statement::none && statements_[k].carried_from >= k;
      if (alone && statements_[k].speakers == statement.speakers) return k;
    }
    return Statement::none;
  }

  /// Whether "it" says so, which is nothing that is named in what it says: "The plan is due to “a flood,” it said."
  bool is_thing(const Statement& statement) const {
    return statement.speakers.size() == 1 && words_.pronoun(text(without_space(document_.folded.text(), statement.speakers.front()))) == Pronoun::thing &&
           statement.speakers == statements_[statement.claim].speakers;
  }

  /// "Asked by Ann Lee why": whoever speaks next is somebody else.
  bool asks_another(const Statement& statement) const {
    return statement.kind == Statement::Kind::claim && !statement.speakers.empty() && statement.speakers.front().begin >= statement.cue.end &&
           statement.content.begin >= statement.speakers.front().end && words_.is_asking(rules_.symbol(statement.lemma));
  }

  /// What was said before the mention has nothing of the subject.
  void resolve_subject(Span mention, std::vector<Resolved>& resolved) {
    if (!at_work_.content.empty() && at_work_.content.begin < mention.begin) return resolve_mention(mention, resolved);
    for (const Span part : parts_.of(mention)) resolve_mention(part, resolved);
  }

  void resolve_mention(Span mention, std::vector<Resolved>& resolved) {
    const Span told = without_space(document_.folded.text(), mention);
    WholeMention whole = whole_mention(words_, document_, names_, subject_names_, told);
    // "According to court records, Ann Lee, 34, closed it": the name begins what is told.
    if (told.end <= at_work_.content.begin && at_work_.content.begin < whole.span.end) whole = {told, read_mention(words_, document_, names_, told)};
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
      case MentionHead::Kind::noun: resolve_noun(head, place, resolved); break;
    }
  }

  void resolve_noun(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const std::vector<std::uint32_t> several = joint_speakers(head);
    for (const std::uint32_t speaker : several) add(speaker, place, Resolution::descriptor, resolved);
    if (several.empty()) add(speaker_of(head), place, Resolution::descriptor, resolved);
  }

  /// "the pair", "the agencies": whom "they" would mean, if these are two persons, or several bodies. Empty: they are not.
  std::vector<std::uint32_t> joint_speakers(const MentionHead& noun) const {
    const std::string_view of = joint_noun(words_, document_, noun);
    if (of.empty()) return {};
    const std::vector<std::uint32_t> found = antecedents_.of(Pronoun::many, noun.span.begin, at_work_.content).speakers;
    const bool two = of == joint_two;
    if (found.size() < 2 || (two && found.size() > 2)) return {};
    const auto fits = [&](std::uint32_t speaker) { return two ? list_.is_person(speaker) : list_.is_named_body(speaker); };
    return std::all_of(found.begin(), found.end(), fits) ? found : std::vector<std::uint32_t>{};
  }

  void resolve_name(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const NameReferents::Meant meant = name_referents_.of(head, at_work_.is_label, at_work_.is_personal);
    add(meant.speaker, place, meant.resolution, resolved);
  }

  void resolve_pronoun(const MentionHead& head, Span place, std::vector<Resolved>& resolved) {
    const bool first_person = head.pronoun == Pronoun::self || head.pronoun == Pronoun::selves;
    if (first_person && add_quoted(head, place, resolved)) return;
    if ((head.pronoun == Pronoun::relative || head.pronoun == Pronoun::relative_thing) && add_noun_before(head, place, resolved)) return;
    const std::vector<std::uint32_t> meant = meant_by(head);
    if (head.pronoun == Pronoun::man) list_.learn(meant.front(), Gender::man);
    if (head.pronoun == Pronoun::woman) list_.learn(meant.front(), Gender::woman);
    for (const std::uint32_t speaker : meant) add(speaker, place, Resolution::pronoun, resolved);
  }

  /// Whom a pronoun means; "it" and "they" mean a body or a group that became the subject since the last one spoke, "they" not one that a
  /// group told of: "Officials say the deputies came. They say …".
  std::vector<std::uint32_t> meant_by(const MentionHead& head) {
    if (head.pronoun == Pronoun::self) return {list_.of_pronoun(head)};
    const bool person = head.pronoun == Pronoun::man || head.pronoun == Pronoun::woman;
    const Antecedent found = antecedents_.of(head.pronoun, head.span.begin, at_work_.content);
    const std::uint32_t since = found.speakers.empty() ? 0 : found.offset + 1;
    const auto subject = noun_subjects_.between(since, head.span.begin, head.pronoun, at_work_.content);
    const bool may_be_noun = found.speakers.empty() || !person || (subject && words_.title_gender(text(subject->noun)) != Gender::unknown);
    const bool told_of = subject && head.pronoun == Pronoun::many && found.said.contains(subject->span) && list_.is_group(found.speakers.front());
    if (subject && may_be_noun && !told_of && !(head.pronoun == Pronoun::thing && are_things(*subject))) {
      const std::vector<std::uint32_t> several = joint_speakers(*subject);
      return several.empty() ? std::vector<std::uint32_t>{speaker_of(*subject)} : several;
    }
    if (!found.speakers.empty()) return found.speakers;
    if (head.pronoun == Pronoun::thing) {
      if (const Span body = body_before(words_, document_, names_, head.span.begin); !body.empty())
        return {speaker_of(read_mention(words_, document_, names_, body).front())};
    }
    const Antecedent inside = person ? antecedents_.of(head.pronoun, head.span.begin, {}) : Antecedent{};  // "Ann Lee is glad, she said."
    return inside.speakers.empty() ? std::vector<std::uint32_t>{list_.of_pronoun(head)} : inside.speakers;
  }

  /// "Revenues" of "Revenues rose": a capital only because the sentence begins there, and several.
  bool are_things(const MentionHead& head) {
    const bool unknown = head.kind == MentionHead::Kind::name && head.named == Names::nobody && document_.opens_sentence(head.span.begin);
    return unknown && words_.may_be_plural(text(head.span)) && !list_.may_name_firm(head.span);
  }

  /// The speaker whom a name or a noun means, perhaps a new one.
  std::uint32_t speaker_of(const MentionHead& head) {
    if (head.kind == MentionHead::Kind::name) {
      return head.named != Names::nobody ? list_.of_named(head.named) : list_.of_name(head.span, context_.gender_behind(head.span));
    }
    const std::uint32_t meant = nouns_.of(head, at_work_.content);
    if (meant != SpeakerList::none) return meant;
    const auto firm = firm_before(head);
    return firm ? speaker_of(*firm) : list_.of_noun(head);
  }

  /// "the company": the last subject, in its paragraph or the one before, that is a name of which nothing is known: "Quilthouse was late. The company
  /// said …". Who has such a name may have said nothing yet.
  std::optional<MentionHead> firm_before(const MentionHead& noun) {
    if (!noun.definite || noun.span != noun.noun || !words_.is_firm_noun(text(noun.noun))) return std::nullopt;
    const std::uint32_t paragraph = document_.line_at(noun.span.begin);
    const auto subject =
        noun_subjects_.between(document_.lines[paragraph == 0 ? 0 : paragraph - 1].span.begin, noun.span.begin, Pronoun::thing, at_work_.content);
    const bool is_new = subject && subject->kind == MentionHead::Kind::name && subject->named == Names::nobody;
    return is_new && list_.may_name_firm(subject->span) ? subject : std::nullopt;
  }

  /// "who" right behind a common noun means that: "some far-off neighbours who said".
  bool add_noun_before(const MentionHead& pronoun, Span place, std::vector<Resolved>& resolved) {
    const Span phrase = noun_before_relative(words_, document_, names_, pronoun.span.begin);
    if (phrase.empty()) return false;
    const std::vector<MentionHead> heads = read_mention(words_, document_, names_, phrase);
    if (heads.size() != 1 || heads[0].kind != MentionHead::Kind::noun) return false;
    add(speaker_of(heads[0]), place, Resolution::pronoun, resolved);
    return true;
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
  SubjectParts parts_;
  SubjectNames subject_names_;
  NounSubjects noun_subjects_;
  SpeakerList list_;
  Antecedents antecedents_;
  NameReferents name_referents_;
  NounReferents nouns_;
  std::vector<std::uint32_t> statement_of_quotation_;
  /// What of the statement whose mentions are resolved decides whom they mean.
  struct AtWork {
    Span content;
    bool is_personal = false;  // only persons do what its cue says: "laughed"
    bool is_label = false;     // a label names its speaker: "Ann Lee: …", or a line of its own
  };
  AtWork at_work_;
  struct Labelled {
    Span content;
    std::uint32_t speaker = 0;
  };
  Labelled labelled_;  // the last one
  Speakers result_;
};

}  // namespace

Speakers resolve_speakers(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations, const Subjects& subjects,
                          const std::vector<Statement>& statements) {
  return Resolver(rules, document, structure, annotations, subjects, statements).run();
}

}  // namespace onrecord
