#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "onrecord/convert/html_nodes.h"

namespace onrecord {

/// Questions that a page tells beside its text: small letters, white space run together.
using DeclaredQuestions = std::set<std::string, std::less<>>;

/// What the name of an element tells of questions.
struct QuestionNames {
  bool faq = false;  ///< holds questions
  bool question = false;
  bool answer = false;
  bool folded = false;  ///< holds what opens at a click
  bool head = false;    ///< of something, what stands above the rest
};

/// Which elements of a page ask something that the next one answers, as names, roles and types tell.
class HtmlQuestions {
 public:
  enum class Kind : std::uint8_t {
    none,
    entry,     ///< heads something folded, which need not be an answer
    question,  ///< is called a question
  };
  using NamesOf = std::function<const QuestionNames&(const HtmlNode&)>;

  /// `declared` are questions that the page gives elsewhere (JSON-LD): a button that says one of them is that question.
  HtmlQuestions(const HtmlNode& root, const NamesOf& names_of, const DeclaredQuestions& declared);

  Kind of(const HtmlNode& element) const;

 private:
  std::unordered_map<const HtmlNode*, Kind> kinds_;
};

/// Whether it opens something else on its page, instead of leading to another one.
bool is_switch(const HtmlNode& element);

}  // namespace onrecord
