#include "onrecord/input/convert_document.h"

#include <fmt/format.h>

#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/convert/captions.h"
#include "onrecord/convert/charset.h"
#include "onrecord/convert/html.h"
#include "onrecord/convert/html_depth.h"
#include "onrecord/convert/markdown.h"
#include "onrecord/convert/news_xml.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/format.h"
#include "onrecord/input/front_matter_fields.h"

namespace onrecord {
namespace {

constexpr std::size_t largest_page = 16U << 20U;

/// Makes documents of one raw document.
class Converter {
 public:
  Converter(RawDocument raw, const InputOptions& options) : raw_(std::move(raw)), options_(options) {}

  bool run(const std::function<bool(Input)>& take) {
    switch (raw_.format) {
      case InputFormat::html: return take(page());
      case InputFormat::markdown: return take(markdown());
      case InputFormat::captions: return take(captions());
      case InputFormat::xml: return news(take);
      default: break;
    }
    const std::string_view no_text = options_.format == InputFormat::automatic ? what_is_no_text(raw_.bytes) : std::string_view{};
    return no_text.empty() ? take(text()) : take(failure("no_text", fmt::format("this is {}", no_text)));
  }

 private:
  SourceDocument start() const {
    SourceDocument document;
    document.id = raw_.id;
    document.source = raw_.source;
    document.size = raw_.bytes.size();
    document.sha256 = sha256_hex(raw_.bytes);
    return document;
  }

  /// What the user says goes before what stands around the bytes, that before what they say themselves.
  std::string charset(std::string declared) const {
    if (!options_.encoding.empty()) return options_.encoding;
    return raw_.charset.empty() ? std::move(declared) : raw_.charset;
  }

  static void fill(SourceDocument& document, Decoded decoded) {
    document.encoding = std::move(decoded.encoding);
    document.text = std::move(decoded.text);
    document.repaired = decoded.repaired;
  }

  /// What a reader sees takes the place of the text with its marks.
  template <typename Article>
  static void show(SourceDocument& document, Article article) {
    document.text = std::move(article.text);
    document.title = std::move(article.title);
    document.byline = std::move(article.byline);
    document.headings = std::move(article.headings);
  }

  Input text() {
    SourceDocument document = start();
    fill(document, decode(std::move(raw_.bytes), charset({})));
    return document;
  }

  InputFailure failure(const char* code, std::string message) const {
    InputFailure failure = read_failure(raw_.source, {code, std::move(message)});
    failure.id = raw_.id;
    return failure;
  }
  InputFailure too_deep() const { return failure("too_deep", "elements are nested too deeply, or too many"); }
  InputFailure unreadable(std::string_view page) const {
    if (html_cost(page) == HtmlCost::too_deep) return failure("too_deep", "elements are nested too deeply");
    return failure("too_large", fmt::format("a page of more than {} elements and attributes", most_html_parts));
  }

  Input page() {
    if (raw_.bytes.size() > largest_page) return failure("too_large", fmt::format("a page of more than {} bytes", largest_page));
    SourceDocument document = start();
    fill(document, decode(std::move(raw_.bytes), charset(declared_html_charset(raw_.bytes))));
    auto article = article_of_page(document.text, options_.markup.get());
    if (!article) return unreadable(document.text);
    show(document, *std::move(article));
    return document;
  }

  Input markdown() {
    if (raw_.bytes.size() > largest_page) return failure("too_large", fmt::format("Markdown of more than {} bytes", largest_page));
    SourceDocument document = start();
    fill(document, decode(std::move(raw_.bytes), charset({})));
    document.passed = front_matter_fields(read_front_matter(document.text), options_.pass);
    auto article = read_markdown(document.text, options_.markup.get());
    if (!article) return failure("too_deep", "blocks are nested, or links repeated, beyond all measure");
    show(document, *std::move(article));
    return document;
  }

  Input captions() {
    SourceDocument document = start();
    fill(document, decode(std::move(raw_.bytes), charset({})));
    document.text = read_captions(document.text);
    return document;
  }

  bool news(const std::function<bool(Input)>& take) {
    const std::string declared = declared_xml_charset(raw_.bytes);
    const SourceDocument whole = start();
    Decoded decoded = decode(std::move(raw_.bytes), charset(declared));
    const NewsXml kind = news_xml_of(decoded.text);
    if (kind == NewsXml::none) return take(failure("bad_xml", "no NITF, NewsML-G2, RSS or Atom"));
    NewsItems items = read_news_xml(decoded.text, kind, options_.markup.get());
    const std::size_t count = items.items.size() + (items.problem.empty() ? 0 : 1);
    for (std::size_t i = 0; i < items.items.size(); ++i)
      if (!take(item_document(whole, std::move(items.items[i]), i, count, decoded))) return false;
    return items.problem.empty() || take(failure("bad_xml", std::move(items.problem)));
  }

  /// A file of one article is called by its name, those of a feed by the names that it gives them.
  Input item_document(const SourceDocument& whole, NewsItem item, std::size_t index, std::size_t count, const Decoded& decoded) const {
    SourceDocument document = whole;
    if (count > 1) document.id = item.id.empty() ? fmt::format("{}#{}", raw_.id, index + 1) : std::move(item.id);
    if (item.too_deep) {
      InputFailure failure = too_deep();
      failure.id = document.id;
      return failure;
    }
    document.size = item.text.size();
    document.sha256 = sha256_hex(item.text);
    document.encoding = decoded.encoding;
    document.text = std::move(item.text);
    document.title = std::move(item.title);
    document.headings = std::move(item.headings);
    document.unexpanded = item.unexpanded;
    document.repaired = index == 0 ? decoded.repaired : 0;
    return document;
  }

  RawDocument raw_;
  const InputOptions& options_;
};

}  // namespace

bool convert_document(RawDocument raw, const InputOptions& options, const std::function<bool(Input)>& take) {
  return Converter(std::move(raw), options).run(take);
}

}  // namespace onrecord
