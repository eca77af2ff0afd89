#include "onrecord/input/jsonl.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/base/utf8.h"
#include "onrecord/base/white_space.h"
#include "onrecord/convert/captions.h"
#include "onrecord/convert/html.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/line_fields.h"
#include "onrecord/input/units.h"

namespace onrecord {
namespace {

using Json = nlohmann::json;

std::optional<std::string> id_of(const Json& object, const InputOptions& options) {
  const auto found = object.find(options.id_field ? *options.id_field : usual_id_field);
  if (found == object.end()) return std::nullopt;
  if (found->is_string() && !found->get_ref<const std::string&>().empty()) return found->get<std::string>();
  if (found->is_number()) return found->dump();
  return std::nullopt;
}

std::string names_of_fields(const Json& object) {
  constexpr std::size_t shown = 8;
  std::string names;
  std::size_t n = 0;
  for (auto field = object.begin(); field != object.end(); ++field, ++n) {
    if (n == shown) return names + ", …";
    names += (names.empty() ? "" : ", ") + field.key();
  }
  return names.empty() ? "none" : names;
}

/// The values of the fields that records carry along; null where there is none.
std::vector<std::string> passed_of(const Json& object, const InputOptions& options) {
  std::vector<std::string> values;
  for (const std::string& name : options.pass) {
    const auto found = object.find(name);
    values.push_back(found == object.end() ? "null" : found->dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return values;
}

/// "content.rendered" of an object in whose field "content" there is one.
bool lies_deeper(std::string_view name, const Json& object) {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return false;
  const auto field = object.find(name.substr(0, dot));
  return field != object.end() && field->is_object();
}

std::string missing(std::string_view what, const std::optional<std::string>& name, std::string_view option, const Json& object) {
  const std::string field = name ? fmt::format("field '{}' with {}", *name, what) : fmt::format("field with {}", what);
  const std::string message = fmt::format("no {}; {} names it; fields here: {}", field, option, names_of_fields(object));
  if (!name || !lies_deeper(*name, object)) return message;
  const std::string_view kind = option.substr(2, option.find("-field") - 2);  // of "--text-field"
  return fmt::format("{}; what lies deeper is to be brought up: jq -c '.{} = .{}'", message, kind, *name);
}

/// The number that `\uXXXX` at `at` stands for. None where no such escape is there.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  constexpr std::size_t digits = 4;
  if (json.substr(at, 2) != "\\u" || at + 2 + digits > json.size()) return std::nullopt;
  unsigned unit = 0;
  const char* const end = json.data() + at + 2 + digits;
  const auto [stop, error] = std::from_chars(json.data() + at + 2, end, unit, 16);
  return error == std::errc() && stop == end ? std::optional(unit) : std::nullopt;
}

/// Puts U+FFFD in the place of each escape from `begin` on that is half a pair of surrogates. How many there were.
std::size_t repair_surrogates(std::string& json, std::size_t begin) {
  constexpr std::size_t escape = 6;
  const auto is_half = [](std::optional<unsigned> unit, unsigned first) { return unit && *unit >= first && *unit < first + 0x400; };
  std::size_t repaired = 0;
  for (std::size_t at = json.find('\\', begin); at != std::string::npos; at = json.find('\\', at)) {
    const auto unit = escaped_unit(json, at);
    const bool is_high = is_half(unit, 0xD800);
    const bool is_pair = is_high && is_half(escaped_unit(json, at + escape), 0xDC00);
    if (!is_pair && (is_high || is_half(unit, 0xDC00))) {
      json.replace(at, escape, "\\uFFFD");
      ++repaired;
    }
    at += is_pair ? 2 * escape : unit ? escape : 2;
  }
  return repaired;
}

/// Makes a document of one line, or tells what is wrong with it.
class LineReader {
 public:
  LineReader(const std::string& source, const InputOptions& options) : source_(source), options_(options) {}

  Input operator()(std::string line, std::uint64_t number) {
    number_ = number;
    place_ = fmt::format("{}:{}", source_, number);
    key_.clear();
    passed_.clear();
    if (line.size() > options_.max_document_bytes) return too_large(place_, source_, options_.max_document_bytes, number);
    const std::size_t repaired = repair_utf8(line);
    if (!options_.has_keys) return document_of(line, 0, repaired);
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) return failure(place_, "missing_key", "no tab behind a key; --key-prefix asks for one");
    key_ = line.substr(0, tab);
    return document_of(line, tab + 1, repaired);
  }

 private:
  /// The object begins at byte `begin` of the line.
  Input document_of(std::string& line, std::size_t begin, std::size_t repaired) {
    if (auto fields = read_line_fields(line, begin, options_)) {
      passed_ = std::move(fields->passed);
      return document_of(fields->id, std::move(fields->text), std::move(fields->title), repaired);
    }
    return failure_of(line, begin, repaired);
  }

  /// What keeps the line from being a document, unless it can be mended.
  Input failure_of(std::string& line, std::size_t begin, std::size_t repaired) {
    Json object;
    try {
      object = Json::parse(std::string_view(line).substr(begin));
    } catch (const Json::parse_error& error) {
      // Programs that cut strings short leave half a pair behind; the rest of the line is good.
      if (const std::size_t halves = repair_surrogates(line, begin); halves > 0) return document_of(line, begin, repaired + halves);
      return failure(place_, "bad_json", fmt::format("not JSON from byte {} of the line on", error.byte));
    } catch (const Json::exception&) { return failure(place_, "bad_json", "not JSON: a number on the line is out of range"); }
    if (!object.is_object()) return failure(place_, "bad_json", "the line holds no JSON object");
    passed_ = passed_of(object, options_);
    const std::optional<std::string> id = id_of(object, options_);
    if (options_.id_field && !id) return failure(place_, "missing_field", missing("an id", options_.id_field, "--id-field", object));
    return failure(id.value_or(place_), "missing_field", missing("a text", options_.text_field, "--text-field", object));
  }

  Input document_of(const std::optional<std::string>& id, std::string text, std::string title, std::size_t repaired) {
    const std::size_t size = text.size();
    std::string digest = sha256_hex(text);
    SourceDocument document{
        id.value_or(place_), source_, size, std::move(digest), "utf-8", std::move(text), std::move(title), {}, {}, repaired, 0, {}, {}, number_};
    if (looks_like_captions(document.text)) document.text = read_captions(document.text);
    if (looks_like_html(document.text) && !show(document)) return failure(document.id, "too_deep", "elements are nested too deeply, or too many");
    document.key = std::move(key_);
    document.passed = std::move(passed_);
    return document;
  }

  /// A page, or the piece of one that systems of newspapers keep of an article, becomes the text that it shows. False where that would take
  /// time beyond all measure.
  bool show(SourceDocument& document) const {
    if (!is_whole_page(document.text)) {
      auto shown = text_of_fragment(document.text, options_.markup.get());
      if (!shown) return false;
      document.text = std::move(shown->text);
      document.headings = std::move(shown->headings);
      return true;
    }
    auto article = article_of_page(document.text, options_.markup.get());
    if (!article) return false;
    document.text = std::move(article->text);
    if (document.title.empty()) document.title = std::move(article->title);
    document.byline = std::move(article->byline);
    document.headings = std::move(article->headings);
    return true;
  }

  InputFailure failure(const std::string& id, const char* code, std::string message) {
    return {id, source_, code, std::move(message), number_, std::move(key_), std::move(passed_)};
  }

  const std::string& source_;
  const InputOptions& options_;
  std::uint64_t number_ = 0;
  std::string place_;
  std::string key_;
  std::vector<std::string> passed_;
};

/// Calls `visit` with each line, without its end.
template <typename Visit>
bool for_each_line(std::string_view lines, Visit visit) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (!visit(lines.substr(0, end))) return false;
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return true;
}

}  // namespace

std::uint64_t count_units(std::string_view lines) {
  std::uint64_t units = 0;
  for_each_line(lines, [&units](std::string_view line) {
    units += is_blank(line) ? 0 : 1;
    return true;
  });
  return units;
}

bool read_lines(const LineBlock& block, std::uint64_t first_unit, const InputOptions& options, const std::function<bool(Input)>& take) {
  LineReader read_line(block.path, options);
  std::uint64_t unit = first_unit;
  std::uint64_t number = block.first_line - 1;
  return for_each_line(block.lines, [&](std::string_view line) {
    ++number;
    if (is_blank(line)) return true;
    const std::uint64_t this_unit = unit++;
    if (!is_in_shard(this_unit, options)) return true;
    UnitEnd end{line.size() + 1, options.digest_units ? sha256_hex(line) : std::string(), is_done(this_unit, options)};
    return (end.is_skipped || take(read_line(std::string(line), number))) && take(std::move(end));
  });
}

}  // namespace onrecord
