#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "onrecord/extract/names/common_words.h"
#include "onrecord/extract/names/inside_words.h"
#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/speaker_hints.h"
#include "onrecord/extract/statements/statement.h"

namespace onrecord {

/// The speakers met so far: those with a name, and those that only a noun phrase tells. Refers to what it was made of.
class SpeakerList {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  SpeakerList(const NameWords& words, const Document& document, const Names& names)
      : words_(words), document_(document), names_(names), hints_(words, document), common_(document), of_named_(names.all().size(), none), inside_(document) {}

  /// The speaker that is somebody of the table; made if needed.
  std::uint32_t of_named(std::uint32_t named);
  /// The speaker that a name means which the table does not know; `gender` is what the words behind it tell. A single word that is no first
  /// name, and of which nothing behind it tells that it is a person, is a body, unless `is_personal` says that only a person does so, as persons are called by
  /// their full names somewhere; a word that is also a noun is neither.
  std::uint32_t of_name(Span name, Gender gender, bool is_personal = false);
  /// The speaker whose name of several words ends in this one, which is all capitals, as in a transcript: "LEE" of "ANN LEE"; `none`: nobody.
  std::uint32_t with_last_name(std::string_view capitals) const;
  /// The speaker that a noun phrase means; a definite one may mean an earlier one with the same noun ("the spokesman").
  std::uint32_t of_noun(const MentionHead& head);
  /// A speaker of whom there is only a pronoun.
  std::uint32_t of_pronoun(const MentionHead& head);

  /// Notes that something is attributed to the speaker at `mention`. What only looks like a person's name is a body's where the words around it tell so.
  void note(std::uint32_t speaker, Span mention);

  /// Whether it is one person whom the text does not name, and of whom nothing tells whether it is a man or a woman.
  bool is_unnamed(std::uint32_t speaker) const { return all_[speaker].kind == SpeakerKind::unnamed && genders_[speaker] == Gender::unknown; }
  bool is_person(std::uint32_t speaker) const;
  /// Whether the speakers are several people: never "it".
  bool is_group(std::uint32_t speaker) const { return all_[speaker].kind == SpeakerKind::group; }
  /// Whether a name or a noun tells more of the speaker than what they do: "the captain" may be a man or a woman.
  bool is_known(std::uint32_t speaker) const { return named_[speaker] != Names::nobody || genders_[speaker] != Gender::unknown; }
  /// Whether there is only an "I" or a "we" of the speaker.
  bool is_first_person(std::uint32_t speaker) const { return first_persons_.contains(speaker); }
  /// Whether the speaker is a person that is called by name.
  bool is_named_person(std::uint32_t speaker) const { return all_[speaker].kind == SpeakerKind::person && named_[speaker] != Names::nobody; }
  /// Whether the speaker is a body that is called by its name.
  bool is_named_body(std::uint32_t speaker) const;
  /// Of such a body: whether a word of its name tells that it is no firm, and whether nothing speaks against one.
  bool is_public(std::uint32_t speaker) const;
  bool may_be_firm(std::uint32_t speaker) const;
  /// Whether a word of its name tells that it is a paper or a broadcaster.
  bool is_outlet(std::uint32_t speaker) const;
  /// Whether a body goes by three letters or more, as agencies do: "QRB".
  bool is_in_letters(std::uint32_t speaker) const;
  /// Whether it may be a union, a club, a charity: no place is one.
  bool may_have_members(std::uint32_t speaker) const { return !words_.is_place(all_[speaker].name); }
  /// Whether a name of one word that the table lacks may be a firm's: it is no place and stands elsewhere, too, where only names have a capital.
  bool may_name_firm(Span name);
  /// Whether the speaker may be meant by "he" or "she".
  bool fits(std::uint32_t speaker, Gender gender) const;
  /// The phrase, and the noun alone ("the survey"), mean the speaker from here on. Returns it.
  std::uint32_t note_noun(const MentionHead& head, std::uint32_t speaker);
  /// Notes that "he" or "she" meant the speaker: where nothing else tells the gender, that does from here on.
  void learn(std::uint32_t speaker, Gender gender);
  /// The gender of somebody of the table, as far as it is known by now.
  Gender gender_of_named(std::uint32_t named) const { return of_named_[named] == none ? names_.all()[named].gender : genders_[of_named_[named]]; }
  /// Who of the table the speaker is; `Names::nobody`: nobody.
  std::uint32_t named(std::uint32_t speaker) const { return named_[speaker]; }

  /// Gives the speakers away, by first mention, with their aliases; `order` tells each one's new index.
  std::vector<Speaker> take(std::vector<std::uint32_t>& order);

 private:
  std::uint32_t add(std::string name, SpeakerKind kind, Gender gender, std::uint32_t named);
  SpeakerKind kind_of_name(Span place, std::string_view name, Gender gender);
  bool is_thing(std::string_view name);
  bool only_shape(std::uint32_t speaker) const;
  bool is_collective(const MentionHead& head) const;
  std::uint32_t behind_determiner(Span phrase) const;
  void describe_noun(Speaker& speaker, const MentionHead& head) const;
  void collect_aliases(std::vector<Speaker>& speakers) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  SpeakerHints hints_;
  CommonWords common_;
  std::vector<Speaker> all_;
  std::vector<Gender> genders_;
  std::vector<std::uint32_t> named_;
  std::vector<std::uint32_t> of_named_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
  std::unordered_map<std::string, std::uint32_t> by_noun_;
  std::unordered_set<std::uint32_t> first_persons_;
  InsideWords inside_;
};

}  // namespace onrecord
