#include "onrecord/rules/required_text.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

using Kind = RegexNode::Kind;
using Texts = std::vector<std::string>;

constexpr std::size_t most_texts = 4000;  // of one list
constexpr std::size_t most_product = 64;  // of lists put together
constexpr std::size_t most_codes = 16;    // of a class that is looked at
constexpr double too_likely = 0.008;      // to stand at a place: then nearly every text has it

char32_t small(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code == 0x212A) return 'k';
  return code == 0x17F ? 's' : code;
}

void make_unique(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// What is known of the texts that a part of an expression matches.
struct TextsOfPart {
  std::optional<Texts> exact;   ///< it matches these and nothing else
  std::vector<Texts> required;  ///< of each list one text: as in `RequiredText::lists`
};

/// How likely a character is, roughly, among those of a text in a European language.
double likelihood_of_byte(unsigned char byte) {
  constexpr std::string_view common = "etaoinsrh", rare = "jqxz", digits = "0123456789", marks = ",.'-";
  const auto is_in = [byte](std::string_view bytes) { return bytes.find(static_cast<char>(byte)) != std::string_view::npos; };
  constexpr unsigned char continuation = 0x80, lead = 0xC0;  // of characters beyond ASCII
  if (byte == ' ' || (byte >= continuation && byte < lead)) return 0.17;
  if (is_in(common)) return 0.06;
  if (is_in(rare)) return 0.001;
  if (is_in(digits)) return 0.0005;  // they stand together
  if (byte >= 'a' && byte <= 'z') return 0.015;
  return is_in(marks) || byte >= lead ? 0.01 : 0.001;
}

}  // namespace

/// Its first character says most: letters of a language foretell one another.
double likelihood_of(std::string_view text) {
  constexpr double most_behind_others = 0.5, foretold = 3;
  double result = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double alone = likelihood_of_byte(static_cast<unsigned char>(text[i]));
    result *= i == 0 ? alone : std::min(most_behind_others, foretold * alone);
  }
  return result;
}

namespace {

/// How likely one of the texts stands at a place; endless for an empty text, or for none.
double likelihood_of_any(const Texts& texts) {
  constexpr double surely = std::numeric_limits<double>::infinity();
  double sum = texts.empty() ? surely : 0;
  for (const std::string& text : texts) sum += text.empty() ? surely : likelihood_of(text);
  return sum;
}

/// Adds a list of texts to those required; the rarest are kept.
void consider(const Texts& texts, std::vector<Texts>& required) {
  const double likelihood = likelihood_of_any(texts);
  if (likelihood > too_likely || std::find(required.begin(), required.end(), texts) != required.end()) return;
  const auto after = std::find_if(required.begin(), required.end(), [&](const Texts& other) { return likelihood < likelihood_of_any(other); });
  required.insert(after, texts);
  if (required.size() > RequiredText::most_lists) required.pop_back();
}

std::vector<Texts> requirements(const TextsOfPart& found) {
  std::vector<Texts> result = found.required;
  if (found.exact) consider(*found.exact, result);
  return result;
}

/// The texts of which one must be there; none where nothing is known.
Texts requirement(const TextsOfPart& found) {
  const std::vector<Texts> all = requirements(found);
  return all.empty() ? Texts() : all.front();
}

TextsOfPart texts_of(const RegexNode& node);

TextsOfPart of_characters(const CodeRanges& ranges) {
  TextsOfPart found;
  Texts all;
  for (const auto& [first, last] : ranges) {
    if (last - first >= most_codes || all.size() > most_codes) return found;
    for (char32_t code = first; code <= last; ++code) {
      std::string text;
      append_utf8(text, small(code));
      all.push_back(std::move(text));
    }
  }
  make_unique(all);
  if (all.size() <= 2) found.exact = std::move(all);
  else consider(all, found.required);
  return found;
}

TextsOfPart of_sequence(const RegexNode& node) {
  TextsOfPart found;
  Texts run = {""};  // what the children so far that are exact can be together
  bool whole = true;
  for (const RegexNode& child : node.children) {
    const TextsOfPart next = texts_of(child);
    for (const Texts& texts : next.required) consider(texts, found.required);
    if (next.exact && run.size() * next.exact->size() <= most_product) {
      Texts longer;
      for (const std::string& begin : run) {
        for (const std::string& end : *next.exact) longer.push_back(begin + end);
      }
      run = std::move(longer);
      continue;
    }
    whole = false;
    consider(run, found.required);
    run = next.exact ? *next.exact : Texts{""};
  }
  consider(run, found.required);
  if (whole) found.exact = std::move(run);
  return found;
}

/// Of each alternative the texts that are rarest, together.
TextsOfPart of_alternatives(const RegexNode& node) {
  TextsOfPart found;
  Texts exact, required;
  bool all_exact = true, all_required = true;
  for (const RegexNode& child : node.children) {
    const TextsOfPart next = texts_of(child);
    const Texts wanted = requirement(next);
    all_exact = all_exact && next.exact;
    all_required = all_required && !wanted.empty();
    if (all_exact) exact.insert(exact.end(), next.exact->begin(), next.exact->end());
    required.insert(required.end(), wanted.begin(), wanted.end());
  }
  make_unique(required);
  if (all_required && required.size() <= most_texts) consider(required, found.required);
  make_unique(exact);
  if (all_exact && exact.size() <= most_product) found.exact = std::move(exact);
  return found;
}

/// What a repeat begins with: the texts so often one behind the other as they must be.
Texts repeated(const Texts& texts, int times) {
  constexpr int most_times = 4;
  Texts result = texts;
  for (int i = 1; i < std::min(times, most_times) && result.size() * texts.size() <= most_product; ++i) {
    Texts longer;
    for (const std::string& begin : result) {
      for (const std::string& end : texts) longer.push_back(begin + end);
    }
    result = std::move(longer);
  }
  return result;
}

TextsOfPart of_repeat(const RegexNode& node) {
  const TextsOfPart once = texts_of(node.children.front());
  TextsOfPart found;
  if (node.least > 0) {
    found.required = once.required;
    if (once.exact) consider(repeated(*once.exact, node.least), found.required);
    if (node.least == 1 && node.most == 1) found.exact = once.exact;
  } else if (node.most == 1 && once.exact && once.exact->size() < most_product) {
    found.exact = once.exact;
    found.exact->emplace_back();
    make_unique(*found.exact);
  }
  return found;
}

TextsOfPart texts_of(const RegexNode& node) {
  switch (node.kind) {
    case Kind::characters: return of_characters(node.ranges);
    case Kind::sequence: return of_sequence(node);
    case Kind::alternatives: return of_alternatives(node);
    case Kind::repeat: return of_repeat(node);
    case Kind::group: return texts_of(node.children.front());
    default: return {Texts{""}, {}};
  }
}

/// Whether the text begins or ends with another one of `texts`.
bool extends_another(const std::string& text, const std::unordered_set<std::string_view>& texts) {
  const std::string_view all = text;
  for (std::size_t size = 1; size < all.size(); ++size) {
    if (texts.count(all.substr(0, size)) > 0 || texts.count(all.substr(size)) > 0) return true;
  }
  return false;
}

/// Without texts that extend another one: where they are, that is.
Texts without_longer(const Texts& texts) {
  const std::unordered_set<std::string_view> known(texts.begin(), texts.end());
  Texts result;
  std::copy_if(texts.begin(), texts.end(), std::back_inserter(result), [&](const std::string& text) { return !extends_another(text, known); });
  return result;
}

/// Whether every text of `list` holds one of `other`, so that to ask for `other` as well says nothing new. Of long lists that is assumed.
bool implies(const Texts& list, const Texts& other) {
  constexpr std::size_t most_compared = 100'000;
  if (list.size() * other.size() > most_compared) return true;
  return std::all_of(list.begin(), list.end(), [&](const std::string& text) {
    return std::any_of(other.begin(), other.end(), [&](const std::string& part) { return text.find(part) != std::string::npos; });
  });
}

}  // namespace

RequiredText required_text(const RegexNode& root) {
  RequiredText result;
  for (const Texts& texts : requirements(texts_of(root))) {
    const bool is_known = std::any_of(result.lists.begin(), result.lists.end(), [&](const Texts& known) { return implies(known, texts); });
    if (!is_known) result.lists.push_back(without_longer(texts));
  }
  return result;
}

}  // namespace onrecord
