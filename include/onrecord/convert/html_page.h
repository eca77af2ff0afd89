#pragma once

#include <cstddef>
#include <unordered_map>

#include "onrecord/convert/html.h"
#include "onrecord/convert/html_names.h"
#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_questions.h"

namespace onrecord {

/// What of a page is text of its article, by its elements, what they are called, and how much of their text is running text or links.
class HtmlPage {
 public:
  /// `declared`: questions that the page gives beside its text (JSON-LD). `root` and `words` must outlive it.
  HtmlPage(const HtmlNode& root, const MarkupWords& words, const DeclaredQuestions& declared);

  const HtmlNode& root() const { return root_; }

  /// Whether the element, apart from those around it, is no part of the article.
  bool is_noise(const HtmlNode& element) const;
  /// Whether it is called as those who wrote an article are.
  bool is_byline(const HtmlNode& element) const;
  /// The innermost part that holds the article's body: what the page says it is, else most of the running text.
  const HtmlNode& main_part() const;
  /// Whether, and how, it asks.
  HtmlQuestions::Kind question(const HtmlNode& element) const { return questions_.of(element); }

 private:
  /// Bytes of text, and what follows from them.
  struct Amounts {
    std::size_t own = 0;      ///< in the element's own lines where it is a paragraph or the like, links left out
    std::size_t running = 0;  ///< of this, in the element and all in it
    std::size_t clean = 0;    ///< of this, outside of noise
    std::size_t shown = 0;    ///< letters outside of noise and links
    std::size_t letters = 0;  ///< all but white space and headings, unless these are links
    std::size_t links = 0;    ///< of these, in links
    bool names_author = false;
    bool holds_heading = false;   ///< one of the first level
    bool holds_headline = false;  ///< one that leads nowhere, as a site's own name does
    bool is_noise = false;
    HtmlNames names;
  };

  void name(const HtmlNode& element);
  bool asks(const HtmlNode& element) const { return questions_.of(element) != HtmlQuestions::Kind::none; }
  bool is_left_out(const HtmlNode& element) const { return is_never_text(element) && !asks(element); }
  const Amounts& of(const HtmlNode& element) const;
  HtmlQuestions find_questions(const DeclaredQuestions& declared);
  void measure(const HtmlNode& element, bool in_link, bool in_author);
  void judge(const HtmlNode& element);
  bool is_called_noise(const HtmlNode& element) const;
  bool is_made_of_links(const HtmlNode& element) const;
  const HtmlNode* declared_part(const HtmlNode& element, std::size_t& count) const;
  const HtmlNode* declared_body(const HtmlNode& element) const;

  const HtmlNode& root_;
  const MarkupWords& words_;
  std::unordered_map<const HtmlNode*, Amounts> amounts_;
  HtmlQuestions questions_;
};

}  // namespace onrecord
