#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "onrecord/extract/page/page.h"
#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// The last word of a name.
std::string_view surname_of(std::string_view name);

/// Whether the text has `surname` behind one of the first names; where these are null, it has not.
bool ends_full_name(const Page& page, const Lexicon* first_names, std::string_view surname);

/// How a label stands, beyond what its line tells.
struct LabelPlace {
  bool listed = false;      ///< a list of those who take part has it, too
  bool broken_off = false;  ///< what is said behind it is not finished
  bool voice = false;       ///< it stands behind the mark of captions
};

/// Whom the labels of lines name, and who of them is believed to speak: lists begin with single words, too. Refers to the page.
class LabelledSpeakers {
 public:
  /// `first_names`: what tells a name in the text; may be null.
  LabelledSpeakers(const Page& page, const Lexicon* first_names) : page_(page), first_names_(first_names) {}

  /// Takes in the label of a line, which names somebody.
  void note(const PageLine& line, const LabelPlace& place);
  /// Decides who is believed, by what all labels tell of him. "MODERATOR" is if he speaks again, "Lee" if the text has a longer name that ends so, or it is a
  /// part or the time stands before.
  void judge();
  /// Where the lines make a transcript: believes those, too, of whom one turn alone would not be enough.
  void judge_others();
  /// How many are believed.
  std::size_t believed() const;
  /// Whether the label of a line names one of these.
  bool is_believed(const PageLine& line) const;
  /// Whether there are enough turns of enough people, with enough sentences. `somebody_asks`: one more has no name.
  bool make_transcript(bool somebody_asks);

  bool is_first_name(std::string_view name) const;

 private:
  /// What is known of those whose labels end in one word, a surname, or of a label that is only like a name.
  struct Speaker {
    std::size_t turns = 0;
    std::size_t sentences = 0;  // of them, those that end as sentences do: what stands behind the label of a thing seldom does
    bool bare = false;          // the label is only like a name
    bool listed = false;        // a list of those who take part has it, too
    bool alone = false;         // a label that is more stands on a line of its own
    bool apart = false;         // a label stands on a line of its own, with its colon
    bool named = false;         // a label has other words before it
    bool part = false;          // a part that somebody has, not a name
    bool logged = false;        // a program marks who writes
    bool dash = false;          // a label has no colon
    bool column = false;        // it stands in a column
    bool voice = false;         // behind the mark of captions
    bool sure = false;          // the time stands before it, or it is a part that somebody has
    bool believed = false;      // speaks, and is no heading
  };

  std::string_view key(const PageLine& line) const;
  bool is_believable(std::string_view name, const Speaker& speaker);
  bool is_forename(std::string_view name, const Speaker& speaker);
  bool is_with_others(std::string_view name, const Speaker& speaker) const;
  bool ends_longer_name(const std::string& surname);
  bool has_names();

  const Page& page_;
  const Lexicon* first_names_;
  std::size_t searches_ = 0;
  bool has_office_ = false;                  // a line is the name of an office that speaks
  std::map<std::string_view, Speaker> all_;  // by `key`
};

}  // namespace onrecord
