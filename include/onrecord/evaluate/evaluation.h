#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/evaluate/gold.h"
#include "onrecord/evaluate/measures.h"
#include "onrecord/extract/record/record.h"

namespace onrecord {

/// What the gold says of something found.
enum class Verdict : std::uint8_t { right, wrong, unjudged };

/// A record held against the gold.
struct JudgedRecord {
  std::string rule;
  std::string kind;  ///< "quote", "claim", "narrator", "faq"
  double confidence = 0;
  std::optional<Resolution> resolution;  ///< none: the record has no speaker
  /// Whether it is there in the gold. Unjudged: it lies inside a statement that counts, or the gold says nothing of it.
  Verdict content = Verdict::unjudged;
  /// Of one whose content is right and whose gold names a speaker: whether it is the same.
  Verdict speaker = Verdict::unjudged;
  std::uint64_t article = 0;   ///< which one it is in, counted from 1
  bool beside_missed = false;  ///< wrong, but it overlaps something marked that was not found: it ends elsewhere

  /// What confidence means: the content is right, and so is the speaker, if the record has one.
  bool is_right() const { return content == Verdict::right && !(resolution && speaker == Verdict::wrong); }
};

/// Something marked that was not found, or found that is not marked, in its context.
struct Miss {
  std::string sort;  ///< "statement missed", "statement false", "speaker wrong", …
  std::string article;
  std::string before;  ///< a few words of context
  std::string words;
  std::string after;
  std::string note;   ///< the rule and its confidence, or what was wanted and found; may be empty
  double weight = 0;  ///< the worst first: how much text, or how sure the program was
};

/// Everything that was counted over the articles seen so far.
struct Evaluation {
  std::uint64_t articles = 0;
  std::uint64_t records = 0;
  Counts counts;
  std::vector<JudgedRecord> judged;
  std::vector<Miss> misses;

  /// Holds what was extracted from an article's text against what is marked in it.
  void add(const GoldArticle& article, const Extraction& extraction);
};

}  // namespace onrecord
