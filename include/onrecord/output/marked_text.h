#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/extract/record/record.h"

namespace onrecord {

/// A stretch of text of which every record tells the same: records begin and end at its borders only.
struct Stretch {
  Span bytes;
  std::vector<const QuoteRecord*> quotes;  ///< all that lie over it, the innermost last
  std::vector<const ClaimRecord*> claims;  ///< the same
  std::vector<const CustomRecord*> customs;
  const FaqRecord* faq = nullptr;  ///< to whose question or answer it belongs; null: none
  std::uint32_t mentioned = 0;     ///< number of the speaker whom it names; 0: none
  bool is_cue = false;

  const QuoteRecord* quote() const { return quotes.empty() ? nullptr : quotes.back(); }  ///< the innermost; null: none
  const ClaimRecord* claim() const { return claims.empty() ? nullptr : claims.back(); }
  bool is_answer() const { return faq != nullptr && faq->answer_place.bytes.contains(bytes); }
  bool begins(Span record) const { return bytes.begin == record.begin; }
  bool ends(Span record) const { return bytes.end == record.end; }
};

/// What a line is on the page.
enum class LineRole { text, title, heading };

/// A line of the text, its end left out.
struct MarkedLine {
  LineRole role = LineRole::text;
  std::vector<Stretch> stretches;  ///< all of the line, in order, none empty; an empty line has none
};

/// The text of a document cut where records begin and end, for views of it that people look at. Refers to the text and to the extraction.
class MarkedText {
 public:
  /// `kinds`: the kinds of records that are marked; all where it is empty. Takes time in proportion to the text and to how many records there are,
  /// times how many of a kind lie over each other.
  MarkedText(std::string_view text, const Extraction& extraction, const std::vector<std::string>& kinds);

  const std::vector<MarkedLine>& lines() const { return lines_; }
  /// Whether the title stands in a line of its own; else it is to be told apart from the text, if there is one.
  bool has_title() const { return has_title_; }
  /// By number, the first being 1.
  const std::vector<const SpeakerRecord*>& speakers() const { return speakers_; }
  /// The number of the speaker; 0: none.
  std::uint32_t number_of(const std::optional<SpeakerReference>& speaker) const;
  /// The number of who says the innermost quote or else claim there; 0: nobody is known to.
  std::uint32_t speaker_of(const Stretch& stretch) const;
  /// What is to be shown behind a stretch of what ends there: the numbers of those who say it, "?" where nobody is known to, and the status of a
  /// claim; empty: nothing.
  std::string label_behind(const Stretch& stretch) const;

 private:
  std::string numbers_of(const std::optional<SpeakerReference>& speaker, const std::vector<SpeakerReference>& others) const;

  std::vector<MarkedLine> lines_;
  bool has_title_ = false;
  std::vector<const SpeakerRecord*> speakers_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // by id of the speaker
};

/// "mayor, Port Merrin": role and affiliation; empty: neither is known.
std::string office_of(const SpeakerRecord& speaker);
/// "2 quotes, 1 claim"
std::string counts_of(const SpeakerRecord& speaker);

/// What is to be known of a claim besides who makes it: that it is denied, possible, …; empty: it is plainly asserted.
std::string status_of(const ClaimRecord& claim);

}  // namespace onrecord
