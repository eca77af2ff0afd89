#include "onrecord/rules/required_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

using Kind = RegexNode::Kind;
using Texts = std::vector<std::string>;

constexpr std::size_t most_texts = 4000;   // of one list
constexpr std::size_t most_product = 64;  // of lists put together
constexpr std::size_t most_codes = 16;     // of a class that is looked at

char32_t small(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code == 0x212A) return 'k';
  return code == 0x17F ? 's' : code;
}

void make_unique(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

/// What is known of a part of an expression.
struct Facts {
  std::optional<Texts> exact;  ///< it matches these and nothing else
  Texts required;              ///< as in `RequiredText::texts`
};

std::size_t shortest(const Texts& texts) {
  std::size_t length = texts.empty() ? 0 : texts.front().size();
  for (const std::string& text : texts) length = std::min(length, text.size());
  return length;
}

/// How often one of the texts is to be expected at a place, roughly: the longer, the rarer. Endless for an empty text, or for none.
double frequency(const Texts& texts) {
  constexpr double rarer_each_byte = 4;  // letters of a language foretell one another
  if (texts.empty()) return std::numeric_limits<double>::infinity();
  double sum = 0;
  for (const std::string& text : texts) sum += text.empty() ? std::numeric_limits<double>::infinity() : std::pow(rarer_each_byte, -static_cast<double>(text.size()));
  return sum;
}

/// Whether `a` tells more than `b`.
bool is_better(const Texts& a, const Texts& b) { return frequency(a) < frequency(b); }

void consider(const Texts& texts, Texts& best) {
  if (is_better(texts, best)) best = texts;
}

Texts requirement(const Facts& facts) {
  Texts best = facts.required;
  if (facts.exact) consider(*facts.exact, best);
  return best;
}

Facts facts_of(const RegexNode& node);

Facts of_characters(const CodeRanges& ranges) {
  Facts facts;
  Texts all;
  for (const auto& [first, last] : ranges) {
    if (last - first >= most_codes || all.size() > most_codes) return facts;
    for (char32_t code = first; code <= last; ++code) {
      std::string text;
      append_utf8(text, small(code));
      all.push_back(std::move(text));
    }
  }
  make_unique(all);
  if (all.size() <= 2) facts.exact = std::move(all);
  return facts;
}

Facts of_sequence(const RegexNode& node) {
  Facts facts;
  Texts run = {""};  // what the children so far that are exact can be together
  bool whole = true;
  for (const RegexNode& child : node.children) {
    const Facts next = facts_of(child);
    consider(next.required, facts.required);
    if (next.exact && run.size() * next.exact->size() <= most_product) {
      Texts longer;
      for (const std::string& begin : run) {
        for (const std::string& end : *next.exact) longer.push_back(begin + end);
      }
      run = std::move(longer);
      continue;
    }
    whole = false;
    consider(run, facts.required);
    run = next.exact ? *next.exact : Texts{""};
  }
  consider(run, facts.required);
  if (whole) facts.exact = std::move(run);
  return facts;
}

Facts of_alternatives(const RegexNode& node) {
  Facts facts;
  Texts exact;
  bool all_exact = true, all_required = true;
  for (const RegexNode& child : node.children) {
    const Facts next = facts_of(child);
    const Texts wanted = requirement(next);
    all_exact = all_exact && next.exact;
    all_required = all_required && shortest(wanted) > 0;
    if (all_exact) exact.insert(exact.end(), next.exact->begin(), next.exact->end());
    facts.required.insert(facts.required.end(), wanted.begin(), wanted.end());
  }
  make_unique(facts.required);
  if (!all_required || facts.required.size() > most_texts) facts.required.clear();
  make_unique(exact);
  if (all_exact && exact.size() <= most_product) facts.exact = std::move(exact);
  return facts;
}

Facts of_repeat(const RegexNode& node) {
  const Facts once = facts_of(node.children.front());
  Facts facts;
  if (node.least > 0) {
    facts.required = requirement(once);
    if (node.least == 1 && node.most == 1) facts.exact = once.exact;
  } else if (node.most == 1 && once.exact && once.exact->size() < most_product) {
    facts.exact = once.exact;
    facts.exact->emplace_back();
    make_unique(*facts.exact);
  }
  return facts;
}

Facts facts_of(const RegexNode& node) {
  switch (node.kind) {
    case Kind::characters: return of_characters(node.ranges);
    case Kind::sequence: return of_sequence(node);
    case Kind::alternatives: return of_alternatives(node);
    case Kind::repeat: return of_repeat(node);
    case Kind::group: return facts_of(node.children.front());
    default: return {Texts{""}, {}};
  }
}

/// Adds what a match of `node` may begin with; returns whether it may be empty.
bool add_first(const RegexNode& node, CodeRanges& first) {
  switch (node.kind) {
    case Kind::characters: first.insert(first.end(), node.ranges.begin(), node.ranges.end()); return false;
    case Kind::sequence:
      return std::all_of(node.children.begin(), node.children.end(), [&](const RegexNode& child) { return add_first(child, first); });
    case Kind::alternatives: {
      bool empty = false;
      for (const RegexNode& child : node.children) empty = add_first(child, first) || empty;
      return empty;
    }
    case Kind::repeat: return add_first(node.children.front(), first) || node.least == 0;
    case Kind::group: return add_first(node.children.front(), first);
    default: return true;
  }
}

bool is_tied_to_start(const RegexNode& node) {
  if (node.kind == Kind::text_begin) return true;
  if (node.kind == Kind::group) return is_tied_to_start(node.children.front());
  if (node.kind == Kind::sequence) return !node.children.empty() && is_tied_to_start(node.children.front());
  return node.kind == Kind::alternatives && std::all_of(node.children.begin(), node.children.end(), is_tied_to_start);
}

}  // namespace

RequiredText required_text(const RegexNode& root) {
  const Facts facts = facts_of(root);
  RequiredText result;
  result.texts = requirement(facts);
  if (shortest(result.texts) == 0) result.texts.clear();
  if (is_tied_to_start(root) && add_first(root, result.first)) result.first.clear();
  return result;
}

}  // namespace onrecord
