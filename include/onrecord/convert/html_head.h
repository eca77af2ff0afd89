#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/convert/html_nodes.h"
#include "onrecord/convert/html_questions.h"

namespace onrecord {

/// What a page says of its article in JSON-LD (schema.org's NewsArticle and its kin).
struct JsonLdArticle {
  std::string headline;              ///< empty: none
  std::string body;                  ///< its text, perhaps with tags; empty: not given
  std::vector<std::string> authors;  ///< their names
  DeclaredQuestions questions;       ///< of FAQPage: what each asks
};

/// Adds what a piece of JSON-LD says to what others have said. Whatever is no JSON says nothing.
void read_json_ld(std::string_view json, JsonLdArticle& article);

/// What a page says of itself in its head, and in JSON-LD wherever that stands.
class HtmlHead {
 public:
  /// `html`, the root, must outlive it.
  explicit HtmlHead(const HtmlNode& html);

  /// Of `<meta name=…>` or `<meta property=…>`; empty: none.
  std::string meta(std::string_view name) const;
  std::string canonical() const;
  /// Of `<title>`.
  std::string title() const;
  const JsonLdArticle& json_ld() const { return json_ld_; }

 private:
  template <typename Get>
  std::string value(const Get& get) const;

  const HtmlNode* head_;
  JsonLdArticle json_ld_;
};

}  // namespace onrecord
