#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "onrecord/extract/faq/faq.h"
#include "test_rules.h"

namespace onrecord::testing {

/// A paragraph of a page, the level of the heading that it is (0: of none), and whether markup calls it a question.
struct Marked {
  std::uint8_t level;
  std::string text;
  bool asks = false;
};

/// "question => answer | second line of it", a line for each pair.
inline std::string pairs_of(const std::vector<Marked>& paragraphs) {
  std::string text;
  for (const Marked& paragraph : paragraphs) text += paragraph.text + "\n\n";
  const StructuredPage page = structured(text);
  Page read = read_page(standard_rules(), page.document, page.annotations);
  for (std::size_t i = 0; i < paragraphs.size() && paragraphs.size() == read.size(); ++i) {
    read.lines[i].heading = paragraphs[i].level;
    read.lines[i].told_question = paragraphs[i].asks;
  }
  std::string out;
  for (const FaqPair& pair : find_faq(read)) {
    out += page.text(pair.question) + " =>";
    for (std::size_t i = 0; i < pair.answers.size(); ++i) out += (i == 0 ? " " : " | ") + page.text(pair.answers[i]);
    out += '\n';
  }
  return out;
}

inline std::string pairs_of(const std::string& text) { return pairs_of(std::vector<Marked>{{0, text}}); }

/// A text, and the pairs that are found in it.
struct FaqCase {
  const char* name;
  const char* text;
  const char* pairs;
};

/// So that lists of tests show names.
inline void PrintTo(const FaqCase& given, std::ostream* out) { *out << given.name; }

}  // namespace onrecord::testing
