#include "onrecord/convert/html_head.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "onrecord/base/small_letters.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/html_depth.h"

namespace onrecord {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_script = 1U << 20U;
constexpr int deepest_object = 6;

bool is_called(const Json& json, std::string_view type) {
  const auto found = json.find("@type");
  if (found == json.end()) return false;
  const Json& first = found->is_array() && !found->empty() ? found->front() : *found;
  const auto* name = first.get_ptr<const std::string*>();
  return name != nullptr && *name == type;
}

bool is_article_type(const Json& type) {
  const Json& first = type.is_array() && !type.empty() ? type.front() : type;
  const auto* name = first.get_ptr<const std::string*>();
  return name != nullptr && (name->ends_with("Article") || name->ends_with("Posting") || *name == "Report");
}

/// The object of that `@id` that tells a name; null: none.
const Json* named_object(const Json& json, const Json& id, int depth) {
  if (depth > deepest_object || !json.is_structured()) return nullptr;
  if (json.is_object() && json.contains("name") && json.contains("@id") && json["@id"] == id) return &json;
  for (const Json& one : json)
    if (const Json* found = named_object(one, id, depth + 1)) return found;
  return nullptr;
}

void add_text_in(const HtmlNode& element, TextLayout& layout) {
  for (const HtmlNode* child : children(element)) {
    if (is_text(*child)) layout.add(characters(*child));
    else if (is_element(*child)) add_text_in(*child, layout);
  }
}

/// A string of JSON as people read it: many write references and tags of HTML there, too ("O&#039;Neill").
std::string line_shown(const std::string& text) {
  if (text.find_first_of("&<") == std::string::npos || html_cost(text) != HtmlCost::fair) return one_line(text);
  TextLayout layout;
  add_text_in(HtmlTree(text).root(), layout);
  return layout.text();
}

void add_names(const Json& name, std::vector<std::string>& names) {
  if (name.is_array())
    for (const Json& one : name) add_names(one, names);
  if (const auto* text = name.get_ptr<const std::string*>(); text != nullptr && !text->empty()) names.push_back(line_shown(*text));
}

/// Reads what one script says of its article.
class ArticleFinder {
 public:
  ArticleFinder(const Json& all, JsonLdArticle& article) : all_(all), article_(article) {}

  /// The first article in an object, an array of them or a `@graph`.
  void find(const Json& json, int depth) {
    if (depth > deepest_object || !article_.headline.empty()) return;
    if (json.is_array())
      for (const Json& one : json) find(one, depth + 1);
    if (!json.is_object()) return;
    if (json.contains("@type") && is_article_type(json["@type"])) read(json);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (json.contains(key)) find(json[key], depth + 1);
  }

 private:
  void read(const Json& json) {
    if (const auto found = json.find("headline"); found != json.end() && found->is_string()) article_.headline = line_shown(found->get<std::string>());
    if (const auto found = json.find("articleBody"); found != json.end() && found->is_string()) article_.body = found->get<std::string>();
    for (const char* key : {"author", "creator"})
      if (json.contains(key) && article_.authors.empty()) add_authors(json[key]);
  }

  void add_authors(const Json& authors) {
    if (!authors.is_array()) return add_author(authors);
    for (const Json& author : authors) add_author(author);
  }

  /// Persons only: organisations publish.
  void add_author(const Json& author) {
    if (!author.is_object()) return add_names(author, article_.authors);
    const Json* named = author.contains("name") || !author.contains("@id") ? &author : named_object(all_, author["@id"], 0);
    if (named == nullptr || !named->contains("name") || (named->contains("@type") && !is_called(*named, "Person"))) return;
    add_names((*named)["name"], article_.authors);
  }

  const Json& all_;
  JsonLdArticle& article_;
};

/// The questions of a page of them, in an object, an array or a `@graph`.
void find_questions(const Json& json, DeclaredQuestions& questions, int depth) {
  if (depth > deepest_object) return;
  if (json.is_array())
    for (const Json& one : json) find_questions(one, questions, depth + 1);
  if (!json.is_object()) return;
  const auto name = json.find("name");
  if (is_called(json, "Question") && name != json.end() && name->is_string()) questions.insert(small_letters(line_shown(name->get<std::string>())));
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"})
    if (json.contains(key)) find_questions(json[key], questions, depth + 1);
}

/// Without the marks of XHTML around it, which HTML takes for text.
std::string_view without_cdata(std::string_view json) {
  constexpr std::string_view open = "<![CDATA[", close = "]]>";
  json = trimmed_at_start(json, white_space_of_data);
  if (!json.starts_with(open)) return json;
  json.remove_prefix(open.size());
  return json.substr(0, json.rfind(close));
}

void find_scripts(const HtmlNode& element, JsonLdArticle& article) {
  for (const HtmlNode* child : children(element)) {
    if (!is_element(*child)) continue;
    if (tag_name(*child) != "script") find_scripts(*child, article);
    else if (attribute(*child, "type") == "application/ld+json")
      for (const HtmlNode* text : children(*child))
        if (is_text(*text)) read_json_ld(characters(*text), article);
  }
}

}  // namespace

void read_json_ld(std::string_view json, JsonLdArticle& article) {
  if (json.size() > longest_script) return;
  constexpr bool throws = false, passes_comments_over = true;  // "//<![CDATA[" is one
  const Json parsed = Json::parse(without_cdata(json), nullptr, throws, passes_comments_over);
  if (parsed.is_discarded()) return;
  ArticleFinder(parsed, article).find(parsed, 0);
  find_questions(parsed, article.questions, 0);
}

HtmlHead::HtmlHead(const HtmlNode& html) : head_(child_named(html, "head")) { find_scripts(html, json_ld_); }

template <typename Get>
std::string HtmlHead::value(const Get& get) const {
  if (head_ == nullptr) return {};
  for (const HtmlNode* child : children(*head_)) {
    if (!is_element(*child)) continue;
    if (std::string line = one_line(get(*child)); !line.empty()) return line;
  }
  return {};
}

std::string HtmlHead::meta(std::string_view name) const {
  return value([name](const HtmlNode& node) {
    const bool is_named = attribute(node, "property") == name || attribute(node, "name") == name;
    return tag_name(node) == "meta" && is_named ? attribute(node, "content") : std::string_view{};
  });
}

std::string HtmlHead::canonical() const {
  return value(
      [](const HtmlNode& node) { return tag_name(node) == "link" && attribute(node, "rel") == "canonical" ? attribute(node, "href") : std::string_view{}; });
}

std::string HtmlHead::title() const {
  const HtmlNode* title = head_ == nullptr ? nullptr : child_named(*head_, "title");
  TextLayout layout;
  if (title != nullptr)
    for (const HtmlNode* child : children(*title))
      if (is_text(*child)) layout.add(characters(*child));
  return layout.text();
}

}  // namespace onrecord
